"""What the application is tried with: the demo record, and a person who may do everything."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from pytest_django import Settings

from tests.builders import make_token, make_user


@pytest.fixture(autouse=True)
def unthrottled(settings: Settings) -> None:
    """As many requests as the tests make up."""
    settings.ONRECORD_THROTTLE_ANONYMOUS = settings.ONRECORD_THROTTLE_LOGGED_IN = ""


@pytest.fixture
def demo_record(db: None) -> Iterator[None]:
    """The demo record, in a transaction that outlives the requests as Django's own test client keeps it."""
    call_command("loaddata", "fixtures/demo.json", verbosity=0)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def administrator(db: None) -> User:
    """A person who may do everything."""
    return make_user("administrator", is_superuser=True)


@pytest.fixture
def headers(administrator: User) -> dict[str, str]:
    """The headers that log a program in as that person."""
    return {"Authorization": f"Bearer {make_token(administrator)}"}
