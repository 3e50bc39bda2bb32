"""A number as it stands in the text: its tokens, its value, how it was written."""

from decimal import Context, Decimal
from typing import NamedTuple

from claims.measures.quantity import MAX_EXPONENT

ARITHMETIC = Context(prec=2 * MAX_EXPONENT)
"""Exact for every number that the record can hold."""
ONE = Decimal(1)
SHARE = Context(prec=28)
"""Divisions keep this many digits: a third has no end."""


class Numeral(NamedTuple):
    """Tokens `[first, end)` and what they say.

    value: None when the number is past what the record holds.
    scale: what a scale word multiplied by, 1 without; a range may lend it to its first number.
    digits: significant digits as written, None for words. spelled: no digit in it.
    vague: the word names an order of magnitude only ("thousands", "dozens"). part: a fraction of one.
    """

    first: int
    end: int
    value: Decimal | None
    scale: Decimal = ONE
    digits: int | None = None
    spelled: bool = False
    vague: bool = False
    part: bool = False
