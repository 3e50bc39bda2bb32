"""Parts of a year: "the first quarter of 2019", "the last three months of 2025", "the end of the year"."""

from datetime import date
from types import MappingProxyType

from claims.extraction.context.days import (
    MONTH_PARTS,
    PARTS_OF_YEAR,
    UNKNOWN,
    Days,
    bound,
    cover_month,
    cover_month_part,
    cover_part,
    cover_year,
    place_part,
    shift,
)
from claims.extraction.context.runs import read_count
from claims.extraction.context.stated import Stated, state
from claims.extraction.marks.calendar import MONTHS
from claims.extraction.numerals.tables import ORDINALS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

YEAR_STEPS = MappingProxyType({"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1})
OPENING = frozenset({"first", "opening"})
CLOSING = frozenset({"last", "final", "closing"})
MONTHS_OF_YEAR = 12
ENDED = frozenset({"ended", "ending"})
"""Words behind a part that lead to its last day, which tells more: "the first quarter ended 3 May"."""
LATEST_START = 4
"""The first month that the fiscal years of India and Britain have."""
DASHES = frozenset("-–—/")
BOUNDING = words("since until till by before after from between through")
"""Words before a time that bound it and stay in the period's text."""
EDGES = words("start end beginning close turn")
EDGED = words("year month week quarter decade century")
OWNERS = frozenset({"the", "its", "their"})


def read_owner_year(tokens: Tokens, index: int, published: date | None) -> tuple[int, int | None] | None:
    """The year that a part is of, at a token: where its words end, and its number where they tell it.

    "2019" and "last year" tell it; "the year" leaves it to the day a text came out.
    """
    word, following = tokens.words[index], tokens.words[index + 1]
    if word.isdecimal() and len(word) == len("2019"):
        return index + 1, int(word)
    if word not in YEAR_STEPS or following != "year":
        return None
    told = published is not None and word != "the"
    return index + 2, published.year + YEAR_STEPS[word] if published and told else None


def read_part(tokens: Tokens, index: int, published: date | None, *, ahead: bool) -> Stated | None:
    """ "the first quarter of 2019", "the final half of last year", at "quarter" or "half"."""
    part, word = tokens.words[index], tokens.words[index - 1]
    number = _find_number(word, part)
    if not number or index == 0 or tokens.words[index + 1] in ENDED:
        return None
    if tokens.words[index + 1] != "of":
        if word == "last":
            return None
        return state(tokens, index - 1, index + 1, place_part(published, part, number, ahead=ahead))
    owner = read_owner_year(tokens, index + 2, published)
    if owner is None:
        fiscal = tokens.words[index + 2] in {"fiscal", "financial"} and tokens.words[index + 3].isdecimal()
        return state(tokens, index - 1, index + 4, UNKNOWN) if fiscal else None
    end, year = owner
    days = cover_part(year, part, number) if year else place_part(published, part, number, ahead=ahead)
    return state(tokens, index - 1, end, days)


def _find_number(word: str, part: str) -> int:
    """Which part of a year a word tells: "first" the first, "final" the last."""
    if word in CLOSING:
        return MONTHS_OF_YEAR // PARTS_OF_YEAR[part]
    return 1 if word in OPENING else int(ORDINALS.get(word, 0))


def read_months(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "the first nine months", "the last three months of 2025" at "first" or "last"."""
    opens, count = tokens.words[index] in OPENING, read_count(tokens, index + 1)
    if tokens.words[index + 2] != "months" or count is None or not 0 < count < MONTHS_OF_YEAR:
        return None
    end, year = index + 3, published.year if published else None
    if tokens.words[end] == "of":
        owner = read_owner_year(tokens, end + 1, published)
        if owner is None:
            return None
        end, year = owner[0], owner[1] or year
    elif not opens:
        return None
    if tokens.words[index - 1] not in OWNERS:
        return None
    return state(tokens, index, end, _cover_months(year, count, opens=opens))


def _cover_months(year: int | None, count: int, *, opens: bool) -> Days:
    """The first or the last months of a year."""
    if year is None:
        return UNKNOWN
    first, last = (1, count) if opens else (MONTHS_OF_YEAR + 1 - count, MONTHS_OF_YEAR)
    return cover_month(year, first)[0], cover_month(year, last)[1]


def read_step_part(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "the first week of this month" at "this"."""
    step, part = tokens.words[index - 3 : index - 1] if index > 2 else ("", "")
    if tokens.words[index - 1] != "of" or tokens.words[index + 1] != "month" or part not in MONTH_PARTS:
        return None
    if step not in ORDINALS and step not in CLOSING:
        return None
    whole = shift(published, tokens.words[index], "month") if published is not None else UNKNOWN
    days = cover_month_part(whole, part, int(ORDINALS.get(step, 0)))
    return state(tokens, index - 3, index + 2, days)


def read_fiscal_span(tokens: Tokens, first: int, month: int) -> Stated | None:
    """ "April-February 2021-22": two months of a fiscal year, which starts in one year and ends in the next.

    first: where its words start; month: the first month's token.
    """
    year, dash, end = tokens.words[month + 3 : month + 6]
    if not (year.isdecimal() and len(year) == len("2021") and dash in DASHES and end.isdecimal()):
        return None
    begins, stops = MONTHS[tokens.words[month]], MONTHS[tokens.words[month + 2]]
    turned = int(year) + (stops < begins)
    sure = begins >= LATEST_START
    days = cover_month(int(year), begins)[0], cover_month(turned, stops)[1]
    return state(tokens, first, month + 6, days if sure else UNKNOWN)


def read_edge(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "since the start of the year", "by the end of the month" at "start" or "end"."""
    step, unit = tokens.words[index + 2], tokens.words[index + 3]
    if tokens.words[index + 1] != "of" or step not in YEAR_STEPS or unit not in EDGED:
        return None
    days = shift(published, step, unit) if published is not None else UNKNOWN
    return _bound(tokens, index, index + 4, days)


def read_year_end(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "by year-end", "at year end" at "year"."""
    end = index + 1 + (tokens.words[index + 1] == "-")
    if tokens.words[end] != "end" or tokens.words[index - 1] not in BOUNDING | {"at"}:
        return None
    return _bound(tokens, index, end + 1, cover_year(published.year) if published else UNKNOWN)


def _bound(tokens: Tokens, first: int, end: int, days: Days) -> Stated:
    """A time with the word before it that bounds it."""
    led = first - 1 - (tokens.words[first - 1] == "the")
    lead = tokens.words[led]
    return state(tokens, led if lead in BOUNDING else first, end, bound(lead, days))
