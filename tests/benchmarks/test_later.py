"""Indexes and foreign keys that come after the rows are those that stood before."""

import pytest
from django.db import connection

from benchmarks.record_parts.later import keys_added_after

KEYS = """
SELECT indexname, tablename FROM pg_indexes WHERE schemaname = 'public'
UNION ALL
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""
"""Indexes by their names: a condition is not written the same again, though it says the same."""


def read_keys() -> set[tuple[str, str]]:
    """Every index with its table, and every constraint with its definition."""
    with connection.cursor() as cursor:
        cursor.execute(KEYS)
        return set(cursor.fetchall())


@pytest.mark.django_db(transaction=True)
def test_what_was_taken_away_comes_back() -> None:
    before = read_keys()

    with keys_added_after():
        missing = {name for name, _ in before - read_keys()}

    assert {"claim_in_measure", "claim_by_status"} <= missing
    assert "claims_claim_uid_key" not in missing
    assert read_keys() == before
