"""A claim's four plain columns as one range of PostgreSQL."""

from django.contrib.postgres.fields import DecimalRangeField
from django.db.models import Case, Expression, F, Func, Value, When


def make_range(low: Expression | F, high: Expression | F) -> Case:
    """The numrange from low to high, open and inclusive as the claim's columns say; NULL without bounds."""
    return Case(
        # NUMRANGE(NULL, NULL) would be "any value at all": a claim without bounds has no value instead.
        When(low__isnull=True, high__isnull=True, then=Value(None)),
        When(low_inclusive=True, high_inclusive=True, then=_range(low, high, "[]")),
        When(low_inclusive=True, then=_range(low, high, "[)")),
        When(high_inclusive=True, then=_range(low, high, "(]")),
        default=_range(low, high, "()"),
        output_field=DecimalRangeField(),
    )


def _range(low: Expression | F, high: Expression | F, bounds: str) -> Func:
    return Func(low, high, Value(bounds), function="numrange")
