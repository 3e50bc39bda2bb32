"""A page of the claims of a measure is walked from the newest on, however many claims there are (decision 13)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [("claims", "0022_more_units")]

    operations = [
        migrations.AddIndex("claim", models.Index(fields=["measure", "-id"], name="claim_newest_of_measure")),
    ]
