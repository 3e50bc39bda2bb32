"""Who may use the API: reading is open where the settings say so, writing needs a login."""

from typing import TYPE_CHECKING

from django.conf import settings
from rest_framework.authentication import TokenAuthentication
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from rest_framework.authtoken.models import Token
    from rest_framework.views import APIView  # which loads this module while it is itself loading


class ApiToken(TokenAuthentication):
    """A token in the header: `Authorization: Bearer TOKEN` (RFC 6750), or `Token TOKEN` as DRF writes it."""

    keyword = "Bearer"

    def authenticate(self, request: Request) -> "tuple[AbstractUser, Token] | None":
        """Whose token it is, None where there is none; raises AuthenticationFailed for an unknown one."""
        return super().authenticate(request) or TokenAuthentication().authenticate(request)


class ReadOrLogin(BasePermission):
    """Anybody reads where ONRECORD_ANONYMOUS_READ is on; all else needs a token or a session."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether the request may go on; raises NotAuthenticated."""
        reading = request.method in SAFE_METHODS and settings.ONRECORD_ANONYMOUS_READ
        if not reading and not request.user.is_authenticated:
            raise NotAuthenticated("Log in, or send a token in a header: Authorization: Bearer TOKEN.")
        return True
