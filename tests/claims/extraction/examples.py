"""Reads the example tables of `tests/data/extraction`: texts with what a person reads in them."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from claims.extraction import FoundFigure
from claims.measures.quantity import Comparator

TABLES = Path(__file__).parents[2] / "data" / "extraction"
FIGURE_TABLES = (
    "numerals",
    "units",
    "money",
    "ranges",
    "comparators",
    "vague",
    "ages",
    "dates",
    "names",
    "pronouns",
    "nouns",
    "unreadable",
    "ellipsis",
    "kinds",
    "news",
    "phrases",
    "phrases_measured",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFigure:
    """A figure as a person reads it: its surface, its meaning, and its noun where the row gives one."""

    surface: str
    meaning: str
    noun: str = ""


def read_rows(name: str) -> list[list[str]]:
    """The rows of a table as their fields; lines that start with # are notes, "\\n" is a line break."""
    lines = (TABLES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.replace(r"\n", "\n").split("\t") for line in lines if line and not line.startswith("#")]


def read_figures(field: str) -> list[ExpectedFigure]:
    """The expected figures of a row: "surface -> meaning | noun", parted by " ;; "."""
    figures = []
    for entry in filter(None, field.split(" ;; ")):
        surface, meaning = entry.split(" -> ")
        meaning, _, noun = meaning.partition(" | ")
        figures.append(ExpectedFigure(surface=surface, meaning=_tidy(meaning.strip()), noun=noun))
    return figures


def _tidy(meaning: str) -> str:
    """A meaning with its numbers in their shortest form."""
    first, *rest = meaning.split(" ")
    if ".." in first:
        low, high = first.split("..")
        return " ".join([f"{_shorten(low)}..{_shorten(high)}", *rest])
    if rest and first in {"=", "~", ">", ">=", "<", "<="}:
        return " ".join([first, _shorten(rest[0]), *rest[1:]])
    return meaning


def _shorten(number: str) -> str:
    return f"{Decimal(number).normalize():f}"


def describe(figure: FoundFigure) -> str:
    """What was found, in the tables' notation: ">= 40 kilometre", "5..10 percent", "date"."""
    if figure.assertion is None:
        return figure.disposition.value
    quantity = figure.assertion.quantity
    if quantity.comparator is Comparator.RANGE:
        meaning = f"{quantity.low:f}..{quantity.high:f}"
    else:
        bound = quantity.low if quantity.low is not None else quantity.high
        meaning = f"{quantity.comparator.value} {bound:f}"
    return _tidy(f"{meaning} {quantity.unit}".strip())
