"""Who sends a request, by the token in its header."""

from typing import TYPE_CHECKING

import pghistory
from django.conf import settings
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import AuthenticationFailed, Throttled
from rest_framework.request import Request

from config.access.models import Token
from config.access.throttles import count_up, name_address

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


class _OwnToken(TokenAuthentication):
    """DRF's reading of the header, with tokens of our own."""

    model = Token

    def authenticate_credentials(self, key: str) -> "tuple[AbstractUser, Token]":
        """The person and the token; raises AuthenticationFailed with a code that says why not."""
        token = Token.objects.of_plain(key)
        if token is None:
            raise AuthenticationFailed("There is no such token.")
        if token.revoked_at is not None:
            raise AuthenticationFailed("The token was revoked: ask for a new one.", code="token_revoked")
        if token.is_expired():
            raise AuthenticationFailed(
                f"The token expired at {token.expires_at:%Y-%m-%d %H:%M} UTC: ask for a new one.",
                code="token_expired",
            )
        if not token.user.is_active:
            raise AuthenticationFailed("The token's owner may not log in any more.", code="person_inactive")
        token.note_use()
        pghistory.context(token=str(token.uid))  # the audit trail tells which of a person's programs it was
        return token.user, token


class ApiToken(_OwnToken):
    """A token in the header: `Authorization: Bearer TOKEN` (RFC 6750), or `Token TOKEN` as DRF writes it."""

    keyword = "Bearer"

    def authenticate(self, request: Request) -> "tuple[AbstractUser, Token] | None":
        """Whose token it is, None where there is none; raises AuthenticationFailed for a useless one."""
        return super().authenticate(request) or _OwnToken().authenticate(request)


class CountedToken(ApiToken):
    """The same for views: a useless token counts as a request without a login, or nobody would count it."""

    def authenticate(self, request: Request) -> "tuple[AbstractUser, Token] | None":
        """As above; raises Throttled where the address has sent too many."""
        try:
            return super().authenticate(request)
        except AuthenticationFailed:
            wait = count_up(name_address(request), settings.ONRECORD_THROTTLE_ANONYMOUS)
            if wait:
                raise Throttled(wait) from None
            raise
