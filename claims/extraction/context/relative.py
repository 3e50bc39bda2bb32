"""Times that the day of publication places: "last year", "in October", "on Tuesday", "the year to April"."""

from collections.abc import Callable
from datetime import date
from types import MappingProxyType

from claims.codelists import Disposition
from claims.extraction.context.compared import DISTANCES, read_distance, read_same
from claims.extraction.context.days import (
    MONTH_PARTS,
    PARTS_OF_YEAR,
    UNKNOWN,
    Days,
    bound,
    cover_month,
    cover_month_part,
    move,
    place_month,
    place_weekday,
    place_weekend,
    reach_back,
    shift,
)
from claims.extraction.context.parts import (
    CLOSING,
    EDGES,
    OPENING,
    read_edge,
    read_fiscal_span,
    read_months,
    read_owner_year,
    read_part,
    read_step_part,
    read_year_end,
)
from claims.extraction.context.runs import RUN_LINKS, read_run, read_run_up, read_span
from claims.extraction.context.stated import Stated, own, state
from claims.extraction.drafts import Draft
from claims.extraction.marks.calendar import MONTHS, is_month
from claims.extraction.numerals.tables import ORDINALS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import listed, words

FISCAL = frozenset({"fiscal", "financial"})
STEPS = frozenset({"last", "this", "next", "previous", "past", "current", "coming", "following"})
UNITS = words(
    """
    year month week quarter decade century season summer winter spring autumn weekend night morning
    afternoon evening
    """
)
DAY_WORDS = MappingProxyType(
    {"today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0)}
)
"""Words for a day, with how far its first and last days are from the publication's."""
OVERNIGHT_ENDS = words("on from when while with after as in to at and but by , . ; )") | {""}
"""What stands behind "overnight" where it tells when: "the overnight rate" does not."""
WEEKEND_LEADS = words("over at during on")
WEEKDAYS = {
    word: number
    for number, word in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))
}
KEPT = words("since until till by before after from between through")
"""Words before a date that bound it and stay in the period's text."""
SHADES = words("early mid late - the beginning end of start middle fiscal whole all entire")
BOUNDING_STEPS = words("since until till by through")
"""Words that bound the time behind them: "from last year" and "before last year" may only compare."""
MONTH_LEADS = words("in during since until by for")
SPAN_LINKS = MappingProxyType({"between": words("and"), "from": words("to until through")})
"""What ties two months to one period, by the word before the first."""
DASHES = frozenset("-–—")
DAY_LEADS = words("on by since until before from")
DAY_ENDS = words("after as in to at by during night morning afternoon evening and but , . ; )") | {""}
"""What stands behind a weekday that has no "on" before it: "fell 3% Tuesday"."""
AHEAD = words(
    "will would expect expects expected due plan plans planned planning scheduled aims likely forecast"
)
AHEAD_REACH = 12
SINCE_REACH = 9
HAD_REACH = 8
SINCE_STOPS = MONTHS.keys() | words("was were is are has had have been did of in on at for to it he she they")
"""Words that a thing that began something does not go past."""
OWNED = frozenset({"'s", "’s"})


def read_relative(tokens: Tokens, published: date | None, drafts: list[Draft]) -> list[Stated]:
    """The times of a sentence that state no year, in order; the dates among its drafts are left out."""
    places = [index for index, word in enumerate(tokens.words[: tokens.count]) if word in TRIGGERS]
    taken = {
        index
        for draft in drafts
        if draft.disposition is Disposition.DATE
        for index in range(draft.first, draft.end)
    }
    stated = []
    for index in places:
        found = _read_first(tokens, index, published) if index not in taken else None
        if found is None or found.first in taken:
            continue
        if tokens.words[index] in WEEKDAYS and index + 1 + (tokens.words[index + 1] == ",") in taken:
            continue
        stated.append(found)
    return stated


