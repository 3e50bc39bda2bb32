"""Cardinal numbers in words, mixed with digits: "two hundred and six", "4 hundred million", "12 thousand"."""

from decimal import Decimal

from claims.extraction.numerals.digits import is_number, read_digits
from claims.extraction.numerals.numeral import ARITHMETIC, ONE, Numeral
from claims.extraction.numerals.tables import PARTS, SCALES, SMALL, TENS
from claims.extraction.tokens import Tokens

ANDS = frozenset({"and", "&"})
HUNDRED = Decimal(100)
TEN = Decimal(10)


class Cardinal:
    """A cardinal being read: closed groups in `total`, the open one below a scale word in `group`."""

    __slots__ = ("group", "scale", "smallest", "total")

    def __init__(self) -> None:
        """Start with nothing read."""
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.scale = ONE
        self.smallest: Decimal | None = None

    def add_small(self, value: Decimal) -> bool:
        """Take a word below twenty, or refuse it."""
        group = self.group
        if group is None:
            self.group = value
            return True
        if not value or group != group.to_integral_value():
            return False
        rest = ARITHMETIC.remainder(group, HUNDRED)
        if (group >= HUNDRED and not rest) or (
            rest >= 20 and not ARITHMETIC.remainder(rest, TEN) and value < TEN
        ):
            self.group = group + value
            return True
        return False

    def add_tens(self, value: Decimal, *, before_unit: bool) -> bool:
        """Take a word for tens, or refuse it; "one twenty two" is a spoken 122."""
        group = self.group
        if group is None:
            self.group = value
        elif group >= HUNDRED and not ARITHMETIC.remainder(group, HUNDRED):
            self.group = group + value
        elif before_unit and 1 <= group <= 9 and not self.total:
            self.group = group * HUNDRED + value
        else:
            return False
        return True

    def multiply(self, scale: Decimal) -> bool:
        """Take a scale word, or refuse it."""
        if scale == HUNDRED:
            return self._multiply_group()
        if self.group is None and not self.total:
            self.total = scale
        elif self.group is None or (self.smallest is not None and scale > self.smallest):
            self.total = ARITHMETIC.multiply(self.total + (self.group or 0), scale)
        elif self.smallest is not None and scale == self.smallest:
            return False
        else:
            self.total = ARITHMETIC.add(self.total, ARITHMETIC.multiply(self.group, scale))
        self.group, self.scale = None, scale
        self.smallest = scale if self.smallest is None else min(scale, self.smallest)
        return True

    def _multiply_group(self) -> bool:
        if self.group is not None and self.group >= HUNDRED:
            return False
        if self.group is None and self.total:
            return False
        self.group = (self.group if self.group is not None else ONE) * HUNDRED
        self.scale = HUNDRED
        return True

    def is_open_for_and(self) -> bool:
        """Whether "and" may go on: behind a hundred or a scale word."""
        return (self.group is None and bool(self.total)) or (
            self.group is not None and self.group >= HUNDRED and not ARITHMETIC.remainder(self.group, HUNDRED)
        )

    def compute(self) -> Decimal:
        """The value read so far."""
        return ARITHMETIC.add(self.total, self.group or 0)


def read_cardinal(tokens: Tokens, index: int) -> Numeral:
    """The longest cardinal that starts at a token with a number in it."""
    cardinal = Cardinal()
    end = index
    digits: int | None = None
    spelled = True
    if is_number(tokens.words[index]):
        number = read_digits(tokens, index)
        if number.value is None or not _is_scale_behind(tokens, number.end):
            return number
        if number.part:
            return _multiply_part(tokens, number, number.value)
        cardinal.group, digits, spelled, end = number.value, number.digits, False, number.end
    while True:
        step = _skip_joint(tokens, end, cardinal) if end > index else end
        word = tokens.words[step]
        if is_number(word):
            if not _take_digits(tokens, step, cardinal):
                break
            spelled, end = False, step + 1
            if not _is_scale_behind(tokens, end):
                break
        elif (spelled or step > end or _leads_to_scale(tokens, step)) and _take_word(tokens, step, cardinal):
            end = step + 1
        else:
            break
    return Numeral(index, end, cardinal.compute(), scale=cardinal.scale, digits=digits, spelled=spelled)


def _multiply_part(tokens: Tokens, part: Numeral, value: Decimal) -> Numeral:
    """A fraction of a scale in digits: "3/4 million", "1/2 dozen"."""
    scale = SCALES.get(tokens.words[part.end])
    if scale is None:
        return part
    return part._replace(end=part.end + 1, value=ARITHMETIC.multiply(value, scale), scale=scale, part=False)


def _is_scale_behind(tokens: Tokens, end: int) -> bool:
    """Whether a scale word goes on behind digits, with a hyphen or without."""
    return tokens.words[end] in SCALES or (tokens.words[end] == "-" and tokens.words[end + 1] in SCALES)


