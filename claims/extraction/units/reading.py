"""Reads the unit of a number from the words around it."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from claims.extraction.numerals.digits import HYPHENS, group_dotted
from claims.extraction.numerals.numeral import ARITHMETIC, Numeral
from claims.extraction.numerals.tables import SCALES
from claims.extraction.tokens import Tokens
from claims.extraction.units.rates import INVERSES, read_inverse, read_rate
from claims.extraction.units.signs import (
    DEGREE_LETTERS,
    DOLLARS,
    MILLION,
    MONEY_STARTS,
    PRIMES,
    TRADE_SYMBOLS,
    Found,
    read_degree_letter,
    read_length_sign,
    read_money_behind,
    read_part_sign,
    read_trade_symbol,
)
from claims.extraction.units.spellings import UNIT_STARTS, match_symbol, match_unit
from claims.extraction.units.suffixes import LETTERS, is_alone, weigh_suffix
from claims.extraction.vocabulary import words
from claims.measures.units import UNITS, Dimension
from claims.measures.units.registry import PART_SIGNS

NOT_RATES = frozenset({"earlier", "ago", "later", "before", "previously", "back"})
"""Words that make "a year" a point in time: "up from $3 a year earlier"."""
FOR_EVERY = ["for", "every"]
LEAST_WON = 100
"""Fewer "won" are a verb: 7 won."""
MONEY_WORDS = words(
    """
    cost costs costing paid pay pays paying price priced worth salary wage wages spend spent spending fine
    fined charge charged charges
    bought sold earn earned bid fee fees budget debt debts raised sterling cash money prize tax loan funding
    """
)
LENGTH_POWERS = {"squared": "square", "cubed": "cubic"}
SURNAMES = frozenset({"peck", "dalton", "fen", "rand", "mark"})
"""Units that with a capital are names, where something else is counted."""
SHARES_OF = frozenset({"percent of", "per cent of", "percentage of"})
NOTES = words("note notes coin coins")
HORSES = words("horse horses pony ponies mare stallion gelding cob")
"""Words that make hands a height."""
AMBIGUOUS = frozenset({"pound", "GRD", "degree"})
DEGREES = frozenset({"degree", "celsius", "fahrenheit"})
WEIGHING = words("weigh weighs weighed weighing weight")
"""Words that make a drachma a weight."""
BRACKETS = {"[": "]", "(": ")", "{": "}", "<": ">"}
SPACERS = words(
    """
    full more previous consecutive straight additional extra long whole solid short further
    successive calendar working business trading coming past square mere good
    """
)
"""Adjectives that may stand between a number and its unit: "three consecutive months"."""
SPACED_DIMENSIONS = frozenset({Dimension.TIME, Dimension.LENGTH, Dimension.MASS, Dimension.MONEY})
SPOONED = words("heaped heaping level rounded scant generous")
"""Adjectives before a measure of the kitchen: "two heaped teaspoons"."""
DOLLAR_TAILS = {
    "us": "USD",
    "usd": "USD",
    "canadian": "CAD",
    "cad": "CAD",
    "australian": "AUD",
    "aud": "AUD",
    "nzd": "NZD",
    "hkd": "HKD",
    "sgd": "SGD",
    "mxn": "MXN",
}
"""Words behind an amount in dollars that say whose: "$5 Canadian"."""
DOTTED_THOUSANDS = frozenset({"IDR", "VND", "PYG", "CLP", "COP", "ISK"})
"""Currencies without parts in use, in whose lands a dot groups thousands: Rp 31.500."""
Reader = Callable[[Tokens, Numeral], "Found | None"]
SHORT_AGES = frozenset({"yo", "y"})
BASE_STARTS = frozenset({"per", "for"})
AGES = frozenset({"old", "olds", "yo", "old's", "old’s"})


class Measure(NamedTuple):
    """A number with its unit: tokens up to `end`, the unit's code, what a rate is for each of."""

    numeral: Numeral
    end: int
    code: str = ""
    per: str = ""
    age: bool = False


