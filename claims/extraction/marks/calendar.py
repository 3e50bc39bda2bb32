"""Dates and years."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.cohorts import counts, counts_cohort
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import POWERS, match_unit
from claims.extraction.vocabulary import phrases, words

MONTHS = {
    name: number
    for number, names in enumerate(
        phrases(
            """
            january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|
            september sept sep|october oct|november nov|december dec
            """
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their short forms."""
MODAL_MONTHS = frozenset({"may", "march", "mar", "jan", "sep", "dec", "jun"})
"""Month names that are also other words: they need a capital or a date's preposition."""
DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat
    sun
    """
)
YEAR_LEADS = (
    words(
        """
    in since until till by from during before after early late mid of year years through spring
    summer autumn fall winter fiscal between pre post around circa and to season calendar for
    ending ended the fy
    """
    )
    | MONTHS.keys()
)
STRONG_LEADS = words(
    """
    in since until till during before after early late mid year fiscal spring summer autumn winter
    by season
    """
)
DASHES = frozenset("-–—")
SPANS = frozenset({"to", "and", "until", "till", "through", "or"}) | DASHES
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
DATE_PREPOSITIONS = words(
    """
    on in of since by until till from through early late mid before after between and to last next
    this
    """
)
SHORT_YEAR = 2
QUARTER_LEADS = frozenset({"q", "h", "fy"})


def is_month(tokens: Tokens, index: int) -> bool:
    """Whether a token names a month here, and no verb."""
    word = tokens.words[index]
    if word not in MONTHS:
        return False
    if word not in MODAL_MONTHS or tokens.words[index - 1] in DATE_PREPOSITIONS:
        return True
    return tokens.is_capitalised(index) and (index > 0 or tokens.words[index + 1][:1].isdecimal())


def read_date(tokens: Tokens, index: int) -> Draft | None:
    """A date with a month's name or all in digits, spans of days and of years included."""
    word = tokens.words[index]
    if not word[:1].isdecimal():
        return None
    decade = _read_decade(tokens, index)
    if decade is not None:
        return decade
    quarter = _read_quarter(tokens, index) or _read_short_year(tokens, index)
    if quarter is not None:
        return quarter
    if word.count(".") == 2 and _is_dotted_date(word):
        return mark(index, index + 1, Disposition.DATE, "numeric-date")
    if not word.isdecimal() or len(word) > 4:
        return None
    return (
        _read_bracketed_day(tokens, index)
        or _read_year_month(tokens, index)
        or _read_numeric(tokens, index)
        or _read_day_month(tokens, index)
        or _read_month_day(tokens, index)
    )


def _read_quarter(tokens: Tokens, index: int) -> Draft | None:
    """ "Q3 2021", "H1", "FY2019", "FY19"."""
    word, words = tokens.words[index], tokens.words
    lead = words[index - 1]
    if lead not in QUARTER_LEADS or not tokens.is_glued(index):
        return None
    if tokens.is_glued(index + 1) and words[index + 1].isalpha():
        return None
    if lead == "fy" and (is_year(word) or len(word) == SHORT_YEAR):
        return mark(index - 1, index + 1, Disposition.DATE, "fiscal-year")
    if (lead == "q" and word in {"1", "2", "3", "4"}) or (lead == "h" and word in {"1", "2"}):
        step = index + 1 + (words[index + 1] in {"of", "'", "’"})
        end = (
            step + 1
            if is_year(words[step]) or (step > index + 1 and len(words[step]) == SHORT_YEAR)
            else index + 1
        )
        return mark(index - 1, end, Disposition.DATE, "quarter")
    return None


def _read_short_year(tokens: Tokens, index: int) -> Draft | None:
    """ "the class of '92": a year's last two digits behind an apostrophe."""
    word = tokens.words[index]
    if (
        tokens.words[index - 1] not in {"'", "’", "‘"}
        or not tokens.is_glued(index)
        or tokens.is_glued(index - 1)
    ):
        return None
    if (
        len(word) != SHORT_YEAR
        or not word.isdecimal()
        or (tokens.is_glued(index + 1) and tokens.words[index + 1].isalpha())
    ):
        return None
    return mark(index, index + 1, Disposition.DATE, "year")


