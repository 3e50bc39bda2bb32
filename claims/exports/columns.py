"""A claim as one flat row: its columns, where each comes from and what it holds."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from claims.models import Claim
from sources.models.unhurried import unhurried

BATCH = 5_000
"""Rows that are held at a time, whatever the export's length: some 10 MB."""


class Holds(Enum):
    """What the cells of a column are."""

    TEXT = auto()
    CODE = auto()  # text of ours, such as an id: never dangerous
    NUMBER = auto()  # exact, of any size
    COUNT = auto()
    FLAG = auto()
    DAY = auto()
    MOMENT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, the way to it from a claim, and what it holds."""

    name: str
    path: str
    holds: Holds = Holds.TEXT


COLUMNS = (
    Column("id", "uid", Holds.CODE),
    Column("kind", "kind", Holds.CODE),
    Column("status", "status", Holds.CODE),
    Column("status_by", "status_by__username"),
    Column("status_at", "status_at", Holds.MOMENT),
    Column("verdict", "verdict", Holds.CODE),
    Column("quote", "quote"),
    Column("start", "start", Holds.COUNT),
    Column("end", "end", Holds.COUNT),
    Column("comparator", "comparator", Holds.CODE),  # a lone "=" computes nothing
    Column("low", "low", Holds.NUMBER),
    Column("high", "high", Holds.NUMBER),
    Column("low_inclusive", "low_inclusive", Holds.FLAG),
    Column("high_inclusive", "high_inclusive", Holds.FLAG),
    Column("approximation", "approximation"),
    Column("significant_digits", "significant_digits", Holds.COUNT),
    Column("unit", "unit"),
    Column("noun", "noun"),
    Column("denominator", "denominator"),
    Column("scope", "scope"),
    Column("direction", "direction"),
    Column("modality", "modality", Holds.CODE),
    Column("period", "period"),
    Column("period_start", "period_start", Holds.DAY),
    Column("period_end", "period_end", Holds.DAY),
    Column("speaker_id", "speaker__uid", Holds.CODE),
    Column("speaker", "speaker__name"),
    Column("voice", "voice", Holds.CODE),
    Column("subject_id", "subject__uid", Holds.CODE),
    Column("subject_kind", "subject__kind", Holds.CODE),
    Column("subject", "subject__name"),
    Column("statistic_id", "statistic__uid", Holds.CODE),
    Column("statistic", "statistic__name"),
    Column("figure_id", "figure__uid", Holds.CODE),
    Column("figure", "figure__surface"),
    Column("rule", "figure__rule"),
    Column("sentence_id", "sentence__uid", Holds.CODE),
    Column("sentence", "sentence__text"),
    Column("sentence_start", "sentence__start", Holds.COUNT),
    Column("sentence_end", "sentence__end", Holds.COUNT),
    Column("sentence_role", "sentence__role", Holds.CODE),
    Column("snapshot_id", "sentence__snapshot__uid", Holds.CODE),
    Column("snapshot_text_sha256", "sentence__snapshot__text_sha256", Holds.CODE),
    Column("source_id", "sentence__snapshot__source__uid", Holds.CODE),
    Column("source_slug", "sentence__snapshot__source__slug", Holds.CODE),
    Column("source_title", "sentence__snapshot__source__title"),
    Column("source_url", "sentence__snapshot__source__url"),
    Column("language", "sentence__snapshot__source__language"),
    Column("published_on", "sentence__snapshot__source__published_on", Holds.DAY),
    Column("publisher_id", "sentence__snapshot__source__publisher__uid", Holds.CODE),
    Column("publisher", "sentence__snapshot__source__publisher__name"),
    Column("extractor", "extractor"),
    Column("version", "version", Holds.COUNT),
    Column("created_by", "created_by__username"),
    Column("created_at", "created_at", Holds.MOMENT),
    Column("updated_at", "updated_at", Holds.MOMENT),
    Column("verdict_by", "last_verdict__by__username"),
    Column("verdict_at", "last_verdict__at", Holds.MOMENT),
    Column("verdict_as_of", "last_verdict__as_of", Holds.DAY),
    Column("verdict_published", "verdict_published", Holds.FLAG),
)
"""In this order in every file; new ones come at the end."""

Row = tuple[Any, ...]


def fetch_claims(claims: Any) -> Iterator[list[Row]]:
    """The rows of `COLUMNS`, oldest first, batch by batch."""
    return fetch_batches(claims.with_verdict(), COLUMNS)


def fetch_batches(claims: QuerySet[Claim], columns: tuple[Column, ...]) -> Iterator[list[Row]]:
    """The rows of claims, oldest first, batch by batch through a cursor on the server: memory stays flat.

    One query, so that every row is of one moment.
    """
    rows = claims.order_by("pk").values_list(*(column.path for column in columns))
    try:
        query = rows.query.sql_with_params()
    except EmptyResultSet:
        return
    # A cursor outside of a transaction would have the server write the whole result down first.
    with unhurried(), closing(connection.chunked_cursor()) as cursor:
        cursor.execute(*query)
        while batch := cursor.fetchmany(BATCH):
            yield batch
