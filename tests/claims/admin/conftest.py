"""Who looks at the admin."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests.builders import make_reviewer, make_user
from tests.clients import browse_as


@pytest.fixture
def administrator(db: None) -> Client:
    """A browser in which somebody who may do everything has logged in."""
    return browse_as(make_user("administrator", is_staff=True, is_superuser=True))


def let_view(user: User) -> User:
    """Give a person every permission to look."""
    user.user_permissions.add(*Permission.objects.filter(codename__startswith="view_"))
    return User.objects.get(pk=user.pk)


@pytest.fixture
def reviewing(db: None) -> Client:
    """A browser in which a reviewer has logged in."""
    return browse_as(let_view(make_reviewer("rosa", is_staff=True)))


@pytest.fixture
def reading(db: None) -> Client:
    """A browser in which somebody who may only look has logged in."""
    return browse_as(let_view(make_user("reader", is_staff=True)))
