"""What the triggers of guards and of the audit trail read and write are the record's own tables."""

from importlib import import_module

from django.db import migrations

looking = import_module("sources.migrations.0010_guards_look_past_temporary_tables")


class Migration(migrations.Migration):
    """Fixes where the triggers' functions look for tables; going back leaves it."""

    dependencies = [
        ("claims", "0026_when_names_changed_last"),
        ("sources", "0010_guards_look_past_temporary_tables"),
    ]

    operations = [looking.look_past_temporary_tables()]
