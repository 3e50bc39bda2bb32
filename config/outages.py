"""When the database is gone, or was stopped at work: a clear 503 in the form of the address."""

import sys
from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from prometheus_client import Counter
from rest_framework.exceptions import APIException

from config.api.errors import ReferenceGone, answer_server_error, misses_a_row
from config.problems import answer_with_problem, is_of_api, refuse
from config.time_limits import TookTooLong, find_advice, is_too_slow, note_stop

RETRY_AFTER = 5
"""Seconds: a restarted PostgreSQL is back within a few, unless it has much to recover."""

CODE = "database_unavailable"
DETAIL = "The database cannot be reached just now; nothing was changed by this request. Try it again later."

LOST = ("08", "57P01", "57P02", "57P03", "57P05", "53300")
"""How SQLSTATEs begin that mean no connection: lost ones, a server that stops, starts or has none free.
https://www.postgresql.org/docs/current/errcodes-appendix.html"""

ROW = "The database cannot be reached just now; this row was not changed. Send it again later."

OUTAGES = Counter("onrecord_database_outages_total", "Requests that found no database.")

logger = structlog.get_logger(__name__)


class DatabaseGone(APIException):  # as DRF names its own
    """A part of a request found no database, others had it before."""

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    default_code = CODE
    default_detail = ROW


class AnswerOutages:
    """Answers a request that found no database, or whose statement was stopped.

    A lost connection is opened anew by the next request.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave the request to those that follow."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The answer where the database is gone or was stopped, None for any other error."""
        return answer_known(request, error)


def answer_failure(request: HttpRequest) -> HttpResponseBase:
    """Django's answer to an error that no view has answered: in a middleware, or one that nobody foresaw."""
    return answer_known(request, sys.exc_info()[1]) or answer_server_error(request)


def answer_known(request: HttpRequest, error: BaseException | None) -> HttpResponse | None:
    """The answer to what the database could not do, None for any other error."""
    if is_outage(error):
        return answer_outage(request, error)
    if misses_a_row(error) and is_of_api(request):
        # Found when all that was done is to be kept, with the answer to an Idempotency-Key: behind the view.
        gone = ReferenceGone
        return answer_with_problem(gone.status_code, code=gone.default_code, detail=gone.default_detail)
    return answer_stop(request, error) if is_too_slow(error) else None


def is_outage(error: BaseException | None) -> bool:
    """Whether an error says that there is no connection, rather than that a statement was refused."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    sqlstate = getattr(error.__cause__, "sqlstate", None)
    # Without a SQLSTATE the server has said nothing: libpq found it gone, or never reached it.
    return sqlstate is None or sqlstate.startswith(LOST)


def answer_outage(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503 with Retry-After."""
    note_outage(error)
    response = answer_unavailable(request, code=CODE, detail=DETAIL, page="503.html")
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def note_outage(error: BaseException | None) -> None:
    """Tell the log and the metrics of a database that is gone."""
    OUTAGES.inc()
    logger.warning(CODE, reason=str(error))


def answer_stop(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503 with what to do instead; nothing asks to send the same again by itself."""
    note_stop(error)
    detail = TookTooLong.default_detail + find_advice(request)
    return answer_unavailable(
        request, code=TookTooLong.default_code, detail=detail, page="took_too_long.html"
    )


def answer_unavailable(request: HttpRequest, *, code: str, detail: str, page: str) -> HttpResponse:
    """503, which nobody keeps."""
    response = refuse(request, HTTPStatus.SERVICE_UNAVAILABLE, code=code, detail=detail, page=page)
    response["Cache-Control"] = "no-store"
    return response
