"""A figure while its sentence is being read: what each rule has found out so far."""

from dataclasses import dataclass
from decimal import Decimal

from claims.codelists import Change, Disposition, Modality
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.numeral import ARITHMETIC, ONE, Numeral
from claims.extraction.numerals.reader import read_numeral
from claims.extraction.tokens import Tokens
from claims.extraction.units.currencies import MILLIONS, read_prefix
from claims.extraction.units.reading import Measure, read_measure
from claims.measures.periods import Period
from claims.measures.quantity import Comparator, is_representable

MILLION = Decimal(1000000)
MINUS_SIGNS = frozenset("-−–﹣－")
MINUS_WORDS = frozenset({"minus", "negative"})
SIGNS = MINUS_SIGNS | MINUS_WORDS | {"+"}
LONGEST_SIGNED = 5
"""Tokens of a text that is nothing but a number with a spaced sign: "- 5 percent"."""
LONGEST_CELL = 12
RANGE_LEADS = frozenset({"to", "and", "or"})


@dataclass(slots=True)
class Draft:
    """One numeric expression, tokens `[first, end)`: of a claim its bounds, unit and words so far."""

    first: int
    end: int
    disposition: Disposition = Disposition.CLAIM
    rule: str = "quantity"
    numeral: Numeral | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_inclusive: bool = True
    high_inclusive: bool = True
    comparator: Comparator = Comparator.EQUAL
    approximation: str = ""
    unit: str = ""
    age: bool = False
    prefixed: bool = False
    noun: str = ""
    denominator: str = ""
    core_end: int = 0
    period: Period | None = None
    change: Change = Change.NONE
    modality: Modality = Modality.STATED
    scope: str = ""

    def has_unit(self) -> bool:
        """Whether the text states a unit with this number."""
        return bool(self.unit)


def mark(first: int, end: int, disposition: Disposition, rule: str) -> Draft:
    """A figure that claims nothing."""
    return Draft(first, end, disposition, rule)


def read_draft(tokens: Tokens, index: int, floor: int = 0) -> Draft | None:
    """The quantity whose number starts at a token, with sign, currency and unit; None without a number.

    Tokens before `floor` belong to the figure before it.
    """
    numeral = read_numeral(tokens, index)
    if numeral is None or (numeral.end <= index and numeral.value is None):
        return None
    if numeral.value is None:
        return mark(numeral.first, numeral.end, Disposition.UNREADABLE, "past-limits")
    money, first, minus = (
        read_prefix(tokens, numeral.first) if is_number(tokens.words[index]) else ("", numeral.first, False)
    )
    if first < floor:
        money, first, minus = "", numeral.first, False
    measure = read_measure(tokens, numeral, money)
    if not minus and not numeral.vague:  # a dash before "thousands" is no minus
        first, minus = _read_sign(tokens, first)
    value = measure.numeral.value
    if value is not None and money and tokens.read_raw(first) in MILLIONS:
        value = ARITHMETIC.multiply(value, MILLION)
    if value is None or not is_representable(value):
        return mark(first, measure.end, Disposition.UNREADABLE, "past-limits")
    return _build(first, measure, -value if minus else value, prefixed=bool(money))


def tidy(value: Decimal) -> Decimal:
    """A value without zeros behind its decimal point: they are digits as written, not part of the value."""
    if value.same_quantum(ONE):
        return value
    whole = ARITHMETIC.quantize(value, ONE)
    return whole if whole == value else ARITHMETIC.normalize(value)


def _build(first: int, measure: Measure, value: Decimal, *, prefixed: bool) -> Draft:
    value = tidy(value)
    draft = Draft(
        first, measure.end, numeral=measure.numeral, low=value, high=value, unit=measure.code, age=measure.age
    )
    draft.prefixed = prefixed
    draft.core_end = measure.numeral.end
    draft.denominator = measure.per
    if measure.numeral.vague:
        _set_magnitude(draft, value)
    return draft


def _set_magnitude(draft: Draft, value: Decimal) -> None:
    """ "dozens" says two dozen or more; "thousands" says between one thousand and ten."""
    numeral = draft.numeral
    if numeral is not None and numeral.scale in {24, 12}:
        draft.comparator, draft.high, draft.high_inclusive = Comparator.AT_LEAST, None, False
        return
    top = numeral.scale if numeral is not None and numeral.scale != 1 else value
    draft.comparator, draft.high, draft.high_inclusive = Comparator.RANGE, top * 10, False


def _read_sign(tokens: Tokens, first: int) -> tuple[int, bool]:
    """Where the sign before a number starts, and whether it is a minus."""
    words = tokens.words
    before = words[first - 1]
    if before not in SIGNS:
        return first, False
    if before == "-" and words[first - 2] in MINUS_WORDS:
        return first - 2, True
    if before in MINUS_WORDS:
        return (first, False) if words[first - 2] == "or" else (first - 1, True)
    if before in MINUS_SIGNS and _is_sign(tokens, first):
        return first - 1, True
    if before == "+" and tokens.is_glued(first) and not _is_glued_to_word(tokens, first - 1):
        return first - 1, False
    return first, False


def _is_sign(tokens: Tokens, first: int) -> bool:
    """Whether a dash before a number is its minus: no word is glued to its left, no number stands there."""
    if _is_glued_to_word(tokens, first - 1):
        return False
    previous = tokens.words[first - 2]
    if not tokens.is_glued(first):  # a dash before an item of a list is none
        return first == 1 and tokens.starts[0] == 0 and tokens.count <= LONGEST_SIGNED
    return not previous[-1:].isdecimal() or tokens.words[first - 1] == "−" or _falls(tokens, first)


def _falls(tokens: Tokens, first: int) -> bool:
    """Whether a dash tied to a smaller number behind it is no range's, as in a table's row: "3.9 -0.3"."""
    words = tokens.words
    if tokens.is_glued(first - 1) or max(len(words[first]), len(words[first - 2])) > LONGEST_CELL:
        return False
    before, behind = words[first - 2].replace(",", ""), words[first].replace(",", "")
    return "." in behind and before.count(".") <= 1 >= behind.count(".") and float(behind) < float(before)


def _is_glued_to_word(tokens: Tokens, index: int) -> bool:
    previous = tokens.words[index - 1]
    return tokens.is_glued(index) and (previous[-1:].isalnum() or previous in {")", "]", "%", "$", "'", "’"})
