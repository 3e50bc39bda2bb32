"""The first page of the admin finds the week's moves and the verdicts by index."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0016_names_by_trigrams"),
        ("sources", "0003_audit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("verdict", "unchecked"), _negated=True),
                fields=["verdict", "-id"],
                name="claim_by_verdict",
            ),
        ),
        migrations.AddIndex(
            model_name="review",
            index=models.Index(fields=["at"], name="review_by_moment"),
        ),
    ]
