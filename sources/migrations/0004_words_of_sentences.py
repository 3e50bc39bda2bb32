"""The words of each sentence, stemmed and in an index, for full-text search.

The column belongs to the database alone: no model knows it, so that no list reads it by accident.
"""

from django.db import migrations

COLUMN = """
ALTER TABLE sources_sentence
    ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.english', text)) STORED
"""


class Migration(migrations.Migration):
    """Adds the column and its index."""

    dependencies = [("sources", "0003_audit")]

    operations = [
        migrations.RunSQL(COLUMN, "ALTER TABLE sources_sentence DROP COLUMN words"),
        migrations.RunSQL(
            "CREATE INDEX sentence_by_words ON sources_sentence USING gin (words)",
            "DROP INDEX sentence_by_words",
        ),
    ]
