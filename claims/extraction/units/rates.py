"""Reads what a unit is for each of: "a barrel", "per square metre", "/100 km", "-a-share"."""

from claims.extraction.numerals.digits import MINUS
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import match_symbol, match_unit
from claims.extraction.vocabulary import words
from claims.measures.units import UNITS, Dimension

EACH = frozenset({"a", "an", "per", "each", "every"})
STARTS = EACH | {"for", "/", "-"}
"""What a rate may start with."""
COUNTED = words(
    """
    share person head capita passenger customer user employee worker student pupil patient household
    family night unit piece item ticket seat bottle can box bag vehicle car game match season
    episode visit trip page word minute ride bed room capsule tablet dose kilowatt cycle flight
    container member subscriber resident child adult vote call pack copy print security contract lot
    click view bushel
    """
)
"""What is counted one by one in a rate: $12 a share."""
NOT_COUNTED = words("cent se of the a an his her its their our my your")
"""Words behind "per" or "for each" that nothing is counted by."""
ADJECTIVE_ENDINGS = ("al", "ive", "ied", "ned", "red", "ous", "ing", "new")
NO_BASES = words("from in for to at by of and or against on with compared versus than among was is were are")
"""Words behind "per 100,000" that name nobody."""
INVERSES = {"1": "", "2": "square ", "3": "cubic "}
MOLES = frozenset({"mole", "moles", "mol"})
"""A unit below a stroke, an animal elsewhere."""
SINGULARS = {"people": "person", "shares": "share"}


def read_rate(tokens: Tokens, end: int) -> tuple[str, int, str]:
    """What stands below a rate at a token: a unit's code or a counted word, the token behind it, its words.

    ("", end, "") when no rate stands there.
    """
    words = tokens.words
    if words[end + 2] in INVERSES:
        below, stop = read_inverse(tokens, end)
        if below:
            return below, stop, _read_text(tokens, end, stop)
    if words[end] not in STARTS:
        return "", end, ""
    index = end
    for_every = words[index] == "for" and words[index + 1] in {"every", "each"}
    index += for_every
    hyphen = words[index] == "-" and tokens.is_glued(index)
    word = words[index + 1] if hyphen else words[index]
    if word == "/":
        return _read_below(tokens, index + hyphen + 1, end, slash=True)
    if word not in EACH or (word in {"each", "every"} and hyphen):
        return "", end, ""
    step = index + hyphen + 1
    step += words[step] == "-"
    return _read_below(tokens, step, end, per=word == "per" or for_every)


def read_inverse(tokens: Tokens, index: int) -> tuple[str, int]:
    """A symbol with a negative exponent, as in "5 m s-1"; ("", index) where none stands."""
    words, power = tokens.words, tokens.words[index + 2]
    if power not in INVERSES or words[index + 1] not in MINUS or not tokens.is_glued(index + 1):
        return "", index
    code, stop = match_symbol(tokens, index, glued=True)
    goes_on = tokens.is_glued(index + 3) and words[index + 3].isalnum()
    glued = tokens.is_glued(index + 2) and not goes_on
    if not code or stop != index + 1 or not glued:
        return "", index
    length = UNITS[code].dimension is Dimension.LENGTH
    if power == "1" or length:
        return (INVERSES[power] + code), index + 3
    return "", index


def _read_below(
    tokens: Tokens, index: int, end: int, *, slash: bool = False, per: bool = False
) -> tuple[str, int, str]:
    words = tokens.words
    if words[index][:1].isdecimal():
        spaced = slash and not tokens.is_glued(index) and not match_unit(tokens, index + 1, glued=True)[0]
        spaced = spaced or (slash and words[index].replace(",", "").rstrip("0") != "1")
        return _read_base(tokens, index, end) if (slash or per) and not spaced else ("", end, "")
    index += words[index] in {"calendar", "working", "trading", "fiscal"} and per
    code, stop = match_unit(tokens, index, glued=slash)
    squared = _skip_square(tokens, index) if slash and words[index][0:1] == "s" else index
    if squared > index:
        return "second squared", squared, _read_text(tokens, index, squared)
    if not code and (slash or per) and words[index] in MOLES:
        code, stop = "mole", index + 1
    if code and (slash or per or _is_measured_out(tokens, index, code)):
        return code, stop, _read_text(tokens, index, stop)
    index += per and _is_adjective(tokens, index)
    word = words[index]
    singular = SINGULARS.get(word, word.removesuffix("s") if not word.endswith("ss") else word)
    if singular in COUNTED or (per and word.isalpha() and word not in NOT_COUNTED):
        return singular, index + 1, word
    return "", end, ""


def _is_adjective(tokens: Tokens, index: int) -> bool:
    """Whether a word only describes what a rate is for each of: "per annual permit", "per active user"."""
    word, following = tokens.words[index : index + 2]
    return word.endswith(ADJECTIVE_ENDINGS) and following.isalpha() and following not in NO_BASES


def _is_measured_out(tokens: Tokens, index: int, code: str) -> bool:
    """Whether "a" before a unit makes a rate: "$40 a barrel", "3 times a day", not "5 a metre away"."""
    return code in UNITS and (len(tokens.words[index]) > 2 or tokens.words[index] in {"kg", "km", "lb", "oz"})


def _skip_square(tokens: Tokens, index: int) -> int:
    """The token behind "s²", "s2" or "s^2" at a token, the same token where none stands: 980 cm/s2."""
    if tokens.words[index] == "s²":
        return index + 1
    power = index + 1 + (tokens.words[index + 1] == "^")
    squared = tokens.words[index] == "s" and tokens.words[power] == "2" and tokens.is_glued(power)
    return power + 1 if squared else index


def _read_base(tokens: Tokens, index: int, end: int) -> tuple[str, int, str]:
    """ "per 100,000 people", "/100 km": the base belongs to the rate and is no quantity of its own."""
    stop = index + 1
    while tokens.words[stop] == "000":  # "per 100 000 people"
        stop += 1
    stop += tokens.words[stop] in {"thousand", "million"}
    code, behind = match_unit(tokens, stop, glued=True)
    if code:
        return f"{_read_text(tokens, index, stop)} {code}", behind, _read_text(tokens, index, behind)
    if tokens.words[stop].isalpha() and tokens.words[stop] not in NO_BASES:
        stop += 1
        text = _read_text(tokens, index, stop)
        return text, stop, text
    return "", end, ""


def _read_text(tokens: Tokens, first: int, end: int) -> str:
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
