"""Who may do what through the API: the setting for reading, the token's scope, the person's role."""

from typing import TYPE_CHECKING

from django.conf import settings
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from claims.errors import NotPermittedError
from claims.roles import require
from config.access.models import Token
from sources.api.needs import UNDECLARED, Need, Scope

if TYPE_CHECKING:
    from rest_framework.views import APIView  # which loads this module while it is itself loading


class ReadOrPermitted(BasePermission):
    """Anybody reads where ONRECORD_ANONYMOUS_READ is on; changes need a login, a scope and a permission.

    The models' methods ask for the permission again: here it is asked before anything is looked up, so
    that who may not do a thing learns nothing else.
    """

    def has_permission(self, request: Request, view: "APIView") -> bool:
        """Whether the request may go on; raises NotAuthenticated or PermissionDenied."""
        # A method that the address does not have is answered with 405, whoever asks: no login would help.
        if request.method not in SAFE_METHODS and not hasattr(view, str(request.method).lower()):
            return True
        reading = is_open(request.method, view)
        if not (reading and settings.ONRECORD_ANONYMOUS_READ) and not request.user.is_authenticated:
            raise NotAuthenticated("Log in, or send a token in a header: Authorization: Bearer TOKEN.")
        if not reading:
            check_need(request, find_need(view))
        return True


def is_open(method: str | None, view: "APIView") -> bool:
    """Whether a request reads what anybody may read where the setting is on: a view may need more even so."""
    return method in SAFE_METHODS and getattr(view, "action", None) not in getattr(view, "needs", {})


def find_need(view: "APIView") -> Need:
    """What the view says that its action needs; a view without actions has one need for every change."""
    needs: dict[str, Need] = getattr(view, "needs", {})
    return needs.get(getattr(view, "action", None) or "post", UNDECLARED)


def check_need(request: Request, need: Need) -> None:
    """Refuse a token of too small a scope, then a person without the permission; raises PermissionDenied."""
    if isinstance(request.auth, Token) and not Scope(request.auth.scope).allows(need.scope):
        raise PermissionDenied(
            f"The token's scope is “{request.auth.scope}”; this needs “{need.scope}”.", code="scope_too_small"
        )
    if need.permission:
        try:
            require(request.user, need.permission)
        except NotPermittedError as error:
            raise PermissionDenied(str(error), code=need.refusal) from error
