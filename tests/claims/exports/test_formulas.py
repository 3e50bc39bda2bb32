"""Cells that a spreadsheet would run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.exports.formulas import defuse


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+41 44", "'+41 44"),
        ("-2 to 3", "'-2 to 3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tcmd", "'\tcmd"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("＝1", "'＝1"),
        ("'tis", "''tis"),
        ("70% of ships", "70% of ships"),
        ("a=b", "a=b"),
        ("", ""),
    ],
)
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(text: str, cell: str) -> None:
    assert defuse(text) == cell


@given(st.text())
def test_every_text_can_be_had_back(text: str) -> None:
    assert defuse(text).removeprefix("'") == text
