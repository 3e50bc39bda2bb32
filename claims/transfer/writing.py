"""The record out of a database: one line a row, the same bytes for the same record."""

from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Model, Q

from claims.transfer.tables import FORMAT, MODELS, TABLES, VERSION, Table

BATCH = 2_000


def write_record() -> Iterator[bytes]:
    """The lines of everything, as it stands at one moment; the last one says how many rows there are.

    Rows come in the order of their making, so that an import makes them in that order again.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            connection.cursor().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield write_line({"format": FORMAT, "version": VERSION})
        rows = 0
        for table in TABLES.values():
            for line in write_table(table):
                rows += 1
                yield line
        yield write_line({"rows": rows})


def write_table(table: Table) -> Iterator[bytes]:
    """The lines of one table."""
    rows = find_named() if table.model is User else table.model._default_manager.order_by("pk")
    for values in rows.values_list(*table.paths).iterator(chunk_size=BATCH):
        yield write_line(table.describe(values))


def find_named() -> Any:
    """The accounts that the record names; others are the installation's own."""
    named = Q(pk__in=[])
    for model in MODELS[1:]:
        for column in list_people(model):
            named |= Q(pk__in=model._default_manager.filter(**{f"{column}__isnull": False}).values(column))
    return User.objects.filter(named).order_by("username")


def list_people(model: type[Model]) -> Iterable[str]:
    """The columns of a model that name a person."""
    references = TABLES[model._meta.label_lower].references
    return [name for name, table in references.items() if table.model is User]


def write_line(line: dict[str, Any]) -> bytes:
    """An object as one line."""
    return orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
