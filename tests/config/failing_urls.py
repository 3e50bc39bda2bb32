"""Addresses of views that fail, for the tests of what answers then."""

from typing import NoReturn

from django.db import OperationalError
from django.http import HttpRequest
from django.urls import path
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.errors import ClaimsError


class NewCaseError(ClaimsError):
    """An error that the table does not name."""

    code = "new_case"


class Failing(APIView):
    """A view with an error that nobody foresaw, and others with errors that DRF and the domain know."""

    schema = None

    def get(self, request: Request) -> NoReturn:
        """Fail in a way that nobody foresaw."""
        raise RuntimeError("a secret of the server")

    def put(self, request: Request) -> NoReturn:
        """Fail as a throttle does."""
        raise Throttled(wait=7)

    def patch(self, request: Request) -> NoReturn:
        """Fail as the domain does."""
        raise NewCaseError("This is new.")


def fail(request: HttpRequest) -> NoReturn:
    """A page outside the API that fails."""
    raise RuntimeError("a secret of the server")


def lose(request: HttpRequest) -> NoReturn:
    """A page whose database is gone."""
    raise OperationalError("a secret of the server")


class Losing(APIView):
    """A view whose database is gone."""

    schema = None

    def get(self, request: Request) -> NoReturn:
        """Find no database."""
        raise OperationalError("a secret of the server")


urlpatterns = [
    path("api/v1/failing/", Failing.as_view()),
    path("failing/", fail),
    path("api/v1/outage/", Losing.as_view()),
    path("outage/", lose),
]

handler400 = "config.api_errors.answer_bad_request"
handler500 = "config.outages.answer_failure"
