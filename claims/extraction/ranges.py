"""Two quantities that say one range, and lists that do not."""

from decimal import Decimal

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.levels import ADJECTIVES
from claims.extraction.nouns import DETERMINERS
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.numeral import ARITHMETIC, ONE
from claims.extraction.numerals.tables import SMALL, TENS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.units.rates import read_rate
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator, is_representable

DASHES = frozenset("-–—−~")
LINKS = frozenset({"to", "through", "thru", "till", "until"}) | DASHES
FILLERS = frozenset(
    {
        "about",
        "around",
        "roughly",
        "as",
        "much",
        "many",
        "up",
        "nearly",
        "almost",
        "approximately",
        "some",
        "over",
        "high",
        "even",
        "just",
        "only",
        "perhaps",
    }
)
CHANGES = words(
    """
    by up down rose rise rises risen rising fell fall falls fallen falling dropped drop drops
    dropping gained gain gains gaining lost lose loses losing climbed climb climbs climbing added
    adds adding increased increase increases slid slide slides slipped slips jumped jump jumps
    soared surged tumbled plunged declined decline declines decreased decrease advanced advances
    shed sheds sank lower higher grew grow grows eased edged cut raised raise another weakened weaken
    strengthened strengthen firmed appreciated depreciated softened rallied recovered retreated rebounded
    """
)
"""Words before a first amount that say a change, so that "to" leads to where it ended."""
SHARES = words("percent cent % points point")
"""What a change is said in before it is told again as a sum: "gained 0.4% or £2 to £502"."""
LIMITS = words("ci cri interval intervals")
"""Words before the ends of an interval."""
LIMIT_SIGNS = frozenset(":,=()[")
LIMIT_REACH = 5
LIST_ENDS = frozenset({",", "and", "or"})
CROSSINGS = 9
"""Tokens that may stand between the ends of "from 30 miles an hour in May to 42 mph"."""
LONGEST_BOUND = 3
"""Words of a bound between a change and how large it is: "gained as much as 2.6 cents to 88.4"."""
BOUNDING = FILLERS - CHANGES
HYPHENED = frozenset({"to", "and", "&"})
"""Links that may stand between hyphens."""
WHOLE = 12
TEN = Decimal(10)
HUNDRED = Decimal(100)
CLOSE = 4
"""How many times the smaller change the larger one may be."""


