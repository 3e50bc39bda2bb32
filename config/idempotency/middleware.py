"""`Idempotency-Key`: a POST to the API that is sent again is answered again and not done again."""

import hashlib
import re
from collections.abc import Callable
from http import HTTPStatus

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from config.access.authentication import ApiToken
from config.idempotency.models import find_kept, keep, take_key
from config.problems import answer_with_problem, is_of_api

_KEY = re.compile(r"[\x21-\x7e]{1,255}")
_BOUNDARY = re.compile(rb'boundary="?([^";,]+)', re.IGNORECASE)


class DoneOnce:
    """Does a request and keeps its answer in one transaction, never one without the other."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The view's answer, the one that is kept, or a refusal."""
        key = request.headers.get("Idempotency-Key")
        if request.method != "POST" or key is None or not is_of_api(request):
            return self.get_response(request)
        if not _KEY.fullmatch(key):
            detail = "An Idempotency-Key has 1 to 255 visible ASCII characters; take a UUID."
            return answer_with_problem(HTTPStatus.BAD_REQUEST, code="idempotency_key_invalid", detail=detail)
        person = find_person(request)
        if person is None:  # the view says why
            return self.get_response(request)
        with transaction.atomic():
            return self._answer_once(request, person, key)

    def _answer_once(self, request: HttpRequest, person: User, key: str) -> HttpResponse:
        if not take_key(person, key):
            detail = "A request with this Idempotency-Key is being answered: send it again in a second."
            answer = answer_with_problem(HTTPStatus.CONFLICT, code="idempotency_in_progress", detail=detail)
            answer["Retry-After"] = "1"
            return answer
        digest = hash_request(request)
        kept = find_kept(person, key)
        if kept is not None and kept.request_sha256 == digest:
            return kept.replay()
        if kept is not None:
            detail = "This Idempotency-Key was used for another request: take a new key for each request."
            return answer_with_problem(
                HTTPStatus.UNPROCESSABLE_ENTITY, code="idempotency_key_reused", detail=detail
            )
        answer = self.get_response(request)
        if 200 <= answer.status_code < 300:
            keep(person, key, digest, answer)
        else:
            transaction.set_rollback(True)  # what is refused leaves nothing
        return answer


def find_person(request: HttpRequest) -> User | None:
    """Who sends the request, None where nobody or nobody who may."""
    try:
        user = Request(request, authenticators=[ApiToken(), SessionAuthentication()]).user
    except APIException:
        return None
    return user if isinstance(user, User) else None


def hash_request(request: HttpRequest) -> str:
    """A digest that is the same for the same request: address, format and body.

    A client that sends a form again chooses another boundary between its parts.
    """
    content_type = request.headers.get("Content-Type", "").encode(errors="replace")
    body = request.body
    boundary = _BOUNDARY.search(content_type)
    if boundary:
        content_type = content_type.replace(boundary[1], b"")
        body = body.replace(boundary[1], b"")
    parts = (request.get_full_path().encode(), content_type, body)
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
