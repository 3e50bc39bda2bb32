"""Amounts said in two parts: "$20 and 43c", "5 ft 2 in", "plus or minus 3", "45 (forty-five)"."""

from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from claims.codelists import Disposition
from claims.extraction.comparators import OPEN, apply
from claims.extraction.drafts import Draft
from claims.extraction.nouns import STOPS
from claims.extraction.numerals.digits import MINUS
from claims.extraction.numerals.numeral import ARITHMETIC, ONE, SHARE
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import match_name
from claims.measures.quantity import Comparator
from claims.measures.units import Dimension, find_unit
from claims.measures.units.registry import WHOLES

TEN = Decimal(10)
HUNDRED = Decimal(100)
COMPOUND = frozenset({Dimension.TIME, Dimension.LENGTH, Dimension.MASS, Dimension.VOLUME})
"""Dimensions in which people say one measure in two units."""
LEAST_STEP = 12
"""How many of the second unit the first must hold: neighbours in tens are written with a point."""
CLOSE_UNITS = frozenset({("yard", "foot"), ("gallon", "quart"), ("gallon", "pint"), ("quart", "pint")})
"""Units in which one measure is told all the same."""
STEPS = MappingProxyType({"foot": ("inch", Decimal(12)), "stone": ("pound", Decimal(14))})
"""Units with the smaller one that speech leaves out, and how many of it they hold."""
SMALLER = {"foot": "inch", "pound": "ounce", "stone": "pound", "hour": "minute", "minute": "second"}
"""The unit in which the rest of a measure is told."""
TOLERANCES = MINUS | {"±", "minus", "+"}
SHORT = frozenset({"ft", "lb", "lbs", "hr", "hrs", "min", "yd", "st"})
SECONDS = frozenset({"second", "seconds", "sec", "secs", "s"})
CLOSERS = frozenset({"tall", "long", "high", "wide", "deep", ".", ",", ";", ")", ""})
SPOKEN_PARTS = MappingProxyType({"kuai": 10, "mao": 100, "jiao": 100})
"""Spoken names of the yuan and its tenth: what a bare digit behind them is a part of."""
ARTICLE_PHRASES = range(2, 6)
"""How many words such a phrase has."""
PORTIONS = frozenset({Dimension.MONEY, Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.AREA})
ENDS = frozenset(".,;:!?)") | {"", "more", "less", "each"}


def join_parts(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence with amounts in two parts made one."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        if (
            previous is not None
            and previous.disposition is Disposition.CLAIM
            and draft.disposition is Disposition.CLAIM
            and draft.first - previous.end <= 2
            and _join(tokens, previous, draft)
        ):
            previous.end = draft.end
            continue
        joined.append(draft)
    return joined


def _join(tokens: Tokens, left: Draft, right: Draft) -> bool:
    between = tokens.words[left.end : right.first]
    if left.low is None or right.low is None or left.high != left.low:
        return False
    if between == ["("] and left.low == right.low and tokens.words[right.end] == ")":
        return True
    if between in (["'"], ["’"], ["′"]) and right.unit == "inch" and not left.unit:
        left.unit, between = "foot", []
    if not between and left.unit == "hour" and right.unit == "metre" and tokens.words[right.end - 1] == "m":
        right.unit = "minute"
    if _is_abbreviated(tokens, left, right, between):
        between = []
    if between == [] and _is_spoken_part(tokens, left, right):
        tenth = SHARE.divide(right.low, SPOKEN_PARTS[tokens.words[left.end - 1]])
        left.low = left.high = ARITHMETIC.add(left.low, tenth)
        return True
    third = left.unit == "hour" and right.unit == "second"
    if between not in ([], ["and"], ["-"]) or not (third or _is_whole(left.low)):
        return False
    if left.unit in STEPS and (right.unit == STEPS[left.unit][0] or (not right.unit and between != ["and"])):
        return _join_step(tokens, left, right)
    return (
        _join_half(tokens, left, right, between)
        or _join_measures(left, right)
        or _join_money(tokens, left, right, between)
    )


def _is_abbreviated(tokens: Tokens, left: Draft, right: Draft, between: list[str]) -> bool:
    """Whether a point or a comma parts one measure and no list: "5 ft. 6 in.", "3 pounds, 4 ounces"."""
    if between == ["."]:
        return tokens.words[left.end - 1] in SHORT and tokens.is_glued(left.end)
    lower = right.unit == SMALLER.get(left.unit, "") and bool(right.unit)
    return (
        between == [","]
        and lower
        and (tokens.words[right.end] not in {",", "and", "or"} or _is_timed(tokens, right))
    )


def _is_timed(tokens: Tokens, draft: Draft) -> bool:
    """Whether seconds follow minutes: "two hours, one minute and nine seconds"."""
    behind = tokens.words[draft.end + 2 : draft.end + 5]
    return draft.unit == "minute" and tokens.words[draft.end] == "and" and not SECONDS.isdisjoint(behind)


