"""Names hide no character, as far as people can tell who is meant."""

from importlib import import_module
from typing import Any

from django.db import migrations, models

from sources.models.names import clean_names, validate_name

HIDDEN = import_module("sources.migrations.0012_names_hide_nothing").HIDDEN


def clean_all(apps: Any, _schema_editor: Any) -> None:
    """Take hidden characters out of the names; raises NamesAlikeError."""
    for model in ("Speaker", "Statistic", "Subject"):
        clean_names(apps.get_model("claims", model))


class Migration(migrations.Migration):
    """Cleans names, or stops where one is empty or another's without its hidden characters."""

    dependencies = [("claims", "0032_claims_by_making"), ("sources", "0012_names_hide_nothing")]

    operations = [
        migrations.RunPython(clean_all, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="speaker",
            name="name",
            field=models.CharField(max_length=300, unique=True, validators=[validate_name]),
        ),
        migrations.AlterField(
            model_name="speakerevent",
            name="name",
            field=models.CharField(max_length=300, validators=[validate_name]),
        ),
        migrations.AlterField(
            model_name="statistic",
            name="name",
            field=models.CharField(max_length=300, unique=True, validators=[validate_name]),
        ),
        migrations.AlterField(
            model_name="statisticevent",
            name="name",
            field=models.CharField(max_length=300, validators=[validate_name]),
        ),
        migrations.AlterField(
            model_name="subject",
            name="name",
            field=models.CharField(max_length=300, validators=[validate_name]),
        ),
        migrations.AlterField(
            model_name="subjectevent",
            name="name",
            field=models.CharField(max_length=300, validators=[validate_name]),
        ),
        migrations.AddConstraint(
            model_name="speaker",
            constraint=models.CheckConstraint(
                name="speaker_name_hides_nothing", condition=models.Q(("name__regex", HIDDEN), _negated=True)
            ),
        ),
        migrations.AddConstraint(
            model_name="statistic",
            constraint=models.CheckConstraint(
                name="statistic_name_hides_nothing",
                condition=models.Q(("name__regex", HIDDEN), _negated=True),
            ),
        ),
        migrations.AddConstraint(
            model_name="subject",
            constraint=models.CheckConstraint(
                name="subject_name_hides_nothing", condition=models.Q(("name__regex", HIDDEN), _negated=True)
            ),
        ),
    ]
