"""Verdicts and their evidence in the admin."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.admin.about_claim import AboutClaimAdmin
from claims.models.verdict import Evidence, Verdict
from sources.admin.look import AutocompleteSelectFilter, ChoicesDropdownFilter, display
from sources.admin.places import link
from sources.admin.record import ReadOnlyAdmin
from sources.admin.words import isolate


@admin.register(Verdict)
class VerdictAdmin(AboutClaimAdmin[Verdict]):
    """Whether a claim is true, as somebody found it: superseded by a newer one, changed nowhere."""

    list_display = ("show_claim", "outcome", "as_of", "by", "at", "show_rationale")
    list_filter = (("outcome", ChoicesDropdownFilter), ("by", AutocompleteSelectFilter))
    search_fields = ("@claim__sentence", "by__username", "rationale")
    search_help_text = "Words of the claim's sentence, of the rationale, or who gave the verdict"
    ordering = ("-id",)
    fields = ("link_to_claim", "number", "outcome", "rationale", "as_of", "evidence_count", "by", "at", "uid")
    readonly_fields = ("link_to_claim",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        """Verdicts with their claims and authors."""
        return super().get_queryset(request).select_related("claim", "by")

    @display("Rationale")
    def show_rationale(self, verdict: Verdict) -> SafeString:
        """Why."""
        return isolate(verdict.rationale, limit=80)


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin[Evidence]):
    """What a verdict rests on: a sentence on the record or a link."""

    list_display = ("show_verdict", "stance", "show_place", "show_note")
    list_filter = (("stance", ChoicesDropdownFilter),)
    search_fields = ("@sentence", "link", "note")
    search_help_text = "Words of the sentence, of the link or of the note"
    ordering = ("-id",)
    fields = ("link_to_verdict", "stance", "show_place", "note", "uid")
    readonly_fields = ("link_to_verdict", "show_place")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        """Evidence with what it is of and where it stands."""
        return super().get_queryset(request).select_related("verdict__by", "sentence")

    @display("Verdict")
    def show_verdict(self, evidence: Evidence) -> SafeString:
        """The verdict that rests on it."""
        return isolate(str(evidence.verdict), limit=80)

    @display("Where")
    def show_place(self, evidence: Evidence) -> SafeString:
        """The sentence's words, or the link."""
        return isolate(evidence.sentence.text if evidence.sentence else evidence.link, limit=120)

    @display("Note")
    def show_note(self, evidence: Evidence) -> SafeString:
        """What to look for in it."""
        return isolate(evidence.note or "–", limit=80)

    @display("Verdict")
    def link_to_verdict(self, evidence: Evidence) -> SafeString:
        """The way to the verdict."""
        return link(reverse("admin:claims_verdict_change", args=[evidence.verdict_id]), str(evidence.verdict))
