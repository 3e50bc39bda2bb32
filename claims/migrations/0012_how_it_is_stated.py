"""Claims say which way a value went, what a share is of, its scope, and whether it is stated as a fact."""

from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import claims.codelists

ignore_no_trigger = import_module("sources.migrations.0003_audit").ignore_no_trigger


class Migration(migrations.Migration):
    """Adds how a value is stated."""

    dependencies = [
        ("claims", "0011_lists_by_index"),
        ("sources", "0003_audit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="claim",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="claim",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="claim",
            name="denominator",
            field=models.CharField(
                blank=True, help_text="What a share or rate is of, as written.", max_length=300
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="direction",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "none"),
                    ("up by", "up by"),
                    ("up to", "up to"),
                    ("up from", "up from"),
                    ("down by", "down by"),
                    ("down to", "down to"),
                    ("down from", "down from"),
                ],
                help_text="Which way the value went, where the text says that it did.",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="modality",
            field=models.CharField(
                choices=[
                    ("stated", "stated"),
                    ("forecast", "forecast"),
                    ("target", "target"),
                    ("estimate", "estimate"),
                    ("hypothetical", "hypothetical"),
                    ("denied", "denied"),
                ],
                default=claims.codelists.Modality["STATED"],
                help_text="Whether the text states it as a fact, or as a forecast, target, estimate, ...",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="scope",
            field=models.CharField(
                blank=True,
                help_text="Words before it that narrow or widen it: “only”, “many of”.",
                max_length=100,
            ),
        ),
        migrations.AddField(
            model_name="claimevent",
            name="denominator",
            field=models.CharField(
                blank=True, help_text="What a share or rate is of, as written.", max_length=300
            ),
        ),
        migrations.AddField(
            model_name="claimevent",
            name="direction",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "none"),
                    ("up by", "up by"),
                    ("up to", "up to"),
                    ("up from", "up from"),
                    ("down by", "down by"),
                    ("down to", "down to"),
                    ("down from", "down from"),
                ],
                help_text="Which way the value went, where the text says that it did.",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="claimevent",
            name="modality",
            field=models.CharField(
                choices=[
                    ("stated", "stated"),
                    ("forecast", "forecast"),
                    ("target", "target"),
                    ("estimate", "estimate"),
                    ("hypothetical", "hypothetical"),
                    ("denied", "denied"),
                ],
                default=claims.codelists.Modality["STATED"],
                help_text="Whether the text states it as a fact, or as a forecast, target, estimate, ...",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="claimevent",
            name="scope",
            field=models.CharField(
                blank=True,
                help_text="Words before it that narrow or widen it: “only”, “many of”.",
                max_length=100,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimevent" ("approximation", "comparator", "created_at", "created_by_id", "denominator", "direction", "end", "extractor", "figure_id", "high", "high_inclusive", "id", "kind", "low", "low_inclusive", "modality", "noun", "period", "period_end", "period_start", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "scope", "sentence_id", "significant_digits", "speaker_id", "start", "statistic_id", "status", "status_at", "status_by_id", "subject_id", "uid", "unit", "verdict", "version", "voice") SELECT old_values."approximation", old_values."comparator", old_values."created_at", old_values."created_by_id", old_values."denominator", old_values."direction", old_values."end", old_values."extractor", old_values."figure_id", old_values."high", old_values."high_inclusive", old_values."id", old_values."kind", old_values."low", old_values."low_inclusive", old_values."modality", old_values."noun", old_values."period", old_values."period_end", old_values."period_start", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."quote", old_values."scope", old_values."sentence_id", old_values."significant_digits", old_values."speaker_id", old_values."start", old_values."statistic_id", old_values."status", old_values."status_at", old_values."status_by_id", old_values."subject_id", old_values."uid", old_values."unit", old_values."verdict", old_values."version", old_values."voice" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."approximation" IS DISTINCT FROM (new_values."approximation") OR old_values."comparator" IS DISTINCT FROM (new_values."comparator") OR old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."created_by_id" IS DISTINCT FROM (new_values."created_by_id") OR old_values."denominator" IS DISTINCT FROM (new_values."denominator") OR old_values."direction" IS DISTINCT FROM (new_values."direction") OR old_values."end" IS DISTINCT FROM (new_values."end") OR old_values."extractor" IS DISTINCT FROM (new_values."extractor") OR old_values."figure_id" IS DISTINCT FROM (new_values."figure_id") OR old_values."high" IS DISTINCT FROM (new_values."high") OR old_values."high_inclusive" IS DISTINCT FROM (new_values."high_inclusive") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."low" IS DISTINCT FROM (new_values."low") OR old_values."low_inclusive" IS DISTINCT FROM (new_values."low_inclusive") OR old_values."modality" IS DISTINCT FROM (new_values."modality") OR old_values."noun" IS DISTINCT FROM (new_values."noun") OR old_values."period" IS DISTINCT FROM (new_values."period") OR old_values."period_end" IS DISTINCT FROM (new_values."period_end") OR old_values."period_start" IS DISTINCT FROM (new_values."period_start") OR old_values."quote" IS DISTINCT FROM (new_values."quote") OR old_values."scope" IS DISTINCT FROM (new_values."scope") OR old_values."sentence_id" IS DISTINCT FROM (new_values."sentence_id") OR old_values."significant_digits" IS DISTINCT FROM (new_values."significant_digits") OR old_values."speaker_id" IS DISTINCT FROM (new_values."speaker_id") OR old_values."start" IS DISTINCT FROM (new_values."start") OR old_values."statistic_id" IS DISTINCT FROM (new_values."statistic_id") OR old_values."status" IS DISTINCT FROM (new_values."status") OR old_values."status_at" IS DISTINCT FROM (new_values."status_at") OR old_values."status_by_id" IS DISTINCT FROM (new_values."status_by_id") OR old_values."subject_id" IS DISTINCT FROM (new_values."subject_id") OR old_values."uid" IS DISTINCT FROM (new_values."uid") OR old_values."unit" IS DISTINCT FROM (new_values."unit") OR old_values."verdict" IS DISTINCT FROM (new_values."verdict") OR old_values."version" IS DISTINCT FROM (new_values."version") OR old_values."voice" IS DISTINCT FROM (new_values."voice")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7a3e3c9abaa65c00e6d487e29369078866798da7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe4ba",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_claimevent" ("approximation", "comparator", "created_at", "created_by_id", "denominator", "direction", "end", "extractor", "figure_id", "high", "high_inclusive", "id", "kind", "low", "low_inclusive", "modality", "noun", "period", "period_end", "period_start", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "scope", "sentence_id", "significant_digits", "speaker_id", "start", "statistic_id", "status", "status_at", "status_by_id", "subject_id", "uid", "unit", "verdict", "version", "voice") SELECT old_values."approximation", old_values."comparator", old_values."created_at", old_values."created_by_id", old_values."denominator", old_values."direction", old_values."end", old_values."extractor", old_values."figure_id", old_values."high", old_values."high_inclusive", old_values."id", old_values."kind", old_values."low", old_values."low_inclusive", old_values."modality", old_values."noun", old_values."period", old_values."period_end", old_values."period_start", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', old_values."id", old_values."quote", old_values."scope", old_values."sentence_id", old_values."significant_digits", old_values."speaker_id", old_values."start", old_values."statistic_id", old_values."status", old_values."status_at", old_values."status_by_id", old_values."subject_id", old_values."uid", old_values."unit", old_values."verdict", old_values."version", old_values."voice" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f32a209c67212c2657f27e4daf526b37c98d4e1e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dbf31",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="claims_claim",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("direction__in", ["", "up by", "up to", "up from", "down by", "down to", "down from"])
                ),
                name="claim_direction_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("modality__in", ["stated", "forecast", "target", "estimate", "hypothetical", "denied"])
                ),
                name="claim_modality_is_known",
            ),
        ),
        ignore_no_trigger(),
    ]
