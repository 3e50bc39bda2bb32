"""Addresses of changes: what is to be done stands in the body, and nothing beside the address is ignored."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.settings import api_settings

from config.api.bodies import WRITING
from config.api.errors import describe
from config.api.filtering import refuse_parameters
from config.problems import MEDIA_TYPE, is_of_api


class PlainWrites:
    """Refuses a change whose address has a parameter that it would ignore, such as a field of the body.

    The filters see only the requests that look rows up, and what makes a row looks up none.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Leave the request to those that follow."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_: Any) -> HttpResponse | None:
        """The refusal, None where there is nothing to refuse and for what only sends on to an endpoint."""
        if request.method not in WRITING or not is_of_api(request) or not hasattr(view, "cls"):
            return None
        try:
            refuse_parameters(Request(request), known=[api_settings.URL_FORMAT_OVERRIDE or ""])
        except ValidationError as error:
            problem = describe(error)
            return JsonResponse(problem, status=problem["status"], content_type=MEDIA_TYPE)
        return None
