"""A key that a unique index begins with needs no index of its own: a load writes one fewer."""

import django.db.models.deletion
from django.db import migrations, models


def drop_index(model: str, key: str, to: str, related_name: str) -> migrations.AlterField:
    """The operation that leaves a key to the unique index that begins with it."""
    return migrations.AlterField(
        model_name=model,
        name=key,
        field=models.ForeignKey(
            db_index=False,
            on_delete=django.db.models.deletion.PROTECT,
            related_name=related_name,
            to=to,
        ),
    )


class Migration(migrations.Migration):
    """Drops the keys' own indexes."""

    dependencies = [("claims", "0018_searches_by_letters"), ("sources", "0008_keys_indexed_once")]

    operations = [
        drop_index("figure", "sentence", "sources.sentence", "figures"),
        drop_index("harvest", "snapshot", "sources.snapshot", "harvests"),
        drop_index("review", "claim", "claims.claim", "reviews"),
        drop_index("verdict", "claim", "claims.claim", "verdicts"),
    ]
