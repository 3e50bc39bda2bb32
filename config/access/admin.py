"""Tokens in the admin: made, shown once, revoked."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from config.access.models import DEFAULT_LIFE, Token
from sources.admin.look import display
from sources.admin.people import get_person
from sources.admin.record import RecordAdmin

STATES = {"usable": "success", "expired": "warning", "revoked": "danger"}


@admin.register(Token)
class TokenAdmin(RecordAdmin[Token]):
    """Tokens with which programs act as a person: shown once, when they are made; revoked, never deleted."""

    list_display = ("name", "user", "scope", "show_state", "show_begin", "last_used_at", "expires_at")
    list_filter = ("scope",)
    list_select_related = ("user",)
    autocomplete_fields = ("user",)
    readonly_fields = ("shown", "created_at", "created_by", "last_used_at", "revoked_at")
    actions = ("revoke_selected",)

    @display("State", label=STATES)
    def show_state(self, token: Token) -> str:
        """Whether it works."""
        return token.describe_state()

    @display("Begins with")
    def show_begin(self, token: Token) -> str:
        """The begin of the token, to tell one from another."""
        return f"{token.shown}…"

    @admin.action(description="Revoke", permissions=["revoke"])
    def revoke_selected(self, request: HttpRequest, queryset: QuerySet[Token]) -> None:
        """Make the selected tokens useless."""
        tokens = list(queryset)
        for token in tokens:
            token.revoke(by=get_person(request))
        messages.success(request, f"Revoked: {', '.join(map(str, tokens))}.")

    def get_fields(self, request: HttpRequest, obj: Token | None = None) -> Any:
        """A new token's person, name, scope and end; later also what became of it."""
        asked = ("user", "name", "scope", "expires_at")
        return asked if obj is None else (*asked, *self.readonly_fields)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A token lasts for 90 days unless said otherwise."""
        return {"expires_at": timezone.now() + DEFAULT_LIFE, **super().get_changeform_initial_data(request)}

    def save_model(self, request: HttpRequest, obj: Token, form: Any, change: bool) -> None:  # Django's
        """Make the token and show it, this once."""
        plain = obj.issue(by=get_person(request))
        messages.warning(request, f"The token is {plain} : copy it now, it is not shown again.")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Superusers alone: a token acts with its owner's rights, whoever knows it."""
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Token | None = None) -> bool:
        """Nobody: a token is revoked and a new one made."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Token | None = None) -> bool:
        """Nobody: what a token did refers to it."""
        return False

    def has_revoke_permission(self, request: HttpRequest) -> bool:
        """Administrators."""
        return request.user.has_perm("access.change_token")
