"""The periods a sentence states, and which of them each claim is for."""

from datetime import date

from claims.codelists import Disposition
from claims.extraction.context.days import bound, reach_back, read_days
from claims.extraction.context.relative import (
    KEPT,
    SHADES,
    TRIGGERS,
    WEEKDAYS,
    Stated,
    read_relative,
    read_run,
    skip_small,
)
from claims.extraction.drafts import Draft
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.periods import Period

OPENERS = words(
    "in during for on since until till by before after between from through throughout over within as at"
)
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
TELLING = words("said says told tells announced announces added confirmed warned stated declared explained")
"""Verbs of speech: the time beside them is when something was said, and no claim's."""
STUDYING = words("found finds showed shows reported revealed")
TELLING_REACH = 6
SINCE_REACH = 6


def add_periods(
    tokens: Tokens, drafts: list[Draft], published: date | None, carried: Period | None = None
) -> Period | None:
    """Give each claim of a sentence the period stated for it; returns the period that ends the sentence.

    carried: the period that ended the sentence before; a claim told on in the past tense still holds then.
    """
    stated = _read_dates(tokens, drafts)
    if not TRIGGERS.isdisjoint(tokens.words):
        stated = sorted([*stated, *read_relative(tokens, published, drafts)])
    stated = [one for one in stated if not _is_of_saying(tokens, one)]
    for draft in drafts:
        if draft.disposition is not Disposition.CLAIM:
            continue
        if stated:
            draft.period = _choose(tokens, draft, stated)
        elif carried is not None and _is_told_on(tokens, draft):
            draft.period = carried
    last = stated[-1] if stated else None
    ends = last is not None and last.opening and last.end + 1 >= tokens.count
    return last.period if last and ends and (last.period.start or not last.period.end) else None


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
    led = draft.first - 1
    while led > 0 and tokens.words[led] in SHADES:
        led -= 1
    led = _find_since(tokens, led)
    lead, first = tokens.words[led], led + 1
    start = read_days(tokens.words[draft.first : draft.end])[0]
    stop = read_days(tokens.words[last.first : last.end])[1]
    run = read_run(tokens, led) if lead == "to" else None
    if run is not None:
        first, months = run
        start, stop = reach_back((start, stop), months)
    elif last is draft:
        start, stop = bound(lead, (start, stop))
    if lead in KEPT and not (lead == "from" and last is draft):
        first = led
    elif run is None:
        first = skip_small(tokens, first, draft.first)
    period = Period(text=_read_text(tokens, first, end), start=start, end=stop)
    return Stated(first, end, period, lead in OPENERS)


def _find_since(tokens: Tokens, led: int) -> int:
    """The "since" of "since fighting began in April 2019", else the place of the date's own lead."""
    if tokens.words[led] not in {"in", "on"}:
        return led
    for step in range(led - 1, max(-1, led - SINCE_REACH), -1):
        if tokens.words[step] == "since":
            return step
        if not tokens.words[step].isalpha():
            break
    return led


def _is_of_saying(tokens: Tokens, one: Stated) -> bool:
    """Whether a time is when something was said: "said on Tuesday", "officials on Wednesday confirmed"."""
    words_ = tokens.words
    if words_[one.end] in TELLING and (words_[one.end - 1] in WEEKDAYS or words_[one.end] != "confirmed"):
        return True
    step = one.first - 1
    while step > 0 and (words_[step] in OPENERS or words_[step] in {"earlier", "late", "early"}):
        step -= 1
    if words_[step] in STUDYING:
        return True
    for word in reversed(words_[max(0, step - TELLING_REACH) : step + 1]):
        if word in TELLING:
            return True
        if not word.isalpha() or word == "that":
            return False
    return False


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
