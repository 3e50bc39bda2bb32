"""Parts of a whole in words: "two thirds", "three and a half", "half a million", "one out of three"."""

from decimal import Decimal

from claims.extraction.numerals.digits import read_slash
from claims.extraction.numerals.numeral import ARITHMETIC, ONE, SHARE, Numeral
from claims.extraction.numerals.tables import ORDINALS, PARTS, SCALES, SMALL, TENS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.units import UNITS, Dimension
from claims.measures.units.registry import NAMES

ARTICLES = frozenset({"a", "an"})
ANDS = frozenset({"and", "&"})
OHS = frozenset({"oh", "o"})
"""How a zero behind "point" is spoken."""
HALVED_DIMENSIONS = frozenset({Dimension.LENGTH, Dimension.VOLUME, Dimension.MASS})
HALVED = {"hour", "minute", "second", "percent"} | {
    name for name, code in NAMES.items() if UNITS[code].dimension in HALVED_DIMENSIONS and len(name) > 2
}
"""Units that a half is of without "of a": "half-litre", "quarter mile"; a half-year is a stretch."""
QUARTERS = frozenset({"quarter", "quarters"})
OWNERS = words(
    """
    of the a an its their his her our your my all that this these those as have are were
    """
)
"""Words behind "half" that show what it is half of."""
HALF_LEADS = words(
    """
    a one almost nearly about around roughly over under than only just and by approximately most least exactly
    """
)
TEN = Decimal(10)
DOZEN = Decimal(12)
THOUSAND = Decimal(1000)
ROUND = frozenset({Decimal(100), THOUSAND})
"""Wholes of which more than a few are a share: "65 in 100"."""
LARGE = frozenset({"million", "billion", "trillion", "lakh", "crore"})
"""Scales of wholes of which one is a share: "one in a million"."""
MEASURED_PARTS = words("tenths hundredths thousandths millionths billionths")
"""Parts that stand behind digits: "15 thousandths of an inch"."""
TENFOLD = {"ten": TEN, "hundred": Decimal(100)}
WHOSE = words("the his her its their our my your this that")
RISES = words(
    "rise rises rising rose fall falls falling fell grow grows growing grew climbing climbed up down"
)
RISE_ENDS = words("when by among as from and but while if where")
SMALL_PARTS = ("thousandth", "millionth", "billionth", "trillionth")
"""Parts that "ten" and "hundred" make smaller: "one ten-thousandth", "a hundred-thousandth"."""
DOINGS = words("are were have do don't don’t say want think believe expect know earn oppose agree disagree")
"""Verbs of many behind "a third", which one third person would not have: "a third are under 25"."""
SPEECHES = words("said voted reported had did didn't didn’t felt thought wanted lived went would could")
"""Verbs of one or many."""
SPANS_AND_RUNS = words(
    """
    seconds minutes hours days nights weeks weekends months quarters years seasons decades centuries games
    matches starts appearances outings tests innings overs balls attempts visits meetings days' straight
    consecutive successive different separate other more previous of
    """
)
"""Words behind "two in three" that make it two times within three of them."""
END_SIGNS = frozenset(".,;:!?)") | {""}


def add_fraction(tokens: Tokens, number: Numeral) -> Numeral:
    """A cardinal with the fraction behind it, if there is one."""
    if number.value is None:
        return number
    words, end = tokens.words, number.end
    word = words[end]
    if word in ANDS or (word == "-" and words[end + 1] == "and"):
        return _add_and(tokens, number, end + 1 + 2 * (word == "-"))
    if word in PARTS or (word == "-" and words[end + 1] in PARTS):
        return _divide(tokens, number, end + (word == "-"))
    if word == "-" and words[end + 1] == "in" and words[end + 2] == "-" and _may_be_part(number):
        ratio = _read_ratio(tokens, number._replace(end=end + 1), end + 3)
        return number if ratio.end == end + 1 else ratio
    out_of = (word == "out" and words[end + 1] == "of") or (word == "of" and words[end + 1] == "every")
    if out_of or word == "over" or (word == "in" and _may_be_part(number)):
        return _read_ratio(tokens, number, end + 1 + out_of)
    return read_point(tokens, number) if word == "point" else _divide_by_tens(tokens, number)


