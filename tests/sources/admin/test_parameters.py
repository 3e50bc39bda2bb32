"""Numbers in addresses and forms."""

import pytest

from sources.admin.parameters import read_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("7", 7),
        ("007", 7),
        ("999999999", 999_999_999),
        ("1000000000", None),
        ("-1", None),
        ("1.5", None),
        ("٣", None),
        ("²", None),
        (" 7", None),
        ("", None),
    ],
)
def test_only_what_the_database_can_be_asked_for_is_a_number(written: str, number: int | None) -> None:
    assert read_number({"part": written}, "part") == number


def test_number_that_is_not_there_is_none() -> None:
    assert read_number({}, "part") is None


def test_longer_numbers_are_read_where_keys_are_meant() -> None:
    assert read_number({"after": "123456789012"}, "after", digits=18) == 123_456_789_012
