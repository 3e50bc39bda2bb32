"""Letters and words behind a number that multiply it: "$82m", "2.7m sales", "5 grand", "2.2m bpd"."""

from decimal import Decimal

from claims.extraction.numerals.numeral import Numeral
from claims.extraction.numerals.reader import is_kelvin, multiply, multiply_suffix
from claims.extraction.numerals.tables import SCALES, SUFFIXES
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.units.currencies import MARKS
from claims.extraction.units.signs import MILLION, is_word
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words
from claims.measures.units import UNITS, Dimension
from claims.measures.units.money import CODES

SPOKEN_SCALES = {"grand": Decimal(1000), "l": SCALES["lakh"], "mm": MILLION}
LETTERS = SUFFIXES.keys() | SPOKEN_SCALES.keys()
"""Everything behind a number that may multiply it here."""
GRAND_FOLLOWERS = words(
    "a per each every to from or more less this that last over off cash when which who extra"
)
LONG_WORDS = words(
    """
    hurdles freestyle breaststroke backstroke butterfly relay relays sprint sprints dash
    long wide deep high tall thick away from above below off apart across out past up down to or
    race x ×
    """
)
"""Words behind "37m" that make it metres and not millions."""
COUNT_WORDS = words(
    "population users viewers subscribers customers visitors voters members followers circulation sales "
    "readers listeners downloads lists people patients jobs households claimants workers passengers deaths"
)
"""Words in the sentence that make a bare "8.2m" a count."""
NO_SCALED = words("in at hand hands stone point points second mark")
"""Words behind "m" that are mostly no unit."""
SPEEDS = words("speed red")
"""Nouns in "ed" that no past form is."""
MORE_OF_THEM = words(
    "another further some about around nearly almost only just other additional more roughly"
)
PACES = words("mo month yr year wk week day hr")
SUM_ENDS = frozenset({".", ",", ";", ")", "", "to"})
OPENING_SIGNS = frozenset(",;:(-–—")
PLURAL_VERBS = words("could would will may might can should must have had were are do did live lack face")
"""Verbs behind "2.4m" whose subject it is; a length would be one thing."""
FOLLOWERS_OF_COUNTS = frozenset(
    {"and", "but", "in", "on", "at", "of", "for", "as", "with", "by", "is", "was", "were", "are", "–", "—"}
)


def weigh_suffix(tokens: Tokens, numeral: Numeral, money: str) -> Numeral:
    """A number with a single letter behind it that multiplies: "$82m", "2.7m sales", "4.3M", "1.2b"."""
    end = numeral.end
    word = tokens.words[end]
    if word in SPOKEN_SCALES and numeral.scale == 1 and _is_spoken_scale(tokens, end, money):
        return multiply(numeral, SPOKEN_SCALES[word])
    if (
        word not in SUFFIXES
        or numeral.spelled
        or numeral.scale != 1
        or (tokens.is_glued(end + 1) and is_word(tokens, end + 1) and not _is_paced(tokens, end))
    ):
        return numeral
    if not tokens.is_glued(end):
        raw = tokens.read_raw(end)
        dotted = tokens.words[end + 1] == "." and tokens.words[end + 2].isalpha() and tokens.is_glued(end + 2)
        if raw in "mMbB" and _is_money(tokens, end + 1):
            return multiply_suffix(tokens, numeral)
        spaced = raw in "kM" and not tokens.words[end + 1].isalpha() and not dotted
        named = tokens.is_capitalised(end + 1)  # "the $5,000 M Sport package"
        spaced = spaced or (raw == "M" and not named and _counts(tokens, end + 1))  # "8.8 M cases"
        scaled = spaced or (money and raw in "MB" and not named) or (money and _closes_sum(tokens, end))
        return multiply_suffix(tokens, numeral) if scaled else numeral
    if money or _is_scale(tokens, end):
        return multiply_suffix(tokens, numeral)
    return numeral


