"""The periods a sentence states, and which of them each claim is for."""

from datetime import date

from claims.codelists import Disposition
from claims.extraction.context.compared import is_compared, place_compared
from claims.extraction.context.days import (
    UNKNOWN,
    Days,
    bound,
    place_day,
    place_quarter,
    reach_back,
    read_days,
)
from claims.extraction.context.parts import read_owner_year
from claims.extraction.context.relative import (
    KEPT,
    SHADES,
    TRIGGERS,
    WEEKDAYS,
    find_since,
    is_ahead,
    read_relative,
    skip_small,
)
from claims.extraction.context.runs import RUN_LINKS, read_run
from claims.extraction.context.stated import Stated, own, state
from claims.extraction.context.stretches import Stretches
from claims.extraction.drafts import Draft
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.periods import Period

OPENERS = words(
    "in during for on since until till by before after between from through throughout over within as at"
)
WITHOUT_YEAR = ("day-month", "month-day")
"""The rules of dates that state no year."""
PAST_REACH = 3
CARRY_REACH = 8
TIMES = words("year month week decade century day quarter")
PARTS = words("spring summer autumn winter fall morning afternoon evening night day week month course")
RECORD_REACH = 8
BEFORE = words("after before following")
PAST = frozenset({"was", "were", "had", "rose", "fell", "hit", "cost", "took", "left", "lost", "won", "went"})
TELLING = words("said says told tells announced announces added confirmed warned stated declared explained")
"""Verbs of speech: the time beside them is when something was said, and no claim's."""
OWN_VERBS = words("that would will had was were could may might has have")
"""Words before a time that make it that of what was said: "said two boats would sail on Friday"."""
LEVELS = words("level levels peak average baseline prices terms")
"""What a year before it only dates: "94% of its 2019 level" was so at another time."""
STUDYING = words("found finds showed shows reported revealed")
REPORTING = TELLING | words(
    "reported revealed posted unveiled published released put estimated forecast predicted heard"
)
"""Verbs right behind a time that is when something was told: "the mill yesterday revealed"."""
BEST = words("lowest highest biggest largest best worst sharpest steepest fastest slowest strongest weakest")
"""Superlatives: "their lowest levels this year" tells what they are compared with."""
BESTED = words("level levels point price prices rate close finish")
LONGEST_PLACE = 5
"""Tokens of the place that opens a report, before the day."""
DATELINE_ENDS = frozenset({"(", "-", "–", "—", ":"})
TELLING_REACH = 6
OWNERS = frozenset("'’")


def add_periods(
    tokens: Tokens, drafts: list[Draft], published: date | None, carried: Period | None = None
) -> Period | None:
    """Give each claim of a sentence the period stated for it; returns the period that ends the sentence.

    carried: the period that ended the sentence before; a claim told on in the past tense still holds then.
    """
    stated = _read_dates(tokens, drafts, published)
    if not TRIGGERS.isdisjoint(tokens.words):
        stated = _part(sorted([*stated, *read_relative(tokens, published, drafts)], key=_rank))
    if not stated and carried is None:
        return None
    stated = [one for one in stated if not _is_of_other(tokens, one)]
    stated = place_compared(stated)
    claims = [draft for draft in drafts if draft.disposition is Disposition.CLAIM]
    if stated and claims:
        stretches = Stretches(tokens, claims, stated)
        for draft in claims:
            draft.period = None if _is_of_record(tokens, draft) else stretches.choose(draft)
    elif carried is not None:
        for draft in claims:
            draft.period = carried if _is_told_on(tokens, draft) else None
    last = stated[-1] if stated else None
    ends = last is not None and last.opening and last.end + 1 >= tokens.count and _is_carried(tokens, last)
    open_ = last is not None and bool(last.period.start) != bool(last.period.end)
    return last.period if last and ends and not open_ else None


def _is_of_record(tokens: Tokens, draft: Draft) -> bool:
    """Whether a length of time tells how rare something is: "at the fastest pace in 40 years"."""
    if tokens.words[draft.first - 1] != "in" or draft.unit not in TIMES:
        return False
    near = tokens.words[max(0, draft.first - RECORD_REACH) : draft.first]
    return not BEST.isdisjoint(near) or near[-3:-1] == ["first", "time"]


def _is_carried(tokens: Tokens, one: Stated) -> bool:
    """Whether a time goes on in the next sentence: none of what is to come, or of what was before."""
    near = tokens.words[max(0, one.first - CARRY_REACH) : one.first]
    return not (is_compared(one) or is_ahead(tokens, one.first) or not BEFORE.isdisjoint(near))


def _rank(one: Stated) -> tuple[int, int]:
    return one.first, -one.end


def _part(stated: list[Stated]) -> list[Stated]:
    """The periods without those that stand inside another: 2019 in "the first half of 2019"."""
    parted: list[Stated] = []
    for one in stated:
        if not parted or one.first >= parted[-1].end:
            parted.append(one)
    return parted


def _is_told_on(tokens: Tokens, draft: Draft) -> bool:
    """Whether a claim goes on telling what happened: a past verb right before it."""
    lead = tokens.words[max(0, draft.first - PAST_REACH) : draft.first]
    return any(word.endswith("ed") or word in PAST for word in lead)


def _read_dates(tokens: Tokens, drafts: list[Draft], published: date | None) -> list[Stated]:
    """The dates of a sentence as periods; two that "between" or "from" ties are one."""
    dates = [
        draft
        for draft in drafts
        if draft.disposition is Disposition.DATE and tokens.words[draft.end] not in LEVELS
    ]
    stated: list[Stated] = []
    position = 0
    while position < len(dates):
        draft = dates[position]
        end, taken = draft.end, 1
        if position + 1 < len(dates) and _is_tied(tokens, draft, dates[position + 1]):
            end, taken = dates[position + 1].end, 2
        stated.append(_state(tokens, draft, end, dates[position + taken - 1], published))
        position += taken
    return stated


