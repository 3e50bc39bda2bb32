"""People at the desk."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.roles import ROLES
from tests.builders import make_person
from tests.clients import browse_as


@pytest.fixture
def rosa(db: None) -> User:
    """A person with the role of an editor."""
    return make_person(*ROLES["editor"], username="rosa", is_staff=True)


@pytest.fixture
def desk(rosa: User) -> Client:
    """A browser in which she has logged in."""
    return browse_as(rosa)