def _join_half(tokens: Tokens, left: Draft, right: Draft, between: list[str]) -> bool:
    """ "two miles and a half", "one dollar and a half": a part of the unit before it, and of nothing else."""
    part = right.numeral is not None and right.numeral.part and not right.unit
    following = tokens.words[right.end]
    if not (part and left.unit and between == ["and"] and (following in STOPS or following in CLOSERS)):
        return False
    if following == "of" or left.low is None or right.low is None or right.low >= 1:
        return False
    left.low = left.high = ARITHMETIC.add(left.low, right.low)
    return True


def _join_step(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "5 feet 11", "11 stone 7": the smaller unit is left out."""
    whole = STEPS[left.unit][1]
    if left.low is None or right.low is None or right.low >= whole:
        return False
    left.low = left.high = ARITHMETIC.add(left.low, SHARE.divide(right.low, whole))
    if left.unit == "foot" and tokens.words[right.end] == "in" and tokens.words[right.end + 1] in CLOSERS:
        right.end += 1
    return True


def _is_spoken_part(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "five mao five", "ten kuai two": a bare digit behind spoken yuan or jiao counts the next part."""
    bare = not right.unit and right.low is not None and 0 < right.low < 10 and _is_whole(right.low)
    return (
        bare
        and left.unit == "CNY"
        and tokens.words[left.end - 1] in SPOKEN_PARTS
        and tokens.words[right.end] in ENDS
    )


def _join_measures(left: Draft, right: Draft) -> bool:
    """ "two hours and 51 minutes", "4 kg 200 g": one measure in two units."""
    one, other = find_unit(left.unit), find_unit(right.unit)
    if one is None or other is None or one.factor is None or other.factor is None or left.age:
        return False
    if one.dimension is not other.dimension or one.dimension not in COMPOUND or one.factor <= other.factor:
        return False
    if left.low is None or right.low is None or right.low < 0:
        return False
    least = one.factor < other.factor * LEAST_STEP and (left.unit, right.unit) not in CLOSE_UNITS
    if one.dimension is not Dimension.TIME and least:
        return False
    part = SHARE.divide(ARITHMETIC.multiply(right.low, other.factor), one.factor)
    if part >= 1 or right.high != right.low:
        return False
    left.low = left.high = ARITHMETIC.add(left.low, part)
    left.age = right.age
    return True


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _join_money(tokens: Tokens, left: Draft, right: Draft, between: list[str]) -> bool:
    """ "$20 and 43c", "thirteen dollars forty-five", "15 dollars 50", "3 pounds 50 pence"."""
    code = _find_money(left.unit, right.unit, between)
    if not code or right.low is None or left.low is None:
        return False
    whole = WHOLES.get(right.unit, HUNDRED)
    if not _is_whole(right.low) or not 0 < right.low < whole or between == ["-"]:
        return False
    if right.unit not in WHOLES and (right.unit or not _is_bare_part(tokens, left, right, between)):
        return False
    left.low = left.high = ARITHMETIC.add(left.low, SHARE.divide(right.low, whole))
    left.unit = code
    return True


def _find_money(code: str, part: str, between: list[str]) -> str:
    """The currency of an amount that parts may follow; pounds are money where pence do, or nothing else."""
    if code == "pound" and (part == "penny" or (not part and not between)):
        return "GBP"
    unit = find_unit(code)
    return code if unit and unit.dimension is Dimension.MONEY and code not in WHOLES else ""


def _is_bare_part(tokens: Tokens, left: Draft, right: Draft, between: list[str]) -> bool:
    """Whether a number without a unit behind an amount says its cents: nothing is counted by it."""
    if tokens.words[right.end] not in ENDS or left.numeral is None or left.numeral.scale != 1:
        return False
    if between == ["and"]:
        return tokens.words[right.end] == "" and right.noun == ""
    return not left.prefixed and right.low is not None and right.low >= 10


def add_article_money(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "a dollar and 42 cents", "a dollar fifty": the one that the article says."""
    for draft in drafts:
        _add_bare_cents(tokens, draft)
        if draft.unit in WHOLES and draft.low is not None and draft.low == draft.high and draft.first >= 3:
            article, name, joint = tokens.words[draft.first - 3 : draft.first]
            code = _find_money(match_name(tokens, draft.first - 2)[0], draft.unit, [joint])
            if article in {"a", "one"} and joint == "and" and code and name:
                part = SHARE.divide(draft.low, WHOLES[draft.unit])
                draft.low = draft.high = ARITHMETIC.add(ONE, part)
                draft.first, draft.unit = draft.first - 3, code


def _add_bare_cents(tokens: Tokens, draft: Draft) -> None:
    """ "a dollar fifty", "a buck fifty": the one that the article says and its cents."""
    first, low = draft.first, draft.low
    if draft.unit or low is None or first < 2 or tokens.words[first - 2] != "a" or not TEN <= low < HUNDRED:
        return
    code = _find_money(match_name(tokens, first - 1)[0], "", [])
    if (
        code
        and _is_whole(low)
        and tokens.words[draft.end] in ENDS
        and draft.numeral
        and draft.numeral.spelled
    ):
        draft.low = draft.high = ARITHMETIC.add(ONE, SHARE.divide(low, HUNDRED))
        draft.first, draft.unit = first - 2, code


def add_article_measure(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "the mile and a half": the one that the article says, in the unit behind it."""
    covered: list[Draft] = []
    for position, draft in enumerate(drafts):
        plain = draft.numeral is not None and draft.numeral.part and not draft.unit and draft.first >= 3
        if not plain or draft.low is None or draft.low != draft.high or draft.low >= 1:
            continue
        article, name, joint = tokens.words[draft.first - 3 : draft.first]
        code, end = match_name(tokens, draft.first - 2)
        halved = tokens.words[draft.end] in {"a", "an", "the"}  # "on the day and half a point"
        if (
            joint == "and"
            and article in {"a", "an", "the", "one"}
            and code
            and end == draft.first - 1
            and name
            and not halved
        ):
            if position and drafts[position - 1].first == draft.first - 2:  # "second" is no ordinal here
                covered.append(drafts[position - 1])
            draft.low = draft.high = ARITHMETIC.add(ONE, draft.low)
            draft.first, draft.unit, draft.rule = draft.first - 2 - (article != "the"), code, "quantity"
    for draft in covered:
        drafts.remove(draft)


def read_article_phrase(tokens: Tokens) -> list[Draft]:
    """The measure that a whole phrase is, where the article is its one: "a kilogram", "a pint of milk"."""
    if tokens.words[0] not in {"a", "an"} or tokens.count not in ARTICLE_PHRASES:
        return []
    code, end = match_name(tokens, 1)
    whole = end == tokens.count or (tokens.words[end] == "of" and tokens.count == end + 2)
    unit = find_unit(code)
    if unit is None or unit.dimension not in PORTIONS or not whole:
        return []
    return [Draft(0, end, low=ONE, high=ONE, unit=code, core_end=1)]


def share_comparators(tokens: Tokens, drafts: list[Draft]) -> None:
    """A conversion in brackets has the comparator of what it converts: "under 300 hp (220 kW)"."""
    for left, right in pairwise(drafts):
        if left.comparator in OPEN and right.comparator is Comparator.EQUAL and left.unit and right.unit:
            between = tokens.words[left.end : right.first]
            if (
                between in (["("], ["or"], ["/"], ["(", "or"])
                and right.disposition is Disposition.CLAIM
                and _converts(left, right)
            ):
                apply(right, left.comparator)


def _converts(left: Draft, right: Draft) -> bool:
    one, other = find_unit(left.unit), find_unit(right.unit)
    return (
        one is not None and other is not None and one.dimension is other.dimension and one.code != other.code
    )


def join_tolerance(tokens: Tokens, drafts: list[Draft]) -> None:
    """ "plus or minus 3 points", "5 ± 0.2", "5 +/- 0.2": a range around zero or around the number before."""
    centered: list[Draft] = []
    for position, draft in enumerate(drafts):
        words, first = tokens.words, draft.first
        if words[first - 1] not in TOLERANCES and words[first] not in MINUS:
            continue
        if draft.disposition is not Disposition.CLAIM or draft.low is None or draft.low != draft.high:
            continue
        start = _find_plus_minus(tokens, draft)
        if start < 0:
            continue
        width, draft.first = abs(draft.low), start
        draft.comparator, draft.rule = Comparator.RANGE, "tolerance"
        draft.low, draft.high = -width, width
        left = drafts[position - 1] if position and tokens.words[start] != "plus" else draft
        if left.end == start and left.low is not None:
            _center(left, draft, width)
            centered.append(draft)
    for draft in centered:
        drafts.remove(draft)


def _find_plus_minus(tokens: Tokens, draft: Draft) -> int:
    """Where "±", "plus or minus" or "+/-" before a number starts, -1 where none of them stands."""
    words, first = tokens.words, draft.first
    if words[first - 1] == "±":
        return first - 1 if draft.low is not None and draft.low >= 0 else -1
    if words[first - 1] == "minus":
        return first - 3 if words[first - 3 : first - 1] in (["plus", "or"], ["plus", "/"]) else -1
    dash = first - (words[first] not in MINUS)  # a glued minus was read as the number's
    if words[dash] not in MINUS:
        return -1
    if words[dash - 1] == "/" and words[dash - 2] == "+":
        return dash - 2
    return dash - 1 if words[dash - 1] == "+" else -1


def _center(left: Draft, right: Draft, width: Decimal) -> None:
    middle = left.low or Decimal(0)
    left.low, left.high = ARITHMETIC.subtract(middle, width), ARITHMETIC.add(middle, width)
    left.end, left.unit, left.comparator, left.rule = (
        right.end,
        right.unit or left.unit,
        Comparator.RANGE,
        "tolerance",
    )
