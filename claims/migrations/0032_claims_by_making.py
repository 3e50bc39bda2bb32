"""Claims made since a moment, or before one, are found by a summary of where in the table they stand."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import migrations


class Migration(migrations.Migration):
    """Adds the index, a hundred kilobytes for ten million claims."""

    dependencies = [("claims", "0031_values_with_their_keys")]

    operations = [
        migrations.AddIndex(
            "claim", BrinIndex(fields=["created_at"], name="claim_by_making", autosummarize=True)
        )
    ]