def _read_first(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """What the first reader of a token's word finds there."""
    for read in READERS[tokens.words[index]]:
        found = read(tokens, index, published)
        if found is not None:
            return found
    return None


def _read_step(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "last year", "this month", "next year's"."""
    unit, owning = _drop_owner(tokens.words[index + 1])
    if unit in FISCAL and not owning:
        return state(tokens, index, index + 2 + (tokens.words[index + 2] in UNITS), UNKNOWN)
    if unit not in UNITS:
        return None
    part = read_step_part(tokens, index, published)
    if part is not None:
        return part
    if published is None or tokens.words[index] == "following":
        days = UNKNOWN
    else:
        days = shift(published, tokens.words[index], unit)
    if owning:
        return own(tokens, index, index + 2, days)
    lead = tokens.words[index - 1]
    return state(tokens, index - (lead in BOUNDING_STEPS), index + 2, bound(lead, days))


def _drop_owner(word: str) -> tuple[str, bool]:
    """A word without its "'s", and whether it had one."""
    return (word[:-2], True) if word[-2:] in OWNED else (word, False)


def _read_part(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    return read_part(tokens, index, published, ahead=is_ahead(tokens, index))


def _read_month(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "in October", "by the end of June", "the year to April": a month whose year is not stated."""
    if not is_month(tokens, index):
        return None
    led = index - 1
    while tokens.words[led] in SHADES and led > 0:
        led -= 1
    led = find_since(tokens, led)
    lead, month = tokens.words[led], MONTHS[tokens.words[index]]
    if lead in RUN_LINKS:
        return read_run_up(tokens, led, index, published, ahead=is_ahead(tokens, led))
    stepped = _read_month_of(tokens, led, index, published)
    if stepped is not None:
        return stepped
    span = _read_month_span(tokens, index, lead, published)
    closes = lead == "at" and led < index - 1
    if span is not None or not (lead in MONTH_LEADS or closes):
        return span
    ahead = _is_by_ahead(tokens, led) if lead == "by" else lead != "since" and is_ahead(tokens, led)
    days = bound(lead, place_month(published, month, ahead=ahead, sure=lead == "since"))
    first = led if lead in KEPT else skip_small(tokens, led + 1, index)
    return state(tokens, first, index + 1, days)


def _read_month_of(tokens: Tokens, led: int, index: int, published: date | None) -> Stated | None:
    """ "in March last year", "June of this year", "last April": a month with its distance."""
    month, lead = MONTHS[tokens.words[index]], tokens.words[led]
    owner = read_owner_year(tokens, index + 1 + (tokens.words[index + 1] == "of"), published)
    if owner is not None and owner[1] is not None:
        days = bound(lead, cover_month(owner[1], month))
        first = led if lead in KEPT else skip_small(tokens, led + 1, index)
        return state(tokens, first, owner[0], days)
    if lead in {"last", "next"} and led == index - 1:
        days = place_month(published, month, ahead=lead == "next", sure=True)
        before = tokens.words[led - 1]
        return state(tokens, led - (before in BOUNDING_STEPS), index + 1, bound(before, days))
    return _read_month_part(tokens, led, index, published)


def _read_month_part(tokens: Tokens, led: int, index: int, published: date | None) -> Stated | None:
    """ "the first week of August", "the second half of May": a part of a month whose year is not stated."""
    step, part = tokens.words[led - 1], tokens.words[led]
    if part not in MONTH_PARTS or not (step in ORDINALS or step in CLOSING):
        return None
    whole = place_month(published, MONTHS[tokens.words[index]], ahead=is_ahead(tokens, led))
    return state(tokens, led - 1, index + 1, cover_month_part(whole, part, int(ORDINALS.get(step, 0))))


def _read_month_span(tokens: Tokens, index: int, lead: str, published: date | None) -> Stated | None:
    """ "between January and April", "in January-March": two months, the first the one before the second."""
    link, other = tokens.words[index + 1], tokens.words[index + 2]
    tied = link in SPAN_LINKS.get(lead, ()) or (link in DASHES and tokens.is_glued(index + 1))
    tied = tied or (link == "to" and tokens.words[index + 3] in PARTS_OF_YEAR.keys() | {"period"})
    if not tied or other not in MONTHS or not tokens.is_capitalised(index + 2):
        return None
    stop = place_month(published, MONTHS[other], ahead=is_ahead(tokens, index))[1]
    begin = None
    if stop is not None:
        first_month = MONTHS[tokens.words[index]]
        begin = cover_month(stop.year - (first_month > MONTHS[other]), first_month)[0]
    first = index - 1 if lead in SPAN_LINKS and link in SPAN_LINKS[lead] else index
    return read_fiscal_span(tokens, first, index) or state(tokens, first, index + 3, (begin, stop))


def _read_month_owner(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "March's 40 cases"."""
    month, _ = _drop_owner(tokens.words[index])
    days = place_month(published, MONTHS[month], ahead=is_ahead(tokens, index))
    return own(tokens, index, index + 1, days)


def find_since(tokens: Tokens, led: int) -> int:
    """The "since" of "since fighting began in April 2019", else the place of the date's own lead."""
    if tokens.words[led] not in {"in", "on"}:
        return led
    for step in range(led - 1, max(-1, led - SINCE_REACH), -1):
        if tokens.words[step] == "since":
            return step
        if not tokens.words[step].isalpha():
            break
    return led


def skip_small(tokens: Tokens, first: int, index: int) -> int:
    """Past "the" and "of" before a time's own words."""
    while first < index and tokens.words[first] in {"the", "of"}:
        first += 1
    return first


def _read_weekday(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "on Tuesday", "since Friday", "Friday's": a day of the week without a date."""
    words_ = tokens.words
    day, owning = _drop_owner(words_[index])
    if not tokens.is_capitalised(index):
        return None
    lead = words_[index - 1]
    if lead in {"last", "next"} and not owning:
        before = words_[index - 2]
        days = bound(before, _step_weekday(published, WEEKDAYS[day], lead))
        return state(tokens, index - 1 - (before in BOUNDING_STEPS), index + 1, days)
    run = read_run(tokens, index - 1) if lead in RUN_LINKS else None
    if run is not None:
        days = reach_back(place_weekday(published, WEEKDAYS[day], ahead=False), run.length, run.unit)
        return state(tokens, run.first, index + 1, days)
    bare = index > 0 and words_[index + 1] in DAY_ENDS and not tokens.is_capitalised(index - 1)
    as_of = lead == "of" and words_[index - 2] == "as"
    if not (owning or as_of or lead in DAY_LEADS or (bare and lead not in {"the", "last", "next", "every"})):
        return None
    ahead = _is_by_ahead(tokens, index) if lead in {"by", "until", "before"} else is_ahead(tokens, index)
    ahead = ahead or words_[index + 1] == "will"
    days = place_weekday(published, WEEKDAYS[day], ahead=ahead)
    if owning:
        return own(tokens, index, index + 1, days)
    first = index - (lead in KEPT)
    return state(tokens, first, index + 1, bound(lead, days), opening=as_of or lead in DAY_LEADS)


def _step_weekday(published: date | None, weekday: int, step: str) -> Days:
    """ "last Thursday", "next Monday": another day than the publication's own."""
    count = {"last": -1, "next": 1}[step]
    near = move(published, count, "days") if published is not None else None
    return place_weekday(near, weekday, ahead=count > 0)


def _read_day(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "today", "yesterday", "overnight"."""
    word = tokens.words[index]
    if published is None or (word == "overnight" and tokens.words[index + 1] not in OVERNIGHT_ENDS):
        return None
    first, last = DAY_WORDS[word]
    days = move(published, first, "days"), move(published, last, "days")
    opens = index == 0 or (index == 1 and not tokens.words[0].isalnum())
    return state(tokens, index, index + 1, days, opening=opens)


def _read_weekend(tokens: Tokens, index: int, published: date | None) -> Stated | None:
    """ "over the weekend"."""
    if tokens.words[index - 1] != "the" or tokens.words[index - 2] not in WEEKEND_LEADS:
        return None
    ahead = is_ahead(tokens, index)
    days = place_weekend(published, ahead=ahead) if published is not None else UNKNOWN
    return state(tokens, index, index + 1, days)


def _read_distance(tokens: Tokens, index: int, _published: date | None) -> Stated | None:
    return read_distance(tokens, index)


def _read_same(tokens: Tokens, index: int, _published: date | None) -> Stated | None:
    return read_same(tokens, index)


def is_ahead(tokens: Tokens, index: int) -> bool:
    """Whether the words before a token tell of what is to come."""
    before = tokens.words[max(0, index - AHEAD_REACH) : index]
    return not AHEAD.isdisjoint(before) and not ("than" in before and _is_surpassed(before))


def _is_surpassed(before: list[str]) -> bool:
    """Whether words tell only what was expected before: "much smaller than expected"."""
    told = {word for lead, word in zip(["", *before], before, strict=False) if lead not in {"than", "as"}}
    return AHEAD.isdisjoint(told)


def _is_by_ahead(tokens: Tokens, index: int) -> bool:
    """Whether "by" leads to a time to come: "by Friday, 17 bodies had been found" does not."""
    return "had" not in tokens.words[max(0, index - AHEAD_REACH) : index + HAD_REACH]


def _read_since(tokens: Tokens, index: int, _published: date | None) -> Stated | None:
    """ "since the election": what began it, without a date."""
    if tokens.words[index + 1] != "the":
        return None
    end = index + 2
    while end < index + SINCE_REACH and tokens.words[end].isalpha() and tokens.words[end] not in SINCE_STOPS:
        end += 1
    if tokens.words[end : end + 2] == ["of", "the"] and tokens.words[end + 2] not in UNITS:
        end += 3  # "since the start of the pandemic"
    closes = tokens.words[end] in {".", ",", ";", ")", ""}
    return state(tokens, index, end, UNKNOWN) if closes and end > index + 2 else None


Reader = Callable[[Tokens, int, date | None], Stated | None]


def _add_owners(table: dict[str, int], reader: Reader) -> dict[str, tuple[Reader, ...]]:
    return {word + owner: (reader,) for word in table for owner in OWNED}


READERS: MappingProxyType[str, tuple[Reader, ...]] = MappingProxyType(
    {
        **dict.fromkeys(STEPS, (_read_step, read_span)),
        **dict.fromkeys(OPENING | CLOSING, (read_months,)),
        "last": (read_months, _read_step, read_span),
        **dict.fromkeys(PARTS_OF_YEAR, (_read_part,)),
        **dict.fromkeys(MONTHS, (_read_month,)),
        **_add_owners(MONTHS, _read_month_owner),
        **dict.fromkeys(WEEKDAYS, (_read_weekday,)),
        **_add_owners(WEEKDAYS, _read_weekday),
        **dict.fromkeys(DAY_WORDS, (_read_day,)),
        **dict.fromkeys(DISTANCES, (_read_distance,)),
        **dict.fromkeys(EDGES, (read_edge,)),
        "year": (read_year_end,),
        "since": (_read_since,),
        "weekend": (_read_weekend,),
        "same": (_read_same,),
        "corresponding": (_read_same,),
    }
)
"""What may stand at a word that tells a time, in the order in which it is tried."""
TRIGGERS = frozenset(READERS)
