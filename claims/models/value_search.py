"""Claims by value: those whose range shares a part with a wanted one.

With a unit one index of ranges (GiST) answers, of the measure and the value in its base unit, and counts
without reading a row; a page of a common range comes from the newest claims of the measure, one of a rare
range from that index. Such an index costs a claim's insertion twenty times what a sorted one does, so that
values without a unit, which are asked for less, have none: there the question is asked in parts, each of
which a sorted index answers and the planner can estimate: ranges that begin inside the wanted one, and the
few that are more than a point and reach into it.
"""

from decimal import Decimal
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import DecimalRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import BooleanField, Expression, F, Func, Index, OrderBy, Q, QuerySet

from claims.measures.quantity import Comparator
from claims.measures.units import find_conversion
from claims.models.numbers import NumericField
from sources.models.written import Written, write

UP = (Comparator.MORE.value, Comparator.AT_LEAST.value)
DOWN = (Comparator.LESS.value, Comparator.AT_MOST.value)
CLOSED = (Comparator.ABOUT.value, Comparator.RANGE.value)

IS_WIDE = Q(comparator__in=[*UP, *DOWN, *CLOSED])
"""Whether a claim's range may be more than a point: "more than 100", "20 to 30", "about 5"."""

BY_LOW = Index(fields=["low"], name="claim_by_low")
"""Finds claims whose value as stated begins in a range."""

WIDE_BY_BOUNDS = Index(fields=["comparator", "low", "high"], name="claim_wide_by_bounds", condition=IS_WIDE)
"""Finds claims whose value as stated begins before a number and reaches over it."""

BY_SIZE = Index(
    F("measure"), OrderBy(F("base_value__startswith"), nulls_first=True), F("id"), name="claim_by_size"
)
"""Sorts the claims of a measure by their low bound, an open one first."""

NEWEST_OF_MEASURE = Index(fields=["measure", "-id"], name="claim_newest_of_measure")
"""Walks the claims of a measure from the newest on: a page is soon full where the range is a common one."""

BY_MEASURE = GistIndex(fields=["measure", "base_value"], include=["id"], name="claim_in_measure")
"""Finds the keys of a measure's claims whose value meets a range; btree_gist has it take a text."""

FEW = 10_000
"""A range that no more claims meet is a rare one, of which every key is read: some milliseconds."""


BEGINS_AT = "{low} >= {start}"
BEGINS_BY = "{low} <= {end}"
REACHES_FROM_BELOW = f"{{comparator}} IN {DOWN}"
REACHES_UP = f"""{REACHES_FROM_BELOW} AND {{high}} >= {{start}}
    OR {{comparator}} IN {UP} AND {{low}} <= {{start}}
    OR {{comparator}} IN {CLOSED} AND {{low}} < {{start}} AND {{high}} >= {{start}}
        AND {{value}} && {{whole}}"""
"""Ranges that begin before the start and reach it: those open downwards, open upwards, and closed.

Both bounds of the last look independent to the planner; the overlap tells it how few rows have them so.
"""

SHARES = "{value} * {whole} <> 'empty'::numrange"
"""Whether a bound belongs to its range, which the parts leave open.

Told by "&&", the planner would count the same condition twice, and expect a tenth of the rows.
"""


def filter_by_value(rows: QuerySet[Any], wanted: NumericRange) -> QuerySet[Any]:
    """Claims whose value as stated shares a part with a range, whatever its unit."""
    found: QuerySet[Any] = rows.filter(_Meets(wanted))
    return found


def filter_by_base_value(rows: QuerySet[Any], wanted: NumericRange, *, unit: str) -> QuerySet[Any]:
    """Claims in any unit of the same measure whose value shares a part with a range of values in a unit."""
    found: QuerySet[Any] = rows.filter(_MeetsInMeasure(wanted, unit))
    return found


def find_by_base_value(rows: QuerySet[Any], wanted: NumericRange, *, unit: str) -> QuerySet[Any]:
    """The same claims, looked for in the way that suits how many they are, which costs a query.

    What the planner knows of ranges it knows of all measures together. A share that no claim states looks
    to it like one that a fortieth states, and it would look for a page among all claims of the measure.
    """
    meets = filter_by_base_value(rows.model._default_manager.order_by(), wanted, unit=unit)
    if meets[: FEW + 1].count() > FEW:
        return filter_by_base_value(rows, wanted, unit=unit)
    found: QuerySet[Any] = rows.filter(_IsAmong(F("pk"), ArraySubquery(meets.values("pk"))))
    return found


def _state(bound: Decimal | None) -> Expression | None:
    """A bound as a number for the database; None where it is open."""
    return None if bound is None else Written(bound, NumericField())


class _IsAmong(Func):
    """Whether a key is among those of a subquery, which is run once."""

    template = "%(expressions)s)"
    arg_joiner = " = ANY ("
    output_field = BooleanField()


class _MeetsInMeasure(Func):
    """Whether a claim's value in the base unit of a measure shares a part with a range of values in a unit.

    Written out, and converted by the database as it converts the column.
    """

    def __init__(self, wanted: NumericRange, unit: str) -> None:
        """The columns, the range and its unit."""
        self.wanted, self.unit = wanted, unit
        super().__init__(F("measure"), F("base_value"), output_field=BooleanField())

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # the same for every database
        """The comparison, without parameters."""
        measure, value = (compiler.compile(source)[0] for source in self.get_source_expressions())
        named = write(find_conversion(self.unit).measure, connection)
        code, bounds = write(self.unit, connection), write(self.wanted.bounds, connection)
        low, high = (
            "NULL" if bound is None else f"claims_base({write(bound, connection)}, {code})"
            for bound in (self.wanted.lower, self.wanted.upper)
        )
        return f"({measure} = {named} AND {value} && numrange({low}, {high}, {bounds}))", []


class _Meets(Func):
    """Whether a claim's value as stated shares a part with a range.

    Written out: of a score of conditions Django would take milliseconds to make the same statement.
    """

    def __init__(self, wanted: NumericRange) -> None:
        """The columns of the parts, the range, and its bounds where it has them."""
        bounds = {"start": _state(wanted.lower), "end": _state(wanted.upper)}
        pieces = {
            **{name: F(name) for name in ("low", "high", "value", "comparator")},
            "whole": Written(wanted, DecimalRangeField()),
            **{name: bound for name, bound in bounds.items() if bound is not None},
        }
        self.names = tuple(pieces)
        super().__init__(*pieces.values(), output_field=BooleanField())

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]  # the same for every database
        """The parts that indexes answer, and the comparison of the ranges themselves; without parameters."""
        sources = zip(self.names, self.get_source_expressions(), strict=True)
        pieces = {name: compiler.compile(source)[0] for name, source in sources}
        begins = [test for test, bound in ((BEGINS_AT, "start"), (BEGINS_BY, "end")) if bound in pieces]
        reaches = REACHES_UP if "start" in pieces else REACHES_FROM_BELOW
        return f"(({' AND '.join(begins)} OR {reaches}) AND {SHARES})".format(**pieces), []
