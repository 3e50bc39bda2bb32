"""How the schema tells of problems, and of the two endpoints that every resource has."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    extend_schema_view,
)
from rest_framework import serializers
from rest_framework.viewsets import GenericViewSet

_View = TypeVar("_View", bound=type[GenericViewSet[Any]])
Responses = dict[tuple[int, str], Any]

MEANINGS = {
    HTTPStatus.BAD_REQUEST: "A parameter or the body is not as it should be; `errors` says which and how.",
    HTTPStatus.UNAUTHORIZED: "A login or a token is needed, or the token is unknown.",
    HTTPStatus.FORBIDDEN: "The person may not do this.",
    HTTPStatus.NOT_FOUND: "There is no such row.",
    HTTPStatus.CONFLICT: "The row does not allow it as it stands.",
    HTTPStatus.PRECONDITION_FAILED: "The row has changed since the state that If-Match names.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body or the text is larger than what is taken at once.",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is in no format that is taken here.",
    HTTPStatus.PRECONDITION_REQUIRED: "If-Match is missing: it says which state is to be changed.",
}

BODY_PROBLEMS = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)
"""What may refuse a request that puts something new on the record."""

CHANGE_PROBLEMS = (
    *BODY_PROBLEMS,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.PRECONDITION_FAILED,
    HTTPStatus.PRECONDITION_REQUIRED,
)
"""What may refuse a change of what is there."""

_READ_PROBLEMS = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED)

IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    description=(
        "The ETag with which the row was read, so that nobody's work is overwritten; "
        "`*` for whatever is there. Without it the answer is 428, and 412 where the row has changed since."
    ),
    examples=[
        OpenApiExample("As it was read", '"3.5f0c2f6a1b9d4e77"'),
        OpenApiExample("Whatever it is", "*"),
    ],
)


class FieldErrorSerializer(serializers.Serializer[Any]):
    """What is wrong with one field or parameter."""

    field = serializers.CharField(help_text="Its name, or the path to it; empty for the input as a whole.")
    code = serializers.CharField(help_text="What is wrong, as a stable word.")
    detail = serializers.CharField(help_text="What is wrong and how to mend it.")


class ChangedFieldSerializer(serializers.Serializer[Any]):
    """What a field was and is, in words."""

    before = serializers.CharField()
    after = serializers.CharField()


class UseSerializer(serializers.Serializer[Any]):
    """Rows of one sort that refer to a row."""

    rows = serializers.CharField(help_text="What they are, such as `claims`.")
    number = serializers.IntegerField(help_text="How many there are, counted up to 1,000.")
    has_more = serializers.BooleanField(help_text="Whether there are more than that.")
    examples = serializers.ListField(child=serializers.UUIDField(), help_text="The ids of up to three.")


class ProblemSerializer(serializers.Serializer[Any]):
    """Why a request was refused (RFC 9457)."""

    type = serializers.CharField(help_text="A URN made of the code.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="What is wrong and how to mend it.")
    code = serializers.CharField(help_text="A stable word for the case, such as `illegal_move`.")
    errors = FieldErrorSerializer(many=True, required=False, help_text="One entry for each field at fault.")  # type: ignore[assignment]
    changes = serializers.DictField(
        child=ChangedFieldSerializer(),
        required=False,
        help_text="Of a claim that has changed meanwhile: each field that did.",
    )
    moves = serializers.ListField(
        child=serializers.CharField(), required=False, help_text="What people did to it, in words."
    )
    uses = UseSerializer(
        many=True, required=False, help_text="Of a row that is not deleted: the rows that refer to it."
    )


def describe_answers(answer: Any, *problems: HTTPStatus, status: HTTPStatus = HTTPStatus.OK) -> Responses:
    """The answers of an endpoint for its schema: the good one, and the problems that may come instead."""
    return {(status.value, "application/json"): answer, **describe_problems(*problems)}


def describe_problems(*problems: HTTPStatus) -> Responses:
    """The problems that may come of an endpoint, for its schema."""
    return {
        (status.value, "application/problem+json"): OpenApiResponse(
            ProblemSerializer, description=MEANINGS[status]
        )
        for status in problems
    }


def describe_resource(
    singular: str,
    plural: str,
    row: type[serializers.BaseSerializer[Any]],
    *,
    detail: Any = None,
    files: Responses | None = None,
) -> Callable[[_View], _View]:
    """Give a view's list and detail their summaries and answers in the schema.

    files: the answers in which the list is given as a file.
    """

    def describe(view: _View) -> _View:
        decorated: _View = extend_schema_view(
            list=describe_list(plural, row, files=files),
            retrieve=extend_schema(
                summary=f"Read {singular}",
                responses=describe_answers(detail or row, *_READ_PROBLEMS, HTTPStatus.NOT_FOUND),
            ),
        )(view)
        return decorated

    return describe


def describe_list(
    plural: str, row: type[serializers.BaseSerializer[Any]], *, files: Responses | None = None
) -> Any:
    """The summary and the answers of a list in the schema; files: those in which it is given as a file."""
    return extend_schema(
        summary=f"List {plural}",
        responses={**describe_answers(row(many=True), *_READ_PROBLEMS), **(files or {})},
    )
