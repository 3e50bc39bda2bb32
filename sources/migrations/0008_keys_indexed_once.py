"""A key that a unique index begins with needs no index of its own: a load writes one fewer."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Drops the keys' own indexes."""

    dependencies = [("sources", "0007_sources_by_letters")]

    operations = [
        migrations.AlterField(
            model_name="sentence",
            name="snapshot",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sentences",
                to="sources.snapshot",
            ),
        ),
        migrations.AlterField(
            model_name="snapshot",
            name="source",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="snapshots",
                to="sources.source",
            ),
        ),
    ]
