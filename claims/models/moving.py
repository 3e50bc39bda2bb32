"""A move of a claim's status as one statement: the claim's row, its review row and the end of its lease."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from claims.models.lease import Lease
from claims.models.review import Review

STATEMENT = """
WITH moved AS (
    UPDATE {claims} SET {changes} WHERE id = %s AND version = %s AND status = %s AND verdict = %s RETURNING id
), released AS (
    DELETE FROM {leases} WHERE claim_id IN (SELECT id FROM moved)
)
INSERT INTO {reviews} ({columns}, number)
SELECT {values}, 1 + (SELECT count(*) FROM {reviews} WHERE claim_id = moved.id) FROM moved
RETURNING id, number
"""
"""Does nothing unless the claim stands as it was seen.

Safe beside other moves, though it counts the reviews as they were when it began: each of them has changed
the version, and a claim whose row changed while this waited for it is looked at again and passed over.
"""


def write_move(seen: Any, changes: Mapping[str, Any], review: Review) -> bool:
    """Write the columns of a claim that stands as it was seen, and its review, which gets its number.

    False where it stands otherwise by now; then nothing was written.
    """
    model = type(seen)
    set_fields = [model._meta.get_field(name) for name in changes]
    given = _list_given()
    statement = STATEMENT.format(
        claims=model._meta.db_table,
        leases=Lease._meta.db_table,
        reviews=Review._meta.db_table,
        changes=", ".join(f'"{field.column}" = %s' for field in set_fields),
        columns=", ".join(f'"{field.column}"' for field in given),
        values=", ".join("%s" for _ in given),
    )
    params = [
        *(_prepare(field, value) for field, value in zip(set_fields, changes.values(), strict=True)),
        *(seen.pk, seen.version, seen.status, seen.verdict),
        *(_prepare(field, getattr(review, field.attname)) for field in given),
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        written = cursor.fetchone()
    if written is None:
        return False
    review.pk, review.number = written
    review._state.adding, review._state.db = False, connection.alias
    return True


@cache
def _list_given() -> "tuple[Field[Any, Any], ...]":
    """The columns of a review that are known before it is written."""
    fields = Review._meta.concrete_fields
    return tuple(field for field in fields if not field.primary_key and field.attname != "number")


def _prepare(field: Any, value: Any) -> Any:
    """A value as the database takes it for a column."""
    return field.get_db_prep_save(value.pk if isinstance(value, Model) else value, connection)
