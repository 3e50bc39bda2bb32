"""Numbers that label one of a kind: "Section 3", "No. 5", "Game 7", "page 4 of 12", "in year one"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.tables import LABELS, LOWER_LABELS
from claims.extraction.nouns import STOPS
from claims.extraction.numerals.digits import HYPHENS, is_number
from claims.extraction.numerals.tables import SCALES
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words

LARGEST_LABEL = 4
SHORT_LABEL = 3
COUNTED_LABELS = frozenset(
    {
        "week",
        "day",
        "month",
        "year",
        "round",
        "game",
        "lap",
        "hour",
        "minute",
        "part",
        "group",
        "seat",
        "gate",
        "rule",
    }
)
ORDERS = words(
    "set book box question measure track exit heat mark model stage block act slide generation area step"
)
"""Labels that are verbs too: "Measure 3 cups"."""
STAGES = frozenset({"year", "month"})
"""What a plan counts in: "in year two"."""
PAGES = frozenset({"p", "pp"})
"""Short for pages before a point: "p. 83", "pp. 12-14"."""
NOTE_LEADS = words("see and in also of to , ; ( [ with under")
"""Words before "note 14" that make no verb of it."""
NUMBERED = words(
    """
    amendment recital regulation column recommendation indicator scenario annexure bldg count line ground
    rule schedule order experiment objective goal target study strand sample site task theme priority charge
    """
)
"""Singular nouns that label a bare number behind them, with nothing counted: "on count 2"."""
ALWAYS_NUMBERED = frozenset({"amendment", "column"})
NUMBERED_LEADS = words("in on by at of from under for to with see and or , ; ( [ both per against")
"""Words before a noun like "count 2" that make no verb of it."""
RANGE_SIGNS = frozenset({"-", "–", "to", "and"})
SUFFIX_LETTERS = frozenset("abcdef")
REPEATS = 8
"""Tokens before a label within which the same one may stand: "at day 0 and day 7"."""
LABEL_LEADS = frozenset(
    {"in", "on", "by", "at", "of", "from", "since", "until", "after", "before", "during", "for", "under"}
)
"""Words before "week 3" that show it is numbered."""


def read_label(tokens: Tokens, index: int) -> Draft | None:
    """ "Section 3", "No. 5", "Game 7", "version two", "page 4 of 12", "in year one"."""
    words = tokens.words
    before = index - 1 - (words[index - 1] in {".", "#", ":"})
    if words[before] in STAGES:
        return _read_stage(tokens, index)
    word = words[before].removesuffix("s") if words[before] not in LABELS else words[before]
    if word not in LABELS or len(words[index]) > LARGEST_LABEL + 1 or before < 0:
        return _read_numbered(tokens, index, word, before)
    if _is_lettered(tokens, index):
        return mark(index, index + 2 + (words[index + 1] in HYPHENS), Disposition.NAME, "letters-and-digits")
    total = _is_out_of(tokens, index)
    if not (total or _is_labelling(tokens, index, before, word)):
        return _read_numbered(tokens, index, word, before)
    if words[index + 1] in {"%", "per", "percent"} or words[index + 1] in SCALES or has_unit(tokens, index):
        return None
    parted = (
        words[index + 1] in {"/", "-", "–"} and words[index + 2].isdecimal() and tokens.is_glued(index + 2)
    )
    return mark(index, index + 1 + 2 * (parted or total), Disposition.LABEL, "labelled")


def _read_numbered(tokens: Tokens, index: int, word: str, before: int) -> Draft | None:
    """ "on counts 1 and 3", "leave out amendment 37": nouns that label a short number with nothing behind."""
    words = tokens.words
    if word not in NUMBERED or not 1 <= before == index - 1 or len(words[index]) > LARGEST_LABEL:
        return None
    led = words[before - 1] in NUMBERED_LEADS or tokens.is_capitalised(before) or word in ALWAYS_NUMBERED
    if led and words[index].isdecimal() and _ends_label(tokens, index + 1):
        return mark(index, index + 1, Disposition.LABEL, "labelled")
    return None


def _is_labelling(tokens: Tokens, index: int, before: int, word: str) -> bool:
    """Whether a noun before a number labels it there: by its capital, by what leads to it, or always."""
    words = tokens.words
    if word in PAGES:
        return words[index - 1] == "." and tokens.is_glued(index - 1) and not is_number(words[before - 1])
    if word == "note":  # no "Galaxy Note 20", no "they note 14 errors"
        return words[before - 1] in NOTE_LEADS and _ends_label(tokens, index + 1)
    capital = tokens.is_capitalised(before) and (before > 0 or words[before].endswith("s"))
    plural = words[before] != word and words[index + 1] in RANGE_SIGNS and words[index + 2].isdecimal()
    counted = (words[before] in COUNTED_LABELS or (plural and word in COUNTED_LABELS)) and (
        words[before - 1] in LABEL_LEADS or _is_repeated(tokens, before)
    )
    return capital or counted or word in LOWER_LABELS or (before == 0 and _opens_with_label(tokens, index))


def _is_repeated(tokens: Tokens, before: int) -> bool:
    """Whether the noun labelled another number right before: "at day 0 and day 7"."""
    window = tokens.words[max(0, before - REPEATS) : before]
    return tokens.words[before] in window and tokens.words[before - 2][:1].isdecimal()


def _is_out_of(tokens: Tokens, index: int) -> bool:
    """Whether a label's number is told with how many there are: "page 4 of 12", but not "of 12 May"."""
    words = tokens.words
    numbers = words[index].isdecimal() and words[index + 1] == "of" and words[index + 2].isdecimal()
    if (
        not numbers
        or len(words[index + 2]) > LARGEST_LABEL
        or tokens.is_capitalised(index + 3)
        or not _ends_label(tokens, index + 3)
    ):
        return False
    return int(words[index]) <= int(words[index + 2])


