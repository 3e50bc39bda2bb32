"""Numbers, moments and words as text that other programs read without loss (PURE)."""

from datetime import UTC, datetime
from decimal import Decimal


def write_number(number: Decimal) -> str:
    """A number in plain digits: nothing is rounded, 4.20 keeps its zero, and there is never an exponent."""
    return format(number, "f")


def write_moment(moment: datetime) -> str:
    """A moment in UTC: 2018-05-13T10:15:00Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def is_storable(text: str) -> bool:
    """Whether PostgreSQL can hold a text: it holds no NUL and no half of a surrogate pair."""
    return "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text)
