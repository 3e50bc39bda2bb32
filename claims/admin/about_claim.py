"""Lists and pages of rows about a claim: how they name it, and the way to it."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from sources.admin.look import Row, display
from sources.admin.places import link
from sources.admin.record import ReadOnlyAdmin
from sources.admin.words import isolate


class AboutClaimAdmin(ReadOnlyAdmin[Row]):
    """Rows that have a claim."""

    @display("Claim")
    def show_claim(self, row: Any) -> SafeString:
        """The claim's quote."""
        return isolate(row.claim.quote, limit=80)

    @display("Claim")
    def link_to_claim(self, row: Any) -> SafeString:
        """The way to the claim."""
        return link(locate_claim(row.claim_id), row.claim.quote)


def locate_claim(key: int) -> str:
    """The address of a claim's page."""
    return reverse("admin:claims_claim_change", args=[key])
