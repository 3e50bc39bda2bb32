"""Reads the signs that stand behind a number: 27", 5', 45c, 7€, 115USD."""

from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from claims.extraction.numerals.digits import DASHES, skip_cents_dash
from claims.extraction.numerals.numeral import Numeral
from claims.extraction.numerals.tables import SCALES
from claims.extraction.tokens import Tokens
from claims.extraction.units.currencies import MARKS, MILLIONS, is_word_behind
from claims.extraction.units.spellings import is_read_otherwise
from claims.extraction.vocabulary import words
from claims.measures.units.registry import PART_SIGNS, SIGNS

QUOTE_REACH = 60
"""Tokens searched for the partner of a quotation mark that may be an inch sign."""
MILLION = Decimal(1000000)
TRADE_SYMBOLS = MappingProxyType(
    {
        "mmcf": ("cubic foot", MILLION),
        "bcf": ("cubic foot", SCALES["billion"]),
        "bcm": ("cubic metre", SCALES["billion"]),
        "tcf": ("cubic foot", SCALES["trillion"]),
        "tcm": ("cubic metre", SCALES["trillion"]),
        "mcf": ("cubic foot", SCALES["thousand"]),
        "mbpd": ("barrel/day", MILLION),
        "mtpa": ("tonne/year", MILLION),
        "tpa": ("tonne/year", None),
        "tpd": ("tonne/day", None),
        "cfs": ("cubic foot/second", None),
        "cusec": ("cubic foot/second", None),
        "cusecs": ("cubic foot/second", None),
        "cumec": ("cubic metre/second", None),
        "cumecs": ("cubic metre/second", None),
        "cfm": ("cubic foot/minute", None),
        "gpm": ("gallon/minute", None),
        "lmt": ("tonne", SCALES["lakh"]),
        "koz": ("ounce", SCALES["thousand"]),
        "moz": ("ounce", MILLION),
        "kboe": ("barrel", SCALES["thousand"]),
        "mmboe": ("barrel", MILLION),
        "kboepd": ("barrel/day", SCALES["thousand"]),
        "kbpd": ("barrel/day", SCALES["thousand"]),
        "ktpa": ("tonne/year", SCALES["thousand"]),
    }
)
"""Symbols of trades that say a unit with a scale or a rate: "55 bcm of gas", "a 5 mtpa plant"."""
PRIMES = frozenset({"'", "’"})
DEGREE_LETTERS = {"c": "celsius", "f": "fahrenheit"}
DOLLARS = frozenset("$€¥₵¢")
"""Signs with letters before them that say whose they are: "3.14US$"."""
MONEY_STARTS = frozenset(sign.lower().removesuffix(".") for sign in (*SIGNS, *MILLIONS)) | {",", "."}
"""Every token with which a currency behind a number may start, but for letters before one of those signs."""
SPEEDS = words("mph knots kt speed cruise wind winds gusts cruising maximum")
"""Words in the sentence that make "kn" knots and no kuna."""
HEAT = words("temperature temperatures temp temps fever heat heated oven weather degrees warm cold freezing")
"""Words in the sentence that make a small "c" or "f" behind digits a degree."""


class Found(NamedTuple):
    """A unit's code, the token behind it, and a scale that stood inside it; no unit when the code is ""."""

    code: str
    end: int
    scale: Decimal | None = None


def read_length_sign(tokens: Tokens, numeral: Numeral) -> Found | None:
    """Inches and feet, by a mark behind digits that opens or closes no quotation: 27" across, a 12' pole."""
    end = numeral.end
    if numeral.spelled:
        return None
    if tokens.words[end] == '"' and _is_alone(tokens, end):
        odd = tokens.words[max(0, end - QUOTE_REACH) : end + 1].count('"') % 2
        return Found("inch", end + 1) if odd else None
    if tokens.words[end] in PRIMES and tokens.is_glued(end) and _is_prime(tokens, end):
        return Found("foot", end + 1)
    return None


def _is_prime(tokens: Tokens, index: int) -> bool:
    """Whether an apostrophe behind digits closes no quotation: none before it stands without digits."""
    if (tokens.words[index + 1].isalpha() or tokens.words[index + 1] == ")") and tokens.is_glued(index + 1):
        return False  # (45') is a minute of a game
    before = (step for step in range(index) if tokens.words[step] in PRIMES)
    return all(tokens.words[step - 1][-1:].isdecimal() and tokens.is_glued(step) for step in before)


