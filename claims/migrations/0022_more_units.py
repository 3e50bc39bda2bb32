"""Light, radiation, binary bytes, historic currencies and other units convert too (decision 12)."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent


def replace_table(name: str) -> tuple[str, str]:
    """The statements that put a table of units in place and compute the values that it measures otherwise."""
    table = (HERE / name).read_text(encoding="utf-8")
    head = "CREATE OR REPLACE FUNCTION claims_units() RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE"
    return (
        f"{head} RETURN '{table}'::jsonb",
        "UPDATE claims_claim SET unit = unit WHERE measure <> claims_measure(unit)",
    )


class Migration(migrations.Migration):
    """Replaces the table of units; no factor of a unit that was in it changes."""

    dependencies = [("claims", "0021_values_of_a_measure_by_range")]

    operations = [migrations.RunSQL(replace_table("units_2.json"), replace_table("units_1.json"))]