def _ends_label(tokens: Tokens, index: int) -> bool:
    """Whether nothing is counted at a token behind a label's number."""
    word = tokens.words[index]
    return word in STOPS or not word.isalnum()


def _read_stage(tokens: Tokens, index: int) -> Draft | None:
    """ "3 per cent in year one": a year or a month of a plan, with nothing counted behind its number."""
    short = len(tokens.words[index]) < SHORT_LABEL or tokens.words[index].isalpha()
    led = tokens.words[index - 2] in LABEL_LEADS and not tokens.is_capitalised(index - 1)
    if short and led and tokens.words[index - 1] in STAGES and _ends_label(tokens, index + 1):
        return mark(index, index + 1, Disposition.LABEL, "labelled")
    return None


def _is_lettered(tokens: Tokens, index: int) -> bool:
    """Whether a capital letter goes on behind a labelled number: "Form 10-K", "Gate 39A"."""
    end = index + 1 + (tokens.words[index + 1] in HYPHENS)
    raw = tokens.read_raw(end)
    ends = not (tokens.is_glued(end + 1) and tokens.words[end + 1][:1].isalnum())
    glued = tokens.is_glued(end) and tokens.is_glued(index + 1) and ends
    short = len(tokens.words[index]) <= SHORT_LABEL
    if glued and raw in SUFFIX_LETTERS and end == index + 1:
        return tokens.is_capitalised(index - 1) and short  # "Table 4a"
    return glued and len(raw) == 1 and raw.isupper() and (short or tokens.is_capitalised(index - 1))


def _opens_with_label(tokens: Tokens, index: int) -> bool:
    """Whether "Round 3 of ..." opens a sentence: the noun is singular, and no order to do something."""
    words = tokens.words
    if words[index + 1] in {".", ",", ":", ""}:
        return True
    return words[0] in LABELS and words[0] not in ORDERS and not words[0].endswith("s")


def has_unit(tokens: Tokens, index: int) -> bool:
    """Whether a unit stands behind a number, with a hyphen or without."""
    end = index + 1 + (tokens.words[index + 1] in HYPHENS)
    return bool(match_unit(tokens, end, glued=tokens.is_glued(end))[0])
