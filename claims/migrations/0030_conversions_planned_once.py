"""Conversions are planned once in a session, not with every statement that writes a value (decision 12).

In the SQL standard's form each call was put together anew, with the whole table of units in it a score of times:
a single changed value took 4 ms of PostgreSQL 18 and 100 ms of PostgreSQL 15.
"""

from importlib import import_module

from django.db import migrations

before = import_module("claims.migrations.0014_base_values")

# Such a body finds what it calls by the search path of its session: it names the schema of the table of units.
REPLACE = """
DO $replace$
BEGIN
    EXECUTE format($function$
        CREATE OR REPLACE FUNCTION claims_measure(unit text) RETURNS text
            LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
        DECLARE
            known text := %1$I.claims_units() -> unit ->> 0;
            above text := split_part(unit, '/', 1);
            below text := substr(unit, strpos(unit, '/') + 1);
        BEGIN
            IF known IS NOT NULL THEN
                RETURN known;
            ELSIF strpos(unit, '/') = 0 THEN
                RETURN unit;
            END IF;
            RETURN coalesce(%1$I.claims_units() -> above ->> 0, above) || '/'
                || coalesce(%1$I.claims_units() -> below ->> 0, below);
        END $body$
    $function$, current_schema());

    EXECUTE format($function$
        CREATE OR REPLACE FUNCTION claims_base(stated numeric, unit text) RETURNS numeric
            LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $body$
        DECLARE
            known jsonb;
            above jsonb;
            below jsonb;
        BEGIN
            IF stated IS NULL THEN
                RETURN NULL;
            END IF;
            known := %1$I.claims_units() -> unit;
            IF known IS NOT NULL THEN
                RETURN (stated * (known ->> 1)::numeric + (known ->> 2)::numeric) / (known ->> 3)::numeric;
            ELSIF strpos(unit, '/') = 0 THEN
                RETURN stated;
            END IF;
            above := %1$I.claims_units() -> split_part(unit, '/', 1);
            below := %1$I.claims_units() -> substr(unit, strpos(unit, '/') + 1);
            RETURN stated * coalesce((above ->> 1)::numeric, 1) * coalesce((below ->> 3)::numeric, 1)
                / coalesce((above ->> 3)::numeric, 1) / coalesce((below ->> 1)::numeric, 1);
        END $body$
    $function$, current_schema());
END $replace$
"""


def restore(statement: str) -> str:
    """The function as it was."""
    return statement.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    """Replaces both functions by ones that say the same; no value changes."""

    dependencies = [("claims", "0029_signs_of_currencies")]

    operations = [migrations.RunSQL(REPLACE, [restore(before.MEASURE), restore(before.BASE)])]