def _add_and(tokens: Tokens, number: Numeral, index: int) -> Numeral:
    """ "and a half", "and three quarters" behind a number, with a scale word behind both."""
    part = read_part(tokens, index) or _read_written_part(tokens, index) or _read_bare_half(tokens, index)
    if part is None or part.value is None or number.value is None or part.value >= 1:
        return number
    lent = part.scale == 1 and tokens.words[number.end - 1] in SCALES
    scale = number.scale if lent and (number.scale >= THOUSAND or number.scale == DOZEN) else ONE
    if part.scale != 1:
        if number.scale == 1:
            whole = ARITHMETIC.multiply(number.value, part.scale)
            value = ARITHMETIC.add(whole, ARITHMETIC.multiply(part.value, part.scale))
            return number._replace(end=part.end, value=value, scale=part.scale)
        scale = part.scale
    value = ARITHMETIC.add(number.value, ARITHMETIC.multiply(part.value, scale))
    return number._replace(end=part.end, value=value, digits=None)


def _read_bare_half(tokens: Tokens, index: int) -> Numeral | None:
    """ "two and half years": a half that lost its article."""
    bare = tokens.words[index] == "half" and is_plural(tokens.words[index + 1])
    return Numeral(index, index + 1, Decimal("0.5"), spelled=True, part=True) if bare else None


def _read_written_part(tokens: Tokens, index: int) -> Numeral | None:
    """ "and 3/4" behind a number that is no end of a range."""
    share = None if "between" in tokens.words[max(0, index - 5) : index] else read_slash(tokens, index)
    return None if share is None else Numeral(index, index + 3, share, part=True)


def read_part(tokens: Tokens, index: int) -> Numeral | None:
    """A fraction in words at a token: "a half", "three quarters", its scale word is kept apart."""
    words = tokens.words
    word = words[index]
    if word in ARTICLES or word in SMALL or word in TENS:
        above, step = _read_above(tokens, index)
        step += words[step] == "-"
        below, end = _read_below(tokens, step)
        if below and words[step] != "second":
            scale = _find_scale(tokens, end)
            return Numeral(
                index, scale[1], SHARE.divide(above, below), scale=scale[0], spelled=True, part=True
            )
    return None


def _read_above(tokens: Tokens, index: int) -> tuple[Decimal, int]:
    word = tokens.words[index]
    if word in TENS:
        unit = index + 1 + (tokens.words[index + 1] == "-")
        if tokens.words[unit] in SMALL:
            return TENS[word] + SMALL[tokens.words[unit]], unit + 1
        return TENS[word], index + 1
    return (ONE if word in ARTICLES else SMALL[word]), index + 1


def _read_below(tokens: Tokens, index: int) -> tuple[Decimal | None, int]:
    """What the whole is cut into: "thirds", "twenty-first", "hundredths"."""
    word = tokens.words[index]
    if word in PARTS:
        return PARTS[word], index + 1
    if word in TENFOLD:
        step = index + 1 + (tokens.words[index + 1] == "-")
        small = tokens.words[step].removesuffix("s") in SMALL_PARTS
        return (TENFOLD[word] * PARTS[tokens.words[step]], step + 1) if small else (None, index)
    if word in TENS:
        unit = index + 1 + (tokens.words[index + 1] == "-")
        ordinal = tokens.words[unit].removesuffix("s")
        if ordinal in ORDINALS and ORDINALS[ordinal] < 10:
            return TENS[word] + ORDINALS[ordinal], unit + 1
    if word in SMALL and tokens.words[index + 1] == "hundred":
        rest, end = _read_below(tokens, index + 2 + (tokens.words[index + 2] in {"and", "-"}))
        return (SMALL[word] * 100 + rest, end) if rest is not None and rest < 100 else (None, index)
    return None, index


