"""Bodies of requests: not too large, and to the API there as a whole, before anything is done with them."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from config.api.errors import API_PREFIX
from config.problems import answer_with_problem

WRITING = ("POST", "PUT", "PATCH", "DELETE")


class WholeBodies:
    """Refuses a body that is too large, and under the API's address one of unknown length or cut off.

    Django takes a multipart upload that ends early for a whole one, and so would the record. Outside of the
    API it would put a file of any size on the disk, for anybody, before any form is looked at.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The view's answer, or the refusal."""
        refusal = None
        if request.method in WRITING:
            is_of_api = request.path.startswith(API_PREFIX)
            refusal = self.refuse(request) if is_of_api else refuse_large_form(request)
        return refusal or self.get_response(request)

    def refuse(self, request: HttpRequest) -> HttpResponseBase | None:
        """The answer to a body that cannot be taken; None where it can."""
        if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
            detail = "Send the body with a Content-Length, not in chunks."
            return answer_with_problem(HTTPStatus.LENGTH_REQUIRED, code="length_required", detail=detail)
        length = state_length(request)
        limit = settings.ONRECORD_MAX_BODY_BYTES
        if length > limit:
            detail = f"The body has {length:,} bytes, more than the limit of {limit:,}: send it in parts."
            return answer_with_problem(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, code="body_too_large", detail=detail
            )
        if _read_length(request) < length:
            detail = "The body ends before its Content-Length: send it again, whole."
            return answer_with_problem(HTTPStatus.BAD_REQUEST, code="body_incomplete", detail=detail)
        return None


def refuse_large_form(request: HttpRequest) -> HttpResponse | None:
    """A plain page instead of the answer to a form that is too large; None where it is not."""
    limit = settings.ONRECORD_MAX_BODY_BYTES
    if state_length(request) <= limit:
        return None
    content = render_to_string("too_large.html", {"limit": limit})
    return HttpResponse(content, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def state_length(request: HttpRequest) -> int:
    """How many bytes the body has by its header; 0 where there is none."""
    stated = request.META.get("CONTENT_LENGTH") or ""
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _read_length(request: HttpRequest) -> int:
    """How many bytes of the body came; -1 where the connection broke."""
    try:
        return len(request.body)
    except UnreadablePostError:
        return -1
