"""Numbers that lead somewhere: acts, verses, coordinates, phone and account numbers."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.nouns import STOPS, VERBS
from claims.extraction.numerals.digits import MINUS, is_number
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.units.money import CODES
from claims.measures.units.registry import SIGNS as SIGNS_OF_MONEY

YEAR = 4
ACTS = words("no act directive regulation decision resolution law decree . number")
VERSE = 3
"""Digits behind a colon that no time has: "2:255"."""
EXACT = 3
"""Decimals of a coordinate; fewer before "N" are newtons."""
PAIRED = 4
"""Decimals of both numbers of a coordinate without winds: "48.8584, 2.2945"."""
LATITUDE, LONGITUDE = 90, 180
AREA_CODE = [3, 1, 3, 1, 4]
"""Lengths of the tokens of "202) 691-7000"."""
UNIT_NUMBER = 5
"""Digits of a military unit's number."""
WINDS = frozenset("NSEW")
LATITUDES, LONGITUDES = frozenset("ns"), frozenset("ew")
MINUTES = frozenset("'’′")
SECONDS = frozenset("'’′″\"”")
PARTS = frozenset("-().")
LINES = words(
    """
    tel telephone phone mobile cell fax whatsapp hotline iban account acct card imo mmsi isbn issn pmid
    imei vin gstin abn crn orcid
    """
)
"""Words before the groups of a number that somebody is reached or paid by, or a thing is registered by."""
LEAD_REACH = 3
SHORTEST_LINE = 6
LONG_LINE = 8
"""Digits of a number behind capitals, without commas, that counts nothing whatever stands behind it."""
LANDS = frozenset({"US", "USA", "UK", "EU", "UAE", "UN"})
BANK_CODE = 4
OPENING = 2
"""Tokens of "Group of" at a sentence's start, where the capital tells no name."""
ROUNDS = frozenset({"group", "gang", "council"})
SIDES = ["-", "a", "-", "side"]


def read_act(tokens: Tokens, index: int) -> Draft | None:
    """ "2016/679", "2024/118-B": the number of an act in its year; "2019/20" is two years."""
    words_, end = tokens.words, index + 3
    joined = words_[index + 1] == "/" and tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    if not joined or len(words_[index]) != YEAR or not words_[index + 2].isdecimal():
        return None
    if words_[index][:2] not in {"19", "20"} or not words_[index].isdecimal():
        return None
    following = f"{int(words_[index]) + 1:02}"[-2:]
    if words_[index + 2] == following and tokens.words[index - 1] not in ACTS:
        return None
    lettered = words_[end] == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1)
    return mark(index, end + 2 * lettered, Disposition.IDENTIFIER, "act-number")


def read_verse(tokens: Tokens, index: int) -> Draft | None:
    """ "2:255": a verse where no time can be."""
    behind = tokens.words[index + 2]
    joined = tokens.words[index + 1] == ":" and tokens.is_glued(index + 1) and tokens.is_glued(index + 2)
    if joined and behind.isdecimal() and len(behind) == VERSE and tokens.words[index + 3] != ":":
        return mark(index, index + 3, Disposition.LABEL, "verse")
    return None


def read_coordinate(tokens: Tokens, index: int) -> Draft | None:
    """ "51.5074 N", "34°03'N", "34.1°N", "48.8584, 2.2945": a place on the globe."""
    words_, end = tokens.words, index + 1
    if words_[end] == "°":
        end = _skip_minutes(tokens, end + 1)
    elif _is_half_of_pair(tokens, index):
        return mark(index, end + 1, Disposition.IDENTIFIER, "coordinate")
    elif len(words_[index].partition(".")[2]) < EXACT:
        return None
    if tokens.read_raw(end) in WINDS and not (tokens.is_glued(end + 1) and words_[end + 1].isalnum()):
        return mark(index, end + 1, Disposition.IDENTIFIER, "coordinate")
    return _read_pair(tokens, index) if end == index + 1 else None


def _is_half_of_pair(tokens: Tokens, index: int) -> bool:
    """Whether a number with its wind stands beside another: "31.68N, 34.49E", where alone it is newtons."""
    words_ = tokens.words
    other = index + 2 + (words_[index + 2] in {",", "/"})
    paired = words_[index + 1] in LATITUDES and is_number(words_[other]) and words_[other + 1] in LONGITUDES
    back = index - 1 - (words_[index - 1] in {",", "/"})
    behind = words_[index + 1] in LONGITUDES and words_[back] in LATITUDES and is_number(words_[back - 1])
    glued = tokens.is_glued(index + 1) and not (tokens.is_glued(index + 2) and words_[index + 2].isalnum())
    return (paired or behind) and glued and tokens.read_raw(index + 1) in WINDS


