"""The spellings of units cut into tokens, so that a unit is found with one look-up of its first word."""

from types import MappingProxyType

from claims.extraction.tokens import TOKEN, Tokens
from claims.extraction.vocabulary import words
from claims.measures.units import UNITS, Dimension
from claims.measures.units.registry import NAMES, SYMBOLS

Spelling = tuple[tuple[str, ...], str]
POWERS = MappingProxyType({"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"})
POWER_SIGNS = MappingProxyType({"2": "square", "²": "square", "3": "cubic", "³": "cubic"})
GLUED_POWERS = MappingProxyType(
    {
        "sqm": "square metre",
        "sqft": "square foot",
        "sqkm": "square kilometre",
        "cc": "cubic centimetre",
        "cbm": "cubic metre",
    }
)
SPACED_LETTERS = frozenset("CFWVJLpckbmglst")
"""Single letters that may be a unit with a space before them; others need to be glued."""
NEVER_SPACED = frozenset(
    {"in", "a", "hand", "A", "MT", "ML", "Ml", "KL", "Kl", "MP", "d", "h", "K", "N", "us"}
)
"""Symbols that are commoner as words: with a space before them they are units only at the end of a phrase."""
CLOSERS = frozenset(
    {
        "and",
        "or",
        ",",
        ".",
        ";",
        ")",
        "",
        "of",
        "with",
        "at",
        "when",
        "while",
        "is",
        "was",
        "across",
        "from",
        "for",
    }
)


SIDES = words("thick wide long high deep tall across")
CROSSES = frozenset({"x", "×", "by"})
FALLS = words("rain rainfall snow snowfall sleet hail water ice mud")
MEASURES = words("length width height depth thickness diameter circumference")
"""What shows that "in" behind a number is inches."""
READINGS = MappingProxyType(
    {
        "F": (frozenset({"capacitor", "capacitors", "capacitance"}), "farad"),
        "kn": (words("wind winds gust gusts breeze speed boat vessel ship yacht ferry tide current"), "knot"),
        "mb": (words("pressure barometer barometric cyclone hurricane storm atmospheric"), "millibar"),
        "pm": (frozenset({"picometre", "picometres", "picometer", "picometers"}), "picometre"),
    }
)
"""Symbols that words elsewhere in the sentence give another reading."""


SHORTEST_DOTTED = 2
WORDLIKE = frozenset(
    {
        "pa",
        "pm",
        "am",
        "us",
        "in",
        "as",
        "ms",
        "ps",
        "mt",
        "pt",
        "ma",
        "cd",
        "nf",
        "pf",
        "ha",
        "mg",
        "mo",
        "gm",
        "ah",
        "ct",
        "min",
        "au",
        "ev",
        "mp",
    }
)
"""Folded symbols that are other words or have another reading."""


def _cut(spellings: dict[str, str]) -> dict[str, list[Spelling]]:
    """Spellings by their first token, the longest first."""
    table: dict[str, list[Spelling]] = {}
    for spelling, code in spellings.items():
        plain = spelling.replace(" ", "").isalpha()
        first, *rest = spelling.split(" ") if plain else TOKEN.findall(spelling)
        table.setdefault(first, []).append((tuple(rest), code))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


CASED = frozenset({"mW"})
"""Symbols that stand for themselves only as written: "450mw" of a power station are megawatts."""
SQUARE_SYMBOLS = {
    symbol + sign: f"{power} {code}"
    for symbol, code in SYMBOLS.items()
    if UNITS[code].dimension is Dimension.LENGTH
    for sign, power in (("²", "square"), ("³", "cubic"))
}