def _find_scale(tokens: Tokens, end: int) -> tuple[Decimal, int]:
    """A scale word behind a fraction: "million", "a million", "of a million"."""
    step = end
    if tokens.words[step] == "of" and tokens.words[step + 1] in ARTICLES:
        step += 1
    if tokens.words[step] in ARTICLES:
        step += 1
    word = tokens.words[step]
    return (SCALES[word], step + 1) if word in SCALES else (ONE, end)


def _divide(tokens: Tokens, number: Numeral, index: int) -> Numeral:
    """The number as the upper part of a fraction whose lower part is at a token."""
    value = number.value
    if value is None or not _is_fraction(tokens, number, index):
        return number
    scale, end = _find_scale(tokens, index + 1)
    above, below = _split_tens(tokens, number, index)
    if _is_hundredfold(tokens, number, index):
        above, below = ONE, value * below
    share = SHARE.divide(above, below)
    return number._replace(
        end=end, value=ARITHMETIC.multiply(share, scale), scale=scale, digits=None, part=scale == 1
    )


def _split_tens(tokens: Tokens, number: Numeral, index: int) -> tuple[Decimal, Decimal]:
    """ "one hundred thirty fifths" is a hundred of 35 parts: loose tens go to the lower part."""
    below, value = PARTS[tokens.words[index]], number.value or ONE
    tens = TENS.get(tokens.words[number.end - 1])
    if tens is None or index != number.end or below >= 10 or value <= tens:
        return value, below
    return value - tens, tens + below


def _is_fraction(tokens: Tokens, number: Numeral, index: int) -> bool:
    """Whether "two thirds", "three quarters" is a share, no ordinal and no quarters of a year."""
    word = tokens.words[index]
    if not number.spelled and word not in QUARTERS and word not in {"half", "halves"}:
        return word in MEASURED_PARTS and index == number.end and tokens.words[index + 1] == "of"
    if word in QUARTERS and (index == number.end or word == "quarter"):
        behind = tokens.words[index + 1]
        shown = behind in END_SIGNS or behind in DOINGS or behind in SPEECHES
        unit = tokens.words[index + 1 + (behind == "-")] in HALVED
        shown = shown or (behind in RISE_ENDS and _is_reached(tokens, number.first - 1))
        return behind in {"of", "the", "a"} or behind in SCALES or unit or (number.value == 3 and shown)
    return word.endswith("s") or number.value == 1 or _is_hundredfold(tokens, number, index)


def _is_reached(tokens: Tokens, index: int) -> bool:
    """Whether a share leads to what stands behind a token: "rising to three quarters when"."""
    lead = tokens.words[index - 1]
    return tokens.words[index] == "to" and (lead in RISES or lead in PARTS)


def _is_hundredfold(tokens: Tokens, number: Numeral, index: int) -> bool:
    """Whether "hundred" makes a part smaller: "one hundred-thousandth", no "the hundred thousandth"."""
    if tokens.words[index] not in SMALL_PARTS or number.value != TENFOLD["hundred"]:
        return False
    lead = tokens.words[number.first - 1]
    return lead in ARTICLES or (tokens.words[number.first] == "one" and lead not in WHOSE)


def _divide_by_tens(tokens: Tokens, number: Numeral) -> Numeral:
    """ "twenty twenty fifths", "one one hundred fifth": a second number starts the lower part."""
    if not number.spelled:
        return number
    below, end = _read_below(tokens, number.end)
    if below is None or not (tokens.words[end - 1].endswith("s") or number.value == 1):
        return number
    return number._replace(end=end, value=SHARE.divide(number.value or ONE, below), part=True)


def _may_be_part(number: Numeral) -> bool:
    """Whether "in" behind a number may say what it is a part of: "two in five", "65 in 100"."""
    return number.value is not None and number.scale == 1 and number.value < THOUSAND


def _read_ratio(tokens: Tokens, number: Numeral, index: int) -> Numeral:
    """ "one out of three", "one in three", "1 over 20": a share; a score or a count of cases is none."""
    if tokens.words[index] == "every":
        index += 1
    below, end = _read_whole(tokens, index)
    lead = tokens.words[number.end]
    if below is None or number.value is None or (lead != "over" and not number.value < below):
        return number
    if lead == "over" and tokens.words[end] not in END_SIGNS:
        return number
    if lead == "in" and not _is_share_of(tokens, number, below, index, end):
        return number
    return number._replace(end=end, value=SHARE.divide(number.value, below), digits=None, part=True)


