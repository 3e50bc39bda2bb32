"""Rules for numbers in digits are asked where they may find something, and nowhere else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.marks.clues import DIGIT_READERS, find_readers
from claims.extraction.numerals.digits import is_number
from claims.extraction.tokens import lower, tokenise
from tests.claims.extraction.examples import FIGURE_TABLES, read_rows
from tests.claims.extraction.test_find_any_text import PIECES


def find_overlooked(text: str) -> list[str]:
    """The rules that find something at a number of a text although no clue of theirs stands beside it."""
    tokens = tokenise(text, lower(text), 0, len(text))
    return [
        f"{one.read.__name__} at {index} of {text}"
        for index in range(tokens.count)
        if is_number(tokens.words[index])
        for one in DIGIT_READERS
        if one.read not in find_readers(tokens, index) and one.read(tokens, index) is not None
    ]


@pytest.mark.parametrize("table", FIGURE_TABLES)
def test_rule_without_its_clue_finds_nothing_in_the_tables(table: str) -> None:
    assert [found for row in read_rows(table) for found in find_overlooked(row[0])] == []


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=20).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)]))
)
def test_rule_without_its_clue_finds_nothing_in_any_text(text: str) -> None:
    assert find_overlooked(text) == []


def test_number_between_plain_words_asks_no_rule() -> None:
    text = "The mill sold 40 boats."

    assert find_readers(tokenise(text, lower(text), 0, len(text)), 3) == ()


def test_number_beside_a_month_asks_for_a_date() -> None:
    text = "The mill closed on 4 May."

    asked = find_readers(tokenise(text, lower(text), 0, len(text)), 4)

    assert "read_date" in {read.__name__ for read in asked}
