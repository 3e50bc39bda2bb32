"""Databases of their own for benchmarks, beside the one that the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from psycopg import sql

from benchmarks.record_parts.later import keys_added_after
from benchmarks.record_parts.record import make_record

VERSION = "made-up record 1"
"""Noted at the database; one that was made by another version, or not to its end, is made anew."""


@contextmanager
def record_of(number: int) -> Iterator[None]:
    """The default connection leads to a record of so many claims; afterwards to where it led before.

    The database stays, so that the next run finds it made; `migrate` brings it up to date each time.
    """
    named = connection.settings_dict["NAME"]
    name = f"onrecord_benchmark_{number}"
    if not is_made(name):
        create(name)
    point_to(name)
    try:
        call_command("migrate", verbosity=0)
        if not is_made(name):
            with keys_added_after():
                make_record(number)
            finish(name)
        analyze()
        yield
    finally:
        point_to(named)


def point_to(name: str) -> None:
    """Have the default connection lead to another database of the same server."""
    connection.close()
    connection.settings_dict["NAME"] = name


def is_made(name: str) -> bool:
    """Whether the database is there with a whole record of this version."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') = %s FROM pg_database WHERE datname = %s",
            [VERSION, name],
        )
        return bool(cursor.fetchone() == (True,))


def create(name: str) -> None:
    """Create the database, over what another version or a broken run has left."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(name)))
        cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def analyze() -> None:
    """Count what the planner goes by: columns that a migration has just added have no statistics yet."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def finish(name: str) -> None:
    """Mark what every transaction sees, as autovacuum would, and note that the record is whole."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), VERSION))