def _leads_to_scale(tokens: Tokens, index: int) -> bool:
    """Whether words behind digits go on the number: "2 million six hundred", no "$2 million one year"."""
    return tokens.words[_skip_below_hundred(tokens, index)] in SCALES


def _take_word(tokens: Tokens, index: int, cardinal: Cardinal) -> bool:
    word = tokens.words[index]
    if word in SMALL:
        return cardinal.add_small(SMALL[word])
    if word in TENS:
        following = tokens.words[index + 1]
        return cardinal.add_tens(TENS[word], before_unit=following in SMALL and 0 < SMALL[following] < TEN)
    return word in SCALES and cardinal.multiply(SCALES[word])


def _take_digits(tokens: Tokens, index: int, cardinal: Cardinal) -> bool:
    """Digits behind a scale word: "4 thousand 3 hundred and 21"."""
    word = tokens.words[index]
    if not word.isdecimal() or len(word) > 3 or tokens.words[index + 1] in PARTS:
        return False
    follows_scale = cardinal.group is None and tokens.words[index + 1] in SCALES
    follows_and = (
        tokens.words[index - 1] == "and" and len(word) <= 2 and not tokens.words[index + 1].isalpha()
    )
    value = Decimal(word)
    if follows_scale and SCALES[tokens.words[index + 1]] < (cardinal.smallest or 0):
        cardinal.group = value
    elif follows_and or (tokens.words[index - 1] == "and" and cardinal.scale == HUNDRED and len(word) <= 2):
        cardinal.group = (cardinal.group or Decimal(0)) + value
    else:
        return False
    return True


def _skip_joint(tokens: Tokens, index: int, cardinal: Cardinal) -> int:
    """The token behind a hyphen or an "and" inside a number, or the same token when there is none."""
    words = tokens.words
    joint = words[index]
    following = words[index + 1]
    if joint == "-":
        if tokens.is_glued(index) and tokens.is_glued(index + 1):
            return index + 1 if following in SMALL or following in SCALES else index
        tens = words[index - 1] in TENS and cardinal.group is not None
        loose = tens and cardinal.group and not ARITHMETIC.remainder(cardinal.group, TEN)
        return index + 1 if loose and following in SMALL else index
    if joint == "," and cardinal.group is None and _goes_on_smaller(tokens, index + 1, cardinal):
        return index + 1
    if joint in ANDS and cardinal.is_open_for_and() and _continues(tokens, index + 1, cardinal):
        return index + 1
    return index


def _goes_on_smaller(tokens: Tokens, index: int, cardinal: Cardinal) -> bool:
    """Whether a spelled number behind a comma is the rest of one: "two million, three hundred thousand"."""
    smallest, words = cardinal.smallest, tokens.words
    if smallest is None or words[index - 2] not in SCALES or not tokens.is_glued(index - 1):
        return False
    stop = _skip_below_hundred(tokens, index)
    if stop == index or words[stop] not in SCALES:
        return False
    if words[stop] == "hundred":
        behind = _skip_below_hundred(tokens, stop + 1 + (words[stop + 1] == "and"))
        stop = behind if words[behind] in SCALES else stop
    return SCALES[words[stop]] < smallest


def _skip_below_hundred(tokens: Tokens, index: int) -> int:
    """The token behind the words of a number below a hundred."""
    words, stop = tokens.words, index
    while stop < index + 4 and (words[stop] in SMALL or words[stop] in TENS or words[stop] == "-"):
        stop += 1
    return stop


def _continues(tokens: Tokens, index: int, cardinal: Cardinal) -> bool:
    """Whether the number behind "and" belongs to the one before it."""
    words = tokens.words
    stop = index
    while words[stop] in SMALL or words[stop] in TENS or words[stop] == "-":
        stop += 1
        if stop - index > 4:
            return False
    if words[stop] in PARTS and stop > index:
        return False
    if stop == index:
        scaled = words[index + 1] in SCALES and SCALES[words[index + 1]] < (cardinal.smallest or 0)
        short = len(words[index]) <= (3 if scaled else 2)
        return words[index].isdecimal() and short and not (scaled and _is_between(tokens, index))
    if words[stop] == "hundred":
        return cardinal.group is None and not _is_between(tokens, index)
    if words[stop] in SCALES and (cardinal.smallest or 0) <= SCALES[words[stop]]:
        return cardinal.smallest is None and cardinal.group is not None and not _is_between(tokens, index)
    return not _is_between(tokens, index)


def _is_between(tokens: Tokens, index: int) -> bool:
    """Whether "between" stands shortly before, so that the "and" parts two numbers."""
    words = tokens.words
    return "between" in words[max(0, index - 7) : index] and "and" not in words[index : index + 7]
