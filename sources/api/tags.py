"""ETags: which state of a row an answer shows, and If-Match, which says which state is to be changed.

A tag is `"STATE.BODY"`. STATE is of the row: its version where it counts one, else a digest of its columns.
BODY is a digest of the answer as it was sent, which also tells of names that come from other rows. Changes
compare the state alone, so that `If-Match: "3"` is as good as `"3.5f0c..."`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Field, Model
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from sources.models.audit import find_before

DIGITS = 16


class PreconditionRequired(APIException):  # as DRF names its own
    """The request does not say which state of the row it changes."""

    status_code = status.HTTP_428_PRECONDITION_REQUIRED
    default_code = "precondition_required"
    default_detail = (
        "Say which state you change: send If-Match with the ETag that the row was read with, so that "
        "nobody's work is overwritten. If-Match: * changes it whatever it is now."
    )


class PreconditionFailed(APIException):  # as DRF names its own
    """The row is no longer in the state that the request names."""

    status_code = status.HTTP_412_PRECONDITION_FAILED
    default_code = "stale"
    default_detail = "The row has changed since you read it. Nothing was saved; read it again."

    def __init__(self, detail: str | None = None, *, changes: Mapping[str, Mapping[str, str]] | None = None):
        """Name the fields that changed, where they are known."""
        super().__init__(detail)
        self.members = {"changes": changes} if changes else {}


def find_state(row: Model) -> str:
    """The state of a row: equal states have equal columns."""
    version = getattr(row, "version", None)
    return str(version) if isinstance(version, int) else _digest_columns(row, row)


def _digest_columns(row: Model, like: Model) -> str:
    """A digest of a row's columns; an event has those of the row that it is `like`, and others."""
    values = [str(getattr(row, field.attname)) for field in _list_told(like)]
    return _digest(json.dumps(values).encode())


def _list_told(row: Model) -> "Iterator[Field[Any, Any]]":
    """The columns that say something of a row; when it was saved last is none of them."""
    return (field for field in row._meta.concrete_fields if field.name != "updated_at")


def read_expected(request: Request) -> str | None:
    """The state that the request expects, None for whatever there is.

    Raises PreconditionRequired where it says none, ValidationError for what is no ETag of ours.
    """
    header = request.headers.get("If-Match", "")
    if not header:
        raise PreconditionRequired
    if header.strip() == "*":
        return None
    # A proxy that compresses answers weakens their tags; the state, which alone counts here, it leaves.
    tags = [tag.removeprefix("W/") for tag in parse_etags(header)]
    if len(tags) != 1 or not tags[0].startswith('"'):
        message = 'Send one ETag as it was given, such as "3.5f0c", or *.'
        raise ValidationError({"If-Match": [ErrorDetail(message, code="invalid")]})
    return str(tags[0].strip('"').partition(".")[0])


def read_expected_version(request: Request) -> int | None:
    """The version that the request expects of a row that counts them; raises as `read_expected`."""
    state = read_expected(request)
    if state is None:
        return None
    if not (state.isascii() and state.isdigit() and len(state) < 10):
        raise PreconditionFailed("This is the ETag of something else. Read the claim again.")
    return int(state)


def check_expected(request: Request, standing: Model) -> None:
    """Refuse a request that expects another state of a locked row; raises PreconditionFailed."""
    expected = read_expected(request)
    if expected is None or expected == find_state(standing):
        return
    before = find_before(standing, lambda state: _digest_columns(state, standing) == expected)
    changes = {} if before is None else dict(_list_changes(before, standing))
    if not changes:
        raise PreconditionFailed
    told = "; ".join(f"{name} was “{was}”, is “{is_now}”" for name, (was, is_now) in changes.items())
    raise PreconditionFailed(
        f"The row has changed since you read it: {told}. Nothing was saved; read it again.",
        changes={name: {"before": was, "after": is_now} for name, (was, is_now) in changes.items()},
    )


COLUMNS: Mapping[str, str] = MappingProxyType({"url": "page_url"})
"""What a column is called in the API, where that is not its own name."""


def _list_changes(before: Model, after: Model) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each field that is no longer what it was, in words."""
    for field in _list_told(after):
        if getattr(before, field.attname) != getattr(after, field.attname):
            yield COLUMNS.get(field.name, field.name), (_tell(before, field.name), _tell(after, field.name))


def _tell(row: Model, name: str) -> str:
    try:
        value = getattr(row, name)
    except ObjectDoesNotExist:  # the audit trail may name a publisher that is gone
        return "a deleted row"
    return "" if value is None else str(value)


def tag_answer(request: Request, response: Response, state: str) -> HttpResponse | None:
    """Give an answer its ETag; the answer to send instead where the client has it already."""
    body = response.content
    tag = f'"{state}.{_digest(body)}"'
    response["ETag"] = tag
    if request.method not in {"GET", "HEAD"}:
        return None
    known = [known.removeprefix("W/") for known in parse_etags(request.headers.get("If-None-Match", ""))]
    if tag not in known and known != ["*"]:
        return None
    unchanged = HttpResponseNotModified()
    for name in ("ETag", "Vary", "Cache-Control", "Content-Location", "Date", "Expires"):
        if name in response:
            unchanged[name] = response[name]
    return unchanged


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def answer_tagged(request: Request, response: Response, row: Model) -> Response:
    """An answer that shows a row, with the row's ETag once it is rendered."""
    state = find_state(row)

    def tag(rendered: Any) -> HttpResponse | None:
        return tag_answer(request, rendered, state)

    response.add_post_render_callback(tag)
    return response


def answer_row(
    view: GenericViewSet[Any], request: Request, row: Model, *, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    """A row as the view shows it after a change, with its ETag; a new one also with its address."""
    shown = view.get_queryset().get(pk=row.pk)
    data = view.get_serializer(shown).data
    headers = {"Location": data["url"]} if status == HTTPStatus.CREATED else None
    return answer_tagged(request, Response(data, status=status, headers=headers), shown)
