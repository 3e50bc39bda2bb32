"""An assertion that was found in a text as the columns of a claim."""

from functools import cache
from typing import Any

from django.db.models import CharField, Model

from claims.extraction import Assertion
from claims.models.claim import Claim
from claims.models.speaker import Speaker
from sources.models.names import clean_name

WORDS = ("noun", "denominator", "scope", "period", "approximation")


def list_columns(assertion: Assertion) -> dict[str, Any]:
    """What it states, column by column; the quote and the speaker are apart.

    Words that are longer than their column are cut: the whole of them stands in the sentence.
    """
    quantity, period = assertion.quantity, assertion.period
    columns: dict[str, Any] = {
        "low": quantity.low,
        "high": quantity.high,
        "low_inclusive": quantity.low_inclusive,
        "high_inclusive": quantity.high_inclusive,
        "comparator": quantity.comparator.value,
        "approximation": quantity.approximation,
        "significant_digits": quantity.significant_digits,
        "unit": quantity.unit,
        "noun": assertion.noun,
        "denominator": assertion.denominator,
        "scope": assertion.scope,
        "direction": assertion.change.value,
        "modality": assertion.modality.value,
        "period": period.text if period else "",
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "voice": assertion.voice.value,
    }
    for name, longest in _list_lengths():
        if len(columns[name]) > longest:
            columns[name] = columns[name][:longest]
    return columns


@cache
def _list_lengths() -> tuple[tuple[str, int], ...]:
    """The columns of words, each with the characters that it holds."""
    return tuple((name, length) for name in WORDS if (length := _find_length(Claim, name)) is not None)


def fit_name(name: str) -> str:
    """A speaker's name as its column takes it: cut to its length, without characters that nobody sees."""
    return clean_name(name[: _find_length(Speaker, "name")])


@cache
def _find_length(model: type[Model], name: str) -> int | None:
    """How many characters a column holds; None where there is no limit."""
    field = model._meta.get_field(name)
    return field.max_length if isinstance(field, CharField) else None
