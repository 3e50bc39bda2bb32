"""Connections outside Django's settings."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker


@pytest.fixture(autouse=True)
def own_connections(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let connections open that are not those of the settings: pytest-django stops every one."""
    with django_db_blocker.unblock():
        yield
