"""Days and moments in parameters: days as ISO 8601 has them, moments with any offset, compared in UTC."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import DateField, DateTimeField
from django_filters import rest_framework as filters
from django_filters.fields import IsoDateTimeField

from sources.api.planned import PlannedFilter


class MomentField(IsoDateTimeField):
    """A moment, moved to UTC: PostgreSQL refuses offsets of 16 hours and more, which Python reads."""

    default_error_messages = {
        "invalid": "Write a moment such as 2018-05-13T10:15:00Z; the + of an offset is %2B in an address."
    }

    def clean(self, value: Any) -> datetime | None:
        """The moment in UTC, None for an empty one; raises ValidationError."""
        moment: datetime | None = super().clean(value)
        try:
            return moment and moment.astimezone(UTC)
        except OverflowError:
            raise ValidationError(f"“{value}” is outside of the years 1 to 9999 in UTC.") from None


class MomentFilter(PlannedFilter, filters.IsoDateTimeFilter):
    """Rows before or after a moment."""

    field_class = MomentField
    column = DateTimeField()


class DayField(forms.DateField):
    """A day as ISO 8601 writes it: Django's own would take 01/02/2018 for the second of January."""

    input_formats = ["%Y-%m-%d"]
    default_error_messages = {"invalid": "Write a day such as 2018-05-13."}


class DayFilter(PlannedFilter, filters.DateFilter):
    """Rows before or after a day."""

    field_class = DayField
    column = DateField()
