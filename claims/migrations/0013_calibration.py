"""Known claims are handed out a second time to measure a person; who looked at a decision is noted."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sources.models.identity

guard = import_module("sources.migrations.0002_refuse_changes").guard


class Migration(migrations.Migration):
    """Adds to whom a second pass is handed, and unblindings."""

    dependencies = [
        ("claims", "0012_how_it_is_stated"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Unblinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=sources.models.identity.make_uid,
                        editable=False,
                        unique=True,
                        verbose_name="id",
                    ),
                ),
                ("at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="secondpass",
            name="handed_to",
            field=models.ForeignKey(
                blank=True,
                help_text="Whom it calibrates; empty for one that anybody else may make.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="secondpass",
            name="first",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="second_passes",
                to="claims.review",
            ),
        ),
        migrations.AddConstraint(
            model_name="secondpass",
            constraint=models.UniqueConstraint(
                fields=("first", "handed_to"),
                name="second_pass_comes_once_a_decision_and_person",
                nulls_distinct=False,
            ),
        ),
        migrations.AddField(
            model_name="unblinding",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="unblinding",
            name="second_pass",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="unblindings",
                to="claims.secondpass",
            ),
        ),
        migrations.AddConstraint(
            model_name="unblinding",
            constraint=models.UniqueConstraint(
                fields=("second_pass", "person"), name="unblinding_comes_once_a_person"
            ),
        ),
        guard("claims_unblinding"),
    ]
