"""A claim's value in readable words."""

from decimal import Decimal

from claims.measures.quantity import Comparator, Quantity
from claims.measures.units import UNITS, Dimension
from claims.measures.units.registry import pluralise
from claims.models import Claim

COMPARATOR_WORDS = {
    Comparator.EQUAL: "exactly",
    Comparator.ABOUT: "about",
    Comparator.MORE: "more than",
    Comparator.AT_LEAST: "at least",
    Comparator.LESS: "less than",
    Comparator.AT_MOST: "at most",
    Comparator.RANGE: "between",
}

COMPARATOR_CHOICES = [
    (comparator.value, f"{words} ({comparator})") for comparator, words in COMPARATOR_WORDS.items()
]
"""Comparators to choose from, in words."""

NO_COMPARATOR = ("", "none (a factual claim)")

COUNTED = {Dimension.TIME, Dimension.LENGTH, Dimension.MASS}
"""Dimensions whose units take a plural behind a number: "4 years", but "4 percent" and "4 USD"."""

IRREGULAR = {"foot": "feet"}


Valued = Claim | Quantity
"""What states a range of values."""


def word_value(claim: Valued) -> str:
    """The stated range: "more than 100", "20 to 30 percent", "about 4 years"; "" where there is none."""
    if claim.low is None and claim.high is None:
        return ""
    return f"{_word_bounds(claim)} {word_unit(claim)}".strip()


def word_unit(claim: Valued) -> str:
    """The unit as it stands behind the number."""
    unit = UNITS.get(claim.unit)
    if unit is None or unit.dimension not in COUNTED or claim.low == claim.high == 1:
        return claim.unit
    return IRREGULAR.get(claim.unit) or pluralise(claim.unit)


def word_number(number: Decimal) -> str:
    """The digits with thousands apart and every place that was stated."""
    return format(number, ",f")


def _word_bounds(claim: Valued) -> str:
    """The bounds without their unit."""
    if claim.low is None or claim.high is None:
        return _word_open(claim)
    prefix = "about " if claim.comparator == Comparator.ABOUT else ""
    if claim.low == claim.high:
        return prefix + word_number(claim.low)
    low = word_number(claim.low) if claim.low_inclusive else f"above {word_number(claim.low)}"
    high = word_number(claim.high) if claim.high_inclusive else f"below {word_number(claim.high)}"
    return f"{prefix}{low} to {high}"


def _word_open(claim: Valued) -> str:
    """A range that is open on one side."""
    if claim.low is not None:
        return f"{'at least' if claim.low_inclusive else 'more than'} {word_number(claim.low)}"
    assert claim.high is not None  # noqa: S101  # for the type checker; word_value has asked
    return f"{'at most' if claim.high_inclusive else 'less than'} {word_number(claim.high)}"
