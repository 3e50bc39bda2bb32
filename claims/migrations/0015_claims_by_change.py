"""Lists of what changed last, and of what changed since a moment, are read in the order of an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [("claims", "0014_base_values")]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["updated_at", "id"], name="claim_by_change"),
        ),
    ]
