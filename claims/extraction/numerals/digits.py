"""Numbers in digits: thousands, decimals, exponents and fractions, in any script's digits."""

from decimal import Decimal

from claims.extraction.numerals.numeral import ARITHMETIC, ONE, SHARE, Numeral
from claims.extraction.numerals.tables import GLYPHS
from claims.extraction.tokens import Tokens
from claims.measures.quantity import MAX_EXPONENT

MAX_WRITTEN = 2 * MAX_EXPONENT
"""Longer strings of digits are not even converted: they are past the record's limits, or all zeros."""
THIN_SPACES = frozenset("\u00a0\u2009\u202f\u2007 ")
SLASHES = frozenset("/⁄∕")
HYPHENS = frozenset("-")
"""In the words of tokens other hyphens are this one (`tokens.lower`)."""
MINUS = frozenset("-−–")
DASHES = frozenset("-−–—")
TIMES = frozenset("x×*·⋅∙")
RAISED_POINT = "·"
TEN = Decimal(10)
RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
POWERS = RAISED | {"^", "*"}
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
EXTENSIONS = SLASHES | HYPHENS | TIMES | GLYPHS.keys() | frozenset(",e^⁻")
"""Letters and signs with which digits may go on, beside other digits."""


def is_number(word: str) -> bool:
    """Whether a token is written in digits."""
    first = word[:1]
    return first.isdecimal() or (first == "." and word[1:2].isdecimal())


def convert(written: str) -> Decimal | None:
    """The value of digits with thousands signs taken out, None when it is past the limits."""
    if len(written) > MAX_WRITTEN:
        return None
    return Decimal(written)


def count_digits(written: str) -> int:
    """Significant digits as written: leading zeros do not count, trailing ones do."""
    return len(written.replace(".", "").lstrip("0")) or 1


def read_plain(word: str, index: int) -> Numeral:
    """A number of one token in digits."""
    written = word if word.isdecimal() else word.replace(",", "").replace("'", "").replace("’", "")
    value = convert(written)
    return Numeral(index, index + 1, value, ONE, None if value is None else count_digits(written))


def read_digits(tokens: Tokens, index: int) -> Numeral:
    """The number that starts at a digit token, with spaced thousands, exponent and fraction."""
    word = tokens.words[index]
    end = index + 1
    if "." in word and (tokens.words[end] == "," or word.count(".") > 1):
        dotted = _read_dotted(tokens, index)
        if dotted is not None:
            return dotted
    written = word.replace(",", "").replace("'", "").replace("’", "")
    if word[-1:].isdecimal() and len(word) <= 3 and words_behind_are_zeros(tokens, end):
        return Numeral(index, end + 2, convert(written + "000"), digits=count_digits(written))
    if written == word and len(word) <= 3:
        written, end = _read_raised_point(tokens, index) or _join_groups(tokens, index, word)
    elif tokens.words[end] == "," and written.isdecimal() and _has_decimal_comma(tokens, index):
        written, end = f"{written}.{tokens.words[end + 1]}", end + 2
    value = convert(written)
    if value is None:
        return Numeral(index, end, None)
    value, end = _read_exponent(tokens, end, value)
    if value is None:
        return Numeral(index, end, None)
    return _read_fraction(tokens, Numeral(index, end, value, digits=count_digits(written)))


def words_behind_are_zeros(tokens: Tokens, end: int) -> bool:
    """Whether a badly set thousands comma follows: "80, 000"."""
    return tokens.words[end] == "," and tokens.words[end + 1] == "000" and not tokens.is_glued(end + 1)


def _read_dotted(tokens: Tokens, index: int) -> Numeral | None:
    """Dots that group thousands: 1.234.567, 1.234,56; anything else with two dots is no number."""
    word, comma = tokens.words[index], index + 1
    head, *groups = word.split(".")
    grouped = len(head) <= 3 and all(len(group) == 3 for group in groups)
    part = tokens.words[comma] == "," and _is_decimal_comma(tokens, comma, grouped=len(groups) > 1)
    if len(groups) == 1 and not (grouped and part and head.lstrip("0")):
        return None
    if not grouped:
        return Numeral(index, index, None)
    written, end = head + "".join(groups), index + 1
    if part:
        written, end = f"{written}.{tokens.words[comma + 1]}", comma + 2
    return Numeral(index, end, convert(written), digits=count_digits(written))


