"""How the schema tells of problems, and of the two endpoints that every resource has."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
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
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body is not JSON.",
}


class FieldErrorSerializer(serializers.Serializer[Any]):
    """What is wrong with one field or parameter."""

    field = serializers.CharField(help_text="Its name, or the path to it; empty for the input as a whole.")
    code = serializers.CharField(help_text="What is wrong, as a stable word.")
    detail = serializers.CharField(help_text="What is wrong and how to mend it.")


class ProblemSerializer(serializers.Serializer[Any]):
    """Why a request was refused (RFC 9457)."""

    type = serializers.CharField(help_text="A URN made of the code.")
    title = serializers.CharField(help_text="The status in words.")
    status = serializers.IntegerField()
    detail = serializers.CharField(help_text="What is wrong and how to mend it.")
    code = serializers.CharField(help_text="A stable word for the case, such as `illegal_move`.")
    errors = FieldErrorSerializer(many=True, required=False, help_text="One entry for each field at fault.")  # type: ignore[assignment]


def describe_answers(answer: Any, *problems: HTTPStatus) -> Responses:
    """The answers of an endpoint for its schema: the good one, and the problems that may come instead."""
    answers: Responses = {(HTTPStatus.OK.value, "application/json"): answer}
    for status in problems:
        answers[status.value, "application/problem+json"] = OpenApiResponse(
            ProblemSerializer, description=MEANINGS[status]
        )
    return answers


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
        refusals = (HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED)
        decorated: _View = extend_schema_view(
            list=extend_schema(
                summary=f"List {plural}",
                responses={**describe_answers(row(many=True), *refusals), **(files or {})},
            ),
            retrieve=extend_schema(
                summary=f"Read {singular}",
                responses=describe_answers(detail or row, *refusals, HTTPStatus.NOT_FOUND),
            ),
        )(view)
        return decorated

    return describe
