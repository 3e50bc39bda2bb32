"""How long the database may work on a statement of a request, and what a request is told beyond it."""

from collections.abc import Callable
from http import HTTPStatus

import structlog
from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from prometheus_client import Counter
from rest_framework.exceptions import APIException

CANCELED = "57014"
"""The SQLSTATE of a statement that was stopped: by the limit, by a lock's, or by the operator's hand.
https://www.postgresql.org/docs/current/errcodes-appendix.html"""

LETTERS = ("text", "noun")
"""Parameters for letters anywhere in a column that has no index for them: decision 16."""

WORDS = " Letters are looked for row by row ({names}): look for whole words with search, or add more filters."
READING = " Ask for less: narrow the list down by more filters, or leave out what it is sorted or counted by."
WRITING = " Something else may have held the same rows: send it again in a moment."

STOPPED = Counter("onrecord_stopped_statements_total", "Requests with a statement that took too long.")

logger = structlog.get_logger(__name__)


class TookTooLong(APIException):  # as DRF names its own
    """The database was stopped at a statement that took too long.

    503, for the request is in order: on a quieter machine it may be answered. Without Retry-After, though:
    clients obey it unasked, and the same question again is the same work again.
    """

    status_code = HTTPStatus.SERVICE_UNAVAILABLE
    default_code = "took_too_long"
    default_detail = "The database worked too long on this and was stopped; nothing was changed."


class LimitStatements:
    """Has PostgreSQL stop a statement of a request that takes longer than ONRECORD_STATEMENT_TIMEOUT.

    Commands and migrations come by no request and have no limit.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request under the limit, which the thread's connection then keeps."""
        connection.limit_statements(settings.ONRECORD_STATEMENT_TIMEOUT)  # type: ignore[attr-defined]  # our own
        return self.get_response(request)


def is_too_slow(error: BaseException | None) -> bool:
    """Whether an error says that a statement was stopped."""
    return isinstance(error, OperationalError) and getattr(error.__cause__, "sqlstate", None) == CANCELED


def find_advice(request: HttpRequest) -> str:
    """What to do instead."""
    if request.method not in {"GET", "HEAD", "OPTIONS"}:
        return WRITING
    names = [name for name in LETTERS if request.GET.get(name)]
    return WORDS.format(names=", ".join(names)) if names else READING


def note_stop(error: BaseException | None) -> None:
    """Tell the log and the metrics of a statement that was stopped."""
    STOPPED.inc()
    logger.warning(TookTooLong.default_code, reason=str(error))
