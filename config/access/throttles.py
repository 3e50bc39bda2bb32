"""How often the API may be asked: by a token, by a person with a session, by an address.

Wrong tokens and wrong passwords are counted the same way.
"""

import re
import time
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import IPv6Address, ip_address, ip_network
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
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


def count_up(name: str, rate: str) -> float:
    """Count one more under a name; the seconds to wait if that is more than its rate allows, else 0.

    One number in the cache for each window of time, however often it is counted up. Each server process
    counts by itself unless CACHES names a cache that they share.
    """
    allowed = read_rate(rate)
    if allowed is None:
        return 0
    most, seconds = allowed
    now = time.time()
    key = f"throttle:{name}:{int(now // seconds)}"
    cache.add(key, 0, timeout=seconds)
    try:
        counted = cache.incr(key)
    except ValueError:  # the window ended between the two
        return 0
    return seconds - now % seconds if counted > most else 0


def count_down(name: str, rate: str) -> None:
    """Take back one of what was counted in this window."""
    allowed = read_rate(rate)
    if allowed is not None:
        with suppress(ValueError):  # the window has ended since
            cache.decr(f"throttle:{name}:{int(time.time() // allowed[1])}")


def name_address(request: HttpRequest | Request) -> str:
    """Under which name what comes from an address is counted."""
    # DRF's reading, which knows how many proxies are trusted. A server on a Unix socket may tell none.
    told = BaseThrottle().get_ident(request) or "unknown"  # type: ignore[arg-type]  # both have META
    try:
        address = ip_address(told)
    except ValueError:
        return f"address-{quote(told)[:100]}"
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        # Whoever has one address of IPv6 has all that share its first half.
        return f"address-{ip_network((address, 64), strict=False).network_address}"
    return f"address-{quote(told)}"


class Rates(BaseThrottle):
    """Counts requests of a token, a person with a session, or an address."""

    def allow_request(self, request: Request, view: "APIView") -> bool:
        """Whether this one is within the rate."""
        is_known = request.user.is_authenticated
        rate = settings.ONRECORD_THROTTLE_LOGGED_IN if is_known else settings.ONRECORD_THROTTLE_ANONYMOUS
        self.left = count_up(self._name(request), rate)
        return not self.left

    def wait(self) -> float:
        """How many seconds are left of the window."""
        return self.left

    def _name(self, request: Request) -> str:
        """Whose requests are counted together."""
        if isinstance(request.auth, Token):
            return f"token-{request.auth.pk}"
        if request.user.is_authenticated:
            return f"person-{request.user.pk}"
        return name_address(request)
