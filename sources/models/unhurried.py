"""Statements that may take as long as they need, in a process whose others are stopped after a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def unhurried() -> Iterator[None]:
    """A transaction without a limit to its statements, for work that grows with what is asked for.

    A file is as long as its list and its reader as slow as a network; a text is written by one COPY,
    however many figures it has. Their size is bounded elsewhere, or is what was wanted.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
        yield
