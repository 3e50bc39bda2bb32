"""Claims in the admin: their list, their page and their review."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString

from claims.admin.about_claim import locate_claim
from claims.admin.claim_form import CONTEXT_FIELDS, VALUE_FIELDS, ClaimForm
from claims.admin.claim_page import describe_claim
from claims.admin.filters import ComparatorFilter, UnitFilter, ValueFilter
from claims.admin.moves import MOST_AT_ONCE, PAST, MoveForm, read_seen, report
from claims.admin.rows import STATUS_LOOK, ClaimRow
from claims.admin.second_pass import show_notice
from claims.desk import review_each
from claims.models import Claim
from claims.review import NEEDS_REASON, Action, Status
from claims.roles import ASK_SECOND_PASS, REVIEW_CLAIM
from claims.second_pass import ask_for
from sources.admin.faults import tell_faults
from sources.admin.look import AutocompleteSelectFilter, ChoicesDropdownFilter, display
from sources.admin.people import get_person
from sources.admin.record import RecordAdmin

MOST_SHOWN = 100
"""Selected claims that are shown before they are moved."""


@admin.register(Claim)
class ClaimAdmin(RecordAdmin[Claim]):
    """What one sentence asserts; the status moves only by `accept`, `reject` and `reopen`."""

    list_display = ("show_quote", "show_value", "show_of_what", "show_speaker", "show_source", "show_status")
    list_filter = (
        ("status", ChoicesDropdownFilter),
        ("verdict", ChoicesDropdownFilter),
        ("kind", ChoicesDropdownFilter),
        ComparatorFilter,
        ValueFilter,
        UnitFilter,
        ("sentence__snapshot__source", AutocompleteSelectFilter),
        ("speaker", AutocompleteSelectFilter),
    )
    # The quote is a part of the sentence, so its words are found there.
    search_fields = ("@sentence", "speaker__name", "sentence__snapshot__source__title")
    search_help_text = "Words of the sentence, of the speaker's name or of the source's title"
    ordering = ("-id",)
    actions = ("accept_selected", "reject_selected", "reopen_selected", "ask_second_selected")
    form = ClaimForm
    fieldsets = (
        ("What it states", {"fields": VALUE_FIELDS}),
        ("When, who, about what", {"fields": CONTEXT_FIELDS}),
        (
            "Record",
            {"fields": ("kind", "significant_digits", "extractor", "created_by", "created_at", "uid")},
        ),
    )
    readonly_fields = ("kind", "significant_digits", "extractor", "created_by", "created_at", "uid")
    change_list_template = "claims/admin/claim_list.html"
    change_form_outer_before_template = "claims/admin/claim_page.html"
    change_form_before_template = "claims/admin/claim_version.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        """Claims with what a list shows of them; the texts stay where they are."""
        claims: QuerySet[Claim] = Claim.objects.with_context()
        return claims.select_related("created_by").defer("sentence__text")

    @display("Quote")
    def show_quote(self, claim: Claim) -> SafeString:
        """The words that state it."""
        return ClaimRow(claim=claim).quote

    @display("Value")
    def show_value(self, claim: Claim) -> str:
        """The stated range in words."""
        return ClaimRow(claim=claim).value

    @display("Of what")
    def show_of_what(self, claim: Claim) -> SafeString:
        """What is counted or measured, or of what it is a share."""
        return ClaimRow(claim=claim).of_what

    @display("Speaker")
    def show_speaker(self, claim: Claim) -> SafeString:
        """Who said so."""
        return ClaimRow(claim=claim).speaker

    @display("Source")
    def show_source(self, claim: Claim) -> SafeString:
        """Where it stands."""
        return ClaimRow(claim=claim).source

    @display("Status", label=STATUS_LOOK)
    def show_status(self, claim: Claim) -> str:
        """Where it stands in review."""
        return claim.status

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Claims come from the text."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Claim | None = None) -> bool:
        """Never: a wrong claim is rejected, and stays on the record."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Claim | None = None) -> bool:
        """Only while proposed: what a person has decided is reopened before it changes."""
        return super().has_change_permission(request, obj) and (obj is None or obj.status == Status.PROPOSED)

    def has_review_permission(self, request: HttpRequest) -> bool:
        """Whether the person may move claims."""
        return request.user.has_perm(REVIEW_CLAIM)

    def has_ask_permission(self, request: HttpRequest) -> bool:
        """Whether the person may send claims to a second reviewer."""
        return request.user.has_perm(ASK_SECOND_PASS)

    def save_model(self, request: HttpRequest, obj: Claim, form: Any, change: Any) -> None:
        """Write what the person changed; the form has locked the claim and checked its version."""
        obj.revise(by=get_person(request), changes=form.changes)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, with the way to the desk for who may review."""
        way = {"may_review": self.has_review_permission(request), "desk_url": reverse("desk:open")}
        return super().changelist_view(request, {**(extra_context or {}), **way})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page: the sentence, the review and its history above the fields."""
        claim: Claim | None = kwargs.get("obj")
        if claim is not None:
            context.update(describe_claim(claim, may_review=self.has_review_permission(request)))
        return super().render_change_form(request, context, *args, **kwargs)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """The claim's page; for who may still make its second pass, first the choice to stay blind."""
        claim = self.get_object(request, unquote(object_id))
        if claim is not None and self.has_view_permission(request, claim):
            notice = show_notice(self.admin_site, request, claim)
            if notice is not None:
                return notice
        return super().change_view(request, object_id, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """The admin's addresses and the one that takes a move."""
        review = path(
            "<path:object_id>/review/",
            self.admin_site.admin_view(self.review_view),
            name="claims_claim_review",
        )
        return [review, *super().get_urls()]

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make the move that a button of the claim's page asks for."""
        claim = self.get_object(request, unquote(object_id))
        if claim is None:
            messages.error(request, "The claim is no longer there: a newer reading of its text replaced it.")
            return HttpResponseRedirect(reverse("admin:claims_claim_changelist"))
        if not (self.has_review_permission(request) and self.has_view_permission(request, claim)):
            raise PermissionDenied("You may not review claims; an administrator can allow it.")
        if request.method == "POST":
            self._move_one(request, claim)
        return HttpResponseRedirect(locate_claim(claim.pk))

    def _move_one(self, request: HttpRequest, claim: Claim) -> None:
        """Make the posted move, or say what is wrong with it."""
        form = MoveForm(request.POST)
        if form.is_valid():
            self._move(request, [claim], form)
        tell_faults(request, form)

    def _move(self, request: HttpRequest, claims: list[Claim], form: MoveForm) -> None:
        """Make the form's move with each claim and report."""
        action, seen = Action(form.cleaned_data["move"]), read_seen(request)
        for claim in claims:
            claim.version = seen.get(claim.pk, claim.version)
        results = review_each(claims, action, by=get_person(request), reason=form.cleaned_data["reason"])
        report(request, action, results)

    @admin.action(description="Accept", permissions=["review"])
    def accept_selected(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        """Say that they are transcribed right."""
        return self._review_selected(request, queryset, Action.ACCEPT)

    @admin.action(description="Reject", permissions=["review"])
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        """Say that they are not what their sentences state."""
        return self._review_selected(request, queryset, Action.REJECT)

    @admin.action(description="Reopen", permissions=["review"])
    def reopen_selected(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        """Take decisions back."""
        return self._review_selected(request, queryset, Action.REOPEN)

    @admin.action(description="Send to a second reviewer", permissions=["ask"])
    def ask_second_selected(self, request: HttpRequest, queryset: QuerySet[Claim]) -> None:
        """Have somebody else decide again, without seeing the first decision."""
        claims = list(queryset[:MOST_AT_ONCE])
        sent = ask_for(claims, by=get_person(request))
        messages.success(request, f"{len(sent)} of {len(claims)} claims were sent to a second reviewer.")
        if len(sent) < len(claims):
            messages.info(request, "The others are not decided about, or were sent already.")

    def _review_selected(
        self, request: HttpRequest, queryset: QuerySet[Claim], action: Action
    ) -> HttpResponse | None:
        """Ask for a reason first, then move what was selected."""
        claims = list(queryset[: MOST_AT_ONCE + 1])
        if len(claims) > MOST_AT_ONCE:
            messages.error(request, f"Select at most {MOST_AT_ONCE:,} claims at once; nothing was moved.")
            return None
        is_confirmed = "confirmed" in request.POST
        form = MoveForm({**request.POST.dict(), "move": action.value} if is_confirmed else None)
        if is_confirmed and form.is_valid():
            self._move(request, claims, form)
            return None
        context = {
            **self.admin_site.each_context(request),
            "title": f"{action.value.capitalize()} {len(claims)} selected claims",
            "opts": self.opts,
            "media": self.media,
            "claims": claims,
            "rows": [ClaimRow(claim=claim) for claim in claims[:MOST_SHOWN]],
            "list_url": request.get_full_path(),
            "reason_is_required": action in NEEDS_REASON,
            "form": form,
            "move": action.value,
            "past": PAST[action],
            "action_name": f"{action.value}_selected",
            "checkbox_name": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "claims/admin/review_selected.html", context)
