"""Reads the currency before a number: "$", "US$", "RM", "EUR", "c $", "Y=", "dollar 22"."""

from claims.extraction.numerals.digits import MINUS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import listed
from claims.measures.units import UNITS, Dimension
from claims.measures.units.money import CODES, WORDLIKE_CODES
from claims.measures.units.registry import NAMES, SIGNS

MARKS = frozenset("$円€£￡¥₹₩₪₽₺₦₫₱₴₸₾₼฿₭₡₲₵₿₮₨﷼৳؋￥￦＄֏៛Ξ元원ƒ¢đ")
"""Currency signs of one character; what stands glued before "$" tells whose dollar it is."""
ASCII_POUND = "PS"
"""How wire services write the pound sign in plain ASCII: PS2.7m."""
LOWER_LEADS = frozenset({"c", "C", "hk", "nz", "nt", "sg", "cdn", "mex"})
"""Letters that say whose dollar it is even in lower case and with a space: they are no words."""
DOTTED = {
    "rs": "INR",
    "rp": "IDR",
    "fr": "CHF",
    "sfr": "CHF",
    "ksh": "KES",
    "tk": "BDT",
    "dh": "AED",
    "dhs": "AED",
    "kr": "crown",
    "q": "GTQ",
    "nu": "BTN",
    "rf": "MVR",
    "afl": "AWG",
    "gs": "PYG",
    "kshs": "KES",
    "shs": "shilling",
}
"""Signs of letters with a point behind them: Rs. 500, Fr. 20."""
SLASHED = {"S": "PEN", "B": "PAB"}
"""Signs of a letter, a stroke and often a point: S/ 20, B/. 20."""
MILLIONS = {
    f"M{code}": code
    for code in ("USD", "EUR", "GBP", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "JPY", "PLN")
}
"""Codes with the million before them, as company reports write: MEUR 60."""
COMMON_WORDS = frozenset(
    {
        "won",
        "mark",
        "marks",
        "crown",
        "crowns",
        "rand",
        "lari",
        "kip",
        "dong",
        "quid",
        "buck",
        "bucks",
        "cent",
    }
)
"""Currency names that mean other things right before a number: "won 13"."""
LEAST_DIGITS = 3
"""A whole number of fewer digits behind "PS" is a model's and no money."""
LAST_WORDS = frozenset(
    name.split()[-1] for name, code in NAMES.items() if UNITS[code].dimension is Dimension.MONEY
)
"""The words with which a currency's name ends."""
OTHER_NAMES = frozenset(listed("P MK ZK LD DT VT Rf Bt CYP MTL PTE ESP SIT LTL IEP"))
"""Signs and codes that mostly name a state, a club, a gene or a school subject."""
LONE_LETTERS = OTHER_NAMES | frozenset(listed("R N LE Br SR JD KD QR Re DM Sh kn DH BD Kz kr ALL TOP"))
"""Signs and codes that are names of much else: the number behind them must look like money."""
ENDS = (
    MARKS
    | MINUS
    | LAST_WORDS
    | {":", "=", ".", "/", ASCII_POUND.lower(), "pounds"}
    | {sign.lower() for sign in (*SIGNS, *MILLIONS)}
)
"""Every token with which a currency before a number may end, but for letters behind "$": "$US 40"."""
SUM_WORDS = frozenset({"m", "bn", "million", "billion", "trillion"})


def read_prefix(tokens: Tokens, index: int) -> tuple[str, int, bool]:
    """The currency before a number at a token, where it starts, and whether a minus belongs to it."""
    last = index - 1
    if tokens.words[last] not in ENDS and tokens.words[last - 1] != "$":
        return "", index, False
    minus = False
    if (
        tokens.words[last] in MINUS
        and tokens.is_glued(index)
        and tokens.words[last - 1] in MARKS
        and tokens.is_glued(last)
    ):
        minus, last = True, last - 1
    word = tokens.words[last]
    if word in MARKS:
        code, first = _read_mark(tokens, last)
    elif word == ":" and tokens.words[last - 1] in MARKS and tokens.is_glued(last):
        code, first = _read_mark(tokens, last - 1)  # "Income in US$: 12.99"
    elif word == "=" and tokens.words[last - 1] == "y" and tokens.is_glued(last):
        code, first = "JPY", last - 1
    else:
        code, first = _read_word(tokens, last, index)
    if not code:
        return "", index, False
    before = first - 1
    if not minus and tokens.words[before] in MINUS and tokens.is_glued(first) and not tokens.is_glued(before):
        return code, before, True
    return code, first, minus


def _read_mark(tokens: Tokens, index: int) -> tuple[str, int]:
    """A sign, with the letters that say whose it is: glued, with a space, or a code (US $, c $, NZD $)."""
    mark = tokens.read_raw(index)
    lead = tokens.read_raw(index - 1)
    if lead.isalpha() or lead == ".":
        dotted = _read_dotted_lead(tokens, index)
        if dotted < index and mark in "$＄":
            return "USD", dotted
        code = SIGNS.get(lead + mark) or SIGNS.get(lead.upper() + mark) or (lead if lead in CODES else "")
        spaced = (len(lead) > 1 and not lead.islower()) or lead in LOWER_LEADS
        if code and ((spaced and lead not in WORDLIKE_CODES) or tokens.is_glued(index)):
            return code, index - 1
    return SIGNS.get(mark, ""), index


