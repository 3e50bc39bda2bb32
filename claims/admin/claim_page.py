"""What a claim's page shows above its fields: the sentence, the review and its history."""

from typing import Any

from django.db.models import Max, Min

from claims.admin.moves import MoveForm, find_moves
from claims.admin.rows import ClaimRow
from claims.admin.text_page import TextPage, measure, read_stretch
from claims.models import Claim, Figure
from claims.review import NEEDS_REASON
from sources.admin.places import locate_sentence
from sources.models import Sentence

NEIGHBOURS = 2
"""Sentences on either side."""

REACH = 1_500
"""Code points on either side, where sentences have no end."""


def describe_claim(claim: Claim, *, may_review: bool) -> dict[str, Any]:
    """The context of the page's template."""
    moves = find_moves(claim) if may_review else []
    return {
        "claim": claim,
        "row": ClaimRow(claim=claim),
        "may_open_claims": True,
        "may_review": may_review,
        "text_page": read_surroundings(claim),
        "text_url": locate_sentence(claim.sentence),
        "reviews": list(claim.reviews.select_related("by").order_by("-number")),
        "moves": moves,
        "reason_is_required": bool(moves) and NEEDS_REASON.issuperset(moves),
        "move_form": MoveForm(),
    }


def read_surroundings(claim: Claim | Figure) -> TextPage:
    """The sentence of a claim or figure with its words lit, between its neighbours."""
    snapshot, ordinal = claim.sentence.snapshot, claim.sentence.ordinal
    near = Sentence.objects.filter(
        snapshot=snapshot, ordinal__range=(ordinal - NEIGHBOURS, ordinal + NEIGHBOURS)
    ).aggregate(start=Min("start"), end=Max("end"))
    start = max(near["start"], claim.start - REACH)
    end = min(near["end"], max(claim.end, claim.start + REACH) + REACH, claim.start + 4 * REACH)
    return read_stretch(snapshot, start, end, length=measure(snapshot), quote=claim)