def join_ranges(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence with every two that say one range made one."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        if previous is not None and _are_quantities(previous, draft) and _join(tokens, previous, draft):
            continue
        crossing = _find_start(tokens, joined, draft)
        if crossing is not None and _join(tokens, crossing, draft, crossing=True):
            _drop_inside(joined, crossing)
            continue
        joined.append(draft)
    return joined


def _are_quantities(left: Draft, right: Draft) -> bool:
    return (
        left.disposition is Disposition.CLAIM
        and right.disposition is Disposition.CLAIM
        and left.comparator is Comparator.EQUAL
        and right.comparator is Comparator.EQUAL
        and left.low is not None
        and right.low is not None
    )


def _join(tokens: Tokens, left: Draft, right: Draft, *, crossing: bool = False) -> bool:
    """Make the left draft the range of both, if the words say so."""
    if not _agree(left, right) or (left.age != right.age and right.unit == ""):
        return False
    if not crossing and not _is_linked(tokens, left, right):
        return False
    if not _set_bounds(left, right):
        return False
    left.end = right.end
    left.unit = right.unit if len(right.unit) >= len(left.unit) else left.unit
    left.age = left.age or right.age
    left.denominator = right.denominator or left.denominator
    _add_rate(tokens, left)
    left.comparator = Comparator.RANGE
    left.rule = "range"
    return True


def _add_rate(tokens: Tokens, draft: Draft) -> None:
    """The rate behind a range whose unit stood before it: "$1.5-2 a litre"."""
    if draft.unit and "/" not in draft.unit and not draft.age:
        per, end, _ = read_rate(tokens, draft.end)
        if per:
            draft.unit, draft.end, draft.denominator = f"{draft.unit}/{per}", end, per


def _agree(left: Draft, right: Draft) -> bool:
    """Whether two numbers may measure one thing: the same unit, or one of them states it."""
    if left.unit == right.unit or not (left.unit and right.unit):
        return True
    return left.unit.partition("/")[0] == right.unit.partition("/")[0]


def _set_bounds(left: Draft, right: Draft) -> bool:
    low, high = left.low, right.low
    if low is None or high is None:
        return False
    low = _lend_scale(left, right, low, high)
    if low == high or not is_representable(low):
        return False
    left.low, left.high = min(low, high), max(low, high)
    left.low_inclusive = left.high_inclusive = True
    return True


def _lend_scale(left: Draft, right: Draft, low: Decimal, high: Decimal) -> Decimal:
    """ "1 to 2 thousand": the first number has the second's scale when it is the smaller before it."""
    if left.numeral is None or right.numeral is None or left.numeral.scale != 1 or right.numeral.scale == 1:
        return low
    scaled = ARITHMETIC.multiply(low, right.numeral.scale)
    return scaled if low < high and scaled < high else low


def _is_linked(tokens: Tokens, left: Draft, right: Draft) -> bool:
    between = tokens.words[left.end : right.first]
    while between and between[-1] in FILLERS:
        between.pop()
    dashed = bool(between) and between[0] in DASHES
    if not between or (dashed and (_is_chain(tokens, left, right) or _is_aside(tokens, left, right))):
        return False
    first = left.first
    while first > left.first - LONGEST_BOUND and tokens.words[first - 1] in BOUNDING:
        first -= 1
    lead = tokens.words[first - 1]
    if len(between) > 1 and not HYPHENED.isdisjoint(between):  # "5-to-10", "between 5 -and- 10"
        between = [word for word in between if word != "-"]
    if between[0] in LINKS and len(between) <= 2 and all(word in LINKS for word in between):
        return _is_span(tokens, left, right, between, lead)
    if between == [","]:
        return _are_limits(tokens, left, right) or _are_spoken(tokens, left, right)
    if between in (["and"], ["&"]):
        return "between" in tokens.words[max(0, left.first - 3) : left.first]
    return between == ["or"] and _are_neighbours(left, right)


def _are_limits(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether two numbers are an interval's ends: "95% CI 0.55, 0.92", "(CI): -1.30, -0.43"."""
    lead = left.first - 1
    while tokens.words[lead] in LIMIT_SIGNS and lead > left.first - LIMIT_REACH:
        lead -= 1
    alone = tokens.words[right.end] != "," or not is_number(tokens.words[right.end + 1])
    rising = left.low is not None and right.low is not None and left.low < right.low
    return tokens.words[lead] in LIMITS and alone and rising and left.unit in {"", right.unit}


def _are_spoken(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a speaker says how many with two numbers: "ten, fifteen percent", "five, six hundred men"."""
    words_ = tokens.words
    if left.numeral is None or right.numeral is None or not (left.numeral.spelled and right.numeral.spelled):
        return False
    bare = not left.unit and left.end == left.numeral.end and left.low is not None and right.low is not None
    listed = words_[left.first - 1] == "," and (
        words_[left.first - 2] in SMALL or words_[left.first - 2] in TENS
    )
    if not bare or listed or words_[right.end] in LIST_ENDS:
        return False
    measured = bool(right.unit) or right.numeral.scale != 1 or is_plural(words_[right.end])
    return measured and _follows(left, right)


def _follows(left: Draft, right: Draft) -> bool:
    """Whether a second number is one more than the first, or the next round one: 5, 6; 10, 15; 20, 30."""
    if left.low is None or right.low is None or right.numeral is None:
        return False
    scale = right.numeral.scale
    low, high = left.low, right.low / scale if scale != 1 else right.low
    return high - low == 1 or (not low % 5 and not high % 5 and low < high <= 2 * low)


def _is_chain(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether two spelled numbers stand in a row of three and more with hyphens: "three-four-three"."""
    if left.numeral is None or not left.numeral.spelled:
        return False
    before, behind = left.first - 1, right.end
    return (tokens.words[before] in DASHES and tokens.is_glued(left.first) and tokens.is_glued(before)) or (
        tokens.words[behind] in DASHES
        and tokens.is_glued(behind + 1)
        and (tokens.words[behind + 1] in SMALL or tokens.words[behind + 1] in TENS)
    )


def _is_span(tokens: Tokens, left: Draft, right: Draft, between: list[str], lead: str) -> bool:
    """Whether "A to B" is a range, and no change by A to B and no list of hyphened numbers."""
    if between[0] in DASHES and left.numeral is not None and right.numeral is not None:
        return left.numeral.spelled == right.numeral.spelled or bool(right.unit)
    if lead == "from" or tokens.words[left.first - 2] in {"from", "between"}:
        return True
    if _is_change(tokens, left, right, between, lead):
        return False
    if between[0] == "to" and left.unit and not left.prefixed and not right.unit and not left.age:
        return False
    if left.unit and left.unit == right.unit and between[0] == "to":
        return True
    return left.low is not None and right.low is not None and left.low < right.low


def _is_aside(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a dash between spaces parts a sum from a smaller one: "£35bn - £2.5bn less than planned"."""
    spaced = not tokens.is_glued(left.end) and not tokens.is_glued(right.first)
    smaller = left.low is not None and right.low is not None and right.low < left.low
    return spaced and smaller and left.prefixed and right.prefixed


def _is_change(tokens: Tokens, left: Draft, right: Draft, between: list[str], lead: str) -> bool:
    """Whether "to" leads to where a change ended: "rose 5% to 210", "rose by 1,870 to 24,305"."""
    again = lead == "another" or (left.unit == "percent" and _rises_little(left, right))
    apart = lead == "by" and tokens.words[left.first - 2] not in CHANGES  # "cut its profit by $7m to $15m"
    again = (again or (apart and _rises_little(left, right))) and left.unit == right.unit
    if left.prefixed and lead == "or" and tokens.words[left.first - 2] in SHARES:
        return True
    if left.unit and not again and (lead in CHANGES or tokens.words[left.first - 2] in CHANGES):
        return True
    if lead == "by":
        return between[0] == "to" and not _are_close(left, right)
    return not left.unit and not right.unit and lead in CHANGES


def _are_close(left: Draft, right: Draft) -> bool:
    """Whether "by A to B" may say one change: "by 2 to 3", not "by 1,870 to 24,305"."""
    if left.low is None or right.low is None:
        return False
    low = _lend_scale(left, right, left.low, right.low)
    return right.low < low * CLOSE


def _rises_little(left: Draft, right: Draft) -> bool:
    """Whether two shares may say one change: "climb 7% to 9%"."""
    return left.low is not None and right.low is not None and left.low < right.low and _are_close(left, right)


def _are_neighbours(left: Draft, right: Draft) -> bool:
    """ "three or four", "two or three hundred": small whole numbers, the second a step above the first."""
    if left.low is None or right.low is None or left.unit or left.prefixed:
        return False
    low, scale = _lend_scale(left, right, left.low, right.low), ONE
    if low != left.low and right.numeral is not None:
        scale = right.numeral.scale
    tens = right.low == low + TEN and right.low < HUNDRED and not low % TEN  # "thirty or forty"
    return tens or (low < right.low <= max(low + 2 * scale, low * 2) and right.low <= WHOLE * scale)


def _find_start(tokens: Tokens, joined: list[Draft], right: Draft) -> Draft | None:
    """The quantity that "from" opened and that "to" before this one closes, with words between."""
    if right.disposition is not Disposition.CLAIM or right.comparator is not Comparator.EQUAL:
        return None
    link = right.first - 1
    while tokens.words[link] in FILLERS:
        link -= 1
    if tokens.words[link] != "to" or tokens.words[link - 1] == "and":
        return None
    for left in reversed(joined[-3:]):
        if right.first - left.end > CROSSINGS:
            return None
        if left.disposition is Disposition.CLAIM:
            return left if _opens(tokens, left) and _crosses(left, right) else None
    return None


def _opens(tokens: Tokens, left: Draft) -> bool:
    start = left.first - 1
    while tokens.words[start] in FILLERS or (tokens.words[start] == "to" and tokens.words[start - 1] == "up"):
        start -= 1
    start -= tokens.words[start] in ADJECTIVES
    start -= tokens.words[start] in DETERMINERS
    return tokens.words[start] == "from"


def _crosses(left: Draft, right: Draft) -> bool:
    if left.comparator is not Comparator.EQUAL:
        return False
    one, other = left.unit.partition("/")[0], right.unit.partition("/")[0]
    return one == other or not one or not other


def _drop_inside(joined: list[Draft], left: Draft) -> None:
    """Take out figures that the joined range now covers: the year in "from 20 in 2008 to 29"."""
    while joined[-1] is not left:
        joined.pop()


UPPER = frozenset({Comparator.LESS, Comparator.AT_MOST})
BOUND_JOINTS = (["and"], ["but"], [","], [",", "but"], [",", "and"])
"""What stands between two bounds of one range."""


def join_bounds(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """ "more than 10 and less than 40": two bounds that close one range, after comparators were read."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        if (
            previous is not None
            and (
                tokens.words[previous.end : draft.first] in BOUND_JOINTS
                or _is_half_open(tokens, previous, draft)
            )
            and _close(previous, draft)
        ):
            continue
        joined.append(draft)
    return joined


def _is_half_open(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether "to" leads from a lower bound to an upper one: "10 to less than 20", "from 5 to at most 9"."""
    if tokens.words[left.end : right.first] != ["to"] or right.comparator not in UPPER:
        return False
    if left.comparator is Comparator.EQUAL and left.low is not None and right.high is not None:
        exact = left.low < right.high and left.disposition is Disposition.CLAIM
        left.high, left.low_inclusive = (None if exact else left.high), True
    return left.high is None


def _close(left: Draft, right: Draft) -> bool:
    below, above = (left, right) if left.low is not None else (right, left)
    if (
        below.low is None
        or below.high is not None
        or above.high is None
        or above.low is not None
        or below.low >= above.high
    ):
        return False
    if (
        left.disposition is not Disposition.CLAIM
        or right.disposition is not Disposition.CLAIM
        or not _agree(left, right)
        or "age-group" in {left.rule, right.rule}
    ):
        return False
    low, low_inclusive, high, high_inclusive = (
        below.low,
        below.low_inclusive,
        above.high,
        above.high_inclusive,
    )
    left.low, left.low_inclusive, left.high, left.high_inclusive = low, low_inclusive, high, high_inclusive
    left.end, left.unit, left.comparator, left.rule = (
        right.end,
        right.unit or left.unit,
        Comparator.RANGE,
        "two-bounds",
    )
    left.noun = right.noun or left.noun
    return True
