"""How the words around a number bound it: "more than", "at most", "about", "or more"."""

from collections.abc import Mapping
from types import MappingProxyType

from claims.extraction.bounds import AFTER, BEFORE
from claims.extraction.drafts import Draft
from claims.extraction.nouns import STOPS
from claims.extraction.numerals.digits import HYPHENS
from claims.extraction.tokens import Tokens
from claims.extraction.units.rates import read_rate
from claims.extraction.units.reading import NOT_RATES
from claims.extraction.units.spellings import WORDLIKE, match_unit
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator
from claims.measures.units import Dimension, find_unit

SKIPPABLE = frozenset({"a", "an", "coming", "another", "about", "around", "estimated", "additional", "extra"})

Lookup = dict[str, tuple[tuple[int, ...], dict[tuple[str, ...], Comparator]]]


def _index(table: Mapping[Comparator, tuple[str, ...]], *, backwards: bool) -> Lookup:
    """Phrases by the word next to the number: how long their rests are, longest first, and what each says."""
    index: dict[str, dict[tuple[str, ...], Comparator]] = {}
    for comparator, spellings in table.items():
        for spelling in spellings:
            *rest, key = spelling.split() if backwards else reversed(spelling.split())
            index.setdefault(key, {}).setdefault(tuple(rest if backwards else reversed(rest)), comparator)
    return {key: (tuple(sorted({*map(len, rests)}, reverse=True)), rests) for key, rests in index.items()}


ENDINGS = MappingProxyType(_index(BEFORE, backwards=True))
STARTS = MappingProxyType(_index(AFTER, backwards=False))
LAST_WORDS = SKIPPABLE | ENDINGS.keys() | {"of"}
"""Every word that may stand right before a number behind the words that bound it: "over the age of 21"."""
MOVEMENTS = frozenset(
    [
        "went",
        "climb",
        "climbing",
        "come",
        "comes",
        "rise",
        "risen",
        "go",
        "goes",
        "going",
        "moved",
        "moves",
        "climbed",
        "climbs",
        "rose",
        "rises",
        "crept",
        "edged",
        "jumped",
        "came",
        "bumped",
        "pushed",
        "brought",
        "ticked",
        "stepped",
        "shot",
        "surged",
        "soared",
        "leapt",
        "revised",
    ]
)
"""Words before "up to" that make it a direction."""
GIVING = words("hand hands handed handing give gives gave given giving pay pays paid paying claw buy bought")
"""Verbs whose "back" is no direction."""
SPANS_OF_TIME = frozenset({"day", "week", "month", "year", "decade", "hour", "minute", "quarter", "century"})
MEASURING_LEADS = words(
    """
    for took take takes taken taking lasted lasting last lasts after in of spent spend spending well just is
    was are
    were be been being than with from by served waited waiting requires required needs needed only at little
    """
)
"""Words before "over" that make it a bound even of a length of time."""
REACHES = frozenset({Dimension.TIME, Dimension.LENGTH, Dimension.RATIO, Dimension.RATIO_CHANGE})
"""Dimensions of which something is said to lie within so much."""
PASSINGS = frozenset({"passes", "passed"})
TOTALS = words("toll total count number population tally")
"""What passes a number, where houses pass bills."""
MEANS = frozenset({"average", "mean", "high", "low", "peak", "record"})
LEAST_LEVEL = 100
"""Fewer of something with a name are approached one by one."""
MARGINS = words("votes points seats runs goals shots strokes wins")
"""Counts within which something is said to lie: "came within 300 votes"."""
PHRASE_ENDS = frozenset(".,;)") | {""}
ADDED = words("higher greater larger bigger less fewer lower smaller")
"""Comparatives behind "and" that go on with a noun of their own: "20 percent and higher wages"."""
LIMITS = frozenset({"minimum", "maximum"})
POINTS_BEHIND = frozenset({"ago", "earlier", "before", "previously"})
DENIED = MappingProxyType({Comparator.MORE: Comparator.AT_MOST, Comparator.LESS: Comparator.AT_LEAST})
ONES = frozenset({"a", "an"})
"""Words behind "not" that deny even one more: "not a penny more than £5"."""
ADDENDS = words(
    """
    the a an his her its their our my your other another any some all
    """
)
"""Words behind "plus" that add something: "seats 64 plus the driver"."""
RATES = frozenset({"a", "an", "per", "each", "every"})
OPEN = frozenset({Comparator.MORE, Comparator.AT_LEAST, Comparator.LESS, Comparator.AT_MOST})


