"""A claim's value in the base unit of what it measures, which the database itself makes of the stated one.

70 percent is 0.70 of the measure "ratio", 1 kilometre is 1000 of "length": 1 kilometre finds 1000 metres.
"""

from typing import Any

from django.contrib.postgres.fields import BigIntegerRangeField, DecimalRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import (
    BigIntegerField,
    Expression,
    F,
    Func,
    GeneratedField,
    Index,
    OrderBy,
    QuerySet,
    TextField,
    Value,
)

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


def _hash(measure: Expression | F) -> Func:
    return Func(measure, template="hashtextextended(%(expressions)s, 0)", output_field=BigIntegerField())


# A GiST index of two columns needs a range of each; PostgreSQL without extensions has none of texts.
MEASURE_KEY = Func(
    F("measure"),
    template="int8range(hashtextextended(%(expressions)s, 0), hashtextextended(%(expressions)s, 0), '[]')",
    output_field=BigIntegerRangeField(),
)

BY_MEASURE = GistIndex(MEASURE_KEY, F("base_value"), name="claim_by_measure")
"""Finds the claims of one measure whose value overlaps a range."""


BY_SIZE = Index(
    F("measure"), OrderBy(F("base_value__startswith"), nulls_first=True), F("id"), name="claim_by_size"
)
"""Sorts the claims of one measure by their low bound; an open one is the smallest."""


def filter_by_unit(rows: QuerySet[Any], unit: str) -> QuerySet[Any]:
    """Claims stated in a unit; that the measure is the unit's own is told to the index as well."""
    found: QuerySet[Any] = rows.filter(unit=unit, measure=find_conversion(unit).measure)
    return found


def filter_by_base_value(rows: QuerySet[Any], wanted: NumericRange, *, unit: str) -> QuerySet[Any]:
    """Claims in any unit of the same measure whose value shares a part with a range of values in a unit."""
    measure = Value(find_conversion(unit).measure, output_field=TextField())
    ends = [
        convert(Value(end, output_field=NumericField()), Value(unit, output_field=TextField()))
        for end in (wanted.lower, wanted.upper)
    ]
    base = Func(*ends, Value(wanted.bounds), function="numrange", output_field=DecimalRangeField())
    keyed = rows.alias(measure_key=MEASURE_KEY)
    # The hash alone: of the few hundred measures no two share one of 64 bits, and a condition on the measure
    # itself would have the planner read a second index for it.
    found: QuerySet[Any] = keyed.filter(measure_key__contains=_hash(measure), base_value__overlap=base)
    return found
