"""What a browser may load and run on the pages: what this site serves, and no script written into one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADER = "Content-Security-Policy"

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Styles are written into pages, and pictures of the admin's look are data."""

ALSO: Mapping[str, str] = MappingProxyType(
    {
        "/admin/": "'unsafe-eval'",  # Alpine, on which the look stands, makes functions of its attributes
        "/api/v1/docs/": "'unsafe-inline'",  # Swagger UI is begun by a script in its page
    }
)
"""What scripts may do besides, under which addresses."""


class ContentPolicy:
    """Tells browsers the policy with every page: a script that got into one would not run."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, with the policy where it is a page."""
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response[HEADER] = write_policy(request.path)
        return response


def write_policy(path: str) -> str:
    """The policy of a page by its address."""
    also = next((also for beginning, also in ALSO.items() if path.startswith(beginning)), "")
    return POLICY.replace("script-src 'self'", f"script-src 'self' {also}".strip())
