"""Lengths of time that make a period: "the three months to June", "the past two years"."""

from datetime import date

from claims.extraction.context.days import UNKNOWN, Days, cover_month, place_month, reach_back
from claims.extraction.context.stated import Stated, state
from claims.extraction.marks.calendar import MONTHS
from claims.extraction.numerals.tables import SMALL, TENS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

RUN_LINKS = words("to ended ending through")
"""What leads from a length of time to its last month."""
RUNS = {"year": 12, "months": 0, "quarter": 3, "half": 6}
"""Lengths that run up to a month: "the year to April", "the three months to June"."""
HALF = 6
LONGEST_COUNT = 2
MONTHS_OF_YEAR = 12
PAST_STEPS = words("past last")
SPANS = words("days weeks months quarters years decades hours seasons")
DAYS_OF = {"days": 1, "weeks": 7}
MONTHS_OF = {"months": 1, "quarters": 3, "years": 12, "decades": 120}


def read_count(tokens: Tokens, index: int) -> int | None:
    """A small whole number at a token."""
    word = tokens.words[index]
    if word.isdecimal() and len(word) <= LONGEST_COUNT:
        return int(word)
    counted = SMALL.get(word, TENS.get(word))
    return int(counted) if counted else None


def read_run(tokens: Tokens, link: int) -> tuple[int, int] | None:
    """ "the three months to": where a length of time before a link starts, and how many months it has."""
    length = RUNS.get(tokens.words[link - 1])
    if length is None or tokens.words[link] not in RUN_LINKS:
        return None
    if tokens.words[link - 3 : link - 1] == ["half", "-"]:
        return link - 3, HALF
    if length:
        return link - 1, length
    count = read_count(tokens, link - 2)
    return None if count is None else (link - 2, count)


def read_run_up(
    tokens: Tokens, link: int, index: int, published: date | None, *, ahead: bool
) -> Stated | None:
    """ "the three months to the end of June": the length of time that ends with the month at a token."""
    run = read_run(tokens, link)
    if run is None:
        return None
    first, months = run
    last = place_month(published, MONTHS[tokens.words[index]], ahead=ahead)
    return state(tokens, first, index + 1, reach_back(last, months))


def read_span(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "the past three years", "the next six weeks", "the first nine months" at the step's token."""
    step, unit = tokens.words[index], tokens.words[index + 2]
    if unit not in SPANS or (tokens.words[index + 3] == "of" and step != "first"):
        return None
    count = read_count(tokens, index + 1)
    if count is None:
        return None
    if step == "first":
        return _read_first_months(tokens, index, count, published) if unit == "months" else None
    return state(tokens, index, index + 3, _cover_span(step, count, unit, published))


def _read_first_months(tokens: Tokens, index: int, count: int, published: date | None) -> Stated | None:
    """ "the first nine months of 2019", of the publication's year where none is stated."""
    end, year = index + 3, published.year if published else None
    if tokens.words[end] == "of":
        written = tokens.words[end + 1]
        if written.isdecimal() and len(written) == 4:
            end, year = end + 2, int(written)
        elif tokens.words[end + 1 : end + 3] == ["this", "year"]:
            end += 3
        else:
            return None
    if not 0 < count < MONTHS_OF_YEAR or tokens.words[index - 1] not in {"the", "its", "their"}:
        return None
    days = (cover_month(year, 1)[0], cover_month(year, count)[1]) if year is not None else UNKNOWN
    return state(tokens, index, end, days)


def _cover_span(step: str, count: int, unit: str, published: date | None) -> Days:
    """The days of a span that ends or starts with the publication's; unknown for any other span."""
    if published is None or step not in PAST_STEPS | {"next", "coming"}:
        return UNKNOWN
    sign = -1 if step in PAST_STEPS else 1
    other = _move(published, sign * count, unit)
    if other is None:
        return UNKNOWN
    return (other, published) if sign < 0 else (published, other)


def _move(day: date, count: int, unit: str) -> date | None:
    """A day so many units on; None where no calendar has it or the unit has no fixed length."""
    if unit in DAYS_OF:
        ordinal = day.toordinal() + count * DAYS_OF[unit]
        within = date.min.toordinal() <= ordinal <= date.max.toordinal()
        return date.fromordinal(ordinal) if within else None
    months = day.year * MONTHS_OF_YEAR + day.month - 1 + count * MONTHS_OF.get(unit, 0)
    first, last = cover_month(months // MONTHS_OF_YEAR, months % MONTHS_OF_YEAR + 1)
    if first is None or last is None or unit not in MONTHS_OF:
        return None
    return first.replace(day=min(day.day, last.day))
