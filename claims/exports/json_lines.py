"""Claims as JSON lines, which PostgreSQL itself writes."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Expression, QuerySet

from claims.models import Claim
from sources.models.unhurried import unhurried

PIECE = 256 * 1024
"""Bytes that are gathered before they are sent, and about all that is held."""

OPTIONS = r"FORMAT csv, DELIMITER E'\x01', QUOTE E'\x02'"
"""JSON text is then copied as it is: it has no control characters, and nothing else is escaped.

The text format would double every backslash.
"""

LINE = "_line"

EVERY = 2**62
"""More rows than there can be: with a limit PostgreSQL sorts the rows before it writes their JSON, not after.

The first line then comes soon, who hangs up ends the work, and less is sorted.
"""


def stream_json_lines(claims: QuerySet[Claim], row: Expression) -> Iterator[bytes]:
    """A line a claim, oldest first; `row` is what it shows, as JSON.

    One statement, so that every line is of one moment.
    """
    try:
        statement = write_statement(claims, row)
    except EmptyResultSet:
        return
    # Django translates the errors of its own cursor's methods alone. In the transaction a COPY that is
    # broken off leaves the connection as it was.
    with connection.wrap_database_errors, unhurried(), connection.cursor() as cursor:
        copying: Any = cursor
        with copying.copy(statement) as lines:
            yield from gather(lines, PIECE)


def write_statement(claims: QuerySet[Claim], row: Expression) -> str:
    """The COPY of the claims; it takes no parameters, so they are written into it. Raises EmptyResultSet."""
    lines: Any = claims.select_related(None).annotate(**{LINE: row}).order_by("pk")[:EVERY]
    operations: Any = connection.ops
    query = operations.compose_sql(*lines.values_list(LINE).query.sql_with_params())
    return f"COPY ({query}) TO STDOUT WITH ({OPTIONS})"


def gather(lines: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The lines in pieces of at least `size` bytes, but for the last one."""
    piece = bytearray()
    for line in lines:
        piece += line
        if len(piece) >= size:
            yield bytes(piece)
            piece.clear()
    if piece:
        yield bytes(piece)
