"""Bodies of requests: not too large, and to the API there as a whole, before anything is done with them."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase

from config.problems import answer_with_problem, is_of_api, refuse

WRITING = ("POST", "PUT", "PATCH", "DELETE")


class WholeBodies:
    """Refuses a body that is too large, and under the API's address one of unknown length, cut off or coded.

    Django takes a multipart upload that ends early for a whole one, and so would the record. Outside of the
    API it would put a file of any size on the disk, for anybody, before any form is looked at.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The view's answer, or the refusal."""
        if request.method not in WRITING:
            return self.get_response(request)
        refusal = refuse_large(request) or refuse_coded(request) or refuse_partial(request)
        return refusal or self.get_response(request)


def refuse_large(request: HttpRequest) -> HttpResponse | None:
    """The answer to a body above the limit, to whatever address; None for any other."""
    length, limit = state_length(request), settings.ONRECORD_MAX_BODY_BYTES
    if length <= limit:
        return None
    return refuse(
        request,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        code="body_too_large",
        detail=f"What was sent has {length:,} bytes, more than the limit of {limit:,}: send it in parts.",
        page="too_large.html",
    )


def refuse_coded(request: HttpRequest) -> HttpResponse | None:
    """The API's answer to a body that is compressed; None to any other."""
    coding = request.headers.get("Content-Encoding", "").strip().lower()
    if not is_of_api(request) or coding in ("", "identity"):
        return None
    detail = f"The body comes in the coding “{coding:.20}”: send it as it is, without Content-Encoding."
    answer = answer_with_problem(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE, code="content_coding_unknown", detail=detail
    )
    answer["Accept-Encoding"] = "identity"
    return answer


def refuse_partial(request: HttpRequest) -> HttpResponse | None:
    """The API's answer to a body that is not there as a whole; None where it is, and for a page's form."""
    if not is_of_api(request):
        return None
    if "chunked" in request.headers.get("Transfer-Encoding", "").lower():
        detail = "Send the body with a Content-Length, not in chunks."
        return answer_with_problem(HTTPStatus.LENGTH_REQUIRED, code="length_required", detail=detail)
    if _read_length(request) < state_length(request):
        detail = "The body ends before its Content-Length: send it again, whole."
        return answer_with_problem(HTTPStatus.BAD_REQUEST, code="body_incomplete", detail=detail)
    return None


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
