"""Filters by period: claims whose stated period shares days with the one that a parameter means."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field

from claims.api.value_filters import RangeField
from claims.models.period_search import filter_by_days

DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
"""A year, a month or a day: 2017, 2017-03, 2017-03-31."""

Days = tuple[date | None, date | None]


class PeriodFilter(filters.Filter):
    """Claims with a period that overlaps the days of the parameter; a side that is not told is open."""

    field_class = RangeField

    def __init__(self, *, read: Callable[[str], Days], label: str, example: str) -> None:
        """Read the parameter with `read`."""
        super().__init__(label=label, read=read)
        extend_schema_field({"type": "string", "description": label, "examples": [example]})(self)

    def filter(self, rows: QuerySet[Any], days: Days | None) -> QuerySet[Any]:
        """The claims; none whose period is unknown."""
        if days is None:
            return rows
        return filter_by_days(rows, *days)


def read_days(text: str) -> Days:
    """The first and last day of a year, month or day; raises ValidationError."""
    found = DAY.fullmatch(text.strip())
    year, month, day = (int(part) if part else None for part in found.groups()) if found else (0, 0, 0)
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        raise ValidationError(
            "“%(text)s” is no day: write 2017-03-31, 2017-03 or 2017.",
            code="invalid",
            params={"text": text[:50]},
        ) from None
    return first, last


def read_span(text: str) -> Days:
    """From one day to another: "2016-07,2017" is 1 July 2016 to 31 December 2017; an end may be left out."""
    start, comma, end = text.partition(",")
    if not comma:
        return read_days(text)
    if not start.strip() and not end.strip():
        raise ValidationError("Write a first or a last day, such as 2016-07,2017.", code="invalid")
    first = read_days(start)[0] if start.strip() else None
    last = read_days(end)[1] if end.strip() else None
    if first is not None and last is not None and first > last:
        raise ValidationError("The first day is after the last: write the earlier one first.", code="invalid")
    return first, last
