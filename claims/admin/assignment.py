"""Assignments in the admin: whose work is what, given and ended here."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.agreement import list_reviewers
from claims.desk import assign
from claims.errors import ClaimsError
from claims.models import Assignment
from claims.models.assignment import CRITERIA
from claims.roles import ASSIGN_WORK
from sources.admin.look import AutocompleteSelectFilter, DropdownFilter, UnfoldAdminSelectWidget, display
from sources.admin.people import get_person
from sources.admin.record import RecordAdmin
from sources.admin.words import isolate

if TYPE_CHECKING:
    _ModelForm = forms.ModelForm[Assignment]
else:
    _ModelForm = forms.ModelForm  # takes no subscript at run time


class AssignmentForm(_ModelForm):
    """Who gets what; only people who may review are offered."""

    class Meta:
        model = Assignment
        fields = ("assignee", *CRITERIA, "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "assignee" in self.fields:
            self.fields["assignee"].queryset = list_reviewers()  # type: ignore[attr-defined]


class StateFilter(DropdownFilter):
    """Whether the work is still to be done."""

    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Open or ended."""
        return [("open", "open"), ("ended", "ended")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Assignment]) -> QuerySet[Assignment]:
        """Assignments in that state."""
        return queryset.filter(ended_at__isnull=self.value() == "open") if self.value() else queryset


class MineFilter(DropdownFilter):
    """Whether the work is one's own."""

    title = "whose"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """One's own, or everybody's."""
        return [("yes", "my assignments")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Assignment]) -> QuerySet[Assignment]:
        """The person's own assignments."""
        return queryset.filter(assignee=get_person(request)) if self.value() else queryset


@admin.register(Assignment)
class AssignmentAdmin(RecordAdmin[Assignment]):
    """Work that is somebody's; ended, never changed or deleted."""

    list_display = ("assignee", "show_what", "show_state", "assigned_by", "assigned_at", "show_note")
    list_filter = (MineFilter, StateFilter, ("source", AutocompleteSelectFilter))
    search_fields = ("assignee__username", "note")
    ordering = ("-id",)
    actions = ("end_selected",)
    form = AssignmentForm
    autocomplete_fields = ("source", "speaker", "statistic")
    fields = ("assignee", *CRITERIA, "note")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Assignment]:
        """Assignments with whom and what they name."""
        related = ("assignee", "assigned_by", "source", "speaker", "statistic")
        return super().get_queryset(request).select_related(*related)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """People are chosen from a short list, the rest is found by its words."""
        if db_field.name == "assignee":
            kwargs["widget"] = UnfoldAdminSelectWidget()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @display("What")
    def show_what(self, assignment: Assignment) -> SafeString:
        """The criteria, which hold together."""
        return isolate(assignment.name_work())

    @display("State", label={"open": "info", "ended": "success"})
    def show_state(self, assignment: Assignment) -> str:
        """Whether it is still to be done."""
        return "open" if assignment.ended_at is None else "ended"

    @display("Note")
    def show_note(self, assignment: Assignment) -> SafeString:
        """What was said with it."""
        return isolate(assignment.note or "–", limit=80)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Who may assign work."""
        return request.user.has_perm(ASSIGN_WORK)

    def has_change_permission(self, request: HttpRequest, obj: Assignment | None = None) -> bool:
        """Nobody: work is ended and assigned anew."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Assignment | None = None) -> bool:
        """Nobody: who had which work stays on the record."""
        return False

    def save_model(self, request: HttpRequest, obj: Assignment, form: Any, change: bool) -> None:
        """Assign, by the desk's own function."""
        obj.pk = assign(obj.assignee, by=get_person(request), note=obj.note, **obj.criteria).pk

    @admin.action(description="End")
    def end_selected(self, request: HttpRequest, queryset: QuerySet[Assignment]) -> None:
        """Say that the work is done, or take it back; one's own, or anybody's for who may assign."""
        ended, refused = 0, set()
        for assignment in queryset:
            try:
                assignment.end(by=get_person(request))
            except ClaimsError as error:
                refused.add(str(error))
            else:
                ended += 1
        if ended:
            messages.success(request, f"{ended} assignments ended." if ended > 1 else "1 assignment ended.")
        for why in refused:
            messages.error(request, why)
