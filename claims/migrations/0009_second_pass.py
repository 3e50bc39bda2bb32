"""A second person decides without seeing the first decision; neither row is ever changed."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import sources.models.identity

guard = import_module("sources.migrations.0002_refuse_changes").guard


class Migration(migrations.Migration):
    """Adds second passes."""

    dependencies = [("claims", "0008_desk"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="Resolution",
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
                (
                    "kept",
                    models.CharField(
                        choices=[("first", "the first"), ("second", "the second"), ("neither", "neither")],
                        max_length=7,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SecondDecision",
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
                ("at", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[("accepted", "accepted"), ("rejected", "rejected")], max_length=8
                    ),
                ),
                ("reading", models.JSONField()),
                ("first_reading", models.JSONField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SecondPass",
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
                ("asked_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name_plural": "second passes",
                "ordering": ["id"],
                "permissions": [
                    ("ask_second_pass", "Can send claims to a second reviewer"),
                    ("resolve_second_pass", "Can resolve disagreements between reviewers"),
                ],
            },
        ),
        migrations.AddField(
            model_name="resolution",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="resolutions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="seconddecision",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="second_decisions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="resolution",
            name="decision",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="resolution",
                to="claims.seconddecision",
            ),
        ),
        migrations.AddField(
            model_name="secondpass",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                help_text="Who asked for it; empty where it was drawn.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="secondpass",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="second_passes", to="claims.claim"
            ),
        ),
        migrations.AddField(
            model_name="secondpass",
            name="first",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="second_pass", to="claims.review"
            ),
        ),
        migrations.AddField(
            model_name="seconddecision",
            name="second_pass",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="decision", to="claims.secondpass"
            ),
        ),
        migrations.AddConstraint(
            model_name="resolution",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept__in", ["first", "second", "neither"])),
                name="resolution_keeps_one_or_neither",
            ),
        ),
        migrations.AddConstraint(
            model_name="seconddecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["accepted", "rejected"])),
                name="second_decision_is_a_decision",
            ),
        ),
        guard("claims_secondpass"),
        guard("claims_seconddecision"),
        guard("claims_resolution"),
    ]
