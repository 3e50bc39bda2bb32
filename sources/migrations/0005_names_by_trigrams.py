"""Letters anywhere in a name or title are found by an index, where the server has the extension pg_trgm.

It comes with PostgreSQL, but a small installation may lack it, or the role may not add it: then the same
searches read the whole table, which for names is small.
"""

from django.db import migrations

MAKE = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE NOTICE 'pg_trgm is not added: the role may not; names are searched without an index';
END $$
"""

# Django compares letters of either case as upper(column::text): the index has the same expression.
INDEX = """
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
        CREATE INDEX {name} ON {table} USING gin (upper({column}::text) gin_trgm_ops);
    END IF;
END $$
"""


def index_letters(table: str, column: str, name: str) -> migrations.RunSQL:
    """The operation that indexes the letters of a column."""
    return migrations.RunSQL(
        INDEX.format(table=table, column=column, name=name), f"DROP INDEX IF EXISTS {name}"
    )


class Migration(migrations.Migration):
    """Adds the extension, which going back leaves, and the indexes."""

    dependencies = [("sources", "0004_words_of_sentences")]

    operations = [
        migrations.RunSQL(MAKE, migrations.RunSQL.noop),
        index_letters("sources_publisher", "name", "publisher_by_letters"),
        index_letters("sources_source", "title", "source_by_letters"),
    ]
