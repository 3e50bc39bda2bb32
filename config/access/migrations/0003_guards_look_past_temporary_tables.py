"""What the triggers of the tokens' audit trail write goes into its own table."""

from importlib import import_module

from django.db import migrations

looking = import_module("sources.migrations.0010_guards_look_past_temporary_tables")


class Migration(migrations.Migration):
    """Fixes where the triggers' functions look for tables; going back leaves it."""

    dependencies = [
        ("access", "0002_administrators_revoke"),
        ("claims", "0027_guards_look_past_temporary_tables"),
    ]

    operations = [looking.look_past_temporary_tables()]
