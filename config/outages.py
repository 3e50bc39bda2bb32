"""When the database is gone: a clear 503 that says when to come back, in the form of the address."""

import sys
from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from prometheus_client import Counter

from config.api_errors import API_PREFIX, answer_server_error, answer_with_problem

RETRY_AFTER = 5
"""Seconds: a restarted PostgreSQL is back within a few, unless it has much to recover."""

CODE = "database_unavailable"
DETAIL = "The database cannot be reached just now; nothing was changed by this request. Try it again later."

LOST = ("08", "57P01", "57P02", "57P03", "57P05", "53300")
"""How SQLSTATEs begin that mean no connection: lost ones, a server that stops, starts or has none free.
https://www.postgresql.org/docs/current/errcodes-appendix.html"""

OUTAGES = Counter("onrecord_database_outages_total", "Requests that found no database.")

logger = structlog.get_logger(__name__)


class AnswerOutages:
    """Answers a request that found no database; the connection is opened anew by the next request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave the request to those that follow."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer where the database is gone, None for any other error."""
        return answer_outage(request, error) if is_outage(error) else None


def answer_failure(request: HttpRequest) -> HttpResponseBase:
    """Django's answer to an error that no view has answered: in a middleware, or one that nobody foresaw."""
    error = sys.exc_info()[1]
    return answer_outage(request, error) if is_outage(error) else answer_server_error(request)


def is_outage(error: BaseException | None) -> bool:
    """Whether an error says that there is no connection, rather than that a statement was refused."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    sqlstate = getattr(error.__cause__, "sqlstate", None)
    # Without a SQLSTATE the server has said nothing: libpq found it gone, or never reached it.
    return sqlstate is None or sqlstate.startswith(LOST)


def answer_outage(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503 with Retry-After: a problem under the API's address, a plain page elsewhere."""
    OUTAGES.inc()
    logger.warning(CODE, reason=str(error))
    response: HttpResponse
    if request.path.startswith(API_PREFIX):
        response = answer_with_problem(HTTPStatus.SERVICE_UNAVAILABLE, code=CODE, detail=DETAIL)
    else:
        response = HttpResponse(render_to_string("503.html"), status=HTTPStatus.SERVICE_UNAVAILABLE)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response
