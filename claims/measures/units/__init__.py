"""Units: one table of codes with their dimensions, symbols and factors to a base unit (PURE).

`UNITS` maps a code ("percent", "kilometre", "USD") to its `Unit`; `find_unit` also composes rates
("kilometre/hour", "USD/barrel"); `is_unit` says whether a code may stand in a claim; `find_conversion`
says how its values become comparable.
"""

from claims.measures.units.conversion import Conversion, find_conversion
from claims.measures.units.registry import UNITS, find_unit, is_unit
from claims.measures.units.unit import Dimension, Unit

__all__ = [
    "UNITS",
    "Conversion",
    "Dimension",
    "Unit",
    "find_conversion",
    "find_unit",
    "is_unit",
]
