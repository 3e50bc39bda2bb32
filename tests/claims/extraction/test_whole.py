"""What `find` reads in whole sentences of news, every field: tables of sentences that were only measured.

A row is a text and its figures in order: surface -> meaning | noun | denominator | period | modality |
speaker. "*" is a field that the row does not judge. Every claim is given, of other figures the traps.
The rows of values give no field behind the noun.
"""

from datetime import date
from itertools import zip_longest

import pytest

from claims.extraction import FoundFigure, find
from tests.claims.extraction.examples import describe, read_figures, read_rows

PUBLISHED = date(2020, 5, 13)
FIELDS = ("noun", "denominator", "period", "modality", "speaker")


def tell(figure: FoundFigure) -> tuple[str, ...]:
    """A figure as a row gives it: surface, meaning and, of a claim, its fields."""
    stated = (figure.surface, describe(figure))
    assertion = figure.assertion
    if assertion is None:
        return stated
    period = assertion.period.text if assertion.period else ""
    return (*stated, assertion.noun, assertion.denominator, period, assertion.modality, assertion.speaker)


def complete(written: str) -> list[str]:
    """The fields that a row writes of a claim; those it leaves out behind them are not judged."""
    fields = written.split(" | ")
    return [*fields, *["*"] * (len(FIELDS) - len(fields))]


def check(text: str, expected: str) -> None:
    """Hold what is found in a text against a row's figures."""
    wanted = [
        (figure.surface, figure.meaning, *complete(figure.noun))
        if figure.noun
        else (figure.surface, figure.meaning)
        for figure in read_figures(expected)
    ]
    found = [tell(figure) for figure in find(text, published=PUBLISHED)]
    claims = [figure for figure in found if len(figure) > 2]

    assert [figure[:2] for figure in claims] == [figure[:2] for figure in wanted if len(figure) > 2]
    assert {figure for figure in wanted if len(figure) == 2} <= set(found)
    for figure, want in zip_longest(claims, (figure for figure in wanted if len(figure) > 2)):
        for name, value, judged in zip(FIELDS, figure[2:], want[2:], strict=True):
            assert judged in {"*", value}, (figure[0], name)


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("whole")])
def test_every_field_reads_as_a_person_reads_it(row: list[str]) -> None:
    check(*row)


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("values")])
def test_every_value_and_noun_reads_as_a_person_reads_it(row: list[str]) -> None:
    check(*row)


@pytest.mark.xfail(strict=True, reason="known misses, each with its reason in the table")
@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("whole_misses")])
def test_known_misses_of_fields(row: list[str]) -> None:
    text, expected, _reason = row

    check(text, expected)
