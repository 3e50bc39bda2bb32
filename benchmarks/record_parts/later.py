"""Indexes and foreign keys that come after the rows: over many rows at once they cost a tenth of the work.

What is unique stays, and so do checks and triggers. Each foreign key is held against all rows when it is
added, so that the record is the same as one that was written under it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

INDEXES = """
SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = 'public'::regnamespace AND relname ~ '^(sources|claims)_' AND NOT indisunique
ORDER BY indexrelid
"""

FOREIGN_KEYS = """
SELECT
    format('ALTER TABLE %I DROP CONSTRAINT %I', relname, conname),
    format('ALTER TABLE %I ADD CONSTRAINT %I %s', relname, conname, pg_get_constraintdef(pg_constraint.oid))
FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
WHERE relnamespace = 'public'::regnamespace AND relname ~ '^(sources|claims)_' AND contype = 'f'
ORDER BY relname, conname
"""
"""A statement that takes each away, and the one that brings it back."""

MEMORY = "SET maintenance_work_mem = '1GB'"
"""An index is sorted in memory where it fits; the rest of the session keeps it."""


@contextmanager
def keys_added_after() -> Iterator[None]:
    """Rows that are written inside go in without their foreign keys and plain indexes; both stand afterwards.

    Where the writing fails they stay away: the database is then of no use.
    """
    with connection.cursor() as cursor:
        pairs = []
        for listing in (FOREIGN_KEYS, INDEXES):
            cursor.execute(listing)
            pairs += cursor.fetchall()
    run([away for away, _ in pairs])
    yield
    run([MEMORY, *(back for _, back in reversed(pairs))])


def run(statements: list[str]) -> None:
    """Run statements one after the other, as one transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
