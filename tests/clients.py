"""Clients in which somebody is logged in."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from rest_framework.test import APIClient


def call_as(person: User, **environ: Any) -> APIClient:
    """A client of the API for a person, who has no session; `environ` goes with every request."""
    client = APIClient(**environ)
    client.force_authenticate(person)
    return client


def browse_as(person: User) -> Client:
    """A browser in which a person has logged in."""
    client = Client()
    client.force_login(person)
    return client