def _is_tied(tokens: Tokens, left: Draft, right: Draft) -> bool:
    lead = tokens.words[left.first - 1]
    between = tokens.words[left.end : right.first]
    return (lead == "between" and between == ["and"]) or (
        lead == "from" and between in (["to"], ["until"], ["through"])
    )


def _state(tokens: Tokens, draft: Draft, end: int, last: Draft, published: date | None) -> Stated:
    led = draft.first - 1
    while led > 0 and tokens.words[led] in SHADES:
        led -= 1
    led = find_since(tokens, led)
    lead, first = tokens.words[led], led + 1
    start = _find_days(tokens, draft, published)[0]
    stop = _find_days(tokens, last, published)[1]
    if lead == "on" and tokens.words[led - 1] in RUN_LINKS:
        led -= 1
    run = read_run(tokens, led)
    origin = led > 0 and _is_origin(lead, start, published)
    if run is not None:
        first = run.first
        start, stop = reach_back((start, stop), run.length, run.unit)
    elif last is draft and not origin:
        start, stop = bound(lead, (start, stop))
    owner = read_owner_year(tokens, end, published) if draft.rule.startswith(WITHOUT_YEAR) else None
    if owner is not None and owner[1] is not None:
        end, (start, stop) = owner[0], read_days([*tokens.words[draft.first : draft.end], f"{owner[1]:04}"])
    if lead in KEPT and run is None and not (last is draft and origin):
        first = led
    elif run is None:
        first = skip_small(tokens, first, draft.first)
    if tokens.words[end] in OWNERS and tokens.words[end + 1] == "s" and tokens.is_glued(end + 1):
        return own(tokens, first, end + 2, (start, stop))
    dated = lead == "," and tokens.words[led - 1] in WEEKDAYS  # "On Monday, May 4, the mill"
    opening = lead in OPENERS or dated or run is not None or _opens_part(tokens, led)
    return state(tokens, first, end, (start, stop), opening=opening)


def _opens_part(tokens: Tokens, part: int) -> bool:
    """Whether a part of a time is led as one: "In the summer of 2018", "On the night of 4 May"."""
    led = part - 1 - (tokens.words[part - 1] == "the")
    return tokens.words[part] in PARTS and tokens.words[led] in OPENERS


def _is_origin(lead: str, start: date | None, published: date | None) -> bool:
    """Whether "from" only tells when something came to be: "images from 3 May", "a deal from 2011"."""
    return lead == "from" and (start is None or published is None or start <= published)


def _find_days(tokens: Tokens, draft: Draft, published: date | None) -> Days:
    """The days of a date; one without a year is the nearest to the publication, a fiscal year has none."""
    words_ = tokens.words[draft.first : draft.end]
    if draft.rule == "quarter":
        return place_quarter(published, words_, ahead=is_ahead(tokens, draft.first))
    if draft.rule == "fiscal-year" or tokens.words[draft.first - 1] == "fiscal":
        return UNKNOWN
    days = read_days(words_)
    if days != UNKNOWN or not draft.rule.startswith(WITHOUT_YEAR):
        return days
    near = place_day(published, words_, ahead=is_ahead(tokens, draft.first))
    if near == UNKNOWN and tokens.words[0] == "from" and draft.first == 1:  # "From 1 April, fees rise"
        return place_day(published, words_, ahead=True)
    return near


def _is_of_other(tokens: Tokens, one: Stated) -> bool:
    """Whether a time is no claim's: that of a report, of a dateline, of what a superlative compares with."""
    best = one.first - 1 - (tokens.words[one.first - 1] in BESTED)
    return tokens.words[best] in BEST or _is_of_saying(tokens, one) or _is_dateline(tokens, one)


def _is_dateline(tokens: Tokens, one: Stated) -> bool:
    """Whether a day opens a report behind its place: "Norland, May 23 Heavy rains", "NORLAND, May 9 -"."""
    comma, following = one.first - 1, tokens.words[one.end]
    if not 0 < comma <= LONGEST_PLACE or tokens.words[comma] != ",":
        return False
    placed = all(tokens.is_capitalised(step) or tokens.words[step] == "," for step in range(comma))
    return (
        placed
        and tokens.words[0] not in WEEKDAYS
        and (following in DATELINE_ENDS or _starts(tokens, one.end))
    )


def _starts(tokens: Tokens, index: int) -> bool:
    """Whether a sentence starts at a token: a word with a capital that is no day of the week."""
    return tokens.is_capitalised(index) and tokens.words[index] not in WEEKDAYS


def _is_of_saying(tokens: Tokens, one: Stated) -> bool:
    """Whether a time is when something was said: "said on Tuesday", "officials on Wednesday confirmed"."""
    words_ = tokens.words
    dayed = words_[one.end - 1] in WEEKDAYS or words_[one.end] not in {"confirmed", "reported"}
    if words_[one.end] in REPORTING and dayed:
        return True
    step = one.first - 1
    while step > 0 and (words_[step] in OPENERS or words_[step] in {"earlier", "late", "early"}):
        step -= 1
    if words_[step] in STUDYING or (words_[one.end] == "that" and words_[step].endswith("ed")):
        return True
    for word in reversed(words_[max(0, step - TELLING_REACH) : step + 1]):
        if word in TELLING:
            return True
        if not word.isalpha() or word in OWN_VERBS or word.endswith("ed"):
            return False
    return False