def _is_share_of(tokens: Tokens, number: Numeral, below: Decimal, index: int, end: int) -> bool:
    """Whether "in" leads to a whole: "one in three", "two in every 1,000", not "2 in three games"."""
    if number.value is None:
        return False
    if tokens.words[index - 1] == "every" and tokens.words[end].isalpha():
        return True
    if number.value != 1 and not number.spelled and not is_plural(tokens.words[end]):
        return False
    whole = _is_whole_of(tokens, number.value, below, end)
    return whole and _is_written_alike(tokens, number, index, below)


def _is_written_alike(tokens: Tokens, number: Numeral, index: int, below: Decimal) -> bool:
    """Whether both numbers are words or digits, as one and "seven in 10" need not be."""
    return number.value == 1 or below == TEN or number.spelled == tokens.words[index].isalpha()


def _is_whole_of(tokens: Tokens, above: Decimal, below: Decimal, end: int) -> bool:
    """Whether "one in three" is a share: no year, no count within a span of time or a run of games."""
    word = tokens.words[end]
    if below < (2 if above == 1 else 3) or (below > 100000 and tokens.words[end - 1] not in LARGE):
        return False
    if 1900 < below < 2100 and tokens.words[end - 1].isdecimal():
        return False
    if above == 1:
        return word.isalpha() or word in END_SIGNS
    small = below <= TEN or below in ROUND
    told = word not in SPANS_AND_RUNS or (word == "of" and tokens.words[end + 1] in OWNERS)
    return small and told and (word.isalpha() or word in END_SIGNS)


def _read_whole(tokens: Tokens, index: int) -> tuple[Decimal | None, int]:
    """A whole number in words or digits, read plainly."""
    word = tokens.words[index]
    digits = word.replace(",", "")
    if digits.replace(".", "", 1).isdecimal() and len(digits) < 8 and digits[0] != ".":
        return _read_scaled(tokens, Decimal(digits), index + 1)
    if word in ARTICLES:
        scale = index + 1 + (tokens.words[index + 1] == "-")
        if tokens.words[scale] in LARGE:
            return SCALES[tokens.words[scale]], scale + 1
    value, end = Decimal(0), index
    while (word := tokens.words[end]) in SMALL or word in TENS or word in {"hundred", "thousand", "and", "-"}:
        if word in SMALL or word in TENS:
            value += SMALL[word] if word in SMALL else TENS[word]
        elif word in SCALES:
            value = (value or ONE) * SCALES[word]
        end += 1
    return (value, end) if end > index and value else (None, index)


def _read_scaled(tokens: Tokens, value: Decimal, end: int) -> tuple[Decimal | None, int]:
    """A whole in digits with the scale behind it: "one in 3.5 million"; no part of one is a whole."""
    step = end + (tokens.words[end] == "-")
    if tokens.words[step] in LARGE:
        return ARITHMETIC.multiply(value, SCALES[tokens.words[step]]), step + 1
    return (value, end) if value == value.to_integral_value() else (None, end)


def read_point(tokens: Tokens, number: Numeral) -> Numeral:
    """ "five point two", "six point oh two", "two hundred point seventy-one": spoken decimals."""
    written, end = "", number.end + 1
    while (word := tokens.words[end]) in SMALL or word in TENS or word in OHS or (word == "-" and written):
        if word in SMALL and len(written) > 1 and written.endswith("0") and tokens.words[end - 1] == "-":
            written = written[:-1]
        written += str(0 if word in OHS else SMALL.get(word, TENS.get(word, ""))) if word != "-" else ""
        end += 1
    if not written or len(written) > 20:
        return number
    value = ARITHMETIC.add(number.value or Decimal(0), Decimal(f"0.{written}"))
    scale, end = _find_scale(tokens, end)
    return number._replace(end=end, value=ARITHMETIC.multiply(value, scale), scale=scale)
