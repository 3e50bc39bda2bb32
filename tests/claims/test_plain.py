"""Numbers, moments and words as text."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from claims.plain import is_storable, write_moment, write_number


@pytest.mark.parametrize(
    ("number", "written"),
    [("4.20", "4.20"), ("1E+3", "1000"), ("1E-7", "0.0000001"), ("-0.5", "-0.5"), ("1E+99", "1" + "0" * 99)],
)
def test_number_is_written_in_plain_digits(number: str, written: str) -> None:
    assert write_number(Decimal(number)) == written


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (datetime(2018, 5, 13, 10, 15, tzinfo=UTC), "2018-05-13T10:15:00Z"),
        (datetime(2018, 5, 13, 10, 15, tzinfo=timezone(timedelta(hours=2))), "2018-05-13T08:15:00Z"),
        (datetime(2018, 5, 13, 10, 15, 0, 250, tzinfo=UTC), "2018-05-13T10:15:00.000250Z"),
    ],
)
def test_moment_is_written_in_utc(moment: datetime, written: str) -> None:
    assert write_moment(moment) == written


@pytest.mark.parametrize(
    ("text", "storable"),
    [
        ("70% of ships", True),
        ("🙂", True),
        ("", True),
        ("a\x00b", False),
        ("\ud800", False),
        ("a\udfff", False),
    ],
)
def test_half_a_character_and_nul_cannot_be_stored(text: str, storable: bool) -> None:
    assert is_storable(text) is storable