def is_money(code: str) -> bool:
    """Whether a unit is a currency."""
    unit = find_unit(code)
    return unit is not None and unit.dimension is Dimension.MONEY


def read_before(tokens: Tokens, first: int, floor: int = 0) -> tuple[Comparator, int] | None:
    """The comparator whose words end before a token and start at `floor` or later, and where they start."""
    entry = ENDINGS.get(tokens.words[first - 1])
    if entry is None:
        return None
    lengths, comparators = entry
    for length in lengths:
        start = first - 1 - length
        if start >= floor:
            comparator = comparators.get(tuple(tokens.words[start : first - 1]))
            if comparator is not None:
                return comparator, start
    return None


def read_after(tokens: Tokens, end: int) -> tuple[Comparator, int] | None:
    """The comparator whose words start at a token, and the token behind them."""
    entry = STARTS.get(tokens.words[end])
    if entry is None:
        return None
    lengths, comparators = entry
    for length in lengths:
        stop = end + 1 + length
        comparator = comparators.get(tuple(tokens.words[end + 1 : stop]))
        if comparator is not None:
            return comparator, stop
    return None


def compare(tokens: Tokens, draft: Draft, floor: int, ceiling: int) -> None:
    """Give a quantity the comparator that the words around it say, and stretch it over those words.

    Tokens before `floor` and from `ceiling` on belong to the figures beside it.
    """
    behind = _find_behind(tokens, draft, ceiling) if tokens.words[draft.end] in STARTS else None
    ahead = _find_ahead(tokens, draft, floor) if tokens.words[draft.first - 1] in LAST_WORDS else None
    if ahead and behind and ahead[0] in OPEN and behind[0] is Comparator.ABOUT:
        behind = None
    found = behind if behind and (not ahead or ahead[0] not in OPEN) else ahead
    if behind and found is behind:
        draft.end = behind[1]
        _take_unit(tokens, draft)
        _take_rate(tokens, draft)
    if ahead:
        if ahead[0] is Comparator.ABOUT:
            draft.approximation = _read_words(tokens, ahead[1], draft.first)
        draft.first = ahead[1]
    if found:
        apply(draft, found[0])


def _take_unit(tokens: Tokens, draft: Draft) -> None:
    """The unit behind the words of a comparator: "three or more days"."""
    if draft.unit or draft.noun:
        return
    code, end = match_unit(tokens, draft.end)
    if code and len(tokens.words[draft.end]) > 1 and tokens.words[draft.end] not in WORDLIKE:
        draft.unit, draft.end = code, end


def _take_rate(tokens: Tokens, draft: Draft) -> None:
    """The rate behind the words of a comparator: "£180 or so a pupil", "$40 or more a barrel"."""
    if not draft.unit or "/" in draft.unit or draft.age:
        return
    per, end, text = read_rate(tokens, draft.end)
    if per and tokens.words[end] not in NOT_RATES:
        draft.unit, draft.end, draft.denominator = f"{draft.unit}/{per}", end, text


