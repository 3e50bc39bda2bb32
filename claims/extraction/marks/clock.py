"""Times of day, and zones: "10:15", "5 a.m.", "half past nine", "quarter to 6", "UTC+3"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.calendar import DASHES, read_date
from claims.extraction.nouns import STOPS
from claims.extraction.numerals.tables import SMALL
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import is_read_otherwise
from claims.extraction.vocabulary import words

MERIDIEM = frozenset({"am", "pm"})
MINUTE_DIGITS = 2
ZONED_DIGITS = 4
ZONES = words(
    """
    GMT UTC BST CET CEST EST EDT ET PST PDT PT IST JST CST CDT MST MDT AEST AEDT ACST AWST NZST NZDT SAST WAT
    HKT SGT MSK
    """
)
"""Time zones behind "0955"."""

TURNS = frozenset({"past", "to"})
HOUR_PARTS = frozenset({"half", "quarter"})
NAMED_ZONES = words("utc gmt")
SIGNS = frozenset("+-−–")
HOURS = 12
DIGITS = 2
OFFSET_DIGITS = 4
DAY_PARTS = words("morning afternoon evening")
HOUR_LEADS = words("at by until till around about from after before since like it's")
HALF_LEADS = words("at until till like")
LEADS = words("at by until till after before from around about since it's")
"""Words before "quarter to six", where numbers may be meant else."""


def read_time(tokens: Tokens, index: int) -> Draft | None:
    """ "10:15", "5 a.m.", "10.45pm", "4:39"."""
    words = tokens.words
    end = index + 1
    word = words[index]
    if len(word) == ZONED_DIGITS and word.isdecimal() and tokens.read_raw(end) in ZONES:
        return mark(index, end + 1, Disposition.TIME, "clock-time")
    if not (word.isdecimal() and len(word) <= 2) and not (word.count(".") == 1 and len(word) <= 5):
        return None
    while (
        words[end] == ":"
        and tokens.is_glued(end)
        and tokens.is_glued(end + 1)
        and (_is_two_digits(words[end + 1]) or _is_split_second(words[end + 1]))
    ):
        end += 2
    clock = end > index + 1
    stop = _skip_meridiem(tokens, end)
    if stop == end and not clock:
        return _read_oclock(tokens, index)
    plain = stop == end and (words[end] == ":" or not _is_clock(word))
    if plain or (not clock and len(word.partition(".")[2]) > MINUTE_DIGITS):  # 2.123 pm are picometres
        return None
    if words[stop] in DASHES or words[stop] == ",":
        date = read_date(tokens, stop + 1)
        if date is not None and date.first == stop + 1:
            return mark(index, date.end, Disposition.DATE, "time-and-date")
    return mark(index, stop, Disposition.TIME, "clock-time")


def _is_clock(word: str) -> bool:
    return word.isdecimal() and int(word) < 60


def _is_two_digits(word: str) -> bool:
    return word.isdecimal() and len(word) == 2 and int(word) < 60


def _is_split_second(word: str) -> bool:
    """The seconds of a race: "04.27" of "2:04.27"."""
    whole, point, _ = word.partition(".")
    return bool(point) and _is_two_digits(whole)


def _skip_meridiem(tokens: Tokens, end: int) -> int:
    words = tokens.words
    if words[end] in MERIDIEM:
        return end + 1 - is_read_otherwise(tokens, end)
    if (
        words[end] in {"a", "p"}
        and words[end + 1] == "."
        and words[end + 2] == "m"
        and tokens.is_glued(end + 1)
    ):
        return end + 3 + (words[end + 3] == ".")
    return end


def _read_oclock(tokens: Tokens, index: int) -> Draft | None:
    return (
        mark(index, index + 2, Disposition.TIME, "clock-time")
        if tokens.words[index + 1] in {"o'clock", "o’clock"}
        else None
    )


def read_clock(tokens: Tokens, index: int) -> Draft | None:
    """The hour of "quarter past 8" and the hours of a zone, at a number token; "half past nine" at "half"."""
    before = tokens.words[index - 1]
    if before in SIGNS:
        return _read_offset(tokens, index) or _read_zone(tokens, index)
    if tokens.words[index + 1 : index + 3] == ["in", "the"]:
        return _read_part_of_day(tokens, index)
    if tokens.words[index] in HOUR_PARTS and tokens.words[index + 1] in TURNS:
        return _mark(tokens, index, index + 2)
    if "half" in (tokens.words[index], before):
        return _mark_half(tokens, index - (before == "half"))
    if before in TURNS and tokens.words[index - 2] in HOUR_PARTS:
        return _mark(tokens, index - 2, index)
    return None


def _mark(tokens: Tokens, first: int, hour: int) -> Draft | None:
    """A time from its part, or the article before it, to its hour; nothing is counted behind."""
    words_, word = tokens.words, tokens.words[hour]
    value = int(word) if word.isdecimal() and len(word) <= DIGITS else int(SMALL.get(word, 0))
    part = words_[first : first + 2]
    first -= words_[first - 1] == "a"
    led = part[1] == "past" or (part[0] == "quarter" and words_[first - 1] in LEADS)
    ends = words_[hour + 1] in STOPS or not words_[hour + 1].isalpha()
    if led and ends and words_[hour + 1] != "%" and 1 <= value <= HOURS:
        return mark(first, hour + 1, Disposition.TIME, "clock-time")
    return None


def _mark_half(tokens: Tokens, first: int) -> Draft | None:
    """ "at half seven", "until half 2": half an hour behind the full one, as the British say it."""
    words_, hour = tokens.words, first + 1
    value = (
        int(words_[hour])
        if words_[hour].isdecimal() and len(words_[hour]) <= DIGITS
        else SMALL.get(words_[hour], 0)
    )
    ends = words_[hour + 1] in STOPS or not words_[hour + 1].isalnum()
    if words_[first - 1] in HALF_LEADS and ends and words_[hour + 1] != "%" and 1 <= value <= HOURS:
        return mark(first, hour + 1, Disposition.TIME, "clock-time")
    return None


def _read_part_of_day(tokens: Tokens, index: int) -> Draft | None:
    """ "at 1 in the afternoon": an hour by the part of the day."""
    word = tokens.words[index]
    value = int(word) if word.isdecimal() and len(word) <= DIGITS else SMALL.get(word, 0)
    if tokens.words[index + 3] in DAY_PARTS and tokens.words[index - 1] in HOUR_LEADS and 1 <= value <= HOURS:
        return mark(index, index + 4, Disposition.TIME, "clock-time")
    return None


def _read_offset(tokens: Tokens, index: int) -> Draft | None:
    """ "08:30:08 -0800": how far a clock is from that of Greenwich, behind its time."""
    timed = tokens.words[index - 3] == ":" and tokens.is_glued(index) and not tokens.is_glued(index - 1)
    if (
        timed
        and len(tokens.words[index]) == OFFSET_DIGITS
        and tokens.words[index][0] == "0"
        and tokens.words[index].isdecimal()
    ):
        return mark(index - 1, index + 1, Disposition.TIME, "time-zone")
    return None


def _read_zone(tokens: Tokens, index: int) -> Draft | None:
    """ "UTC+3", "GMT-05:30": how far a zone's clocks are from those of Greenwich."""
    if tokens.words[index - 2] not in NAMED_ZONES or len(tokens.words[index]) > DIGITS:
        return None
    end = index + 1
    end += 2 * (tokens.words[end] == ":" and tokens.words[end + 1].isdecimal())
    return mark(index - 2, end, Disposition.TIME, "time-zone")
