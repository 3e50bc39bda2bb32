"""Times that the day of publication places: "last year", "in October", "on Tuesday", "the year to April"."""

from datetime import date
from typing import NamedTuple

from claims.codelists import Disposition
from claims.extraction.context.days import (
    PARTS_OF_YEAR,
    UNKNOWN,
    bound,
    place_month,
    place_weekday,
    reach_back,
    shift,
    shift_part,
)
from claims.extraction.drafts import Draft
from claims.extraction.marks.calendar import MONTHS, is_month
from claims.extraction.numerals.tables import ORDINALS, SMALL
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import listed, words
from claims.measures.periods import Period

STEPS = frozenset({"last", "this", "next", "previous", "past", "current", "coming"})
UNITS = words("year month week quarter decade century season summer winter spring autumn")
DAY_WORDS = frozenset({"today", "yesterday"})
WEEKDAYS = {
    word: number
    for number, word in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))
}
TRIGGERS = STEPS | DAY_WORDS | PARTS_OF_YEAR.keys() | MONTHS.keys() | WEEKDAYS.keys()
KEPT = words("since until till by before after from between through")
"""Words before a date that bound it and stay in the period's text."""
SHADES = words("early mid late - the beginning end of start middle")
MONTH_LEADS = words("in during since until by for")
DAY_LEADS = words("on by since until before from")
DAY_ENDS = words("after as in to at night morning afternoon evening and but , . ; )") | {""}
"""What stands behind a weekday that has no "on" before it: "fell 3% Tuesday"."""
AHEAD = words(
    "will would expect expects expected due plan plans planned planning scheduled aims likely forecast"
)
AHEAD_REACH = 12
RUNS = {"year": 12, "months": 0, "quarter": 3, "half": 6}
"""Lengths that run up to a month: "the year to April", "the three months to June"."""


LONGEST_COUNT = 2


class Stated(NamedTuple):
    """A period at tokens `[first, end)`; `opening` tells that a preposition of time leads it."""

    first: int
    end: int
    period: Period
    opening: bool


def read_relative(tokens: Tokens, published: date | None, drafts: list[Draft]) -> list[Stated]:
    """The times of a sentence that state no year, in order; the dates among its drafts are left out."""
    taken = {
        index
        for draft in drafts
        if draft.disposition is Disposition.DATE
        for index in range(draft.first, draft.end)
    }
    stated = []
    for index, word in enumerate(tokens.words[: tokens.count]):
        if index in taken or not (word in TRIGGERS or tokens.words[index + 1] in PARTS_OF_YEAR):
            continue
        found = (
            _read_step(tokens, index, published)
            or _read_part(tokens, index, published)
            or _read_month(tokens, index, published)
            or _read_weekday(tokens, index, published, taken)
        )
        if found is None and word in DAY_WORDS and published is not None:
            found = Stated(index, index + 1, Period(text=word, start=published, end=published), opening=False)
        if found is not None and found.first not in taken:
            stated.append(found)
    return stated


def _read_step(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    step, unit = tokens.words[index], tokens.words[index + 1]
    if step not in STEPS or unit not in UNITS or tokens.words[index + 2] in {"'", "’"}:
        return None
    days = shift(published, step, unit) if published is not None else UNKNOWN
    period = Period(text=_read_text(tokens, index, index + 2), start=days[0], end=days[1])
    return Stated(index, index + 2, period, opening=True)


def _read_part(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "the first quarter of 2019", "the second half of this year"."""
    words_ = tokens.words
    ordinal, part = words_[index], words_[index + 1]
    if (
        ordinal not in ORDINALS
        or part not in PARTS_OF_YEAR
        or (tokens.words[index + 2] == "of" and not _is_year_next(tokens, index + 3))
    ):
        return None
    year = int(words_[index + 3]) if words_[index + 3].isdecimal() and len(words_[index + 3]) == 4 else None
    end = index + (4 if year is not None else 2)
    days = shift_part(published, ordinal, part, year)
    return Stated(
        index, end, Period(text=_read_text(tokens, index, end), start=days[0], end=days[1]), opening=True
    )


def _is_year_next(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return (word.isdecimal() and len(word) == 4) or (
        word in {"this", "last", "the"} and tokens.words[index + 1] == "year"
    )


def _read_month(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "in October", "by the end of June", "the year to April": a month whose year is not stated."""
    if not is_month(tokens, index):
        return None
    led = index - 1
    while tokens.words[led] in SHADES and led > 0:
        led -= 1
    lead, month = tokens.words[led], MONTHS[tokens.words[index]]
    if lead == "to":
        return _read_run_up(tokens, led, index, published)
    if lead not in MONTH_LEADS:
        return None
    days = bound(lead, place_month(published, month, ahead=lead == "by" or _is_ahead(tokens, led)))
    first = led if lead in KEPT else skip_small(tokens, led + 1, index)
    period = Period(text=_read_text(tokens, first, index + 1), start=days[0], end=days[1])
    return Stated(first, index + 1, period, opening=True)


def skip_small(tokens: Tokens, first: int, index: int) -> int:
    """Past "the" and "of" before a time's own words."""
    while first < index and tokens.words[first] in {"the", "of"}:
        first += 1
    return first


def read_run(tokens: Tokens, link: int) -> tuple[int, int] | None:
    """ "the three months to": where a length of time before "to" starts, and how many months it has."""
    length = RUNS.get(tokens.words[link - 1])
    if length is None:
        return None
    count = tokens.words[link - 2]
    if length:
        return link - 1, length
    if count in SMALL or (count.isdecimal() and len(count) <= LONGEST_COUNT):
        return link - 2, int(SMALL.get(count, count))
    return None


def _read_run_up(tokens: Tokens, link: int, index: int, published: date | None) -> Stated | None:
    """ "the three months to the end of June": the length of time that ends with a month."""
    run = read_run(tokens, link)
    if run is None:
        return None
    first, months = run
    last = place_month(published, MONTHS[tokens.words[index]], ahead=_is_ahead(tokens, link))
    days = reach_back(last, months)
    period = Period(text=_read_text(tokens, first, index + 1), start=days[0], end=days[1])
    return Stated(first, index + 1, period, opening=True)


def _read_weekday(tokens: Tokens, index: int, published: date | None, taken: set[int]) -> Stated | None:
    """ "on Tuesday", "since Friday": a day of the week without a date."""
    words_ = tokens.words
    if words_[index] not in WEEKDAYS or not tokens.is_capitalised(index):
        return None
    behind = index + 1 + (words_[index + 1] == ",")
    lead = words_[index - 1]
    bare = index > 0 and words_[index + 1] in DAY_ENDS and not tokens.is_capitalised(index - 1)
    if behind in taken or not (lead in DAY_LEADS or (bare and lead not in {"the", "last", "next", "every"})):
        return None
    ahead = lead in {"by", "until", "before"} or _is_ahead(tokens, index)
    days = bound(lead, place_weekday(published, WEEKDAYS[words_[index]], ahead=ahead))
    first = index - (lead in KEPT)
    period = Period(text=_read_text(tokens, first, index + 1), start=days[0], end=days[1])
    return Stated(first, index + 1, period, opening=lead in DAY_LEADS)


def _is_ahead(tokens: Tokens, index: int) -> bool:
    """Whether the words before a token tell of what is to come."""
    return not AHEAD.isdisjoint(tokens.words[max(0, index - AHEAD_REACH) : index])


def _read_text(tokens: Tokens, first: int, end: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
