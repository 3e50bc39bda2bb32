"""Lists of one speaker, subject or statistic are read in the order of an index, however many claims it has."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Orders the keys' indexes."""

    dependencies = [
        ("claims", "0010_roles"),
        ("sources", "0003_audit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="claim",
            name="speaker",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="claims.speaker",
            ),
        ),
        migrations.AlterField(
            model_name="claim",
            name="statistic",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="claims.statistic",
            ),
        ),
        migrations.AlterField(
            model_name="claim",
            name="subject",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="claims.subject",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["speaker", "-id"], name="claim_by_speaker"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["subject", "-id"], name="claim_by_subject"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["statistic", "-id"], name="claim_by_statistic"),
        ),
    ]
