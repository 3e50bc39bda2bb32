"""The login of the admin, which does not let anybody guess passwords for long."""

import math
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from unfold.forms import AuthenticationForm

from config.access.models import hash_plain
from config.access.throttles import count_down, count_up, name_address, read_rate

NAMES_AT_ONCE = 10
"""How many names an address may use up: an office has one address."""


class LoginForm(AuthenticationForm):  # type: ignore[misc]  # unfold has no types
    """Counts a try before the password is looked at, and takes it back where it was right.

    So many tries at once are no more than one after the other. By name alone nothing is counted: anybody
    could then lock anybody out.
    """

    wait = 0
    """Seconds until another try is looked at; 0 where this one was."""

    def clean(self) -> Any:
        """Log in; raises ValidationError for a wrong password, and for any behind too many of them."""
        tries = list_tries(self.request, self.cleaned_data.get("username", ""))
        for name, rate in tries:
            self.wait = math.ceil(count_up(name, rate))
            if self.wait:
                raise ValidationError(f"Too many wrong passwords: try again {tell_wait(self.wait)}.")
        cleaned = super().clean()
        for name, rate in tries:
            count_down(name, rate)
        return cleaned


def list_tries(request: HttpRequest, username: str) -> list[tuple[str, str]]:
    """What a try counts for, each with its rate: the address, and the address with the name."""
    rate: str = settings.ONRECORD_THROTTLE_LOGIN
    allowed = read_rate(rate)
    if allowed is None:
        return []
    address = name_address(request)
    _, period = rate.split("/")
    return [
        (f"login-{address}", f"{allowed[0] * NAMES_AT_ONCE}/{period}"),
        (f"login-{address}-{hash_plain(username.casefold())}", rate),
    ]


def tell_wait(seconds: int) -> str:
    """When to try again, in words."""
    minutes = math.ceil(seconds / 60)
    return "in a minute" if minutes == 1 else f"in {minutes} minutes"


def log_in(request: HttpRequest) -> HttpResponseBase:
    """The admin's own page; 429 with Retry-After where no try is looked at."""
    response: HttpResponseBase = admin.site.login(request)
    form = (response.context_data or {}).get("form") if isinstance(response, TemplateResponse) else None
    if isinstance(form, LoginForm) and form.wait:
        response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        response["Retry-After"] = str(form.wait)
    return response
