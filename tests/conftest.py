"""Fixtures of every test."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection, transaction
from rest_framework.test import APIClient

from sources.models.audit import LeanEvent
from tests.builders import make_reviewer
from tests.clients import call_as


@pytest.fixture(autouse=True)
def uncounted() -> None:
    """No test is throttled for the requests of those before it."""
    cache.clear()


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
    """A REST client that the reviewer has logged in, who changes rows whatever their state."""
    return call_as(reviewer, HTTP_IF_MATCH="*")


@pytest.fixture
def committed(transactional_db: None) -> Iterator[None]:
    """A database whose transactions really end, for tests with several connections; emptied afterwards."""
    yield
    with transaction.atomic(), connection.cursor() as cursor:
        # The tables refuse to be emptied; here they belong to the test.
        cursor.execute("SET LOCAL session_replication_role = replica")
        events = [model._meta.db_table for model in apps.get_models() if issubclass(model, LeanEvent)]
        cursor.execute(f"TRUNCATE claims_claim, claims_figure, sources_snapshot, {', '.join(events)} CASCADE")
