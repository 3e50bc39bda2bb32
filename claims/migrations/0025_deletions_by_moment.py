"""Claims and figures that are gone are listed by the moment of their deletion."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds an index of these events alone to both trails."""

    dependencies = [("claims", "0024_days_of_periods")]

    operations = [
        migrations.AddIndex(
            model_name=f"{model}event",
            index=models.Index(
                fields=["pgh_created_at", "pgh_id"],
                name=f"deleted_{model}",
                condition=models.Q(("pgh_label", "delete")),
            ),
        )
        for model in ("claim", "figure")
    ]
