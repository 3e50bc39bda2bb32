"""Names hide no character, as far as people can tell who is meant."""

from typing import Any

from django.db import migrations, models

from sources.models.names import clean_names, validate_name

JOINED = (
    r"\u0600-\u0dff\u1000-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff"
    r"\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)

SHAPED = JOINED + r"\u2100-\u2bff\u2e80-\u9fff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff"

NEVER_SHOWN = (
    r"[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)

LOST_JOINERS = (
    rf"(?<![{JOINED}])[\u200c\u200d]|\u200c(?![{JOINED}])"
    rf"|(?<![\u09cd\u0d4d])\u200d(?![{JOINED}])"  # which end words in old spellings of Bengali and Malayalam
)
LOST_SELECTORS = rf"(?<![{SHAPED}])[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"

HIDDEN = f"{NEVER_SHOWN}|{LOST_JOINERS}|{LOST_SELECTORS}"


def clean_publishers(apps: Any, _schema_editor: Any) -> None:
    """Take hidden characters out of publishers' names; raises NamesAlikeError."""
    clean_names(apps.get_model("sources", "Publisher"))


class Migration(migrations.Migration):
    """Cleans the names of publishers, or stops where one is empty or another's without its hidden characters."""

    dependencies = [("sources", "0011_web_addresses")]

    operations = [
        migrations.RunPython(clean_publishers, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="publisher",
            name="name",
            field=models.CharField(max_length=200, unique=True, validators=[validate_name]),
        ),
        migrations.AlterField(
            model_name="publisherevent",
            name="name",
            field=models.CharField(max_length=200, validators=[validate_name]),
        ),
        migrations.AddConstraint(
            model_name="publisher",
            constraint=models.CheckConstraint(
                name="publisher_name_hides_nothing",
                condition=models.Q(("name__regex", HIDDEN), _negated=True),
            ),
        ),
    ]
