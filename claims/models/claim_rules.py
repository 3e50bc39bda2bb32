"""What must hold of every claim row, as database constraints named as sentences."""

from decimal import Decimal

from django.contrib.postgres.fields import DecimalRangeField
from django.db.models import BaseConstraint, CheckConstraint, F, GeneratedField, Q
from django.db.models.functions import Length

from claims.codelists import Change, Kind, Modality, Voice
from claims.measures.quantity import MAX_EXPONENT, Comparator
from claims.models.ranges import make_range
from claims.review import Status
from claims.verdicts import Outcome

LIMIT = Decimal(10) ** MAX_EXPONENT

_BOUNDS_OPENED = Q(low__isnull=True) | Q(high__isnull=True)
_NO_LOW = Q(low__isnull=True, low_inclusive=False)
_NO_HIGH = Q(high__isnull=True, high_inclusive=False)
_POINT = Q(low=F("high"), low_inclusive=True, high_inclusive=True)

VALUE_RANGE = GeneratedField(
    expression=make_range(F("low"), F("high")), output_field=DecimalRangeField(), db_persist=True, null=True
)
"""The stated range as PostgreSQL's numrange, made from the four plain columns by the database itself."""

_FITS = {
    Comparator.EQUAL: _POINT,
    Comparator.ABOUT: Q(low__isnull=False, high__isnull=False),
    Comparator.MORE: Q(low__isnull=False, low_inclusive=False) & _NO_HIGH,
    Comparator.AT_LEAST: Q(low__isnull=False, low_inclusive=True) & _NO_HIGH,
    Comparator.LESS: Q(high__isnull=False, high_inclusive=False) & _NO_LOW,
    Comparator.AT_MOST: Q(high__isnull=False, high_inclusive=True) & _NO_LOW,
    Comparator.RANGE: Q(low__isnull=False, high__isnull=False),
}


def _comparator_fits() -> Q:
    """Every comparator with the bounds that it means; none for a factual claim."""
    condition = Q(comparator="", kind=Kind.FACTUAL)
    for comparator, bounds in _FITS.items():
        condition |= Q(comparator=comparator.value) & bounds
    return condition


CLAIM_CONSTRAINTS: list[BaseConstraint] = [
    CheckConstraint(
        name="claim_is_numeric_with_a_figure_or_factual_without",
        condition=Q(kind=Kind.NUMERIC.value, figure__isnull=False)
        | Q(kind=Kind.FACTUAL.value, figure__isnull=True),
        violation_error_message="A numeric claim needs exactly one figure, a factual claim has none.",
    ),
    CheckConstraint(
        name="claim_is_numeric_with_a_bound_or_factual_without",
        condition=Q(kind=Kind.NUMERIC.value) & ~Q(low__isnull=True, high__isnull=True)
        | Q(kind=Kind.FACTUAL.value, low__isnull=True, high__isnull=True, unit=""),
        violation_error_message="A numeric claim needs a low or a high bound, a factual claim has no value.",
    ),
    CheckConstraint(
        # NaN sorts above every number in PostgreSQL, so this refuses it as well.
        name="claim_bounds_are_finite",
        condition=(Q(low__isnull=True) | Q(low__gt=-LIMIT, low__lt=LIMIT))
        & (Q(high__isnull=True) | Q(high__gt=-LIMIT, high__lt=LIMIT)),
        violation_error_message=f"A bound must be a finite number below 10^{MAX_EXPONENT}.",
    ),
    CheckConstraint(
        name="claim_low_is_not_above_high",
        condition=_BOUNDS_OPENED | Q(low__lt=F("high")) | _POINT,
        violation_error_message="The low bound is above the high one, or equal bounds leave an end out.",
    ),
    CheckConstraint(
        name="claim_open_bounds_are_not_inclusive",
        condition=(Q(low__isnull=False) | Q(low_inclusive=False))
        & (Q(high__isnull=False) | Q(high_inclusive=False)),
        violation_error_message="A bound that is open cannot be inclusive.",
    ),
    CheckConstraint(
        name="claim_comparator_fits_its_bounds",
        condition=_comparator_fits(),
        violation_error_message="The comparator does not fit the bounds: “>” leaves the high one open, say.",
    ),
    CheckConstraint(name="claim_quote_is_not_empty", condition=Q(end__gt=F("start"))),
    CheckConstraint(name="claim_quote_is_as_long_as_its_span", condition=Q(end=F("start") + Length("quote"))),
    CheckConstraint(
        name="claim_period_starts_before_it_ends",
        condition=Q(period_start__isnull=True)
        | Q(period_end__isnull=True)
        | Q(period_start__lte=F("period_end")),
        violation_error_message="The period's first day is after its last.",
    ),
    CheckConstraint(
        name="claim_period_has_words",
        condition=Q(period_start__isnull=True, period_end__isnull=True) | ~Q(period=""),
        violation_error_message="A period's days need the words that state them.",
    ),
    CheckConstraint(name="claim_voice_is_known", condition=Q(voice__in=[v.value for v in Voice])),
    CheckConstraint(name="claim_direction_is_known", condition=Q(direction__in=[c.value for c in Change])),
    CheckConstraint(name="claim_modality_is_known", condition=Q(modality__in=[m.value for m in Modality])),
    CheckConstraint(name="claim_status_is_known", condition=Q(status__in=[s.value for s in Status])),
    CheckConstraint(
        name="claim_status_by_and_at_go_together",
        condition=Q(status_by__isnull=True, status_at__isnull=True)
        | Q(status_by__isnull=False, status_at__isnull=False),
    ),
    CheckConstraint(
        name="claim_decisions_have_a_decider",
        condition=Q(status=Status.PROPOSED.value) | Q(status_by__isnull=False),
    ),
    CheckConstraint(
        name="claim_verdict_is_known", condition=Q(verdict__in=[outcome.value for outcome in Outcome])
    ),
    CheckConstraint(
        name="claim_with_a_verdict_is_accepted",
        condition=Q(verdict=Outcome.UNCHECKED.value) | Q(status=Status.ACCEPTED.value),
    ),
    CheckConstraint(
        name="claim_has_a_maker",
        condition=~Q(extractor="") | Q(created_by__isnull=False),
    ),
]
