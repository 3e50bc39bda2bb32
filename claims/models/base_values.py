"""A claim's value in the base unit of what it measures, which the database itself makes of the stated one.

70 percent is 0.70 of the measure "ratio", 1 kilometre is 1000 of "length": 1 kilometre finds 1000 metres.
"""

from typing import Any

from django.contrib.postgres.fields import DecimalRangeField
from django.db.models import F, Func, GeneratedField, QuerySet, TextField

from claims.measures.units import find_conversion
from claims.models.numbers import NumericField
from claims.models.ranges import make_range

MEASURE = GeneratedField(
    expression=Func(F("unit"), function="claims_measure"), output_field=TextField(), db_persist=True
)
"""What values it compares with: "length", "USD", "mass/area", or "" for a bare count."""


def convert(value: Any, unit: Any) -> Func:
    """A value in the base unit of its measure, computed by the database as it computes the column."""
    return Func(value, unit, function="claims_base", output_field=NumericField())


BASE_VALUE = GeneratedField(
    expression=make_range(convert(F("low"), F("unit")), convert(F("high"), F("unit"))),
    output_field=DecimalRangeField(),
    db_persist=True,
    null=True,
)
"""The stated range in the base unit; NULL for a claim without a value."""


def filter_by_unit(rows: QuerySet[Any], unit: str) -> QuerySet[Any]:
    """Claims stated in a unit; that the measure is the unit's own is told to the index as well."""
    found: QuerySet[Any] = rows.filter(unit=unit, measure=find_conversion(unit).measure)
    return found