def _fold_case(symbols: dict[str, str]) -> dict[str, str]:
    """Symbols of letters in lower case, where that leaves one reading: "KWH", "ghz", "12v"."""
    readings: dict[str, set[str]] = {}
    for symbol, code in symbols.items():
        if symbol in CASED:
            continue
        readings.setdefault(symbol.lower(), set()).add(code)
    return {
        symbol: codes.pop()
        for symbol, codes in readings.items()
        if len(codes) == 1
        and symbol.isalpha()
        and symbol not in WORDLIKE
        and (len(symbol) > 1 or symbol in "wv")
    }


BY_FOLDED = MappingProxyType(_fold_case(dict(SYMBOLS)))
LOUD = frozenset(
    {Dimension.FREQUENCY, Dimension.POWER, Dimension.ENERGY, Dimension.DATA_RATE, Dimension.LEVEL}
)
"""What is measured by symbols that are no words even in lower case: "50 hz", "100 kwh"."""
LOUD_SYMBOLS = frozenset({"pct", "bps", "bbl", "nmi"})
"""Other symbols that are no words however they are written: "UP 25 BPS"."""
BY_SPACED = MappingProxyType(
    {
        symbol: code
        for symbol, code in BY_FOLDED.items()
        if symbol in LOUD_SYMBOLS or (len(symbol) > 1 and UNITS[code].dimension in LOUD)
    }
)
BY_NAME = MappingProxyType(_cut(dict(NAMES)))
BY_SYMBOL = MappingProxyType(_cut({**SYMBOLS, **SQUARE_SYMBOLS, **GLUED_POWERS}))
UNIT_STARTS = (
    frozenset(POWERS)
    | BY_NAME.keys()
    | {symbol.lower() for symbol in BY_SYMBOL}
    | BY_FOLDED.keys()
    | {name[0] for name in (*BY_FOLDED, *NAMES)}
)
"""Every token with which a unit may start: "m.p.h." starts with its first letter."""


def match_name(tokens: Tokens, index: int) -> tuple[str, int]:
    """The unit whose name stands at a token and the token behind it; ("", index) when none does."""
    entries = BY_NAME.get(tokens.words[index])
    if entries is None:
        return "", index
    for rest, code in entries:
        end = _match_rest(tokens, index + 1, rest)
        if end:
            return code, end
    return "", index


def _match_rest(tokens: Tokens, index: int, rest: tuple[str, ...]) -> int:
    """The token behind the rest of a spelling, 0 when it is not there; a hyphen may stand for a space."""
    words = tokens.words
    for word in rest:
        if words[index] == "-" and word != "-":
            index += 1
        if words[index] != word:
            return 0
        index += 1
    return index


def match_symbol(tokens: Tokens, index: int, *, glued: bool) -> tuple[str, int]:
    """The unit whose symbol stands at a token, case as written, with the power behind it: "m2", "km²"."""
    raw = tokens.read_raw(index)
    entries = BY_SYMBOL.get(raw)
    folded = BY_FOLDED if glued else BY_SPACED
    if entries is None and tokens.words[index] in folded:
        return _add_power(tokens, folded[tokens.words[index]], index + 1)
    if entries is None or (not glued and not _may_stand_alone(tokens, index, raw)):
        return "", index
    for rest, code in entries:
        end = _match_raw_rest(tokens, index + 1, rest)
        if end and is_read_otherwise(tokens, index):
            return READINGS[raw][1], end
        if end:
            return _add_power(tokens, code, end)
    return "", index


def _match_raw_rest(tokens: Tokens, index: int, rest: tuple[str, ...]) -> int:
    for word in rest:
        if tokens.words[index] == "-":
            index += 1
        if tokens.read_raw(index) != word:
            return 0
        index += 1
    return index


