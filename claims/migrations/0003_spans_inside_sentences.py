"""Figures and quotes are the very words of their sentence: the database compares them.

Statement triggers with transition tables: one join for a whole batch, however many rows it has.
"""

from django.db import migrations

FIGURES = """
CREATE FUNCTION claims_check_figure_spans() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT f.surface, f.start, f."end" INTO wrong
        FROM changed f JOIN sources_sentence s ON s.id = f.sentence_id
        WHERE f.start < s.start OR f."end" > s."end"
            OR substr(s.text, f.start - s.start + 1, f."end" - f.start) <> f.surface
        LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'figure “%” does not stand at %..% of its sentence', wrong.surface, wrong.start, wrong."end"
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

QUOTES = """
CREATE FUNCTION claims_check_quote_spans() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT c.quote, c.start, c."end" INTO wrong
        FROM changed c JOIN sources_sentence s ON s.id = c.sentence_id
        LEFT JOIN claims_figure f ON f.id = c.figure_id
        WHERE c.start < s.start OR c."end" > s."end"
            OR substr(s.text, c.start - s.start + 1, c."end" - c.start) <> c.quote
            OR f.sentence_id <> c.sentence_id OR f.start < c.start OR f."end" > c."end"
        LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'quote “%” does not stand at %..% of its sentence with its figure in it',
            wrong.quote, wrong.start, wrong."end"
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

TRIGGER = """
CREATE TRIGGER {name}_on_{event} AFTER {event} ON {table} REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION {function}()
"""


def check(table: str, name: str, function: str) -> list[migrations.RunSQL]:
    """The operations that run a check after every INSERT and UPDATE of a table."""
    return [
        migrations.RunSQL(
            TRIGGER.format(name=name, table=table, function=function, event=event),
            f"DROP TRIGGER {name}_on_{event} ON {table}",
        )
        for event in ("insert", "update")
    ]


class Migration(migrations.Migration):
    """Guards where figures and quotes stand."""

    dependencies = [("claims", "0002_append_only_reviews")]

    operations = [
        migrations.RunSQL(FIGURES, "DROP FUNCTION claims_check_figure_spans()"),
        migrations.RunSQL(QUOTES, "DROP FUNCTION claims_check_quote_spans()"),
        *check("claims_figure", "figure_stands_in_its_sentence", "claims_check_figure_spans"),
        *check("claims_claim", "quote_stands_in_its_sentence", "claims_check_quote_spans"),
    ]
