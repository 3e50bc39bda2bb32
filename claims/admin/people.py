"""Users and groups in the admin, in its look and with no way up for those below."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from sources.admin.look import (
    AdminPasswordChangeForm,
    AutocompleteSelectFilter,
    UserChangeForm,
    UserCreationForm,
)
from sources.admin.record import RecordAdmin

RIGHTS = ("is_staff", "is_superuser", "groups", "user_permissions")

for _model in (User, Group):
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
