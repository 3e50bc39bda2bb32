"""A claim as a row of a table on another page."""

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from claims.admin.marking import cut
from claims.admin.wording import word_value
from claims.models import Claim
from claims.review import Status
from sources.admin.words import isolate, reveal

STATUS_LOOK = {
    Status.PROPOSED.value: "info",
    Status.ACCEPTED.value: "success",
    Status.REJECTED.value: "danger",
}
"""How the look colours a status; its label says it in words."""

DASH = "–"

QUOTED = 120
"""Code points of a quote that a row shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """What a row shows of a claim, ready for HTML."""

    claim: Claim

    @property
    def quote(self) -> SafeString:
        """The words that state it, shortened around the figure, which stands out."""
        claim, figure = self.claim, self.claim.figure
        begin = max(claim.start, figure.end - QUOTED) if figure else claim.start
        shown = claim.quote[begin - claim.start :][:QUOTED]
        words = format_html_join(
            "",
            "{}",
            (
                (
                    format_html("<strong>{}</strong>", reveal(piece.words))
                    if piece.mark
                    else reveal(piece.words),
                )
                for piece in cut(shown, [figure] if figure else [], offset=begin)
            ),
        )
        before = "…" if begin > claim.start else ""
        behind = "…" if begin + QUOTED < claim.end else ""
        return format_html("<bdi>{}{}{}</bdi>", before, words, behind)

    @property
    def value(self) -> str:
        """The stated range in words."""
        return word_value(self.claim) or DASH

    @property
    def of_what(self) -> SafeString:
        """What is counted or measured, and of what it is a share: "patients of those asked", "all crime"."""
        words = filter(None, (self.claim.noun, self.claim.denominator))
        return isolate(" of ".join(words) or DASH, limit=60)

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
