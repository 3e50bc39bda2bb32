"""Currencies are written short by their own signs, such as AR$ for the Argentine peso, where they have one."""

from importlib import import_module

from django.db import migrations

replace_table = import_module("claims.migrations.0022_more_units").replace_table


class Migration(migrations.Migration):
    """Replaces the table of units; no value changes, so that no row is computed anew."""

    dependencies = [("claims", "0028_evidence_links")]

    operations = [migrations.RunSQL(replace_table("units_3.json")[0], replace_table("units_2.json")[0])]
