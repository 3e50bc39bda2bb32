"""Cursors that were given out, and those that somebody made up."""

import json
from base64 import urlsafe_b64encode
from datetime import date
from typing import Any

import pytest
from django.db.models import F

from sources.api.keyset import (
    Cursor,
    Key,
    Sorting,
    read_cursor,
    read_decimal,
    read_moment,
    read_words,
)

READERS = {
    "number": read_decimal,
    "moment": read_moment,
    "day": date.fromisoformat,
    "words": read_words,
}


def make_sorting(name: str, *, nullable: bool = False) -> Sorting:
    key = Key(expression=F(name), read=READERS[name], nullable=nullable) if name in READERS else None
    return Sorting(name=name, key=key, descending=False)


def forge(*parts: Any) -> str:
    return urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", None),
        ("number", "1E-7"),
        ("number", "-4.20"),
        ("moment", "2026-11-26 02:54:45.454817+00:00"),
        ("day", "2018-05-13"),
        ("words", "Hafen Ü"),
    ],
)
def test_cursor_reads_as_it_was_written(name: str, value: str | None) -> None:
    cursor = Cursor(value=value, number=7, back=True)

    assert read_cursor(cursor.write(name), make_sorting(name)) == cursor


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", "ten"),
        ("number", "NaN"),
        ("number", "Infinity"),
        ("number", "1e999999"),
        ("number", "1e-999999"),
        ("number", None),
        ("moment", "2026-11-26T02:54:45"),
        ("moment", "0001-01-01T00:00:00+14:00"),
        ("moment", "soon"),
        ("day", "2018-02-30"),
        ("words", "\ud800"),
        ("words", "a\x00b"),
        ("id", "7"),
    ],
)
def test_value_that_the_database_would_refuse_is_refused(name: str, value: str | None) -> None:
    assert read_cursor(forge(name, value, 7, False), make_sorting(name)) is None


@pytest.mark.parametrize(
    "parts",
    [
        (),
        ("id",),
        ("id", None, 7),
        ("id", None, -1, False),
        ("id", None, "7", False),
        ("id", None, 2**63, False),
        ("id", None, 7, 1),
        ("id", None, True, False),
        ("-id", None, 7, False),
        ("id", [7], 7, False),
    ],
)
def test_cursor_of_another_make_is_refused(parts: tuple[Any, ...]) -> None:
    assert read_cursor(forge(*parts), make_sorting("id")) is None


def test_unknown_value_is_a_place_where_values_may_be_unknown() -> None:
    assert read_cursor(forge("day", None, 7, False), make_sorting("day", nullable=True)) is not None
