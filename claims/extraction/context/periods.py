"""The periods a sentence states, and which of them each claim is for."""

from datetime import date
from typing import NamedTuple

from claims.codelists import Disposition
from claims.extraction.context.days import PARTS_OF_YEAR, UNKNOWN, Days, read_days, shift, shift_part
from claims.extraction.drafts import Draft
from claims.extraction.marks.calendar import MONTHS, is_month
from claims.extraction.numerals.tables import ORDINALS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.periods import Period

STEPS = frozenset({"last", "this", "next", "previous", "past", "current", "coming"})
UNITS = frozenset(
    {
        "year",
        "month",
        "week",
        "quarter",
        "decade",
        "century",
        "season",
        "summer",
        "winter",
        "spring",
        "autumn",
    }
)
DAY_WORDS = frozenset({"today", "yesterday"})
TRIGGERS = STEPS | DAY_WORDS | PARTS_OF_YEAR.keys() | MONTHS.keys()
OPENERS = words(
    "in during for on since until till by before after between from through throughout over within as at"
)
KEPT = words("since until till by before after from between through")
"""Words before a date that bound it and stay in the period's text."""
SHADES = frozenset({"early", "mid", "late", "-", "the", "beginning", "end", "of", "start", "middle"})
BREAKS = frozenset(
    {
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
        "while",
        "whereas",
        "but",
        "although",
        "compared",
        "versus",
        "from",
        "vs",
    }
)
"""What parts a sentence into stretches that a period does not reach over."""
PAST_REACH = 3
PAST = frozenset({"was", "were", "had", "rose", "fell", "hit", "cost", "took", "left", "lost", "won", "went"})
ENDS_OPEN = frozenset({"until", "till", "by", "before", "through"})


class Stated(NamedTuple):
    """A period at tokens `[first, end)`; `opening` tells that a preposition of time leads it."""

    first: int
    end: int
    period: Period
    opening: bool


def add_periods(
    tokens: Tokens, drafts: list[Draft], published: date | None, carried: Period | None = None
) -> Period | None:
    """Give each claim of a sentence the period stated for it; returns the period that ends the sentence.

    carried: the period that ended the sentence before; a claim told on in the past tense still holds then.
    """
    stated = _read_dates(tokens, drafts)
    if not TRIGGERS.isdisjoint(tokens.words):
        stated = sorted([*stated, *_read_relative(tokens, published, drafts)])
    for draft in drafts:
        if draft.disposition is not Disposition.CLAIM:
            continue
        if stated:
            draft.period = _choose(tokens, draft, stated)
        elif carried is not None and _is_told_on(tokens, draft):
            draft.period = carried
    last = stated[-1] if stated else None
    return last.period if last and last.opening and last.end + 1 >= tokens.count else None


def _is_told_on(tokens: Tokens, draft: Draft) -> bool:
    """Whether a claim goes on telling what happened: a past verb right before it."""
    lead = tokens.words[max(0, draft.first - PAST_REACH) : draft.first]
    return any(word.endswith("ed") or word in PAST for word in lead)


def _read_dates(tokens: Tokens, drafts: list[Draft]) -> list[Stated]:
    """The dates of a sentence as periods; two that "between" or "from" ties are one."""
    dates = [draft for draft in drafts if draft.disposition is Disposition.DATE]
    stated: list[Stated] = []
    position = 0
    while position < len(dates):
        draft = dates[position]
        end, taken = draft.end, 1
        if position + 1 < len(dates) and _is_tied(tokens, draft, dates[position + 1]):
            end, taken = dates[position + 1].end, 2
        stated.append(_state(tokens, draft, end, dates[position + taken - 1]))
        position += taken
    return stated


def _is_tied(tokens: Tokens, left: Draft, right: Draft) -> bool:
    lead = tokens.words[left.first - 1]
    between = tokens.words[left.end : right.first]
    return (lead == "between" and between == ["and"]) or (
        lead == "from" and between in (["to"], ["until"], ["through"])
    )


def _state(tokens: Tokens, draft: Draft, end: int, last: Draft) -> Stated:
    first = draft.first
    while tokens.words[first - 1] in SHADES and first > 0:
        first -= 1
    lead = tokens.words[first - 1]
    while first < draft.first and tokens.words[first] in {"the", "of"}:
        first += 1
    start = read_days(tokens.words[draft.first : draft.end])[0]
    stop = read_days(tokens.words[last.first : last.end])[1]
    if last is draft:
        start, stop = _bound(lead, (start, stop))
    kept = lead in KEPT and not (lead == "from" and last is draft)
    text_first = first - 1 if kept else first
    period = Period(text=_read_text(tokens, text_first, end), start=start, end=stop)
    return Stated(text_first, end, period, lead in OPENERS)


def _bound(lead: str, days: Days) -> Days:
    """ "since 2018" has no end, "until 2018" no start."""
    start, end = days
    if lead in {"since", "from"}:
        return start, None
    if lead == "after":
        return end, None
    if lead == "before":
        return None, start
    if lead in ENDS_OPEN:
        return None, end
    return days


def _read_relative(tokens: Tokens, published: date | None, drafts: list[Draft]) -> list[Stated]:
    """ "last year", "this month", "the first quarter", "in October": what the publication's date places."""
    taken = {
        index
        for draft in drafts
        for index in range(draft.first, draft.end)
        if draft.disposition is Disposition.DATE
    }
    stated = []
    for index, word in enumerate(tokens.words[: tokens.count]):
        if index in taken or not (word in TRIGGERS or tokens.words[index + 1] in PARTS_OF_YEAR):
            continue
        found = (
            _read_step(tokens, index, published)
            or _read_part(tokens, index, published)
            or _read_month(tokens, index)
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


def _read_month(tokens: Tokens, index: int) -> Stated | None:
    """ "in October": a month whose year is not stated."""
    if not is_month(tokens, index) or tokens.words[index - 1] not in {
        "in",
        "during",
        "since",
        "until",
        "by",
        "for",
    }:
        return None
    lead = tokens.words[index - 1]
    first = index - 1 if lead in KEPT else index
    return Stated(first, index + 1, Period(text=_read_text(tokens, first, index + 1)), opening=True)


def _choose(tokens: Tokens, draft: Draft, stated: list[Stated]) -> Period | None:
    """The nearest period in the claim's own stretch of the sentence; else one that opens the sentence."""
    behind = [one for one in stated if one.first >= draft.end and _reaches(tokens, draft.end, one.first)]
    ahead = [one for one in stated if one.end <= draft.first and _reaches(tokens, one.end, draft.first)]
    near = min(
        [*behind[:1], *ahead[-1:]],
        key=lambda one: min(abs(one.first - draft.end), abs(draft.first - one.end)),
        default=None,
    )
    if near is not None:
        return near.period
    opening = stated[0]
    return opening.period if opening.opening and opening.first <= 1 and opening.end <= draft.first else None


def _reaches(tokens: Tokens, first: int, end: int) -> bool:
    return BREAKS.isdisjoint(tokens.words[first:end])


def _read_text(tokens: Tokens, first: int, end: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