def read_measure(tokens: Tokens, numeral: Numeral, money: str) -> Measure:
    """A number with the unit behind it; `money` is the currency that stood before it, or ""."""
    if tokens.words[numeral.end] in LETTERS:
        numeral = weigh_suffix(tokens, numeral, money)
    if money:
        grouped = group_dotted(tokens, numeral) if money in DOTTED_THOUSANDS else numeral
        return _read_money_tail(tokens, grouped, money)
    if tokens.words[numeral.end + 2] in INVERSES:
        inverse, end = read_inverse(tokens, numeral.end)
        if inverse:
            return Measure(numeral, end, per=inverse)
    found = _find_unit(tokens, numeral)
    if found is None or not found.code:
        return _read_without_unit(tokens, numeral)
    code, end, scale = found
    if code in DOTTED_THOUSANDS:
        numeral = group_dotted(tokens, numeral)
    if scale is not None:
        numeral = _scale(numeral, scale)
    if tokens.words[end] in {"below", "above"} and tokens.words[end + 1] == "zero" and code in DEGREES:
        value = _negate(numeral.value) if tokens.words[end] == "below" else numeral.value
        return Measure(numeral._replace(value=value), end + 2, code)
    return _add_rate(tokens, _read_age(tokens, Measure(numeral, end, code)))


def _scale(numeral: Numeral, scale: Decimal) -> Numeral:
    """A number times the scale inside its unit; a vague one keeps how far its own scale reaches."""
    value = None if numeral.value is None else ARITHMETIC.multiply(numeral.value, scale)
    reach = ARITHMETIC.multiply(numeral.scale, scale) if numeral.scale != 1 else numeral.scale
    return numeral._replace(value=value, scale=reach if numeral.vague else scale)


def _read_without_unit(tokens: Tokens, numeral: Numeral) -> Measure:
    """A number whose words say a measure in another way: "4 yo", "20 below zero", "per cent of 40"."""
    word = tokens.words[numeral.end]
    if word in SHORT_AGES:
        return _read_short_age(tokens, numeral)
    if word == "below" and tokens.words[numeral.end + 1] == "zero":
        return Measure(numeral._replace(value=_negate(numeral.value)), numeral.end + 2)
    if _is_percent_of(tokens, numeral.first):
        return Measure(numeral, numeral.end, "percent")
    return _read_base(tokens, numeral) if word in BASE_STARTS else Measure(numeral, numeral.end)


