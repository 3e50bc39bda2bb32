"""Amounts below zero as accounts write them: "$(0.02) per share", "$(14.6) million", "£(5.5)m"."""

from claims.extraction.drafts import Draft, read_draft, tidy
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.numeral import ARITHMETIC
from claims.extraction.numerals.tables import SCALES, SUFFIXES
from claims.extraction.tokens import Tokens
from claims.extraction.units.currencies import MARKS, read_prefix
from claims.extraction.units.rates import read_rate


def read_bracketed_amount(tokens: Tokens, index: int) -> Draft | None:
    """The amount in brackets behind a currency's sign, at its first digits."""
    words = tokens.words
    signed = words[index - 1] == "(" and words[index - 2] in MARKS and is_number(words[index])
    if not signed or not tokens.is_glued(index) or not tokens.is_glued(index - 1):
        return None
    draft = read_draft(tokens, index, index)
    if draft is None or draft.low is None or words[draft.end] != ")" or draft.unit:
        return None
    money, first, _ = read_prefix(tokens, index - 1)
    if not money:
        return None
    end = draft.end + 1
    scale = SCALES.get(words[end]) or (SUFFIXES.get(words[end]) if tokens.is_glued(end) else None)
    if scale is not None:
        draft.low, end = ARITHMETIC.multiply(draft.low, scale), end + 1
    per, stop, _ = read_rate(tokens, end)
    draft.first, draft.end, draft.unit = first, stop if per else end, f"{money}/{per}" if per else money
    draft.low = draft.high = tidy(-draft.low)
    draft.denominator, draft.prefixed = per, True
    return draft
