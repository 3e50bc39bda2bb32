"""Amounts told again in another currency or measure: "$5m (£4m)" has one period, change and stance."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.tokens import Tokens
from claims.measures.units import find_unit


def add_conversions(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give each claim in brackets behind another of its kind what the other has."""
    if len(drafts) < 2 or "(" not in tokens.words:
        return
    before: Draft | None = None
    for draft in drafts:
        if draft.disposition is not Disposition.CLAIM:
            continue
        if before is not None and _is_conversion(tokens, before, draft):
            draft.period, draft.change, draft.modality = before.period, before.change, before.modality
        before = draft


def _is_conversion(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a claim stands at the start of brackets right behind one of its dimension."""
    if right.first - 1 != left.end or tokens.words[left.end] != "(" or not left.unit:
        return False
    units = [find_unit(draft.unit.partition("/")[0]) for draft in (left, right)]
    return units[0] is not None and units[1] is not None and units[0].dimension is units[1].dimension
