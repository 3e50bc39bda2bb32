"""Claims by value: those whose range shares a part with a wanted one, found by sorted indexes.

Most claims state one number. An index of ranges (GiST) costs a claim's insertion twenty times what a sorted
one does, so the question is asked in parts, each of which a sorted index answers and the planner can
estimate: ranges that begin inside the wanted one, and the few that are more than a point and reach into it.
"""

from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import DecimalRangeField
from django.contrib.postgres.lookups import Overlap
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import BooleanField, Expression, F, Func, Index, OrderBy, Q, QuerySet, TextField, Value
from django.db.models.lookups import GreaterThanOrEqual, LessThan, LessThanOrEqual

from claims.measures.quantity import Comparator
from claims.measures.units import find_conversion
from claims.models.base_values import convert
from claims.models.numbers import NumericField

BASE_LOW, BASE_HIGH = F("base_value__startswith"), F("base_value__endswith")

UP = (Comparator.MORE.value, Comparator.AT_LEAST.value)
DOWN = (Comparator.LESS.value, Comparator.AT_MOST.value)
CLOSED = (Comparator.ABOUT.value, Comparator.RANGE.value)

IS_WIDE = Q(comparator__in=[*UP, *DOWN, *CLOSED])
"""Whether a claim's range may be more than a point: "more than 100", "20 to 30", "about 5"."""

BY_LOW = Index(fields=["low"], name="claim_by_low")
"""Finds claims whose value as stated begins in a range."""

WIDE_BY_BOUNDS = Index(fields=["comparator", "low", "high"], name="claim_wide_by_bounds", condition=IS_WIDE)
"""Finds claims whose value as stated begins before a number and reaches over it."""

BY_SIZE = Index(F("measure"), OrderBy(BASE_LOW, nulls_first=True), F("id"), name="claim_by_size")
"""Sorts the claims of a measure by their low bound, an open one first; finds those that begin in a range."""

WIDE_BY_BASE_BOUNDS = Index(
    F("measure"),
    F("comparator"),
    BASE_LOW,
    BASE_HIGH,
    name="claim_wide_by_base_bounds",
    condition=IS_WIDE,
)
"""Finds claims of one measure whose value begins before a number and reaches over it."""


def filter_by_value(rows: QuerySet[Any], wanted: NumericRange) -> QuerySet[Any]:
    """Claims whose value as stated shares a part with a range, whatever its unit."""
    parts = _Parts(F("low"), F("high"), F("value"))
    whole = Value(wanted, output_field=DecimalRangeField())
    return parts.filter(rows, _state(wanted.lower), _state(wanted.upper), whole)


def filter_by_base_value(rows: QuerySet[Any], wanted: NumericRange, *, unit: str) -> QuerySet[Any]:
    """Claims in any unit of the same measure whose value shares a part with a range of values in a unit."""
    code = Value(unit, output_field=TextField())
    start, end = (bound and convert(bound, code) for bound in (_state(wanted.lower), _state(wanted.upper)))
    base = Func(
        start or Value(None),
        end or Value(None),
        Value(wanted.bounds),
        function="numrange",
        output_field=DecimalRangeField(),
    )
    parts = _Parts(BASE_LOW, BASE_HIGH, F("base_value"), Q(measure=find_conversion(unit).measure))
    return parts.filter(rows, start, end, base)


def _state(bound: Decimal | None) -> Expression | None:
    """A bound as a number for the database; None where it is open."""
    return None if bound is None else Value(bound, output_field=NumericField())


class _Parts:
    """The parts of the question, over the columns of one way to state a value.

    among: what every part asks besides, since it stands first in their indexes.
    """

    def __init__(self, low: F, high: F, value: F, among: Q | None = None) -> None:
        self.low, self.high, self.value, self.among = low, high, value, among or Q()

    def filter(
        self, rows: QuerySet[Any], start: Expression | None, end: Expression | None, whole: Expression
    ) -> QuerySet[Any]:
        """The rows that share a part with the range `whole` from start to end."""
        met = self.among & self._begin_within(start, end)
        for part in self._begin_before(start, whole):
            met |= self.among & part
        # Whether a bound belongs to its range the parts leave open. Told by "&&", the planner would count the
        # same condition twice, and expect a tenth of the rows.
        meets = Func(
            self.value,
            whole,
            template="(%(expressions)s) <> 'empty'::numrange",
            arg_joiner=" * ",
            output_field=BooleanField(),
        )
        found: QuerySet[Any] = rows.filter(met, meets)
        return found

    def _begin_within(self, start: Expression | None, end: Expression | None) -> Q:
        """Ranges that begin from start to end: nearly all of them points."""
        bounds = [GreaterThanOrEqual(self.low, start)] if start else []
        return Q(*bounds, *([LessThanOrEqual(self.low, end)] if end else []))

    def _begin_before(self, start: Expression | None, whole: Expression) -> list[Q]:
        """Ranges that begin before the start and reach it: those open downwards, open upwards, and closed."""
        down = Q(comparator__in=DOWN)
        if start is None:
            return [down]
        reach = GreaterThanOrEqual(self.high, start)
        return [
            down & Q(reach),
            Q(LessThanOrEqual(self.low, start), comparator__in=UP),
            # Both bounds look independent to the planner; the overlap tells it how few rows have them so.
            Q(LessThan(self.low, start), reach, Overlap(self.value, whole), comparator__in=CLOSED),
        ]