def _is_dotted_date(word: str) -> bool:
    parts = word.split(".")
    if not all(len(part) in {1, 2, 4} for part in parts):
        return False
    day, month, year = parts
    return (len(year) >= 2 and len(day) <= 2 and int(day) <= 31 and int(month) <= 31) or (
        len(day) == 4 and int(month) <= 12
    )


def _read_numeric(tokens: Tokens, index: int) -> Draft | None:
    """2018-05-13, 2018/05/13, 13/05/2018, 5/13/18."""
    words = tokens.words
    sign = words[index + 1]
    if sign not in {"/", "-"} or words[index + 3] != sign:
        return None
    parts = [words[index], words[index + 2], words[index + 4]]
    glued = all(tokens.is_glued(step) for step in range(index + 1, index + 5))
    if (
        not glued
        or not all(part.isdecimal() for part in parts)
        or (tokens.is_glued(index + 5) and words[index + 5] == sign)
    ):
        return None
    lengths = [len(part) for part in parts]
    year_first = lengths[0] == 4 and lengths[1] <= 2 and lengths[2] <= 2 and 1 <= int(parts[1]) <= 12
    year_last = (
        lengths[0] <= 2
        and lengths[1] <= 2
        and lengths[2] in {2, 4}
        and min(int(parts[0]), int(parts[1])) <= 12
    )
    if year_first or (
        year_last and max(int(parts[0]), int(parts[1])) <= 31 and (sign == "/" or lengths[2] == 4)
    ):
        return mark(index, index + 5, Disposition.DATE, "numeric-date")
    return None


def _read_bracketed_day(tokens: Tokens, index: int) -> Draft | None:
    """ "last Saturday (26)": the day of the month behind that of the week."""
    words = tokens.words
    told = words[index - 1] == "(" and words[index + 1] == ")" and words[index - 2] in DAYS
    return (
        mark(index, index + 1, Disposition.DATE, "weekday-and-day")
        if told and _is_day(words[index])
        else None
    )


def _read_year_month(tokens: Tokens, index: int) -> Draft | None:
    """1995-01: a year and a month, the month with its zero."""
    words = tokens.words
    month = words[index + 2]
    if not is_year(words[index]) or words[index + 1] != "-" or len(month) != 2 or not month.isdecimal():
        return None
    glued = tokens.is_glued(index + 1) and tokens.is_glued(index + 2) and not tokens.is_glued(index + 3)
    plain = month.startswith("0") and words[index + 3] != "-"
    return mark(index, index + 3, Disposition.DATE, "numeric-date") if glued and plain else None


