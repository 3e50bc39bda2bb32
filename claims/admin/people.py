"""Users, groups and tokens in the admin, in its look and with no way up for those below."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest
from rest_framework.authtoken.admin import TokenAdmin as RestTokenAdmin
from rest_framework.authtoken.admin import TokenChangeList as RestTokenList
from rest_framework.authtoken.models import TokenProxy

from sources.admin.look import (
    AdminPasswordChangeForm,
    AutocompleteSelectFilter,
    UserChangeForm,
    UserCreationForm,
    display,
)
from sources.admin.record import RecordAdmin, RecordList

RIGHTS = ("is_staff", "is_superuser", "groups", "user_permissions")

for _model in (User, Group, TokenProxy):
    admin.site.unregister(_model)


@admin.register(User)
class UserAdmin(DjangoUserAdmin, RecordAdmin[User]):  # type: ignore[type-arg]  # Django's takes no subscript
    """People with a login; one who leaves is deactivated, since reviews name him."""

    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "email", "first_name", "last_name", "is_staff", "is_active")
    list_filter = ("is_staff", "is_superuser", "is_active", ("groups", AutocompleteSelectFilter))

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Only a superuser gives rights: otherwise whoever may edit users could make himself one."""
        readonly = tuple(super().get_readonly_fields(request, obj))
        return readonly if request.user.is_superuser else (*readonly, *RIGHTS)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser, his password included, is changed by superusers alone."""
        if obj is not None and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody: what a person decided stays with his name."""
        return False


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, RecordAdmin[Group]):
    """Rights by name; given and taken by superusers alone."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Superusers alone."""
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Superusers alone."""
        return bool(request.user.is_superuser)


class TokenList(RestTokenList, RecordList):
    """Tokens are addressed by their person, never by their key."""


@admin.register(TokenProxy)
class TokenAdmin(RestTokenAdmin, RecordAdmin[TokenProxy]):
    """Keys with which programs log in as a person: shown once, when they are made."""

    list_display = ("user", "show_end", "created")
    list_display_links = None
    list_filter = ()
    autocomplete_fields = ("user",)
    fields = ("user",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[TokenProxy]:
        """Tokens with their people."""
        return super().get_queryset(request).select_related("user")

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[TokenList]:
        """The list's own class."""
        return TokenList

    @display("Key")
    def show_end(self, token: TokenProxy) -> str:
        """The end of the key, to tell one from another."""
        return f"…{token.key[-4:]}"

    def has_change_permission(self, request: HttpRequest, obj: TokenProxy | None = None) -> bool:
        """Nobody: a key is replaced by a new one."""
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Superusers alone: a token acts with its owner's rights."""
        return bool(request.user.is_superuser)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Log whose token was made, without the key, which is the token's name."""
        return _log(request, obj, ADDITION)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        """Log whose tokens were deleted, without their keys."""
        return [_log(request, token, DELETION) for token in queryset]


def _log(request: HttpRequest, token: TokenProxy, flag: int) -> LogEntry:
    """One line of the admin's log."""
    return LogEntry.objects.create(
        user=request.user,  # type: ignore[misc]  # staff are logged in
        content_type=ContentType.objects.get_for_model(TokenProxy, for_concrete_model=False),
        object_id=str(token.user_id),
        object_repr=f"token of {token.user}"[:200],
        action_flag=flag,
    )
