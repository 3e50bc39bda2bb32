"""Lists by the day of publication are read in the order of an index; an unknown day is before every other."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the index."""

    dependencies = [("sources", "0005_names_by_trigrams")]

    operations = [
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                models.OrderBy(models.F("published_on"), nulls_first=True), "id", name="source_by_day"
            ),
        ),
    ]
