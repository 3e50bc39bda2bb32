"""Problems, the form in which every error is told to programs (RFC 9457)."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse, JsonResponse

MEDIA_TYPE = "application/problem+json"


def make_problem(
    status: int, *, code: str, detail: str, errors: Iterable[Mapping[str, str]] = (), **members: Any
) -> dict[str, Any]:
    """A problem: `code` is stable, `type` is it as a URN, `errors` is there where fields are at fault."""
    problem: dict[str, Any] = {
        "type": f"urn:problem-type:onrecord:{code}",
        "title": HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "code": code,
        **members,
    }
    return {**problem, "errors": list(errors)} if errors else problem


def answer_with_problem(status: HTTPStatus, *, code: str, detail: str) -> HttpResponse:
    """A problem as the whole answer, for what answers outside of the API's views."""
    return JsonResponse(
        make_problem(status, code=code, detail=detail), status=status, content_type=MEDIA_TYPE
    )
