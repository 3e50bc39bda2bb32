"""Who sends a request."""

from django.contrib.auth.models import User
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request


def find_person(request: Request) -> User:
    """Who is logged in; raises NotAuthenticated where nobody is."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user
