"""Rows as the database has them."""

from typing import Any

from claims.models import Claim


def read_row(claim: Claim) -> dict[str, Any]:
    """Every column of a claim."""
    row: dict[str, Any] = Claim.objects.values().get(pk=claim.pk)
    return row