def _find_ahead(tokens: Tokens, draft: Draft, floor: int) -> tuple[Comparator, int] | None:
    first = _skip_age(tokens, draft.first)
    found = read_before(tokens, first, floor)
    if found and found[0] is Comparator.AT_MOST and _is_movement(tokens, found[1]):
        return None
    skipped = first
    while found is None and skipped > first - 2 and tokens.words[skipped - 1] in SKIPPABLE:
        skipped -= 1
        found = read_before(tokens, skipped, floor)
    if found is None or _is_other_sense(tokens, draft, found):
        return None
    if tokens.words[found[1] - 3] == "not" and found[0] in DENIED and tokens.words[found[1] - 2] in ONES:
        return DENIED[found[0]], found[1] - 3
    outer = read_before(tokens, found[1], floor)
    if (
        outer
        and not _is_passing(tokens, outer[1])
        and (outer[0] in OPEN or found[0] is Comparator.ABOUT)
        and not (found[0] in OPEN and tokens.words[found[1]] in {"more", "less"})
    ):
        return (outer[0] if outer[0] in OPEN else found[0]), outer[1]
    return found


def _is_other_sense(tokens: Tokens, draft: Draft, found: tuple[Comparator, int]) -> bool:
    """Whether "over" says during, or "within" says inside something that is no measure."""
    if (
        _is_passing(tokens, found[1])
        or _is_approach(tokens, draft, found[1])
        or _is_extreme(tokens, found[1])
        or _closes_tag(tokens, found[1])
    ):
        return True
    if (
        _is_average(tokens, draft)
        or _is_time_compared(tokens, draft, found[1])
        or _is_relative_score(tokens, found[1])
    ):
        return True
    if found[0] is Comparator.MORE:
        if _is_spanned(tokens, draft, found[1]):
            return True
        return _is_duration(tokens, draft, found[1]) or _is_stacked(tokens, draft, found[1])
    within = found[0] is Comparator.AT_MOST and "within" in tokens.words[found[1] : found[1] + 2]
    unit = find_unit(draft.unit)
    reached = unit.dimension in REACHES if unit is not None else tokens.words[draft.end] in MARGINS
    return within and not reached


def _closes_tag(tokens: Tokens, start: int) -> bool:
    """Whether ">" ends a tag: "<td>40</td>", '<a href="...">40 boats</a>'."""
    words = tokens.words
    if words[start] != ">" or not tokens.is_glued(start):
        return False
    named = words[start - 2] == "<" or words[start - 3 : start - 1] == ["<", "/"]
    return named or words[start - 1] in {'"', "'", "/"}


def _is_passing(tokens: Tokens, start: int) -> bool:
    """Whether "passes" is no bound: only a total passes a number, "the toll passes 2,000"."""
    return tokens.words[start] in PASSINGS and tokens.words[start - 1] not in TOTALS


def _is_approach(tokens: Tokens, draft: Draft, start: int) -> bool:
    """Whether "approached" tells what somebody did: "approached seven banks", no "approached 40,000"."""
    small = draft.low is not None and draft.low < LEAST_LEVEL and not draft.unit
    return tokens.words[start] == "approached" and small and _is_noun(tokens.words[draft.end])


def _is_extreme(tokens: Tokens, start: int) -> bool:
    """Whether "as high as" only says where a value went: "climbed to as high as 2,857"."""
    return tokens.words[start : start + 2] == ["as", "high"] and tokens.words[start - 1] == "to"


def _is_average(tokens: Tokens, draft: Draft) -> bool:
    """Whether a length of time only tells of what the mean is: "above a ten-year average of 3.4"."""
    told = tokens.words[draft.end] in MEANS and draft.unit in SPANS_OF_TIME
    return told and tokens.words[draft.first - 1] in ONES  # no "over three-year high"


def _is_duration(tokens: Tokens, draft: Draft, start: int) -> bool:
    """Whether "over" says during: "$1 trillion over 10 years", but not "for over 10 years"."""
    if tokens.words[start] != "over" or draft.age or draft.unit not in SPANS_OF_TIME or start == 0:
        return False
    return tokens.words[start - 1] not in MEASURING_LEADS and tokens.words[start - 1] not in ONES


def _is_spanned(tokens: Tokens, draft: Draft, start: int) -> bool:
    """Whether "over" says in the course of: "over a two-game span", "over a 20-mile course"."""
    tied = draft.numeral is not None and tokens.words[draft.numeral.end] in HYPHENS
    return tied and tokens.words[start] == "over" and tokens.words[draft.first - 1] in ONES


