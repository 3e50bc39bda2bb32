"""The annotated seed texts, where they stand beside the checkout."""

import json
from typing import Any

import pytest

from claims.extraction import FoundFigure, find
from tests.annotated import ANNOTATIONS, needs_annotated

pytestmark = needs_annotated


def read_rows() -> list[dict[str, Any]]:
    if not ANNOTATIONS.exists():
        return []
    return [json.loads(line) for line in ANNOTATIONS.read_text(encoding="utf-8").splitlines()]


ROWS = [pytest.param(row, id=row["id"]) for row in read_rows()]


def find_at(figures: list[FoundFigure], wanted: dict[str, Any]) -> FoundFigure:
    (figure,) = (
        figure for figure in figures if figure.start < wanted["end"] and wanted["start"] < figure.end
    )
    return figure


@pytest.mark.parametrize("row", ROWS)
def test_every_annotated_claim_is_found_and_no_other(row: dict[str, Any]) -> None:
    figures = find(row["text"])
    wanted = [claim for claim in row["quantities"] if claim["low"] is not None or claim["high"] is not None]
    doubtful = [claim for claim in row["quantities"] if claim not in wanted]

    for claim in wanted:
        assertion = find_at(figures, claim).assertion
        assert assertion is not None
        quantity = assertion.quantity
        assert (quantity.low, quantity.high, quantity.comparator.value) == (
            claim["low"],
            claim["high"],
            claim["comparator"],
        )
        assert (quantity.unit or None) == claim["unit"]
    claims = [figure for figure in figures if figure.assertion]
    spare = [find_at(figures, claim) for claim in doubtful]
    assert len([figure for figure in claims if figure not in spare]) == len(wanted)


@pytest.mark.parametrize("row", ROWS)
def test_every_annotated_figure_has_its_disposition(row: dict[str, Any]) -> None:
    figures = find(row["text"])

    for wanted in row["figures"]:
        figure = find_at(figures, wanted)
        assert (figure.surface, figure.disposition.value) == (wanted["surface"], wanted["disposition"])


@pytest.mark.parametrize("row", ROWS)
def test_speakers_and_periods_are_the_annotated_ones(row: dict[str, Any]) -> None:
    figures = find(row["text"])

    for claim in row["quantities"]:
        if claim["low"] is None and claim["high"] is None:
            continue
        assertion = find_at(figures, claim).assertion
        assert assertion is not None
        assert assertion.speaker.split()[-1:] == (claim["speaker"] or "").split()[-1:]
        assert (assertion.period.text if assertion.period else None) == claim["period"]
