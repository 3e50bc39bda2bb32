"""Claims as a CSV file (RFC 4180, UTF-8), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from claims.exports.columns import COLUMNS, Holds, fetch_claims
from claims.exports.formulas import defuse
from claims.models import Claim
from claims.plain import write_moment, write_number

Write = Callable[[Any], str]


def stream_csv(claims: QuerySet[Claim]) -> Iterator[bytes]:
    """The header, then the claims; a cell that is not known is empty."""
    writers = [WRITERS[column.holds] for column in COLUMNS]
    batches = ((write_row(row, writers) for row in batch) for batch in fetch_claims(claims))
    return stream_rows([column.name for column in COLUMNS], batches)


def write_row(row: tuple[Any, ...], writers: list[Write]) -> list[str]:
    """A row's cells as text."""
    return ["" if value is None else write(value) for write, value in zip(writers, row, strict=True)]


WRITERS: Mapping[Holds, Write] = {
    Holds.TEXT: defuse,
    Holds.CODE: str,
    Holds.NUMBER: write_number,
    Holds.COUNT: str,
    Holds.FLAG: lambda flag: "true" if flag else "false",
    Holds.DAY: lambda day: day.isoformat(),
    Holds.MOMENT: write_moment,
}
"""How each kind of cell is written; only people's text can look like a formula and not be one of ours."""


def stream_rows(header: Sequence[str], batches: Iterable[Iterable[Sequence[str]]]) -> Iterator[bytes]:
    """A file's header, then its rows, batch by batch."""
    # The first piece has rows too: a query that fails is then answered as an error, not as an empty file.
    begin = encode_rows([header])
    for batch in batches:
        yield begin + encode_rows(batch)
        begin = b""
    if begin:
        yield begin


def encode_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
