"""How often the API may be asked: by a token, by a person with a session, by an address."""

import re
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.core.cache import cache
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from config.access.models import Token

if TYPE_CHECKING:
    from rest_framework.views import APIView  # which loads this module while it is itself loading

SECONDS: Mapping[str, int] = MappingProxyType({"second": 1, "minute": 60, "hour": 3600, "day": 86400})


def read_rate(text: str) -> tuple[int, int] | None:
    """How many requests in how many seconds "600/minute" allows; None for "", which is no limit."""
    if not text:
        return None
    rate = re.fullmatch(r"([1-9]\d{0,8})/(second|minute|hour|day)", text)
    if rate is None:
        raise ValueError(f"“{text}” is no rate: write one such as 600/minute, or nothing for no limit.")
    return int(rate[1]), SECONDS[rate[2]]


class Rates(BaseThrottle):
    """Counts requests by windows of time: one number in the cache, however many requests there are.

    Each server process counts by itself unless CACHES names a cache that they share.
    """

    def allow_request(self, request: Request, view: "APIView") -> bool:
        """Whether this one is within the rate."""
        rate = read_rate(
            settings.ONRECORD_THROTTLE_LOGGED_IN
            if request.user.is_authenticated
            else settings.ONRECORD_THROTTLE_ANONYMOUS
        )
        if rate is None:
            return True
        most, seconds = rate
        now = time.time()
        self.left = seconds - now % seconds
        key = f"throttle:{self._name(request)}:{int(now // seconds)}"
        cache.add(key, 0, timeout=seconds)
        try:
            return cache.incr(key) <= most
        except ValueError:  # the window ended between the two
            return True

    def wait(self) -> float:
        """How many seconds are left of the window."""
        return self.left

    def _name(self, request: Request) -> str:
        """Whose requests are counted together."""
        if isinstance(request.auth, Token):
            return f"token-{request.auth.pk}"
        if request.user.is_authenticated:
            return f"person-{request.user.pk}"
        address = self.get_ident(request) or "unknown"  # a server on a Unix socket may tell none
        return f"address-{quote(address)[:100]}"