def _negate(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value


def _read_short_age(tokens: Tokens, numeral: Numeral) -> Measure:
    """ "4 yo", "4 y/o", "4 y.o."."""
    words, end = tokens.words, numeral.end
    for short in (["yo"], ["y", "/", "o"], ["y", ".", "o", "."]):
        if words[end : end + len(short)] == short:
            return Measure(numeral, end + len(short), "year", age=True)
    return Measure(numeral, end)


def _is_percent_of(tokens: Tokens, first: int) -> bool:
    """Whether a phrase opens with "percent of" before the number: "per cent of 210" asks for 210 percent."""
    return first <= 3 and tokens.words[first - 1] == "of" and " ".join(tokens.words[:first]) in SHARES_OF


def _read_base(tokens: Tokens, numeral: Numeral) -> Measure:
    """ "12 per 100,000 people": a bare count for each of many; any other "per" belongs to what is counted."""
    end = numeral.end
    based = end + 1 + (tokens.words[end : end + 2] == FOR_EVERY)
    if (tokens.words[end] == "per" or based > end + 1) and tokens.words[based][:1].isdecimal():
        per, stop, _ = read_rate(tokens, end)
        return Measure(numeral, stop, per=per)
    return Measure(numeral, end)


def _read_money_tail(tokens: Tokens, numeral: Numeral, money: str) -> Measure:
    """ "$31.20 US", "$5 dollars", "$70 - a - share", "75 USD million" behind a prefixed amount."""
    words, end = tokens.words, numeral.end
    if words[end] in DOLLAR_TAILS and words[end + 1] not in SCALES:
        money, end = (DOLLAR_TAILS[words[end]] if money == "USD" else money), end + 1
    elif words[end : end + 3] in (["u", ".", "s"],):
        end += 3 + (words[end + 3] == ".")
    code, stop = match_unit(tokens, end)
    named = code and UNITS[code].dimension is Dimension.MONEY and words[end] != "mark"
    if named and words[end] not in PART_SIGNS:
        money, end = (code if money == "USD" else money), stop
    return _add_rate(tokens, Measure(numeral, end, money))


def _add_rate(tokens: Tokens, measure: Measure) -> Measure:
    """The rate behind a unit: "$3 a barrel", "60 km/h"; "a year" behind a length of time is none."""
    per, end, _ = read_rate(tokens, measure.end)
    if not per:
        fuel = measure.code == "mile" and tokens.words[end : end + 3] == ["to", "the", "gallon"]
        return measure._replace(code="mile/gallon", end=end + 3) if fuel else measure
    if tokens.words[end] in NOT_RATES or measure.age or "/" in measure.code:
        return measure
    dimension = UNITS[measure.code].dimension
    below = UNITS.get(per)
    if (
        below is not None
        and dimension is below.dimension
        and dimension is not Dimension.TIME
        and dimension is not Dimension.MASS
        and not (tokens.words[measure.end] == "per" and per != measure.code)  # "$6,500 per bitcoin"
    ):
        return measure
    return measure._replace(code=f"{measure.code}/{per}", end=end, per=per)


def _find_unit(tokens: Tokens, numeral: Numeral) -> Found | None:
    """The unit behind a number; None or no code without one."""
    end = numeral.end
    word = tokens.words[end]
    if word in HYPHENS:
        return Found(*_read_hyphened(tokens, end, glued=tokens.is_glued(end)))
    if word in BRACKETS:
        return Found(*_read_bracketed(tokens, end))
    for read in _choose_readers(tokens, end):
        found = read(tokens, numeral)
        if found is not None:
            return found
    return None


def _read_plain(tokens: Tokens, numeral: Numeral) -> Found | None:
    """A unit's name or symbol right behind the number."""
    end = numeral.end
    glued = tokens.is_glued(end)
    code, stop = match_unit(tokens, end, glued=glued)
    if not code:
        horse = tokens.words[end] == "hands" and tokens.mentions(HORSES)
        return Found("hand", end + 1) if horse else None
    if code in AMBIGUOUS:
        code, stop = _choose_sense(tokens, numeral, code, stop)
    power = LENGTH_POWERS.get(tokens.words[stop])
    if power and UNITS[code].dimension is Dimension.LENGTH:
        return Found(f"{power} {code}", stop + 1)
    return Found(code, stop) if _fits(tokens, numeral, end, glued=glued) else None


def _choose_sense(tokens: Tokens, numeral: Numeral, code: str, stop: int) -> tuple[str, int]:
    """The unit that a name of several says here, and the token behind it: pounds, drachmas, degrees."""
    if code == "pound" and _is_about_money(tokens, numeral, stop):
        return "GBP", stop
    if code == "GRD" and tokens.mentions(WEIGHING):
        return "dram", stop
    if code == "degree" and tokens.words[stop : stop + 2] == ["on", "the"]:
        scale, end = match_unit(tokens, stop + 2)  # "40° on the Celsius scale"
        return (scale, end + 1) if scale and tokens.words[end] == "scale" else (code, stop)
    return code, stop


def _is_about_money(tokens: Tokens, numeral: Numeral, end: int) -> bool:
    """Whether "pounds" are money: by a large scale or by words of paying, unless they are of a thing."""
    word = tokens.words[end - 1]
    if not word.startswith("pound") or tokens.words[end] == "of" or tokens.is_glued(numeral.end):
        return False
    return numeral.scale >= MILLION or tokens.mentions(MONEY_WORDS)


def _read_part_of(tokens: Tokens, numeral: Numeral) -> Found | None:
    """ "1/16 of a pint", "half a mile": a part of one unit."""
    end = numeral.end
    article = end + (tokens.words[end] == "of")
    below_one = numeral.part or (article > end and numeral.value is not None and numeral.value < 1)
    if not below_one or tokens.words[article] not in {"a", "an", "one"}:
        return None
    code, stop = match_unit(tokens, article + 1)
    if code == "pound" and _is_about_money(tokens, numeral, stop):
        code = "GBP"
    if not code and tokens.words[article + 1] in {"us", "uk"}:
        code, stop = match_unit(tokens, article + 2)
    if tokens.words[stop] in NOT_RATES and tokens.words[end - 1] != "half":
        return None  # "one in 12 a decade ago" tells when
    return Found(code, stop) if code else None


def _fits(tokens: Tokens, numeral: Numeral, index: int, *, glued: bool) -> bool:
    """Whether the word behind a number is its unit: an ordinal's "second" or a verb's "hand" is not."""
    word = tokens.words[index]
    if word in SURNAMES and tokens.is_capitalised(index) and not is_alone(tokens, index + 1):
        return False
    if word == "mark":
        return numeral.value == 1  # "crossed the 2 million mark"
    if word == "second":
        return numeral.value == 1 or not numeral.spelled
    if word == "won":
        return numeral.scale != 1 or (numeral.value or 0) >= LEAST_WON
    if len(word) == 1 and word.isalpha() and not glued and word != "u":  # "two million U.S. dollars"
        return not numeral.spelled and not (numeral.value == 1 and word in "a")
    return True


def _read_hyphened(tokens: Tokens, end: int, *, glued: bool) -> tuple[str, int]:
    """ "3-inch", "5-mpg", "12-cent-a-share", "9 - iron": a spaced hyphen only before a name."""
    words = tokens.words
    step = end + 1
    if words[step] == "and" or not words[step]:
        return "", end
    code, stop = match_unit(tokens, step, glued=glued)
    if code == "pound" and words[stop] in NOTES:
        code = "GBP"
    if tokens.read_raw(step) in {"K", "A"}:
        return "", end
    if not code or (not glued and len(words[step]) < 3):
        return "", end
    if words[step] in {"a", "in", "m", "s", "d", "hand"} and words[step] != "m":
        return "", end
    return code, stop


def _read_bracketed(tokens: Tokens, end: int) -> tuple[str, int]:
    """ "20 [kg]", "37 (kg)": a unit alone in brackets."""
    close = BRACKETS[tokens.words[end]]
    code, stop = match_symbol(tokens, end + 1, glued=True)
    if code and tokens.words[stop] == close:
        return code, stop + 1
    return "", end


def _read_behind_adjective(tokens: Tokens, numeral: Numeral) -> Found | None:
    """ "50 previous years", "three straight months", "500 rushing yards": a unit one adjective away."""
    end = numeral.end
    spooned = tokens.words[end] in SPOONED
    if not spooned and tokens.words[end] not in SPACERS and not tokens.words[end].endswith("ing"):
        return None
    code, stop = match_unit(tokens, end + 1)
    spooned = spooned and bool(code) and UNITS[code].dimension is Dimension.VOLUME
    if code and (spooned or UNITS[code].dimension in SPACED_DIMENSIONS) and len(tokens.words[end + 1]) > 2:
        return Found(code, stop)
    return None


def _read_age(tokens: Tokens, measure: Measure) -> Measure:
    """ "65-year-old", "ten months old", "3 years of age"."""
    unit = UNITS.get(measure.code)
    if unit is None or unit.dimension is not Dimension.TIME:
        return measure
    words, end = tokens.words, measure.end
    step = end + (words[end] in HYPHENS)
    if words[step] in AGES:
        return measure._replace(end=step + 1, age=True)
    if words[end] == "of" and words[end + 1] == "age":
        return measure._replace(end=end + 2, age=True)
    return measure


UNIT_READERS: tuple[tuple[Reader, frozenset[str]], ...] = (
    (read_length_sign, PRIMES | {'"'}),
    (read_degree_letter, frozenset(DEGREE_LETTERS)),
    (read_part_sign, frozenset(sign.lower() for sign in PART_SIGNS)),
    (read_money_behind, MONEY_STARTS),
    (read_trade_symbol, frozenset(TRADE_SYMBOLS)),
    (_read_part_of, words("of a an one")),
    (_read_plain, UNIT_STARTS | {"hands"}),
    (_read_behind_adjective, SPOONED | SPACERS),
)
"""What may stand right behind a number, in the order in which it is tried, with what it may start with."""
ALL_READERS = tuple(read for read, _ in UNIT_READERS)


def _compile() -> dict[str, tuple[Reader, ...]]:
    """For each word that may open a unit what reads it; most words open none."""
    readers: dict[str, tuple[Reader, ...]] = {}
    for read, starts in UNIT_READERS:
        for word in starts:
            readers[word] = (*readers.get(word, ()), read)
    return readers


READERS = _compile()


def _choose_readers(tokens: Tokens, index: int) -> tuple[Reader, ...]:
    """What may read the unit at a token: a letter before a sign and a form in -ing may be any."""
    word = tokens.words[index]
    if tokens.words[index + 1] in DOLLARS or word.endswith("ing"):
        return ALL_READERS
    return READERS.get(word, ())
