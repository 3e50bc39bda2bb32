"""Times told by their distance from another: "a year earlier", "the same period of 2019"."""

from dataclasses import replace
from datetime import date

from claims.extraction.context.days import UNKNOWN, cover_month
from claims.extraction.context.runs import read_count
from claims.extraction.context.stated import Stated, state
from claims.extraction.marks.calendar import MONTHS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import phrases, words
from claims.measures.periods import Period

DISTANCES = words("earlier ago before previously")
UNITS = words(
    "year years month months week weeks quarter quarters day days decade decades century centuries fortnight"
)
LEADS = words("a an one the")
SAME = words("period quarter month week time stretch day")
LINKS = words("of in")
LAST = words("last previous prior")
COMPARED = ("same ", "corresponding ", "year-earlier ", "year-ago ")
"""What a period starts with that another one places."""
YEARS_BACK = frozenset(
    phrases(
        "a year earlier|a year ago|a year before|a year previously|one year earlier|year earlier|year before"
    )
)
FOLLOWERS = frozenset({",", ".", ";", ")", "", "and", "while", "but", "in", "on", "–", "—"})
"""What may stand behind "the year before" where it is no "before the war"."""


def read_distance(tokens: Tokens, index: int) -> Stated | None:
    """ "a year earlier", "18 months ago", "the month before", "year-earlier period" at their last word."""
    words_ = tokens.words
    if words_[index - 1] == "-" and words_[index - 2] == "year" and words_[index + 1] in SAME:
        return state(tokens, index - 2 - (words_[index - 3] == "same"), index + 2, UNKNOWN)
    if words_[index - 1] not in UNITS or index < 2:
        return None
    if words_[index - 2] not in LEADS and read_count(tokens, index - 2) is None:
        return None
    if words_[index] == "before" and words_[index + 1] not in FOLLOWERS:
        return None
    first = index - 2 + (words_[index - 2] == "the")
    return state(tokens, first, index + 1, UNKNOWN)


def read_same(tokens: Tokens, index: int) -> Stated | None:
    """ "the same period of 2019", "the corresponding month last year" at "same" or "corresponding"."""
    words_ = tokens.words
    if words_[index + 1] not in SAME or words_[index - 1] != "the":
        return None
    end = index + 2
    step = end + (words_[end] in LINKS)
    step += words_[step] in MONTHS and step > end
    if words_[step].isdecimal() and len(words_[step]) == 4:
        end = step + 1
    elif words_[end] in LAST and words_[end + 1] == "year":
        end += 2
    elif words_[end] in {"a", "the"} and words_[end + 1] == "year" and words_[end + 2] in DISTANCES:
        end += 3
    else:
        return None
    return state(tokens, index, end, UNKNOWN)


def is_compared(one: Stated) -> bool:
    """Whether a period is told by its distance from another, so that what follows is not told of it."""
    told = one.period.text.lower()
    return told.startswith(COMPARED) or told.rpartition(" ")[2] in DISTANCES


def place_compared(stated: list[Stated]) -> list[Stated]:
    """The periods of a sentence, those told by their distance in years from another one with its days."""
    known = [one.period for one in stated if one.period.start and one.period.end]
    if not known or len(known) == len(stated):
        return stated
    return [_place(one, known[0]) for one in stated]


def _place(one: Stated, base: Period) -> Stated:
    """A period with the days of another one in the year that it tells; itself where it tells none."""
    if one.period.start or one.period.end or base.start is None or base.end is None:
        return one
    year = _find_year(one.period.text.lower(), base.end.year)
    if year is None:
        return one
    years = year - base.end.year
    days = _turn(base.start, years), _turn(base.end, years)
    return one._replace(period=replace(one.period, start=days[0], end=days[1]))


def _find_year(text: str, base: int) -> int | None:
    """The year that "a year earlier" or "same period of 2019" tells of a period that ends in a base year."""
    last = text.rpartition(" ")[2]
    if not MONTHS.keys().isdisjoint(text.split()):  # "the same week of May 2019" is another month's
        return None
    if text.startswith(COMPARED):
        return int(last) if last.isdecimal() else base - 1
    return base - 1 if text in YEARS_BACK else None


def _turn(day: date, years: int) -> date | None:
    """The same day in another year; the last of a month stays the last."""
    first, last = cover_month(day.year + years, day.month)
    if first is None or last is None:
        return None
    closes = day == cover_month(day.year, day.month)[1]
    return last if closes else first.replace(day=min(day.day, last.day))
