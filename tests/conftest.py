"""Fixtures of every test."""

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from tests.builders import make_reviewer


@pytest.fixture
def api() -> APIClient:
    """A REST client that nobody has logged in."""
    return APIClient()


@pytest.fixture
def reviewer(db: None) -> User:
    """A person who may review claims."""
    return make_reviewer("reviewer")


@pytest.fixture
def reviewer_api(reviewer: User) -> APIClient:
    """A REST client that the reviewer has logged in."""
    client = APIClient()
    client.force_authenticate(reviewer)
    return client
