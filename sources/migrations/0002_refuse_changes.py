"""Snapshots and sentences are never changed or deleted: the database refuses it.

What changes nothing passes: an UPDATE to the same values, so that a fixture can be loaded twice, and the
TRUNCATE of an empty table.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION onrecord_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    has_rows boolean;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', TG_RELID::regclass) INTO has_rows;
        IF NOT has_rows THEN RETURN NULL; END IF;
    END IF;
    RAISE EXCEPTION '% of % is refused: its rows are kept as they are', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END $$
"""

TRIGGERS = """
CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table}
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION onrecord_refuse_change();
CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION onrecord_refuse_change();
CREATE TRIGGER {table}_is_never_truncated BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION onrecord_refuse_change();
"""

DROP_TRIGGERS = """
DROP TRIGGER {table}_is_never_changed ON {table};
DROP TRIGGER {table}_is_never_deleted ON {table};
DROP TRIGGER {table}_is_never_truncated ON {table};
"""


def guard(table: str) -> migrations.RunSQL:
    """The operation that makes the rows of a table permanent."""
    return migrations.RunSQL(TRIGGERS.format(table=table), DROP_TRIGGERS.format(table=table))


class Migration(migrations.Migration):
    """Guards what was read."""

    dependencies = [("sources", "0001_initial")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION onrecord_refuse_change()"),
        guard("sources_snapshot"),
        guard("sources_sentence"),
    ]