def _skip_minutes(tokens: Tokens, end: int) -> int:
    """Past the minutes and the seconds of an angle: "03'", "12'33.4\""."""
    words_ = tokens.words
    if not (words_[end].isdecimal() and words_[end + 1] in MINUTES):
        return end
    end += 2
    if is_number(words_[end]) and tokens.is_glued(end):
        end += 1
        while words_[end] in SECONDS and tokens.is_glued(end):
            end += 1
    return end


def _read_pair(tokens: Tokens, index: int) -> Draft | None:
    """ "48.8584, 2.2945", "-33.8568, 151.2153": latitude and longitude without their winds."""
    words_ = tokens.words
    end = index + 2 + (words_[index + 2] in MINUS)
    if words_[index + 1] != "," or not (_is_exact(words_[index]) and _is_exact(words_[end])):
        return None
    if not 1 <= float(words_[index]) <= LATITUDE or float(words_[end]) > LONGITUDE:
        return None
    if words_[end + 1] == "," and is_number(words_[end + 2]):
        return None
    signed = words_[index - 1] in MINUS and tokens.is_glued(index)
    return mark(index - signed, end + 1, Disposition.IDENTIFIER, "coordinate")


def _is_exact(word: str) -> bool:
    """Whether a number has the decimals of a coordinate."""
    whole, _, decimals = word.partition(".")
    return decimals.isdecimal() and len(decimals) >= PAIRED and len(whole) <= EXACT


def read_line(tokens: Tokens, index: int) -> Draft | None:
    """ "+44 20 7925 0918", "account 12345678", "NWBK 6016 1331": what is dialled or paid into."""
    words_ = tokens.words
    if not words_[index].isdecimal():
        return None
    end, groups = index + 1, 1
    while words_[step := end + (words_[end] in PARTS)].isdecimal():
        end, groups = step + 1, groups + 1
    plus = words_[index - 1] == "+" and tokens.is_glued(index)
    led = not LINES.isdisjoint(words_[max(0, index - LEAD_REACH) : index])
    digits = sum(map(len, words_[index:end])) if plus or led else 0
    code = tokens.read_raw(index - 1)
    bank = groups > 1 and len(words_[index]) == BANK_CODE == len(code) and code.isalpha() and code.isupper()
    area = words_[index - 1] == "(" and words_[index + 1 : index + 4 : 2] == [")", "-"]
    if area and list(map(len, words_[index : index + 5])) == AREA_CODE:
        return mark(index - 1, index + 5, Disposition.IDENTIFIER, "line-number")
    unit = words_[index - 1] == "unit" and len(words_[index]) == UNIT_NUMBER and end == index + 1
    unit = unit or (len(words_[index]) >= SHORTEST_LINE and _is_registered(tokens, index))
    if unit or bank or (digits >= SHORTEST_LINE and (led or groups > 2)):
        return mark(index - plus, end, Disposition.IDENTIFIER, "line-number")
    return None


def _is_registered(tokens: Tokens, index: int) -> bool:
    """Whether a long number stands bare behind capitals that are no currency: "on PO 4500012345"."""
    code, end = tokens.read_raw(index - 1), tokens.words[index + 1]
    named = len(code) > 1 and code.isalpha() and code.isupper() and code not in LANDS
    if not named or code in CODES or code in SIGNS_OF_MONEY or tokens.is_glued(index) or end == "%":
        return False
    return len(tokens.words[index]) >= LONG_LINE or end in STOPS or not end.isalnum()


def read_group(tokens: Tokens, index: int) -> Draft | None:
    """ "the Group of 20", "5-a-side": numbers of a name."""
    words_ = tokens.words
    if words_[index + 1 : index + 5] == SIDES:
        return mark(index, index + 5, Disposition.IDIOM, "a-side")
    titled = words_[index - 1] == "of" and index > OPENING and tokens.is_capitalised(index - 2)
    following = words_[index + 1]
    closes = following in STOPS or following in VERBS or following in {".", ",", ";", ")", ""}
    if titled and closes and words_[index].isdecimal() and words_[index - 2] in ROUNDS:
        return mark(index - 2, index + 1, Disposition.NAME, "name-and-number")
    return None
