"""Accepted point values as observations in the manner of Data Commons.

https://docs.datacommons.org/custom_dc/custom_data.html, “variable per row”
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet

from claims.codelists import Modality
from claims.exports.columns import Column, fetch_batches
from claims.exports.csv_file import stream_rows
from claims.exports.formulas import defuse
from claims.measures.quantity import Comparator
from claims.models import Claim
from claims.plain import write_number
from claims.review import Status

HEADER = (
    *("variable", "entity", "date", "value", "unit", "observationPeriod", "measurementMethod"),
    *("variableName", "entityName", "provenanceUrl", "sourceUrl"),
)

METHOD = "OnrecordAccepted"
"""How the values came about: read in a text, and found rightly transcribed by a person."""

_PATHS = {
    "uid": "uid",
    "variable": "statistic__uid",
    "variable_name": "statistic__name",
    "entity": "subject__uid",
    "entity_name": "subject__name",
    "value": "low",
    "unit": "unit",
    "start": "period_start",
    "end": "period_end",
    "source_url": "sentence__snapshot__source__url",
}
_COLUMNS = tuple(Column(name, path) for name, path in _PATHS.items())


def select_observations(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """The claims that observe something: one accepted value of a statistic and subject on known days.

    A range, a forecast or a value of unknown time is no observation.
    """
    return claims.filter(
        status=Status.ACCEPTED,
        comparator=Comparator.EQUAL.value,
        low=F("high"),
        modality=Modality.STATED.value,
        statistic__isnull=False,
        subject__isnull=False,
        period_start__isnull=False,
        period_end__isnull=False,
    )


def stream_observations(claims: QuerySet[Claim], locate: Callable[[Any], str]) -> Iterator[bytes]:
    """The header, then the observations among claims; `locate` gives a claim's address by its uid."""
    rows = fetch_batches(select_observations(claims), _COLUMNS)
    batches = ((_describe(dict(zip(_PATHS, row, strict=True)), locate) for row in batch) for batch in rows)
    return stream_rows(HEADER, batches)


def _describe(row: dict[str, Any], locate: Callable[[Any], str]) -> list[str]:
    """One observation's cells."""
    day, length = write_period(row["start"], row["end"])
    return [
        f"onrecord/{row['variable']}",
        f"onrecord/{row['entity']}",
        day,
        write_number(row["value"]),
        defuse(row["unit"]),
        length,
        METHOD,
        defuse(row["variable_name"]),
        defuse(row["entity_name"]),
        locate(row["uid"]),
        defuse(row["source_url"]),
    ]


def write_period(start: date, end: date) -> tuple[str, str]:
    """A span of days as Data Commons writes it: its date, as short as it says the span, and its length."""
    if start == end:
        return start.isoformat(), "P1D"
    if (start.day, end) == (1, date(start.year, start.month, monthrange(start.year, start.month)[1])):
        return f"{start:%Y-%m}", "P1M"
    if start == date(start.year, 1, 1) and end == date(start.year, 12, 31):
        return f"{start:%Y}", "P1Y"
    return start.isoformat(), f"P{(end + timedelta(days=1) - start).days}D"
