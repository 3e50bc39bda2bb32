"""A claim with its published verdict as schema.org's ClaimReview.

https://schema.org/ClaimReview; what search engines require of one:
https://developers.google.com/search/docs/appearance/structured-data/factcheck
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from claims.errors import ClaimsError
from claims.models import Claim, Verdict
from claims.verdicts import Outcome
from sources.models import Source

WORST, BEST, UNRATED = 1, 5, -1
RATINGS: Mapping[Outcome, tuple[int, str]] = {
    Outcome.SUPPORTED: (BEST, "Supported"),
    Outcome.DISPUTED: (3, "Disputed"),
    Outcome.MISLEADING: (2, "Misleading"),
    Outcome.REFUTED: (WORST, "Refuted"),
    Outcome.UNVERIFIABLE: (UNRATED, "Unverifiable"),
}
"""Our outcomes on the scale from false to true, with the words for readers; -1 is off the scale."""


class NoPublishedVerdictError(ClaimsError):
    """The claim has no verdict that is published, and so no review to show."""

    code = "no_published_verdict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewer:
    """Who publishes reviews, by name and home page, and where the claim itself is read."""

    name: str
    home_page: str
    claim_url: str


def describe_review(claim: Claim, reviewer: Reviewer) -> dict[str, Any]:
    """The ClaimReview of a claim; raises NoPublishedVerdictError."""
    verdict = find_published(claim)
    value, words = RATINGS[Outcome(verdict.outcome)]
    document = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": reviewer.claim_url,
        "datePublished": verdict.at.astimezone(UTC).date().isoformat(),
        "author": {"@type": "Organization", "name": reviewer.name, "url": reviewer.home_page},
        "claimReviewed": claim.quote,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": words,
        },
        "reviewBody": verdict.rationale,
        "itemReviewed": _describe_claim(claim),
    }
    links = [evidence.link for evidence in verdict.evidence.all() if evidence.link]
    return {**document, "citation": links} if links else document


def find_published(claim: Claim) -> Verdict:
    """The verdict that stands for the record; raises NoPublishedVerdictError."""
    verdict = claim.verdicts.order_by("-number").first()
    if verdict is None or not verdict.is_published():
        raise NoPublishedVerdictError("The claim has no published verdict, and so there is no review of it.")
    return verdict


def _describe_claim(claim: Claim) -> dict[str, Any]:
    """What was reviewed: who said it, when, and where it stands."""
    source = claim.sentence.snapshot.source
    described: dict[str, Any] = {"@type": "Claim", "appearance": _describe_source(source)}
    if source.published_on:
        described["datePublished"] = source.published_on.isoformat()
    # The record does not say whether a speaker is a person or a body, so that neither is claimed here.
    if claim.speaker is not None:
        described["author"] = {"@type": "Thing", "name": claim.speaker.name}
    elif source.publisher is not None:
        described["author"] = {"@type": "Organization", "name": source.publisher.name}
    return described


def _describe_source(source: Source) -> dict[str, Any]:
    """The text that has the claim."""
    described: dict[str, Any] = {"@type": "CreativeWork", "headline": source.title}
    if source.url:
        described["url"] = source.url
    if source.publisher is not None:
        described["publisher"] = {"@type": "Organization", "name": source.publisher.name}
    return described
