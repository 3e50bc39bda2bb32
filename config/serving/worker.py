"""A gunicorn worker that refuses what it cannot read as the API does: with an RFC 9457 problem."""

import json
import socket
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from gunicorn.http import errors
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

from config.problems import MEDIA_TYPE, make_problem
from config.serving.patience import PatientSocket

LONGEST_LINE = 8190
"""The bytes of a request's first line, with method and version: the most that gunicorn allows."""

REFUSALS: Mapping[type[Exception], tuple[HTTPStatus, str, str]] = {
    errors.LimitRequestLine: (
        HTTPStatus.REQUEST_URI_TOO_LONG,
        "uri_too_long",
        f"The address is longer than {LONGEST_LINE:,} bytes: ask with fewer or shorter parameters.",
    ),
    errors.LimitRequestHeaders: (
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        "headers_too_large",
        "The headers are too many or too long: send fewer or shorter ones, such as cookies.",
    ),
    errors.ExpectationFailed: (
        HTTPStatus.EXPECTATION_FAILED,
        "expectation_failed",
        "Of the header Expect only 100-continue can be met: send it, or none.",
    ),
    errors.UnsupportedTransferCoding: (
        HTTPStatus.NOT_IMPLEMENTED,
        "transfer_coding_unknown",
        "This transfer coding is not known: send the body as it is, with a Content-Length.",
    ),
    errors.ForbiddenProxyRequest: (
        HTTPStatus.FORBIDDEN,
        "permission_denied",
        "From this address the PROXY protocol is not taken.",
    ),
    errors.ParseException: (
        HTTPStatus.BAD_REQUEST,
        "bad_request",
        "The request is no HTTP: {}.",
    ),
}
"""Status, code and wording for what is refused before the application sees it, nearest ancestor first."""

FAILURE = (
    HTTPStatus.INTERNAL_SERVER_ERROR,
    "server_error",
    "The server failed. The operator finds the reason in the server's log.",
)

OUR_FAULT = (errors.ConfigurationProblem, errors.InvalidResponseHeader, errors.InvalidResponseHeaderName)
"""What gunicorn counts among unreadable requests although no request is to blame."""


class ProblemWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads that answer requests; those that are no HTTP get a problem instead of gunicorn's page."""

    def handle(self, conn: Any) -> Any:
        """Read and answer a request of a connection, whose client has its time for it."""
        if type(conn.sock) is socket.socket:
            conn.sock = PatientSocket.take(conn.sock)
        if isinstance(conn.sock, PatientSocket):  # with TLS of its own it is another kind
            conn.sock.begin()
        return super().handle(conn)

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Exception) -> None:
        """Answer for what went wrong, and log it; the connection is closed behind it."""
        status, code, detail = find_refusal(exc)
        if status == HTTPStatus.INTERNAL_SERVER_ERROR:
            self.log.error("Failed to answer %s", getattr(req, "uri", "a request"), exc_info=exc)
        else:
            self.log.warning("Refused a request of %s: %s", addr[0] if addr else "a socket", exc)
        with suppress(OSError):  # who asked may be gone
            write_nonblock(client, write_answer(status, code, detail))


def find_refusal(error: Exception) -> tuple[HTTPStatus, str, str]:
    """The status, code and wording that answer an error of the server's own."""
    if isinstance(error, OUR_FAULT):
        return FAILURE
    found = next((REFUSALS[kind] for kind in type(error).__mro__ if kind in REFUSALS), FAILURE)
    status, code, detail = found
    return status, code, detail.format(str(error)[:200].rstrip("."))


def write_answer(status: HTTPStatus, code: str, detail: str) -> bytes:
    """A whole HTTP answer with a problem as its body."""
    body = json.dumps(make_problem(status, code=code, detail=detail)).encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nConnection: close\r\n"
        f"Content-Type: {MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode("ascii") + body
