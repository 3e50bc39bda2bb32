"""What a number leaves out because a number before it has said so: a unit, a noun."""

from dataclasses import replace

from claims.codelists import Disposition
from claims.extraction.drafts import MILLION, Draft
from claims.extraction.levels import LEVELS, SPANS
from claims.extraction.marks.tables import STATISTICS
from claims.extraction.numerals.numeral import ARITHMETIC
from claims.extraction.omissions import (
    have_one_scale,
    is_behind_name,
    is_bracketed_alike,
    is_left_out,
    is_part,
)
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator
from claims.measures.units import Dimension, find_unit

LEVEL_LEADS = words("from to with against than")
STANDINS = words("them those these whom which")
"""Words for what was counted before: "412 beds, 37 of them"."""
MASSES = words("them it this that which")
DIVISIBLE = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.AREA, Dimension.MONEY, Dimension.ENERGY})
"""What may be told to be so much "of it"."""
RELATIVES = words("whom which")
BACK = 12
"""Tokens that may stand between a noun and what stands in for it."""


def fill_in(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers the unit or noun that they share with a number before them."""
    before: Draft | None = None
    bracketed: Draft | None = None
    counted: Draft | None = None
    for right in drafts:
        if right.disposition is not Disposition.CLAIM:
            continue
        inside = tokens.words[right.first - 1] == "(" and _closes(tokens, right)
        left = bracketed if inside and bracketed is not None else before
        if left is not None:
            _fill(tokens, left, right, inside=left is bracketed)
        if not right.unit and not right.noun:
            _stand_in(tokens, before, counted, right)
        counted = right if right.noun and not right.unit else counted
        if inside:
            bracketed = right
            before = before and replace(before, end=right.end + 1)
        elif right.unit not in SPANS or not _is_span(tokens, right):
            before = right


def _closes(tokens: Tokens, draft: Draft) -> bool:
    """Whether a bracket closes right behind a number or what it counts."""
    if tokens.words[draft.end] == ")" or not draft.noun:
        return tokens.words[draft.end] == ")"
    start = tokens.starts[draft.end]
    return tokens.text.startswith(draft.noun + ")", start)


def _stand_in(tokens: Tokens, measured: Draft | None, counted: Draft | None, right: Draft) -> None:
    """Give a number "of them" the unit or the noun that stands for."""
    words = tokens.words
    if words[right.end] != "of" and words[right.first - 2] != "of":
        return
    if measured is not None and _is_part_of_measure(tokens, measured, right):
        right.unit = measured.unit
    elif counted is not None and _stands_in(tokens, counted, right):
        right.noun = counted.noun


def _fill(tokens: Tokens, left: Draft, right: Draft, *, inside: bool) -> None:
    """Give a number what the one before it lends, where one of the reasons says so."""
    if _is_million(tokens, left, right) and right.low is not None and right.low == right.high:
        right.low = right.high = ARITHMETIC.multiply(right.low, MILLION)
        right.numeral = right.numeral and right.numeral._replace(end=right.numeral.end + 1, scale=MILLION)
        right.unit, right.noun = left.unit, left.noun
    if right.unit or right.age or right.prefixed or right.rule == "multiple" or _is_statistic(tokens, right):
        return
    if left.unit and is_part(right):
        return
    if inside:
        ranged = {left.comparator, right.comparator}
        alike = Comparator.RANGE not in ranged or len(ranged) == 1
        if alike and is_bracketed_alike(tokens, left, right):
            right.unit, right.noun = left.unit, left.noun
    elif is_left_out(tokens, left, right):
        right.unit, right.noun = left.unit, right.noun or left.noun


def _is_statistic(tokens: Tokens, draft: Draft) -> bool:
    """Whether an abbreviation says what a number is, so that it leaves no unit out: "HR 0.62", "SD 5.1"."""
    lead = draft.first - 1 - (tokens.words[draft.first - 1] in {"=", ":", ","})
    return tokens.words[lead] in STATISTICS and tokens.read_raw(lead).isupper()


def _is_span(tokens: Tokens, draft: Draft) -> bool:
    """Whether a length of time only tells a span, which lends nothing: "a five-year average of 3"."""
    return tokens.words[draft.end] in LEVELS or "-" in tokens.words[draft.first : draft.end]


def _is_part_of_measure(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "11.2 million tonnes, 2.3 million of them from Norland": so many of the units before."""
    words, end = tokens.words, right.end
    if is_part(right) or words[end] != "of" or words[end + 1] not in MASSES:
        return False
    unit = find_unit(left.unit)
    return (
        unit is not None
        and unit.dimension in DIVISIBLE
        and right.first - left.end <= BACK
        and have_one_scale(left, right)
    )


def _is_million(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether "m" is a million and no metre, since it was one in "1.8m cars from 2m", "$31m, up from 24m"."""
    one, other = left.numeral, right.numeral
    return (
        one is not None
        and other is not None
        and one.scale == MILLION
        and right.unit == "metre"
        and tokens.words[one.end - 1] == tokens.words[other.end] == "m"
        and (tokens.words[right.first - 1] in LEVEL_LEADS or is_behind_name(tokens, right))
    )


def _stands_in(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether "of them" behind a number, or "of whom" before it, stands for what was counted before."""
    if right.first - left.end > BACK:
        return False
    words, first, end = tokens.words, right.first, right.end
    behind = words[end] == "of" and words[end + 1] in STANDINS
    return behind or (words[first - 1] in RELATIVES and words[first - 2] == "of")