def read_degree_letter(tokens: Tokens, numeral: Numeral) -> Found | None:
    """A small letter for a temperature scale behind digits: "a fever of 101f", "heat to 180 c"."""
    end = numeral.end
    if numeral.spelled or not is_degree_letter(tokens, end):
        return None
    return Found(DEGREE_LETTERS[tokens.words[end]], end + 1)


def is_degree_letter(tokens: Tokens, index: int) -> bool:
    """Whether a small "c" or "f" is a temperature scale: in a sentence about heat, nothing glued behind."""
    if tokens.read_raw(index) not in DEGREE_LETTERS or not tokens.mentions(HEAT):
        return False
    return not (tokens.is_glued(index + 1) and is_word(tokens, index + 1))


def read_part_sign(tokens: Tokens, numeral: Numeral) -> Found | None:
    """Cents and pence behind digits: "45c", "118p"."""
    end = numeral.end
    raw = tokens.read_raw(end)
    if raw == "p" and tokens.words[end + 1 : end + 3] == [".", "p"]:
        return Found(
            "percentage point", end + 3 + (tokens.words[end + 3] == "." and tokens.is_glued(end + 3))
        )
    if raw not in PART_SIGNS or numeral.spelled or (tokens.is_glued(end + 1) and is_word(tokens, end + 1)):
        return None
    return Found(PART_SIGNS[raw], end + 1)


def _is_alone(tokens: Tokens, index: int) -> bool:
    """Whether no closing partner for a quotation mark follows in the sentence."""
    return '"' not in tokens.words[index + 1 : index + QUOTE_REACH]


def is_word(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on what is glued before it."""
    return tokens.words[index][:1].isalnum() or tokens.words[index] == "/"


def read_trade_symbol(tokens: Tokens, numeral: Numeral) -> Found | None:
    """ "55 bcm of gas", "4,500 tpd": a scale and a unit or a rate in one symbol."""
    entry = TRADE_SYMBOLS.get(tokens.words[numeral.end])
    if entry is None or (numeral.scale != 1 and entry[1] is not None):
        return None
    return Found(entry[0], numeral.end + 1, entry[1])


def read_money_behind(tokens: Tokens, numeral: Numeral) -> Found | None:
    """A currency behind the number: "7€", "3.14US$", "115USD", "120 MEUR", "20 Rs", "75 USD million"."""
    end = numeral.end
    raw, following = tokens.read_raw(end), tokens.read_raw(end + 1)
    if following in DASHES and not numeral.spelled:  # "25,- €"
        end = skip_cents_dash(tokens, end)
        raw, following = tokens.read_raw(end), tokens.read_raw(end + 1)
    if raw in MILLIONS:
        return Found(MILLIONS[raw], end + 1, MILLION)
    if following in DOLLARS and tokens.is_glued(end + 1) and not numeral.spelled:
        code = SIGNS.get(raw + following) or SIGNS.get(raw.upper() + following)
        if code:
            return _skip_scale(tokens, numeral, code, end + 2)
    if raw == "€" and tokens.words[end + 1] == "ur":
        return Found("EUR", end + 2)
    if raw not in SIGNS:
        code = SIGNS.get(raw + ".") if following == "." else None  # "20 Fr. a day"
        return Found(code, end + 1) if code else None
    other = is_word_behind(tokens, end) or is_read_otherwise(tokens, end)
    if other or not _is_sign_behind(tokens, end, raw):
        return None
    knots = raw == "kn" and tokens.mentions(SPEEDS)
    return _skip_scale(tokens, numeral, "knot" if knots else SIGNS[raw], end + 1)


def _skip_scale(tokens: Tokens, numeral: Numeral, code: str, end: int) -> Found:
    word = tokens.words[end]
    return Found(code, end + 1, SCALES[word]) if word in SCALES and numeral.scale == 1 else Found(code, end)


def _is_sign_behind(tokens: Tokens, end: int, raw: str) -> bool:
    """Whether a currency sign belongs to the number before it and not to the one behind it."""
    if tokens.words[end + 1][:1].isdecimal() and tokens.is_glued(end + 1):
        return False
    if tokens.is_glued(end):
        return len(raw) > 1 or not raw.isalpha() or raw in MARKS
    if tokens.words[end + 1][:1].isdecimal():
        repeated = tokens.words[end] in tokens.words[end + 2 : end + 5]
        return repeated or (len(raw) == 3 and tokens.words[end + 2] not in SCALES and raw.isalpha())
    return len(raw) > 1 or not raw.isalpha() or raw in MARKS
