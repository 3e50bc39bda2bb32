"""Tokens are the pattern's, each with its own place; numbers in digits are told apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.numerals.digits import is_number
from claims.extraction.tokens import TOKEN, lower, tokenise
from tests.claims.extraction.test_find_any_text import ANY_TEXT


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT, st.integers(0, 40))
def test_tokens_are_those_that_the_pattern_finds(text: str, start: int) -> None:
    lowered = lower(text)

    tokens = tokenise(text, lowered, start, len(text))

    found = list(TOKEN.finditer(lowered, start, len(text)))
    assert tokens.words[: tokens.count] == [one[0] for one in found]
    spans = zip(tokens.starts[: tokens.count], tokens.ends[: tokens.count], strict=True)
    assert list(spans) == [one.span() for one in found]


def test_numbers_are_the_tokens_in_digits() -> None:
    text = "From .25 to 1,234.5 (about 3/4) in May"

    tokens = tokenise(text, lower(text), 0, len(text))

    assert [tokens.words[index] for index in tokens.numbers] == [".25", "1,234.5", "3", "4"]
    assert all(is_number(tokens.words[index]) for index in tokens.numbers)