def _is_time_compared(tokens: Tokens, draft: Draft, start: int) -> bool:
    """Whether "than" compares with a time and bounds no length of it: "higher than 12 months ago"."""
    return tokens.words[draft.end] in POINTS_BEHIND and "than" in tokens.words[start : draft.first]


def _is_relative_score(tokens: Tokens, start: int) -> bool:
    """Whether "under" belongs to the number before it: "a five-under 67"."""
    words = tokens.words
    return words[start] in {"under", "over"} and words[start - 1] == "-" and tokens.is_glued(start)


def _is_stacked(tokens: Tokens, draft: Draft, start: int) -> bool:
    """Whether "over" only stands between two numbers: a blood pressure of "142 over 91"."""
    words = tokens.words
    bare = not draft.unit and (not words[draft.end].isalpha() or words[draft.end] in STOPS)
    return bare and words[start] == "over" and words[start - 1].isdecimal() and len(words[start - 1]) <= 3


def _skip_age(tokens: Tokens, first: int) -> int:
    """Before "the age of": "over the age of 21"."""
    if tokens.words[first - 2 : first] == ["age", "of"]:
        return first - 2 - (tokens.words[first - 3] == "the")
    return first


def _is_movement(tokens: Tokens, start: int) -> bool:
    """Whether "up to" only says where a value went: "climbed back up to 4 percent"."""
    if tokens.words[start] != "up":
        return False
    if tokens.words[start - 1] == "back":
        return tokens.words[start - 2] not in GIVING
    return tokens.words[start - 1] in MOVEMENTS


def _find_behind(tokens: Tokens, draft: Draft, ceiling: int) -> tuple[Comparator, int] | None:
    found = read_after(tokens, draft.end)
    if found is None or found[1] > ceiling or tokens.is_capitalised(draft.end):
        return None
    other = read_before(tokens, ceiling, draft.end) if ceiling < tokens.count else None
    if (other and other[1] < found[1]) or _goes_on(tokens, draft, found[1]):
        return None
    return found


def _goes_on(tokens: Tokens, draft: Draft, end: int) -> bool:
    """Whether words behind a number that may bound it belong to what follows: "4 percent and higher pay"."""
    index = draft.end
    word, following = tokens.words[index], tokens.words[index + 1]
    if word in LIMITS:
        return _is_noun(following)
    if word == "+":
        return not tokens.is_glued(index)
    if word == "plus":
        return not (following[:1].isalpha() or following in PHRASE_ENDS) or _is_added(
            tokens, draft, following
        )
    return word == "and" and following in ADDED and _is_noun(tokens.words[end])


def _is_added(tokens: Tokens, draft: Draft, following: str) -> bool:
    """Whether "plus" adds what follows: "64 plus the driver", "£500 plus VAT", no "$500 plus a month"."""
    if following in RATES and find_unit(tokens.words[draft.end + 2]) is not None:
        return False
    return following in ADDENDS or (is_money(draft.unit) and _is_noun(following))


def _is_noun(word: str) -> bool:
    """Whether a word goes on a noun phrase, so that "minimum" before it is its adjective."""
    return word.isalpha() and word not in STOPS


def _read_words(tokens: Tokens, first: int, end: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]


def apply(draft: Draft, comparator: Comparator) -> None:
    """Open or mark a quantity's bounds; a range stays a range, "more than dozens" opens it."""
    if draft.comparator is Comparator.RANGE and (comparator is Comparator.ABOUT or draft.rule == "range"):
        return
    low, high = draft.low, draft.high
    if comparator in {Comparator.MORE, Comparator.AT_LEAST}:
        draft.low, draft.high = (low if low is not None else high), None
        draft.low_inclusive, draft.high_inclusive = comparator is Comparator.AT_LEAST, False
    elif comparator in {Comparator.LESS, Comparator.AT_MOST}:
        draft.low, draft.high = None, (high if high is not None else low)
        draft.low_inclusive, draft.high_inclusive = False, comparator is Comparator.AT_MOST
    draft.comparator = comparator
