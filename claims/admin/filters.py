"""Filters of the list of claims."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin.wording import COMPARATOR_CHOICES
from claims.measures.units import is_unit
from claims.models import Claim
from claims.models.numbers import NumericField
from claims.models.statistic import explain_unit
from claims.models.value_search import filter_by_value
from sources.admin.look import DropdownFilter, RangeNumericListFilter, TextFilter

NO_UNIT = "none"


class ComparatorFilter(DropdownFilter):
    """How the number bounds the true value, in words."""

    title = "comparator"
    parameter_name = "comparator"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, str]]:
        """Every comparator."""
        return COMPARATOR_CHOICES

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        """Claims with the comparator."""
        return queryset.filter(comparator=self.value()) if self.value() else queryset


class UnitFilter(TextFilter):
    """A unit code, or "none" for bare counts."""

    title = "unit (such as percent, USD; none)"
    parameter_name = "unit"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        """Claims in the unit; none at all, and a message, for what is no unit."""
        code = (self.value() or "").strip()
        if not code:
            return queryset
        if code != NO_UNIT and not is_unit(code):
            messages.error(request, explain_unit(code))
            return queryset.none()
        return queryset.filter(unit="" if code == NO_UNIT else code)


class ValueFilter(RangeNumericListFilter):
    """Claims whose stated range has a value in common with the one asked for, its ends included."""

    title = "value"
    parameter_name = "value"

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        """Claims that overlap; none at all, and a message, where the question makes no sense."""
        try:
            low, high = self._read("from"), self._read("to")
        except ValidationError as error:
            messages.error(request, error.message)
            return queryset.none()
        if low is None and high is None:
            return queryset
        if low is not None and high is not None and low > high:
            messages.error(request, f"No value lies from {low} to {high}.")
            return queryset.none()
        return filter_by_value(queryset, NumericRange(low, high, "[]"))

    def _read(self, end: str) -> Decimal | None:
        """One end of the range; raises ValidationError."""
        written: str = self.used_parameters.get(f"{self.parameter_name}_{end}") or ""
        return NumericField().to_python(written.strip())
