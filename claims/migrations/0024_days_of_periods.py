"""Periods are found by an index of their days, and the planner sees how common a period is (decision 14)."""

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import migrations, models

HAS_DAYS = models.Q(("period_start__isnull", False), ("period_end__isnull", False), _connector="OR")

DAYS = models.Case(
    models.When(
        HAS_DAYS, then=models.Func("period_start", "period_end", template="daterange(%(expressions)s, '[]')")
    ),
    output_field=DateRangeField(),
)

STATISTICS = """
CREATE STATISTICS claim_days ON (
    CASE WHEN period_start IS NOT NULL OR period_end IS NOT NULL THEN daterange(period_start, period_end, '[]') END
) FROM claims_claim
"""


class Migration(migrations.Migration):
    """Adds the index and the statistics."""

    dependencies = [("claims", "0023_newest_of_a_measure")]

    operations = [
        migrations.AddIndex("claim", GistIndex(DAYS, name="claim_by_days", condition=HAS_DAYS)),
        migrations.RunSQL(STATISTICS, "DROP STATISTICS claim_days"),
    ]
