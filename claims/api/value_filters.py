"""Filters by value: a parameter means a range, and claims match whose stated range shares a value with it."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field

from claims.measures.quantity import MAX_EXPONENT, is_representable
from claims.models.value_search import filter_by_value, find_by_base_value

MAX_LENGTH = 3 * MAX_EXPONENT
"""More characters than any number that is held, so that nobody has a million digits converted."""


VALUE_PARAMETERS = ("value_contains", "value_overlaps", "value_above", "value_below")


class RangeField(forms.CharField):
    """A parameter that `read` turns into a range."""

    def __init__(self, *, read: Callable[[str], Any], **options: Any) -> None:
        """Take the reader beside Django's own options."""
        super().__init__(max_length=2 * MAX_LENGTH, **options)
        self.read = read

    def clean(self, value: Any) -> Any:
        """The range, None where nothing is given; raises ValidationError."""
        text = super().clean(value)
        return self.read(text) if text else None


class ValueFilter(filters.Filter):
    """Claims whose range overlaps the one that the parameter means: as stated, or with `unit` in any unit."""

    field_class = RangeField

    def __init__(self, *, read: Callable[[str], Any], label: str, example: str) -> None:
        """Filter by the ranges that the database makes of each claim's columns."""
        super().__init__(label=label, read=read)
        extend_schema_field({"type": "string", "description": label, "examples": [example]})(self)

    def filter(self, rows: QuerySet[Any], wanted: NumericRange | None) -> QuerySet[Any]:
        """The claims whose range shares a value with the one wanted."""
        if wanted is None:
            return rows
        unit = self.parent.form.cleaned_data.get("unit")
        if not unit:
            return filter_by_value(rows, wanted)
        return find_by_base_value(rows, wanted, unit=unit)


def read_point(text: str) -> Any:
    """The range of one value: "31" is [31, 31]."""
    number = read_number(text)
    return NumericRange(number, number, "[]")


def read_above(text: str) -> Any:
    """All values above a number: "31" is (31, )."""
    return NumericRange(read_number(text), None, "()")


def read_below(text: str) -> Any:
    """All values below a number: "31" is ( , 31)."""
    return NumericRange(None, read_number(text), "()")


def read_between(text: str) -> Any:
    """A range with both its ends: "20,30" is [20, 30]; an end may be left out: "20," is [20, )."""
    low_text, comma, high_text = text.partition(",")
    low = read_number(low_text) if low_text.strip() else None
    high = read_number(high_text) if high_text.strip() else None
    if not comma or (low is None and high is None):
        raise ValidationError(
            "Write two numbers with a comma between them, such as 20,30 or 20,.", code="invalid"
        )
    if low is not None and high is not None and low > high:
        raise ValidationError(
            "The first number is above the second: write the smaller one first.", code="invalid"
        )
    return NumericRange(low, high, "[]")


def read_number(text: str) -> Decimal:
    """A number that the record can hold; raises ValidationError."""
    try:
        number = Decimal(text.strip()) if text.isascii() and "_" not in text else None
    except InvalidOperation:
        number = None
    if number is None:
        raise ValidationError(f"“{text[:50]}” is no number: write digits, such as 4.2.", code="invalid")
    if not is_representable(number):
        message = f"“{text[:50]}” is past what the record holds: finite numbers below 10^{MAX_EXPONENT}."
        raise ValidationError(message, code="invalid")
    return number