def _read_dotted_lead(tokens: Tokens, index: int) -> int:
    """Where "U.S." before "$" starts, the sign's own place when it is not there."""
    words = tokens.words
    if words[index - 4 : index] == ["u", ".", "s", "."]:
        return index - 4
    return index


def _read_word(tokens: Tokens, index: int, number: int) -> tuple[str, int]:
    """A code or a sign of letters before a number, or the currency's name."""
    raw = tokens.read_raw(index)
    if raw in {".", "/"}:
        return _read_pointed(tokens, index)
    glued = tokens.is_glued(number)
    if raw == ASCII_POUND and glued:
        money = looks_like_money(tokens, number) or len(tokens.words[number]) >= LEAST_DIGITS
        return "GBP" if money else "", index
    if tokens.words[index - 1] == "$" and tokens.is_glued(index) and (glued or raw in SIGNS):
        return SIGNS.get("$" + raw.upper(), SIGNS.get(raw, "")), index - 1
    if raw in SIGNS or raw in MILLIONS:
        return _read_sign(tokens, index, number), index
    return _read_name(tokens, index)


def _read_sign(tokens: Tokens, index: int, number: int) -> str:
    """The currency of a sign of letters or a code, "" where it is another word or another number's."""
    raw = tokens.read_raw(index)
    doubtful = raw in LONE_LETTERS or (raw in WORDLIKE_CODES and _is_shouted(tokens, index - 1, number + 1))
    if (doubtful and not looks_like_money(tokens, number)) or _stands_behind(tokens, index, number):
        return ""
    return SIGNS.get(raw) or MILLIONS[raw]


def _read_pointed(tokens: Tokens, index: int) -> tuple[str, int]:
    """A sign that ends with a point or a stroke: "Rs. 500", "S/ 20", "B/. 20"."""
    if tokens.words[index] == "." and tokens.words[index - 1] in DOTTED:
        return DOTTED[tokens.words[index - 1]], index - 1
    stroke = index - (tokens.words[index] == ".")
    letter = tokens.read_raw(stroke - 1)
    if tokens.words[stroke] == "/" and letter in SLASHED and tokens.is_glued(stroke):
        return SLASHED[letter], stroke - 1
    return "", index


def _stands_behind(tokens: Tokens, index: int, number: int) -> bool:
    """Whether a sign between two numbers is that of the first, as the same one behind the second tells."""
    word = tokens.words[index]
    return tokens.words[index - 1][:1].isdecimal() and word in tokens.words[number + 1 : number + 4]


def _is_shouted(tokens: Tokens, *places: int) -> bool:
    """Whether a word beside a code is in capitals as a headline's are: "TRY 5 NEW WAYS"."""
    raws = [tokens.read_raw(place) for place in places if place >= 0]
    return any(len(raw) > 1 and raw.isalpha() and raw.isupper() for raw in raws)


def is_word_behind(tokens: Tokens, index: int) -> bool:
    """Whether a code behind a number is a word there: "12 TOP TIPS", "all 12 ALL agreed"."""
    raw = tokens.read_raw(index)
    if raw in OTHER_NAMES and tokens.words[index + 1].isalpha():
        return True
    if raw not in WORDLIKE_CODES:
        return False
    return _is_shouted(tokens, index + 1) or (raw in LONE_LETTERS and tokens.words[index + 1].isalpha())


def looks_like_money(tokens: Tokens, number: int) -> bool:
    """Whether a number is written like a sum: with a point, a comma, many digits or a scale."""
    word, following = tokens.words[number], tokens.words[number + 1]
    if tokens.read_raw(number - 1) == "P":  # P1.2 is mostly a part's number
        return tokens.is_glued(number) and ("," in word or following in SUM_WORDS)
    if "." in word or "," in word or len(word) > 3 or following in SUM_WORDS or following == "000":
        return True
    return following == "," and tokens.is_glued(number + 2) and tokens.words[number + 3] in SUM_WORDS


def _read_name(tokens: Tokens, index: int) -> tuple[str, int]:
    """ "dollar 22.5 million", "malaysian ringgit 42": the name of a currency before digits."""
    words = tokens.words
    if words[index] not in LAST_WORDS and words[index] != "pounds":
        return "", index
    if not words[index + 1][:1].isdecimal() or words[index - 1][:1].isdecimal():
        return "", index
    for first in (index - 2, index - 1, index):
        if first < 0 or not words[first]:
            continue
        code = NAMES.get(" ".join(words[first : index + 1]), "")
        if code == "pound" and looks_like_money(tokens, index + 1):
            code = "GBP"
        if code and UNITS[code].dimension is Dimension.MONEY and _names_money(tokens, first, index):
            return code, first
    return "", index


def _names_money(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a currency's name before a number is one: no article, no word that is commoner as another."""
    words = tokens.words
    if words[first - 1] in {"the", "a"}:  # "a dollars 160m rival", where "dollars" stands for a lost sign
        return words[index].endswith("s") and looks_like_money(tokens, index + 1)
    return not (first == index and words[index] in COMMON_WORDS)
