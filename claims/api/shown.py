"""What a claim's and a figure's body says, as one query reads it."""

from typing import Any

from django.db.models import F, QuerySet

from claims.models import Claim, Figure


def show_claims(claims: Any) -> QuerySet[Claim]:
    """Claims with all that their body says. Which verdicts are published is asked with each request."""
    shown: QuerySet[Claim] = (
        claims.with_context().with_verdict().with_quote_context().select_related("created_by")
    )
    return shown


def show_figures(figures: QuerySet[Figure]) -> QuerySet[Figure]:
    """Figures with their sentence and their claim's id."""
    related = figures.select_related("sentence__snapshot__source__publisher", "decided_by")
    return related.defer("sentence__snapshot__text").annotate(claim_uid=F("claim__uid"))
