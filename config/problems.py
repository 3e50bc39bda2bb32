"""Problems, the form in which every error is told to programs (RFC 9457), and which requests are theirs."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

MEDIA_TYPE = "application/problem+json"

API_PREFIX = "/api/"


def is_of_api(request: HttpRequest) -> bool:
    """Whether a request is a program's, by its address: its errors are told as problems, not as pages."""
    return request.path.startswith(API_PREFIX)


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


def refuse(request: HttpRequest, status: HTTPStatus, *, code: str, detail: str, page: str) -> HttpResponse:
    """The refusal of any request in the form of its address: a problem, or a plain page with the detail."""
    if is_of_api(request):
        return answer_with_problem(status, code=code, detail=detail)
    return HttpResponse(render_to_string(page, {"detail": detail}), status=status)
