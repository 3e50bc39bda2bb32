"""What a number leaves out because the number before it has said so: a unit, a noun."""

from itertools import pairwise

from claims.codelists import Disposition
from claims.extraction.drafts import MILLION, Draft
from claims.extraction.nouns import DETERMINERS
from claims.extraction.numerals.numeral import ARITHMETIC, ONE
from claims.extraction.ranges import CHANGES
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import phrases, words
from claims.measures.units import Dimension, find_unit

COMPARISONS = frozenset(
    tuple(phrase.split())
    for phrase in phrases(
        """
        up from|down from|compared with|compared to|against|versus|vs|vs .|as against|rather than|instead of|
        higher than|lower than|more than|not
        """
    )
)
"""What leads from a level to another of the same thing: "62 percent, down from 65"."""
LEVELS = words("target goal forecast estimate average mean peak low high record total rate figure")
"""What a level may be: "compared with a target of eight", "down from a peak of 9.1"."""
LEVEL_LEADS = words("from to with against than")
LONGEST_LEAD = 3
PLACES = words("in on at last this a for during year before by the late early")
"""Words behind a number that say where or when, and name nothing that is counted."""
DIRECTIONS = words("wide deep high tall long thick across")
COMPARATIVES = words("more less fewer higher lower")
PARALLELS = words("on at")
JOINTS = words("and but while ; ,")
RIVALS = words("to against and while versus over but")
"""Words between a number and another's."""
ORDER = 20
"""How many times one number may be the other when they share a unit that only one states."""
STANDINS = words("them those these whom which")
"""Words for what was counted before: "412 beds, 37 of them"."""
CLOSE = 7
"""Tokens of the first number's noun that may stand before the comparison."""
BREAKS = words("and but while whereas although which who that")
BACK = 12
"""Tokens that may stand between a noun and what stands in for it."""


