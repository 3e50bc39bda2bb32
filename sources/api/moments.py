"""Moments in parameters: any offset that ISO 8601 can write, compared in UTC."""

from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django_filters import rest_framework as filters
from django_filters.fields import IsoDateTimeField


class MomentField(IsoDateTimeField):
    """A moment, moved to UTC: PostgreSQL refuses offsets of 16 hours and more, which Python reads."""

    def clean(self, value: Any) -> datetime | None:
        """The moment in UTC, None for an empty one; raises ValidationError."""
        moment: datetime | None = super().clean(value)
        try:
            return moment and moment.astimezone(UTC)
        except OverflowError:
            raise ValidationError(f"“{value}” is outside of the years 1 to 9999 in UTC.") from None


class MomentFilter(filters.IsoDateTimeFilter):
    """Rows before or after a moment."""

    field_class = MomentField
