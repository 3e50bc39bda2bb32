"""From a stated value to one that compares: which units measure the same, and how their values convert."""

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache

from claims.measures.units.registry import UNITS
from claims.measures.units.unit import Dimension, Unit

ARITHMETIC = Context(prec=250)
"""Products of two numbers of 100 digits are exact; only a division by more than tens can be rounded."""

LONGEST = 20
"""A factor with more digits that is nearly a simple fraction stands for it: 0.2777... for 5/18."""

MEASURES = {Dimension.SPEED: "length/time"}
"""What compares with rates of two other units; every other dimension compares with itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A value in a unit is (value * multiplier + addend) / divisor in the base unit of its measure.

    measure: values with the same one compare: "length", "USD", "mass/area", "USD/share", "" for bare counts.
    """

    measure: str
    multiplier: Decimal = Decimal(1)
    addend: Decimal = Decimal(0)
    divisor: Decimal = Decimal(1)

    def convert(self, value: Decimal) -> Decimal:
        """The value in the base unit."""
        product = ARITHMETIC.add(ARITHMETIC.multiply(value, self.multiplier), self.addend)
        return ARITHMETIC.divide(product, self.divisor)


@cache
def _convert_unit(unit: Unit) -> Conversion:
    factor, measure = unit.factor, MEASURES.get(unit.dimension, unit.dimension.value)
    if factor is None:
        return Conversion(measure=unit.code)
    slope, shift = _simplify(factor), _simplify(unit.offset)
    if slope is None or shift is None:
        return Conversion(measure=measure, multiplier=factor, addend=unit.offset)
    return Conversion(
        measure=measure,
        multiplier=Decimal(slope.numerator * shift.denominator),
        addend=Decimal(shift.numerator * slope.denominator),
        divisor=Decimal(slope.denominator * shift.denominator),
    )


def _simplify(number: Decimal) -> Fraction | None:
    """The simple fraction that a long decimal stands for; None for a number that stands for itself."""
    if len(number.as_tuple().digits) < LONGEST:
        return None if number else Fraction(0)
    exact = Fraction(number)
    simple = exact.limit_denominator(10_000)
    return simple if abs(simple - exact) < exact / 10**LONGEST else None


def find_conversion(code: str) -> Conversion:
    """How values in a unit convert; a unit without a factor, or that is none, compares with itself alone.

    A rate is converted by both of its units, and differences of temperature by their degrees. The database
    keeps a copy for the units with a factor: the function `claims_units`.
    """
    above, slash, below = code.partition("/")
    if code in UNITS or not slash:
        return _convert_simple(code)
    top, bottom = _convert_simple(above), _convert_simple(below)
    return Conversion(
        measure=f"{top.measure}/{bottom.measure}",
        multiplier=top.multiplier * bottom.divisor,
        divisor=top.divisor * bottom.multiplier,
    )


def _convert_simple(code: str) -> Conversion:
    unit = UNITS.get(code)
    return Conversion(measure=code) if unit is None else _convert_unit(unit)
