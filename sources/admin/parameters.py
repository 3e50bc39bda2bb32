"""What stands in a page's address, or in a form without fields of its own."""

from collections.abc import Mapping

MOST_DIGITS = 9
"""Of a number that every column and every offset holds."""

KEY_DIGITS = 18
"""Of every key that a row can have."""


def read_number(parameters: Mapping[str, str], name: str, *, digits: int = MOST_DIGITS) -> int | None:
    """A number by its name; None for what is none, or has more digits than the database may be asked for."""
    written = parameters.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= digits else None
