"""Lengths of time that make a period: "the three months to June", "the past two years"."""

from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from claims.extraction.context.days import (
    UNKNOWN,
    Days,
    cover_past,
    move,
    place_month,
    reach_back,
)
from claims.extraction.context.stated import Stated, state
from claims.extraction.marks.calendar import MONTHS
from claims.extraction.numerals.tables import SMALL, TENS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

RUN_LINKS = words("to ended ending through")
"""What leads from a length of time to its last month."""
RUNS = MappingProxyType(
    {
        "year": (12, "months"),
        "quarter": (3, "months"),
        "half": (6, "months"),
        "decade": (120, "months"),
        "week": (7, "days"),
        "fortnight": (14, "days"),
        "period": (0, "months"),
    }
)
"""Lengths that run up to a month or a day: "the year to April", "the week ending 3 May"; 0 is unknown."""
COUNTED_RUNS = MappingProxyType(
    {"months": (1, "months"), "years": (12, "months"), "days": (1, "days"), "weeks": (7, "days")}
)
"""Those behind a number: "the three months to June"."""
HALF = 6
LONGEST_COUNT = 3
PAST_STEPS = words("past last")
SPANS = words("days weeks months quarters years decades hours seasons")


def read_count(tokens: Tokens, index: int) -> int | None:
    """A small whole number at a token."""
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= LONGEST_COUNT:
        return int(word)
    counted = SMALL.get(word, TENS.get(word))
    return int(counted) if counted else None


class Run(NamedTuple):
    """A length of time that starts at a token and has so many months or days."""

    first: int
    length: int
    unit: str


def read_run(tokens: Tokens, link: int) -> Run | None:
    """ "the three months to": the length of time before a link."""
    if tokens.words[link] not in RUN_LINKS:
        return None
    if tokens.words[link - 3 : link - 1] == ["half", "-"]:
        return Run(link - 3, HALF, "months")
    word = tokens.words[link - 1]
    if word in RUNS:
        return Run(link - 1, *RUNS[word])
    count = read_count(tokens, link - 2) if word in COUNTED_RUNS else None
    if count is None:
        return None
    length, unit = COUNTED_RUNS[word]
    return Run(link - 2, count * length, unit)


def read_run_up(
    tokens: Tokens, link: int, index: int, published: date | None, *, ahead: bool
) -> Stated | None:
    """ "the three months to the end of June": the length of time that ends with the month at a token."""
    run = read_run(tokens, link)
    if run is None:
        return None
    last = place_month(published, MONTHS[tokens.words[index]], ahead=ahead)
    return state(tokens, run.first, index + 1, reach_back(last, run.length, run.unit))


def read_span(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "the past three years", "the next six weeks" at the step's token."""
    step, unit = tokens.words[index], tokens.words[index + 2]
    if unit not in SPANS or tokens.words[index + 3] == "of":
        return None
    count = read_count(tokens, index + 1)
    if count is None:
        return None
    return state(tokens, index, index + 3, _cover_span(step, count, unit, published))


def _cover_span(step: str, count: int, unit: str, published: date | None) -> Days:
    """The days of a span that ends or starts with the publication's; unknown for any other span."""
    if published is None or step not in PAST_STEPS | {"next", "coming"}:
        return UNKNOWN
    if step in PAST_STEPS:
        return cover_past(published, count, unit)
    end = move(published, count, unit)
    return (published, end) if end is not None else UNKNOWN