def _is_paced(tokens: Tokens, index: int) -> bool:
    """Whether thousands are told for a stretch of time: "2.4k/mo", "60k/yr"."""
    return tokens.words[index : index + 2] == ["k", "/"] and tokens.words[index + 2] in PACES


def _closes_sum(tokens: Tokens, index: int) -> bool:
    """Whether a spaced small letter behind money is its scale: "US$73.8 m.", "£5 m and", no "£5 b & b"."""
    following = tokens.words[index + 1]
    return tokens.read_raw(index) in "mb" and (following in FOLLOWERS_OF_COUNTS or following in SUM_ENDS)


def _is_spoken_scale(tokens: Tokens, index: int, money: str) -> bool:
    """Whether "grand" is a thousand, "L" behind rupees a lakh, or "MM" behind money a million."""
    word = tokens.words[index]
    if word == "grand":
        return is_alone(tokens, index + 1)
    return (word == "l" and money == "INR") or (word == "mm" and bool(money))


def is_alone(tokens: Tokens, index: int) -> bool:
    """Whether no noun goes on at a token, so that "five grand" is money: no piano, no jury."""
    word = tokens.words[index]
    return not word.isalpha() or word in FOLLOWERS_OF_COUNTS or word in GRAND_FOLLOWERS


def _is_scale(tokens: Tokens, index: int) -> bool:
    """Whether a glued letter without a currency before it is a scale: by its case and by what follows."""
    raw = tokens.read_raw(index)
    following = tokens.words[index + 1]
    if raw in "MBkKb":
        return not is_kelvin(tokens, index)
    if raw in "GT":
        return not following.isalpha() and (raw == "T" or len(tokens.words[index - 1]) > 1)
    if following == "-" and _is_money(tokens, index + 2):
        return True  # "a 15m-euro loan"
    if raw == "m":
        if _is_scaled_unit(tokens, index + 1) or following == "strong":
            return True
        return _is_money(tokens, index + 1) or _counts(tokens, index + 1) or _acts(tokens, index)
    return _is_money(tokens, index + 1)


def _is_scaled_unit(tokens: Tokens, index: int) -> bool:
    """Whether a unit stands behind "m", so that it is a million: "2.2m bpd", "4.3m sq km", "28m ha"."""
    word = tokens.words[index]
    code, _ = match_unit(tokens, index)
    return len(word) > 1 and word not in NO_SCALED and bool(code) and not tokens.is_glued(index)


def _acts(tokens: Tokens, index: int) -> bool:
    """Whether millions do something: "a further 2.4m could join them", "some 3m have left"."""
    lead = tokens.words[index - 2]
    following = tokens.words[index + 1]
    opens = index == 1 or lead in MORE_OF_THEM or lead in OPENING_SIGNS
    return opens and (following in PLURAL_VERBS or (following.endswith("ed") and following not in SPEEDS))


def _is_money(tokens: Tokens, index: int) -> bool:
    """Whether a currency stands at a token, by its name or its code."""
    if tokens.read_raw(index) in CODES or tokens.read_raw(index) in MARKS:
        return not tokens.words[index + 1][:1].isdecimal()
    code, _ = match_unit(tokens, index)
    return bool(code) and UNITS[code].dimension is Dimension.MONEY


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether something is counted at a token: "2.7m online sales" against "a 37m long hull"."""
    if (
        "." in tokens.words[index - 2]
        and tokens.mentions(COUNT_WORDS)
        and (not tokens.words[index].isalpha() or tokens.words[index] in FOLLOWERS_OF_COUNTS)
    ):
        return True
    if tokens.words[index - 3] == "of" and tokens.words[index - 4] in COUNT_WORDS:
        return True
    for step in range(index, index + 4):
        word = tokens.words[step]
        if not word.isalpha() or word in LONG_WORDS or word in FOLLOWERS_OF_COUNTS:
            return False
        if is_plural(word):
            return True
    return False
