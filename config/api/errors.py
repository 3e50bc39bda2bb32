"""Errors of the API: the one table from an error to a status, answered as problems."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import DisallowedHost, PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.views import defaults
from rest_framework import exceptions
from rest_framework.renderers import BrowsableAPIRenderer, JSONRenderer
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler

from claims.api.changes import name_field
from claims.api.extracting import TooManyFiguresError
from claims.errors import (
    ClaimsError,
    ConflictError,
    InvalidChangeError,
    NotPermittedError,
    SupersededError,
)
from claims.exports.claim_review import NoPublishedVerdictError
from claims.models.figure import FigureDecidedError
from claims.promotion import QuoteAmbiguousError, QuoteNotFoundError
from claims.review import IllegalMoveError, ReasonRequiredError
from claims.verdicts import VerdictRefusedError
from config.problems import MEDIA_TYPE, answer_with_problem, is_of_api, make_problem
from sources.errors import SourcesError, TooLargeError, UnknownFormatError

STATUSES: Mapping[type[Exception], HTTPStatus] = {
    ClaimsError: HTTPStatus.BAD_REQUEST,
    SourcesError: HTTPStatus.BAD_REQUEST,
    TooManyFiguresError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    TooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownFormatError: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    IllegalMoveError: HTTPStatus.CONFLICT,
    ReasonRequiredError: HTTPStatus.BAD_REQUEST,
    NotPermittedError: HTTPStatus.FORBIDDEN,
    SupersededError: HTTPStatus.NOT_FOUND,
    ConflictError: HTTPStatus.PRECONDITION_FAILED,
    VerdictRefusedError: HTTPStatus.CONFLICT,
    FigureDecidedError: HTTPStatus.CONFLICT,
    NoPublishedVerdictError: HTTPStatus.NOT_FOUND,
}
"""Which status answers which error of the domain; one that is not here is answered as its parent."""


FIELDS: Mapping[type[Exception], str] = {
    QuoteNotFoundError: "quote",
    QuoteAmbiguousError: "quote",
    ReasonRequiredError: "reason",
}
"""Which field of the body an error of the domain is about, where it is always the same one."""


NO_ROW = "There is no row of this id here: it never was, or it is gone. The list has those that there are."


class ReferenceGone(exceptions.APIException):  # as DRF names its own
    """Somebody has deleted a row while another was written that refers to it."""

    status_code = HTTPStatus.CONFLICT
    default_code = "reference_gone"
    default_detail = (
        "Somebody has just deleted a row that this refers to; nothing was changed. Choose another."
    )


def misses_a_row(error: BaseException | None) -> bool:
    """Whether the database refuses a reference to a row that is gone (SQLSTATE 23503)."""
    return isinstance(error, IntegrityError) and getattr(error.__cause__, "sqlstate", None) == "23503"


class DomainProblem(exceptions.APIException):
    """An error of the domain on its way out: its own code and message, the table's status."""

    def __init__(self, error: ClaimsError | SourcesError) -> None:
        """Take over what the error says."""
        super().__init__(str(error), code=error.code)
        self.status_code = find_status(type(error))
        self.members = dict(list_members(error))


def list_members(error: ClaimsError | SourcesError) -> Iterator[tuple[str, Any]]:
    """What else a client needs to know of an error: the fields at fault, or what changed meanwhile."""
    if isinstance(error, InvalidChangeError):
        yield (
            "errors",
            [
                {"field": name_field(field), "code": "invalid", "detail": message}
                for field, messages in error.errors.items()
                for message in messages
            ],
        )
    field = FIELDS.get(type(error)) or getattr(error, "field", "")
    if field:
        yield "errors", [{"field": field, "code": error.code, "detail": str(error)}]
    if isinstance(error, ConflictError):
        changes = {
            name_field(name): {"before": old, "after": new} for name, (old, new) in error.changes.items()
        }
        yield from (("changes", changes), ("moves", list(error.moves)))


def find_status(error: type[Exception]) -> HTTPStatus:
    """The table's status for an error, by its nearest ancestor there; raises StopIteration for a stranger."""
    return next(STATUSES[ancestor] for ancestor in error.__mro__ if ancestor in STATUSES)