def _read_raised_point(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """ "45·2": decimals behind a raised point, as British journals print them; "2·10^6" is a product."""
    dot, decimals = index + 1, tokens.words[index + 2]
    if (
        tokens.words[dot] != RAISED_POINT
        or not tokens.words[index].isdecimal()
        or not (tokens.is_glued(dot) and tokens.is_glued(dot + 1))
    ):
        return None
    if not decimals.isdecimal() or tokens.words[dot + 2][:1] in POWERS:
        return None
    return f"{tokens.words[index]}.{decimals}", dot + 2


def _join_groups(tokens: Tokens, index: int, word: str) -> tuple[str, int]:
    """Thousands parted by spaces (40 000) and a decimal comma (1,3)."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    end = index + 1
    if words[end] == "," and "." not in word and _is_decimal_comma(tokens, end):
        return f"{word}.{words[end + 1]}", end + 2
    if word.startswith("0") or "." in word or len(words[end]) < 3 or not words[end][:3].isdecimal():
        return word, end
    space = tokens.text[ends[index] : starts[end]]
    if (
        space not in THIN_SPACES
        or (space == " " and len(word) < 2 and len(words[end]) > 3)
        or _is_tied(tokens, end + 1)
    ):
        return word, end
    joined = [word]
    while (
        len(words[end]) == 3 and words[end].isdecimal() and tokens.text[ends[end - 1] : starts[end]] == space
    ):
        joined.append(words[end])
        end += 1
    written = "".join(joined)
    if _is_last_group(tokens, end, space):
        return written + words[end], end + 1
    if len(joined) > 1 and words[end] == "," and len(words[end + 1]) < 3 and _is_decimal_comma(tokens, end):
        return f"{written}.{words[end + 1]}", end + 2
    return written, end


def _is_tied(tokens: Tokens, index: int) -> bool:
    """Whether what is glued behind a number makes it one of its own: "24 107-mm rockets", "156 717s"."""
    if not tokens.is_glued(index):
        return False
    hyphened = (
        tokens.words[index] in HYPHENS and tokens.words[index + 1].isalpha() and tokens.is_glued(index + 1)
    )
    return hyphened or tokens.words[index] == "s"


def _is_last_group(tokens: Tokens, index: int, space: str) -> bool:
    """Whether a group of three with decimals ends spaced thousands: the "345.67" of "12 345.67"."""
    word = tokens.words[index]
    return (
        word[3:4] == "."
        and word[4:].isdecimal()
        and word[:3].isdecimal()
        and tokens.text[tokens.ends[index - 1] : tokens.starts[index]] == space
    )


def _has_decimal_comma(tokens: Tokens, index: int) -> bool:
    """Whether a number without points or commas has decimals behind a comma: 1298,50, 1'049,95."""
    return "," not in tokens.words[index] and _is_decimal_comma(tokens, index + 1)


def group_dotted(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A number with a dot before three digits as one of thousands: 31.500 rupiah are 31,500."""
    head, dot, group = tokens.words[numeral.first].partition(".")
    dotted = dot and len(group) == 3 and head.lstrip("0") and len(head) <= 3
    if not dotted or numeral.end != numeral.first + 1 or numeral.scale != 1 or numeral.value is None:
        return numeral
    return numeral._replace(value=ARITHMETIC.multiply(numeral.value, Decimal(1000)))


def skip_cents_dash(tokens: Tokens, end: int) -> int:
    """The token behind a comma or point and a dash in the place of cents: "25,-", "20.-"; `end` without."""
    dashed = tokens.words[end] in {",", "."} and tokens.words[end + 1] in DASHES
    alone = tokens.is_glued(end) and tokens.is_glued(end + 1) and not tokens.is_glued(end + 2)
    return end + 2 if dashed and alone else end


def _is_decimal_comma(tokens: Tokens, comma: int, *, grouped: bool = False) -> bool:
    """Whether a comma glued between two digit tokens is a decimal one: not in a list, no third number.

    grouped: dots group the thousands before it, so that three digits behind it are decimals as well.
    """
    following = tokens.words[comma + 1]
    return (
        tokens.is_glued(comma)
        and tokens.is_glued(comma + 1)
        and following.isdecimal()
        and (len(following) != 3 or grouped)
        and not (
            tokens.words[comma + 2] == ","
            and tokens.is_glued(comma + 3)
            and is_number(tokens.words[comma + 3])
        )
        and not (comma >= 2 and tokens.words[comma - 2] == "," and tokens.is_glued(comma - 1))
    )


def _read_exponent(tokens: Tokens, end: int, value: Decimal) -> tuple[Decimal | None, int]:
    """`e+14`, `×10^6`, `x10−30` or `^23` behind a number."""
    words = tokens.words
    sign = words[end]
    if sign == "e" and tokens.is_glued(end) and tokens.is_glued(end + 1):
        power, stop = _read_power(tokens, end + 1)
        return (_scale(value, power), stop) if stop else (value, end)
    if value == TEN and sign[:1] in RAISED and tokens.is_glued(end):
        power, stop = _read_power(tokens, end)
        return (_raise(value, power), stop) if stop else (value, end)
    if sign in TIMES and words[end + 1] == "10":
        caret = _skip_caret(tokens, end + 2)
        power, stop = _read_power(tokens, caret) if tokens.is_glued(caret) else ("", 0)
        return (_scale(value, power), stop) if stop else (value, end)
    if sign == "^" or (sign == "*" and words[end + 1] == "*"):
        power, stop = _read_power(tokens, _skip_caret(tokens, end))
        return (_raise(value, power), stop) if stop else (value, end)
    return value, end


def _skip_caret(tokens: Tokens, index: int) -> int:
    """The token behind "^" or "**", the same token where neither stands."""
    if tokens.words[index] == "*" and tokens.words[index + 1] == "*":
        return index + 2
    return index + (tokens.words[index] == "^")


def _read_power(tokens: Tokens, index: int) -> tuple[str, int]:
    """A signed whole number and the token behind it; ("", 0) when there is none."""
    sign = "-" if tokens.words[index] == "⁻" else ""
    index += bool(sign)
    while tokens.words[index] in MINUS or tokens.words[index] == "+":
        if tokens.words[index] != "+":
            sign = "" if sign else "-"
        index += 1
    digits = tokens.words[index].translate(SUPERSCRIPTS)
    return (sign + digits, index + 1) if digits.isdecimal() else ("", 0)


def _scale(value: Decimal, power: str) -> Decimal | None:
    return ARITHMETIC.multiply(value, Decimal(10) ** int(power)) if len(power) <= 4 else None


def _raise(value: Decimal, power: str) -> Decimal | None:
    if (
        len(power) > 4
        or (value == 0 and power.startswith("-"))
        or abs(value.adjusted() + 1) * abs(int(power)) > 2 * MAX_EXPONENT
    ):
        return None
    return SHARE.power(value, int(power)) if value or int(power) else ONE


def _read_fraction(tokens: Tokens, whole: Numeral) -> Numeral:
    """`3/4`, and what a fraction adds to a whole number: `10 1/2`, `2½`."""
    words, end = tokens.words, whole.end
    if words[end] in GLYPHS and tokens.starts[end] - tokens.ends[end - 1] <= 2:
        above, below = GLYPHS[words[end]]
        return whole._replace(
            end=end + 1, value=ARITHMETIC.add(whole.value or ONE, SHARE.divide(above, below)), digits=None
        )
    share = read_slash(tokens, whole.first)
    if share is not None and whole.end == whole.first + 1:
        return Numeral(whole.first, whole.first + 3, share, part=share < 1)
    if is_number(words[end]) and tokens.starts[end] - tokens.ends[end - 1] <= 2:
        part = read_slash(tokens, end)
        if part is not None and part < 1:
            return whole._replace(end=end + 3, value=ARITHMETIC.add(whole.value or ONE, part), digits=None)
    if words[end] in HYPHENS and tokens.is_glued(end) and tokens.is_glued(end + 1):
        part = read_slash(tokens, end + 1)
        if part is not None and part < 1:
            return whole._replace(end=end + 4, value=_add_to_last(whole, part), digits=None)
    return whole


def _add_to_last(whole: Numeral, part: Decimal) -> Decimal:
    """A number with a part of its last digit: "3-1/4" is 3.25, "5.87-1/2" is 5.875."""
    value = whole.value or Decimal(0)
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else ONE
    return ARITHMETIC.add(value, ARITHMETIC.multiply(part, step))


def read_slash(tokens: Tokens, index: int) -> Decimal | None:
    """The value of `3/4` at a token; None for anything that is no glued fraction of small whole numbers."""
    words = tokens.words
    above, slash, below = words[index : index + 3]
    if slash not in SLASHES or not (tokens.is_glued(index + 1) and tokens.is_glued(index + 2)):
        return None
    if not (
        above.isdecimal() and below.isdecimal() and len(above) <= 3 and len(below) <= 4
    ) or below.startswith("0"):
        return None
    if words[index + 3] in SLASHES and is_number(words[index + 4]):
        return None
    return SHARE.divide(Decimal(above), Decimal(below))
