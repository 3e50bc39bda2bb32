"""Addresses of views that fail, for the tests of what answers then."""

from typing import NoReturn

from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
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


def linger(request: HttpRequest) -> HttpResponse:
    """A page whose statement takes five seconds."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(5)")
    return HttpResponse("done")


class Lingering(APIView):
    """A view whose statement takes five seconds."""

    schema = None
    permission_classes = []

    def get(self, request: Request) -> HttpResponse:
        """Wait for the database."""
        return linger(request)

    post = get


urlpatterns = [
    path("api/v1/failing/", Failing.as_view()),
    path("failing/", fail),
    path("api/v1/outage/", Losing.as_view()),
    path("outage/", lose),
    path("api/v1/lingering/", Lingering.as_view()),
    path("lingering/", linger),
]

handler400 = "config.api.errors.answer_bad_request"
handler500 = "config.outages.answer_failure"