def _skip_suffix(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.words[index] in SUFFIXES and tokens.is_glued(index) else index


def _read_day_month(tokens: Tokens, index: int) -> Draft | None:
    """ "13 May 2018", "26-27 July", "1st of June"."""
    words = tokens.words
    if not _is_day(words[index]):
        return None
    end = _skip_suffix(tokens, index + 1)
    if words[end] in SPANS and _is_day(words[end + 1]) and words[end + 2] in MONTHS:
        end = _skip_suffix(tokens, end + 2)
    end += words[end] == "of"
    if not is_month(tokens, end) or (words[end] in MODAL_MONTHS and not tokens.is_capitalised(end)):
        return None
    return mark(index, _take_year(tokens, end + 1), Disposition.DATE, "day-month")


def _read_month_day(tokens: Tokens, index: int) -> Draft | None:
    """ "May 13, 2018", "Oct. 31", "June 2-4", "May 2018", "May '18"."""
    words = tokens.words
    before = index - 1 - (words[index - 1] in {".", "the", "of", ","})
    if words[index - 1] == "," and not is_year(words[index]):
        return None
    if before < 0 or not is_month(tokens, before):
        return None
    if is_year(words[index]):
        return mark(before, index + 1, Disposition.DATE, "month-year")
    if not _is_day(words[index]):
        return None
    end = _skip_suffix(tokens, index + 1)
    if words[end] in DASHES and _is_day(words[end + 1]):
        end = _skip_suffix(tokens, end + 2)
    elif words[end] in {"to", "through"} and _is_day(words[end + 1]) and not words[end + 2][:1].isalnum():
        end += 2
    return mark(before, _take_year(tokens, end), Disposition.DATE, "month-day")


def _is_day(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4 and "1000" <= word <= "2199"


def _take_year(tokens: Tokens, end: int) -> int:
    step = end + (tokens.words[end] in {",", "."})
    return step + 1 if is_year(tokens.words[step]) else end


def read_year(tokens: Tokens, index: int) -> Draft | None:
    """ "in 2013", "2015-2019", "the 1990s", "FY2020", "2018 sales": a year that stands alone."""
    words = tokens.words
    word = words[index]
    if not is_year(word):
        return None
    if tokens.is_glued(index) and not _opens_year(tokens, index):
        return None
    span = _read_year_span(tokens, index)
    if span:
        return span
    if (tokens.is_glued(index + 1) and words[index + 1][:1].isalnum()) or words[index + 1] in POWERS:
        return None
    if match_unit(tokens, index + 1)[0] and words[index - 1] not in STRONG_LEADS:
        return None
    return mark(index, index + 1, Disposition.DATE, "year") if _reads_as_year(tokens, index) else None


def _opens_year(tokens: Tokens, index: int) -> bool:
    return tokens.words[index - 1] in {"(", "/", "-", "–", "—", "'", "’", "fy", '"', "“", "[", "‘"}


def _read_decade(tokens: Tokens, index: int) -> Draft | None:
    """ "the 1990s", "the 90s", "'80s"."""
    word, words = tokens.words[index], tokens.words
    if not word.isdecimal() or not word.endswith("0") or len(word) not in {2, 4}:
        return None
    step = index + 1 + (words[index + 1] in {"'", "’"})
    if words[step] != "s" or not tokens.is_glued(step):
        return None
    if words[index - 1] == "-" and words[index - 2] in {"under", "over"}:
        return None  # people of an age: "under-10s"
    if len(word) == 4 or words[index - 1] in {"the", "'", "’", "mid", "early", "late", "-", "‘"}:
        return mark(index, step + 1, Disposition.DATE, "decade")
    return None


def _read_year_span(tokens: Tokens, index: int) -> Draft | None:
    words = tokens.words
    joint, other = words[index + 1], words[index + 2]
    if joint in {"-", "–", "/", "—"} and other.isdecimal():
        full = is_year(other) and int(other) >= int(words[index])
        short = (
            len(other) == SHORT_YEAR
            and tokens.is_glued(index + 2)
            and (int(other) == (int(words[index]) + 1) % 100 or _is_later(words[index], other))
        )
        if (full or short) and words[index] >= "1500":
            return mark(index, index + 3, Disposition.DATE, "years")
    return None


def _is_later(year: str, short: str) -> bool:
    """Whether two digits are a later year of the same century: "the 1961-90 average"."""
    return "1900" <= year <= "2060" and short > year[2:]


def _reads_as_year(tokens: Tokens, index: int) -> bool:
    """Whether four digits are a year: by the word before, or as a plausible year that counts nothing."""
    word, previous, following = tokens.words[index], tokens.words[index - 1], tokens.words[index + 1]
    if previous in STRONG_LEADS or (previous in DASHES and tokens.words[index - 2] in {"mid", "pre", "post"}):
        return word >= "1000"
    modern = "1900" <= word <= "2060"
    if modern and following in {"'", "’"} and tokens.words[index + 2] == "s":
        return True
    bounded = previous in {"about", "over", "than", "least", "nearly", "some", "up", "$", "£", "€"}
    if bounded or counts_cohort(tokens, index):
        return False
    if previous in YEAR_LEADS and "1500" <= word <= "2099":
        return modern or not counts(following)
    if not modern:
        return False
    return word[2:] != "00" or not counts(following)
