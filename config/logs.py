"""Logs as JSON lines on standard error, each with the id of the request that it is about."""

import re
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import structlog
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from structlog.typing import Processor

HEADER = "X-Request-ID"
META_KEY = "HTTP_X_REQUEST_ID"
SANE = re.compile(r"[0-9A-Za-z._-]{8,128}")
"""Ids that are taken over: what a log, a header and the audit trail can hold as it stands."""

FORMATS = ("json", "text")

_EVERY_LINE: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


class RequestId:
    """Gives a request its id: the sane one that it came with, else a new one; its answer says which.

    The id stands in every log line of the request and in its events of the audit trail.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request under its id."""
        number = choose_id(request.META.get(META_KEY, ""))
        request.META[META_KEY] = number
        response = self.get_response(request)
        response[HEADER] = number
        return response


def choose_id(given: str) -> str:
    """The id that a request came with, or a new one where it has none or one that could do harm."""
    return given if SANE.fullmatch(given) else str(uuid4())


def configure_logs(*, level: str, form: str) -> dict[str, Any]:
    """Django's LOGGING, with structlog made to write through it.

    form: "json" for machines, "text" for people. What Django says of a refused request is left out, since
    the line that ends every request says it.
    """
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_EVERY_LINE,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": _EVERY_LINE,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_render(form)],
            }
        },
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["lines"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level},
            "django.request": {"level": "CRITICAL"},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        },
    }


def _render(form: str) -> list[Processor]:
    """How a line is written."""
    if form == "text":
        return [structlog.dev.ConsoleRenderer(colors=False)]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
