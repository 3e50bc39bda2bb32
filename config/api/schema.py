"""What the schema says of the API as a whole: who may read, and the names of the code lists."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from django.conf import settings
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter
from rest_framework.fields import Field, URLField

from claims.codelists import Disposition, Kind, Voice
from claims.measures.quantity import Comparator
from claims.models import Subject
from claims.review import Action, Status
from claims.verdicts import Outcome
from config.access.permissions import is_open
from config.api.filtering import is_list, shows_shaped_rows
from sources.api.shapes import list_around, list_fields
from sources.models import Sentence, Source

# Three fields share the statuses and three fields named "kind" share nothing, so that the schema needs names.
CLAIM_KINDS = [kind.value for kind in Kind]
COMPARATORS = [comparator.value for comparator in Comparator]
DISPOSITIONS = [disposition.value for disposition in Disposition]
REVIEW_ACTIONS = [action.value for action in Action]
REVIEW_STATUSES = [status.value for status in Status]
SENTENCE_ROLES = Sentence.Role.choices
SOURCE_KINDS = Source.Kind.choices
SUBJECT_KINDS = Subject.Kind.choices
VERDICT_OUTCOMES = [outcome.value for outcome in Outcome]
VOICES = [voice.value for voice in Voice]

FORMAT = "The format of the answer; it goes before what `Accept` asks for."
FIELDS = (
    "The fields of a row that are shown, with commas between; all unless given. The others are then absent, "
    "also those that a row's schema requires."
)
EXPAND = "The rows around a row that are shown in full, under `expanded`, with commas between."


IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    {"type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$"},
    OpenApiParameter.HEADER,
    description=(
        "A new key for each request, such as a UUID: sent again with the same key and body, the request is "
        "answered as before and not done again. Another body is refused with 422."
    ),
)


PROBLEM_CONTENT = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


class ApiSchema(AutoSchema):
    """An endpoint's description, with what is the same for all of them."""

    def get_override_parameters(self) -> list[Any]:
        """Every POST takes an Idempotency-Key, and what shows rows the names of what is shown of them."""
        shapes = list_shapes(self.view) if self.method == "GET" and shows_shaped_rows(self.view) else ()
        key = [IDEMPOTENCY_KEY] if self.method == "POST" else []
        return [*super().get_override_parameters(), *key, *shapes]

    def get_filter_backends(self) -> list[Any]:
        """The filters of a list, in a standard of the field as well, whose answer is no array of rows."""
        return list(getattr(self.view, "filter_backends", ())) if is_list(self.view) else []

    def _get_pagination_parameters(self) -> list[dict[str, Any]]:
        """The parameters of pages, of the same lists."""
        paginator = getattr(self.view, "paginator", None) if is_list(self.view) else None
        return list(paginator.get_schema_operation_parameters(self.view)) if paginator else []

    def _get_format_parameters(self) -> list[dict[str, Any]]:
        """The parameter `format`, which drf-spectacular leaves without a word."""
        parameters: list[dict[str, Any]] = super()._get_format_parameters()
        return [{**parameter, "description": FORMAT} for parameter in parameters]

    def _insert_field_validators(self, field: Field[Any, Any, Any, Any], schema: dict[str, Any]) -> None:
        """What the field's validators demand; an address that may be empty is no URI then."""
        super()._insert_field_validators(field, schema)  # type: ignore[no-untyped-call]
        if isinstance(field, URLField) and (field.read_only or field.allow_blank):
            schema.pop("format", None)

    def get_auth(self) -> list[dict[str, Any]]:
        """Any of these is enough; {} is nobody at all."""
        anonymous = is_open(self.method, self.view) and settings.ONRECORD_ANONYMOUS_READ
        return [*super().get_auth(), *([{}] if anonymous else [])]


def list_shapes(view: Any) -> Iterator[OpenApiParameter]:
    """The parameters that say what of a view's rows is shown."""
    row = view.get_serializer_class()()
    yield name_among("fields", list_fields(row), FIELDS)
    if list_around(row):
        yield name_among("expand", list_around(row), EXPAND)


def name_among(parameter: str, names: list[str], meaning: str) -> OpenApiParameter:
    """A parameter that takes some of the names, with commas between.

    A text, not an array: most made clients would send an array as a parameter that is given again and again.
    """
    name = f"({'|'.join(names)})"
    return OpenApiParameter(
        parameter,
        {"type": "string", "pattern": f"^{name}(,{name})*$", "examples": [",".join(names[:2])]},
        description=f"{meaning} There are: {', '.join(names)}.",
    )


def add_common_problems(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Give every operation of the schema the problems that any request may meet."""
    for methods in result["paths"].values():
        for method, operation in methods.items():
            problems = {
                HTTPStatus.TOO_MANY_REQUESTS: "Too many requests; `Retry-After` says how long to wait.",
                HTTPStatus.SERVICE_UNAVAILABLE: "The database is gone for a moment, or took too long.",
            }
            if method == "post":
                problems[HTTPStatus.CONFLICT] = (
                    "What is there does not allow it, or a request with this key is being answered."
                )
                problems[HTTPStatus.UNPROCESSABLE_ENTITY] = (
                    "The Idempotency-Key was used for another request."
                )
            for status, meaning in problems.items():
                operation["responses"].setdefault(
                    str(status.value), {"content": PROBLEM_CONTENT, "description": meaning}
                )
    return result


HEADERS: Mapping[str, Any] = {
    "ETag": {
        "description": "The state of the row, then a digest of the answer: a change sends it as `If-Match`.",
        "required": True,
        "schema": {"type": "string"},
        "example": '"3.5f0c2f6a1b9d4e77"',
    },
    "Location": {
        "description": "Where the row is read.",
        "required": True,
        "schema": {"type": "string", "format": "uri"},
        "example": "https://onrecord.example/api/v1/claims/01a19be4-9010-7000-8000-0000000000e3/",
    },
    "Idempotency-Replayed": {
        "description": "`true` where the answer is the one to an earlier request with the same key.",
        "schema": {"type": "string", "enum": ["true"]},
    },
    "Retry-After": {
        "description": "After how many seconds the same request may be sent again.",
        "schema": {"type": "integer", "minimum": 1},
        "example": 12,
    },
}
"""What an answer says beside its body, for clients that go on from it."""


def add_headers(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """Tell of the headers of every operation's answers."""
    result["components"]["headers"] = dict(HEADERS)
    operations = [(method, op) for methods in result["paths"].values() for method, op in methods.items()]
    rows = [find_body(op["responses"]["200"]) for _, op in operations if is_detail(op)]
    for method, operation in operations:
        for status, answer in operation["responses"].items():
            names = list(list_headers(method, status, shows_row=find_body(answer) in rows))
            if names:
                answer["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    return result


def is_detail(operation: dict[str, Any]) -> bool:
    """Whether an operation reads one row."""
    return str(operation["operationId"]).endswith("_retrieve")


def find_body(answer: dict[str, Any]) -> str:
    """The component that an answer has as JSON; "" for none."""
    return str(answer.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", ""))


def list_headers(method: str, status: str, *, shows_row: bool) -> Iterator[str]:
    """The headers of an answer that are told of; `shows_row`: it is a row as its own address shows it."""
    if status in {"429", "503"} or (status, method) == ("409", "post"):
        yield "Retry-After"
    if shows_row:
        yield "ETag"
    if status == "201":
        yield "Location"
    if method == "post" and status.startswith("2"):
        yield "Idempotency-Replayed"
