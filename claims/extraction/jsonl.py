"""Texts in and findings out as JSON lines."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from claims.extraction.find import find
from claims.extraction.findings import Assertion, FoundFigure

Row = dict[str, Any]


class BadLineError(ValueError):
    """A line of the input that is no text record; the message says why."""

    code = "bad_line"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextRecord:
    """One line of input: a text with its id, and its date of publication where known."""

    id: str
    text: str
    published: date | None = None


def read_record(line: str) -> TextRecord:
    """A record of one input line. Raises BadLineError with what is wrong."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"not JSON: {error}") from None
    problem = _find_problem(row)
    if problem:
        raise BadLineError(problem)
    published = row.get("published")
    return TextRecord(
        id=row["id"], text=row["text"], published=date.fromisoformat(published) if published else None
    )


def _find_problem(row: object) -> str:
    """The first thing wrong with a decoded line, or ""."""
    if not isinstance(row, dict):
        return "not an object with an id and a text"
    for name in ("id", "text"):
        if not isinstance(row.get(name), str):
            return f'"{name}" is missing or no string'
    try:
        date.fromisoformat(row.get("published") or "2000-01-01")
    except (TypeError, ValueError):
        return '"published" is no date like 2018-05-13'
    return ""


def convert_lines(lines: Iterable[str], report: Callable[[str], None]) -> Iterator[str]:
    """Output lines for input lines; a bad line is reported with its number and the rest goes on."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = read_record(line)
        except BadLineError as error:
            report(f"line {number}: {error}")
            continue
        yield json.dumps(describe(record), ensure_ascii=True)


def write_number(number: Decimal | None) -> int | float | None:
    """A number as JSON: whole ones exactly, others as floats; null is an open end."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def describe(record: TextRecord, *, write: Callable[[Decimal | None], Any] = write_number) -> Row:
    """What is found in a text, as plain values; `write` makes one of a number."""
    figures = find(record.text, published=record.published)
    return {
        "id": record.id,
        "text": record.text,
        "quantities": [
            _describe_quantity(figure, figure.assertion, write) for figure in figures if figure.assertion
        ],
        "figures": [_describe_figure(figure) for figure in figures],
    }


def _describe_figure(figure: FoundFigure) -> Row:
    return {
        "start": figure.start,
        "end": figure.end,
        "surface": figure.surface,
        "disposition": figure.disposition.value,
        "rule": figure.rule,
    }


def _describe_quantity(
    figure: FoundFigure, assertion: Assertion, write: Callable[[Decimal | None], Any]
) -> Row:
    """A claim; `noun` is what a bare number counts, `measured` what a number with a unit measures."""
    quantity = assertion.quantity
    noun = assertion.noun or None
    return {
        "start": figure.start,
        "end": figure.end,
        "surface": figure.surface,
        "low": write(quantity.low),
        "high": write(quantity.high),
        "comparator": quantity.comparator.value,
        "unit": quantity.unit or None,
        "noun": None if quantity.unit else noun,
        "measured": noun if quantity.unit else None,
        "denominator": assertion.denominator or None,
        "speaker": assertion.speaker or None,
        "voice": assertion.voice.value,
        "period": assertion.period.text if assertion.period else None,
        "change": assertion.change.value or None,
        "modality": assertion.modality.value,
        "scope": assertion.scope or None,
    }
