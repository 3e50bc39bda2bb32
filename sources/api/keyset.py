"""Pages by keyset: a page begins behind the last row of the one before, wherever that row stands by now.

Rows are sorted by one key and, where it is the same, by the order of their making; what has no key counts
as the smallest. A page deep in the list costs what the first one does.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Expression, F, OrderBy, Q, QuerySet

KEY = "_key"
"""The name under which a page's rows carry what they are sorted by."""

MAX_KEY = 2**63 - 1
"""The largest row number that a bigint column holds."""

MAX_DIGITS = 1_000
"""More than a number that is sorted by has before or behind its point; PostgreSQL holds some 16,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What rows can be sorted by; read: its value for a text that a cursor has; raises ValueError."""

    expression: Expression | F
    read: Callable[[Any], Any]
    nullable: bool = False


Keys = Mapping[str, Key | None]
"""What a list can be sorted by, under its names; None is the order of making."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """The order of a list; key: None for the order of making, which is that of the row numbers."""

    name: str
    key: Key | None
    descending: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """A place between two rows: behind the one with this key and number; `back`: the page before it."""

    value: str | None
    number: int
    back: bool = False

    def write(self, sorting: str) -> str:
        """The cursor as a text for an address; it says for which order it was made."""
        parts = [sorting, self.value, self.number, self.back]
        return urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


def read_cursor(text: str, sorting: Sorting) -> Cursor | None:
    """The cursor that a text is; None for one that was not given out for this order."""
    try:
        padded = text.encode("ascii") + b"=" * (-len(text) % 4)
        name, value, number, back = json.loads(urlsafe_b64decode(padded))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        return None
    is_key = type(number) is int and 0 <= number <= MAX_KEY and type(back) is bool
    if name != sorting.name or not is_key or not isinstance(value, str | None):
        return None
    return Cursor(value=value, number=number, back=back) if _is_value(value, sorting.key) else None


def _is_value(value: str | None, key: Key | None) -> bool:
    if key is None or value is None:
        return value is None and (key is None or key.nullable)
    try:
        key.read(value)
    except (ValueError, OverflowError):
        return False
    return True


def read_words(text: str) -> str:
    """A text that PostgreSQL can hold; raises ValueError."""
    if "\0" in text:
        raise ValueError("PostgreSQL holds no NUL.")
    text.encode()  # refuses half of a surrogate pair
    return text


def read_moment(text: str) -> datetime:
    """A moment with its offset, in UTC; raises ValueError or OverflowError."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("A moment without an offset is none.")
    return moment.astimezone(UTC)


def read_decimal(text: str) -> Decimal:
    """A number that PostgreSQL can hold; raises ValueError."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"“{text[:50]}” is no number.") from None
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise ValueError("The number is too large or too small.")
    return number


def select_page(rows: QuerySet[Any], sorting: Sorting, cursor: Cursor | None, size: int) -> QuerySet[Any]:
    """The rows of a page and one more where there is one; backwards for a cursor that leads back."""
    descending = sorting.descending != (cursor is not None and cursor.back)
    by_number = OrderBy(F("pk"), descending=descending)
    if sorting.key is None:
        if cursor:
            rows = rows.filter(**{"pk__lt" if descending else "pk__gt": cursor.number})
        return rows.order_by(by_number)[: size + 1]
    rows = rows.annotate(**{KEY: sorting.key.expression})
    if cursor:
        rows = rows.filter(_match_behind(cursor, sorting.key, descending=descending))
    nulls = {"nulls_last": descending or None, "nulls_first": not descending or None}
    by_key = OrderBy(F(KEY), descending=descending, **(nulls if sorting.key.nullable else {}))
    return rows.order_by(by_key, by_number)[: size + 1]


def _match_behind(cursor: Cursor, key: Key, *, descending: bool) -> Q:
    """Rows with a key beyond the cursor's, or the same key and a number beyond."""
    beyond = "lt" if descending else "gt"
    further = Q(**{f"pk__{beyond}": cursor.number})
    if cursor.value is None:
        same = Q(**{f"{KEY}__isnull": True}) & further
        return same if descending else same | Q(**{f"{KEY}__isnull": False})
    value = key.read(cursor.value)
    # The first condition is what an index can begin at; the second only sorts out the rows with the same key.
    behind = Q(**{f"{KEY}__{beyond}e": value}) & (Q(**{f"{KEY}__{beyond}": value}) | further)
    return behind | Q(**{f"{KEY}__isnull": True}) if descending and key.nullable else behind
