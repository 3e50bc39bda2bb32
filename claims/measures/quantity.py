"""A quantity: the range in which a claim says that the true value lies, and how it was worded."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

MAX_EXPONENT = 100
"""Values of 10^100 and beyond, or with more digits than this, are not held: no quantity needs them."""
PAST_LIMITS = f"A bound must be a finite number below 10^{MAX_EXPONENT} with at most {MAX_EXPONENT} digits."
WHOLE = Decimal(1)
"""Written without a decimal point or an exponent, as most numbers are."""


class Comparator(StrEnum):
    """How the stated number bounds the true value."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    RANGE = "range"


class InvalidQuantityError(ValueError):
    """The bounds of a quantity contradict each other or pass the limits."""

    code = "invalid_quantity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A stated range of values: "70%" is [70, 70], "more than 100" is (100, ), "up to 4 years" is ( , 4].

    low, high: the bounds as stated, None where open; never both None. Raises InvalidQuantityError.
    approximation: the approximating word as written ("about", "nearly"), or "".
    significant_digits: of the number as written, None where it was words without digits ("dozens").
    unit: a code of `claims.measures.units`, or "" for a bare count.
    """

    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool
    high_inclusive: bool
    comparator: Comparator
    approximation: str = ""
    significant_digits: int | None = None
    unit: str = ""

    def __post_init__(self) -> None:
        """Refuse what the database would refuse."""
        problem = _find_problem(self)
        if problem:
            raise InvalidQuantityError(problem)


def _find_problem(quantity: Quantity) -> str:
    """The first thing wrong with a quantity's bounds, or ""."""
    low, high = quantity.low, quantity.high
    if low is high and low is not None and quantity.low_inclusive and quantity.high_inclusive:
        return "" if is_representable(low) else PAST_LIMITS  # one value, as most are
    if low is None and high is None:
        return "A quantity needs a low or a high bound."
    if not are_representable(low, high):
        return PAST_LIMITS
    if (low is None and quantity.low_inclusive) or (high is None and quantity.high_inclusive):
        return "An open bound cannot be inclusive."
    return "" if low is None or high is None else _find_range_problem(quantity, low, high)


def _find_range_problem(quantity: Quantity, low: Decimal, high: Decimal) -> str:
    """What is wrong with two closed ends, or ""."""
    if low > high:
        return f"The low bound {low} is above the high bound {high}."
    if low == high and not (quantity.low_inclusive and quantity.high_inclusive):
        return f"A range from {low} to {high} without its ends is empty."
    return ""


def are_representable(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether the record can hold both bounds; an open one needs no place."""
    return (low is None or is_representable(low)) and (high is None or high is low or is_representable(high))


def is_representable(number: Decimal) -> bool:
    """Whether the record can hold a number: finite, below 10^100, at most 100 digits either way."""
    if number.same_quantum(WHOLE):
        return number.adjusted() < MAX_EXPONENT
    if not number.is_finite():
        return False
    _, digits, exponent = number.as_tuple()
    return (
        number.adjusted() < MAX_EXPONENT
        and isinstance(exponent, int)
        and exponent >= -MAX_EXPONENT
        and len(digits) <= MAX_EXPONENT
    )