def _may_stand_alone(tokens: Tokens, index: int, raw: str) -> bool:
    """Whether a symbol with a space before it is meant as one."""
    if raw in NEVER_SPACED:
        following = tokens.words[index + 1]
        if raw == "in" and _are_inches(tokens, index):
            return True
        closed = raw not in {"in", "hand", "MP", "us"} and (
            following in CLOSERS or (raw in {"h", "d"} and following.isdecimal())
        )
        return closed or (raw == "A" and tokens.words[index + 1] == "/" and tokens.is_glued(index + 1))
    if len(raw) > 1 or not raw.isalpha():
        return True
    if not raw.isascii():
        return True
    return raw in SPACED_LETTERS and not (
        tokens.words[index + 1] in {"'", "’", ".", "-"} and tokens.is_glued(index + 1) and raw.isupper()
    )


def _are_inches(tokens: Tokens, index: int) -> bool:
    """Whether "in" behind a number is inches: "3 in. long", "3 in wide", "12 in by 9 in", "4 in of rain"."""
    words = tokens.words
    following, second = words[index + 1 : index + 3]
    if following == "." and tokens.is_glued(index + 1) and second:
        return True
    if following in SIDES:
        return not second.isalpha() or second in CLOSERS
    if following in CROSSES:
        return second[:1].isdecimal()
    if following == "of":
        return second in FALLS
    ended = following in {"", ".", ",", ";", ")"}
    return ended and (words[index - 2] in CROSSES or tokens.mentions(MEASURES))


def _add_power(tokens: Tokens, code: str, end: int) -> tuple[str, int]:
    power = POWER_SIGNS.get(tokens.words[end], "")
    if tokens.words[end] == "^" and tokens.words[end + 1] in {"2", "3"}:
        power, end = POWER_SIGNS[tokens.words[end + 1]], end + 1
    if not power or UNITS[code].dimension is not Dimension.LENGTH or not tokens.is_glued(end):
        return code, end
    return f"{power} {code}", end + 1


def is_read_otherwise(tokens: Tokens, index: int) -> bool:
    """Whether words elsewhere in the sentence say that a symbol is not meant in its commonest sense."""
    raw = tokens.read_raw(index)
    return raw in READINGS and tokens.mentions(READINGS[raw][0])


def match_dotted(tokens: Tokens, index: int) -> tuple[str, int]:
    """A symbol with a point behind each letter: "m.p.h.", "k.g."; ("", index) when none stands there."""
    letters, end = "", index
    while len(tokens.words[end]) == 1 and tokens.words[end].isalpha() and tokens.words[end + 1] == ".":
        if end > index and not tokens.is_glued(end):
            break
        letters, end = letters + tokens.words[end], end + 2
    if len(letters) < SHORTEST_DOTTED or letters in WORDLIKE:
        return "", index
    code = BY_FOLDED.get(letters, NAMES.get(letters, ""))
    return (code, end) if code else ("", index)


def match_power(tokens: Tokens, index: int) -> tuple[str, int]:
    """ "square metres", "sq. km", "cubic feet"."""
    power = POWERS.get(tokens.words[index])
    if not power:
        return "", index
    step = index + 1
    step += tokens.words[step] == "."
    step += tokens.words[step] == "-"
    code, end = match_name(tokens, step)
    if not code:
        code, end = match_symbol(tokens, step, glued=True)
    if code and UNITS[code].dimension is Dimension.LENGTH:
        return f"{power} {code}", end
    return "", index


def match_unit(tokens: Tokens, index: int, *, glued: bool = False) -> tuple[str, int]:
    """The unit at a token by power word, symbol or name; ("", index) when there is none."""
    word = tokens.words[index]
    if word in POWERS:
        return match_power(tokens, index)
    if tokens.words[index + 1] == "." and len(word) == 1 and tokens.is_glued(index + 1):
        code, end = match_dotted(tokens, index)
        if code:
            return code, end
    raw = tokens.read_raw(index)
    if raw in BY_SYMBOL or word in (BY_FOLDED if glued else BY_SPACED):
        code, end = match_symbol(tokens, index, glued=glued)
        if code:
            longer, longer_end = match_name(tokens, index)
            return (longer, longer_end) if longer_end > end else (code, end)
    return match_name(tokens, index)
