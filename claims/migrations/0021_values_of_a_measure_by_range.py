"""Values with a unit are found by one index of ranges again, which counts without reading rows (decision 13)."""

from django.contrib.postgres.indexes import GistIndex
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models

IS_WIDE = models.Q(("comparator__in", [">", ">=", "<", "<=", "~", "range"]))

COMPARATORS = "CREATE STATISTICS claim_comparators (mcv) ON measure, comparator FROM claims_claim"
BASE_HIGH = "CREATE STATISTICS claim_base_high ON (upper(base_value)) FROM claims_claim"


class Migration(migrations.Migration):
    """Replaces the index and drops what only its questions needed."""

    dependencies = [("claims", "0020_values_by_sorted_indexes")]

    operations = [
        BtreeGistExtension(),
        migrations.AddIndex("claim", GistIndex(fields=["measure", "base_value"], name="claim_by_measure")),
        migrations.RemoveIndex("claim", "claim_wide_by_base_bounds"),
        migrations.RunSQL("DROP STATISTICS claim_comparators", COMPARATORS),
        migrations.RunSQL("DROP STATISTICS claim_base_high", BASE_HIGH),
    ]
