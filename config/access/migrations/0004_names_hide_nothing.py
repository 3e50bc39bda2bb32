"""Names of tokens hide no character, as far as people can tell which is meant."""

from importlib import import_module
from typing import Any

from django.db import migrations, models

from sources.models.names import clean_names, validate_name

HIDDEN = import_module("sources.migrations.0012_names_hide_nothing").HIDDEN
FOR = "What it is for, such as “nightly crawler”."


def clean_tokens(apps: Any, _schema_editor: Any) -> None:
    """Take hidden characters out of the names of tokens; raises NamesAlikeError."""
    clean_names(apps.get_model("access", "Token"))


class Migration(migrations.Migration):
    """Cleans names, or stops where one is empty or another's without its hidden characters."""

    dependencies = [
        ("access", "0003_guards_look_past_temporary_tables"),
        ("sources", "0012_names_hide_nothing"),
    ]

    operations = [
        migrations.RunPython(clean_tokens, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="token",
            name="name",
            field=models.CharField(max_length=100, validators=[validate_name], help_text=FOR),
        ),
        migrations.AlterField(
            model_name="tokenevent",
            name="name",
            field=models.CharField(max_length=100, validators=[validate_name], help_text=FOR),
        ),
        migrations.AddConstraint(
            model_name="token",
            constraint=models.CheckConstraint(
                name="token_name_hides_nothing", condition=models.Q(("name__regex", HIDDEN), _negated=True)
            ),
        ),
    ]