def answer_problem(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """The problem that answers an error of a view; None for one that nobody foresaw."""
    known = translate(error)
    if known is None:
        return None
    response = exception_handler(known, dict(context))
    if response is None:
        return None
    response.data = describe(known)
    request = context["request"]
    response.data["detail"] += advise(known, context["view"])
    renderer = getattr(request, "accepted_renderer", None)
    # A browsable page stays a page; anything else is answered in JSON, whatever format was asked for.
    if not isinstance(renderer, BrowsableAPIRenderer):
        request.accepted_renderer = JSONRenderer()
        request.accepted_media_type = response.content_type = MEDIA_TYPE
    return response


def advise(error: exceptions.APIException, view: Any) -> str:
    """What to do instead, of what DRF only refuses; "" for every other error."""
    if isinstance(error, exceptions.UnsupportedMediaType):
        return f" Send {' or '.join(parser.media_type for parser in view.get_parsers())}."
    if isinstance(error, exceptions.NotAcceptable):
        return f" There is: {', '.join(renderer.media_type for renderer in view.get_renderers())}."
    if isinstance(error, exceptions.MethodNotAllowed):
        return f" Allowed are: {', '.join(view.allowed_methods)}."
    return ""


def translate(error: Exception) -> exceptions.APIException | None:
    """An error of Django or of the domain as one that DRF knows; None for any other."""
    if isinstance(error, exceptions.APIException):
        return error
    if isinstance(error, Http404):
        return exceptions.NotFound(NO_ROW)  # Django tells the name of a class, or nothing
    if isinstance(error, PermissionDenied):
        return exceptions.PermissionDenied(*error.args)
    if isinstance(error, ClaimsError | SourcesError):
        return DomainProblem(error)
    return ReferenceGone() if misses_a_row(error) else None


def describe(error: exceptions.APIException) -> dict[str, Any]:
    """The problem of an error, with an entry for each field where the input is at fault."""
    if isinstance(error, exceptions.ValidationError):
        errors = list(list_field_errors(error.detail))
        detail = " ".join(f"{entry['field']}: {entry['detail']}".removeprefix(": ") for entry in errors)
        return make_problem(error.status_code, code="invalid_input", detail=detail, errors=errors)
    code = getattr(error.detail, "code", None) or error.default_code
    members = getattr(error, "members", {})
    return make_problem(error.status_code, code=code, detail=word(error), **members)


def word(error: exceptions.APIException) -> str:
    """What a problem says to people."""
    wait = getattr(error, "wait", None)
    return str(error.detail) if wait is None else f"Too many requests: send it again in {wait} s."


def list_field_errors(detail: Any, path: str = "") -> Iterator[dict[str, str]]:
    """The errors in DRF's nested detail, each with the path of its field; "" where it is of the whole."""
    if isinstance(detail, Mapping):
        for name, inner in detail.items():
            field = "" if name == api_settings.NON_FIELD_ERRORS_KEY else str(name)
            yield from list_field_errors(inner, ".".join(filter(None, (path, field))))
    elif isinstance(detail, list):
        for inner in detail:
            yield from list_field_errors(inner, path)
    else:
        yield {"field": path, "code": getattr(detail, "code", None) or "invalid", "detail": str(detail)}


def answer_bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Django's answer to a request that it cannot read, as a problem under the API's address."""
    if not is_of_api(request):
        return defaults.bad_request(request, exception)
    detail = "The request cannot be read."
    if isinstance(exception, DisallowedHost):
        detail = "This host is not served here: ask by a name that ONRECORD_ALLOWED_HOSTS lists."
    return answer_with_problem(HTTPStatus.BAD_REQUEST, code="bad_request", detail=detail)


def answer_server_error(request: HttpRequest) -> HttpResponseBase:
    """Django's answer to an error that nobody foresaw, as a problem under the API's address."""
    if not is_of_api(request):
        return defaults.server_error(request)
    detail = "The server failed; nothing was changed. The operator finds the reason in the server's log."
    return answer_with_problem(HTTPStatus.INTERNAL_SERVER_ERROR, code="server_error", detail=detail)
