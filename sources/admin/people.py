"""Who is at the admin's pages."""

from django.contrib.auth.models import User
from django.http import HttpRequest


def get_person(request: HttpRequest) -> User:
    """Who is logged in; the admin lets nobody else in."""
    person: User = request.user  # type: ignore[assignment]  # never anonymous behind the admin's door
    return person
