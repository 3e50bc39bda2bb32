"""Reviews in the admin."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.admin.about_claim import AboutClaimAdmin
from claims.models import Review
from sources.admin.look import AutocompleteSelectFilter, ChoicesDropdownFilter, display
from sources.admin.words import isolate


@admin.register(Review)
class ReviewAdmin(AboutClaimAdmin[Review]):
    """One move of a claim's status: read here, made on the claim, changed nowhere."""

    list_display = ("show_claim", "action", "show_move", "by", "at", "show_reason")
    list_filter = (("action", ChoicesDropdownFilter), ("by", AutocompleteSelectFilter))
    search_fields = ("@claim__sentence", "by__username", "reason")
    search_help_text = "Words of the claim's sentence, of the reason, or who made the move"
    ordering = ("-id",)
    fields = ("link_to_claim", "number", "action", "from_status", "to_status", "reason", "by", "at", "uid")
    readonly_fields = ("link_to_claim",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        """Reviews with their claims and reviewers."""
        return super().get_queryset(request).select_related("claim", "by")

    @display("Move")
    def show_move(self, review: Review) -> str:
        """From where to where."""
        return f"{review.from_status} → {review.to_status}"

    @display("Reason")
    def show_reason(self, review: Review) -> SafeString:
        """Why, in the reviewer's words."""
        return isolate(review.reason or "–", limit=80)
