"""The index of ranges holds the keys of its claims too, so that the rare ones are found without reading rows (decision 13)."""

from django.contrib.postgres.indexes import GistIndex
from django.db import migrations


class Migration(migrations.Migration):
    """Replaces the index."""

    dependencies = [("claims", "0030_conversions_planned_once")]

    operations = [
        migrations.AddIndex(
            "claim", GistIndex(fields=["measure", "base_value"], include=["id"], name="claim_in_measure")
        ),
        migrations.RemoveIndex("claim", "claim_by_measure"),
    ]