def fill_in(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers the unit or noun that they share with the number before them."""
    for left, right in pairwise(draft for draft in drafts if draft.disposition is Disposition.CLAIM):
        if _is_million(tokens, left, right) and right.low is not None and right.low == right.high:
            right.low = right.high = ARITHMETIC.multiply(right.low, MILLION)
            right.unit, right.noun = left.unit, left.noun
        if right.unit or right.age or right.prefixed or right.rule == "multiple":
            continue
        if any(is_left_out(tokens, left, right) for is_left_out in REASONS):
            right.unit, right.noun = left.unit, right.noun or left.noun
        elif not right.noun and _stands_in(tokens, left, right):
            right.noun = left.noun


def _is_million(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether "m" is a million and no metre, since it was one in "1.8m cars from 2m", "$31m, up from 24m"."""
    one, other = left.numeral, right.numeral
    return (
        one is not None
        and other is not None
        and one.scale == MILLION
        and right.unit == "metre"
        and tokens.words[one.end - 1] == tokens.words[other.end] == "m"
        and tokens.words[right.first - 1] in LEVEL_LEADS
    )


def _is_bare(tokens: Tokens, draft: Draft) -> bool:
    """Whether nothing counted stands behind a number."""
    following = tokens.words[draft.end]
    return not draft.noun and (not following.isalpha() or following in PLACES)


def _is_compared(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a bare number is compared with a level right before it, and not with a change."""
    if not _is_bare(tokens, right) or left.numeral is None or left.numeral.part:
        return False
    lead = _find_lead(tokens, right.first)
    between = tokens.words[left.end : lead]
    return (
        left.end <= lead < right.first
        and len(between) <= CLOSE
        and all(word.isalnum() and word not in BREAKS for word in between[:-1])
        and CHANGES.isdisjoint(tokens.words[max(0, left.first - 2) : left.first])
        and _has_one_scale(left, right)
    )


def _find_lead(tokens: Tokens, first: int) -> int:
    """Where the words of a comparison that lead to a number start; its own place when there are none."""
    if tokens.words[first - 1] == "of" and tokens.words[first - 2] in LEVELS:
        first -= 2 + (tokens.words[first - 3] in DETERMINERS)
    for length in range(LONGEST_LEAD, 0, -1):
        if tuple(tokens.words[max(0, first - length) : first]) in COMPARISONS:
            return first - length
    return first


def _has_one_scale(left: Draft, right: Draft) -> bool:
    """Whether two numbers are written alike, so that one unit may serve both."""
    if left.numeral is None or right.numeral is None:
        return False
    return left.numeral.scale == right.numeral.scale or right.numeral.scale != ONE


def _is_second_change(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "fell by 2 percent and costs by 3": a bare change behind one with a unit."""
    return (
        bool(left.unit)
        and tokens.words[right.first - 1] == "by"
        and tokens.words[left.first - 1] == "by"
        and _is_bare(tokens, right)
        and right.numeral is not None
        and right.numeral.scale == ONE
    )


def _is_second_place(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "on 41 percent and Labor's on 35", "opened at 12 euros and closed at 9": the same word leads both."""
    lead = tokens.words[right.first - 1]
    return (
        bool(left.unit)
        and lead in PARALLELS
        and tokens.words[left.first - 1] == lead
        and right.first - left.end <= CLOSE
        and not JOINTS.isdisjoint(tokens.words[left.end : right.first])
        and _is_bare(tokens, right)
        and _are_comparable(left, right)
    )


def _is_difference(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "38,500 euros, 2,000 more than for the old one": a difference right behind a level."""
    between = tokens.words[left.end : right.first]
    return (
        bool(left.unit)
        and tokens.words[right.end] in COMPARATIVES
        and tokens.words[right.end + 1] == "than"
        and not right.noun
        and 0 < len(between) <= CLOSE
        and between[-1] == ","
        and all(word.isalnum() for word in between[:-1])
        and right.low is not None
        and left.low is not None
        and right.low < left.low
    )


def _is_rival(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "51.8 percent to Bello's 46.9": another's number in the unit of the first."""
    owner = right.first - 1
    return (
        bool(left.unit)
        and tokens.words[owner].endswith(("'s", "’s"))
        and tokens.is_capitalised(owner)
        and right.first - left.end <= CLOSE
        and not RIVALS.isdisjoint(tokens.words[left.end : owner])
        and _is_bare(tokens, right)
        and _are_comparable(left, right)
    )


def _are_comparable(left: Draft, right: Draft) -> bool:
    """Whether two numbers are written alike and of one order, so that one unit may serve both."""
    one, other = left.high or left.low, right.high or right.low
    return _has_one_scale(left, right) and bool(one and other and other < one * ORDER and one < other * ORDER)


def _is_second_size(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "180 kilometres wide and 20 deep": a bare size behind one of another direction."""
    unit = find_unit(left.unit)
    return (
        unit is not None
        and unit.dimension is Dimension.LENGTH
        and tokens.words[left.end] in DIRECTIONS
        and tokens.words[right.end] in DIRECTIONS
        and tokens.words[left.end + 1 : right.first] in (["and"], [","], [",", "and"], ["by"])
    )


def _is_start(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "cut to 31 million tonnes from 34 million": where a level came from, right behind it."""
    return (
        bool(left.unit)
        and tokens.words[left.first - 1] == "to"
        and tokens.words[left.end : right.first] == ["from"]
        and _is_bare(tokens, right)
        and _has_one_scale(left, right)
    )


REASONS = (
    _is_compared,
    _is_start,
    _is_second_change,
    _is_second_size,
    _is_second_place,
    _is_rival,
    _is_difference,
)
"""When a bare number means the unit of the one before it."""


def _stands_in(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether "of them" behind a number stands for what was counted before."""
    return (
        bool(left.noun)
        and tokens.words[right.end] == "of"
        and tokens.words[right.end + 1] in STANDINS
        and right.first - left.end <= BACK
    )
