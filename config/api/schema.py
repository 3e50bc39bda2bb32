"""What the schema says of the API as a whole: who may read, and the names of the code lists."""

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
        """Every POST takes an Idempotency-Key."""
        parameters = super().get_override_parameters()
        return [*parameters, IDEMPOTENCY_KEY] if self.method == "POST" else parameters

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
