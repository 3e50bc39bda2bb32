"""A claim as a row of a table on another page."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from claims.admin.wording import word_value
from claims.models import Claim
from claims.review import Status
from sources.admin.words import isolate

STATUS_LOOK = {
    Status.PROPOSED.value: "info",
    Status.ACCEPTED.value: "success",
    Status.REJECTED.value: "danger",
}
"""How the look colours a status; its label says it in words."""

DASH = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """What a row shows of a claim, ready for HTML."""

    claim: Claim

    @property
    def quote(self) -> SafeString:
        """The words that state it."""
        return isolate(self.claim.quote, limit=120)

    @property
    def value(self) -> str:
        """The stated range in words."""
        return word_value(self.claim) or DASH

    @property
    def noun(self) -> SafeString:
        """What is counted or measured."""
        return isolate(self.claim.noun or DASH, limit=60)

    @property
    def period(self) -> SafeString:
        """When, as written."""
        return isolate(self.claim.period or "not stated")

    @property
    def speaker(self) -> SafeString:
        """Who said so."""
        return isolate(self.claim.speaker.name if self.claim.speaker else DASH, limit=60)

    @property
    def source(self) -> SafeString:
        """Where it stands."""
        return isolate(self.claim.sentence.snapshot.source.title, limit=60)

    @property
    def look(self) -> str:
        """The status's colour."""
        return STATUS_LOOK[self.claim.status]
