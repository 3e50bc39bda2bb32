"""When speakers, subjects and statistics were changed last; those that are there count as changed now."""

from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

ignore_no_trigger = import_module("sources.migrations.0003_audit").ignore_no_trigger


class Migration(migrations.Migration):
    """Adds the moments, their indexes, and triggers that do not take a new moment alone for a change."""

    dependencies = [
        ("claims", "0025_deletions_by_moment"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="speaker",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="statistic",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="subject",
            name="update_update",
        ),
        migrations.AddField(
            model_name="speaker",
            name="updated_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddField(
            model_name="statistic",
            name="updated_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddField(
            model_name="subject",
            name="updated_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddIndex(
            model_name="speaker",
            index=models.Index(fields=["updated_at", "id"], name="speaker_by_change"),
        ),
        migrations.AddIndex(
            model_name="statistic",
            index=models.Index(fields=["updated_at", "id"], name="statistic_by_change"),
        ),
        migrations.AddIndex(
            model_name="subject",
            index=models.Index(fields=["updated_at", "id"], name="subject_by_change"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="speaker",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_speakerevent" ("created_at", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT old_values."created_at", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."uid" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."uid" IS DISTINCT FROM (new_values."uid")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="be7fcf76bc044f56abef51d81829f827c93a8ce7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d9d7a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_speaker",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statistic",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_statisticevent" ("created_at", "definition", "denominator", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid", "unit") SELECT old_values."created_at", old_values."definition", old_values."denominator", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."uid", old_values."unit" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."definition" IS DISTINCT FROM (new_values."definition") OR old_values."denominator" IS DISTINCT FROM (new_values."denominator") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."uid" IS DISTINCT FROM (new_values."uid") OR old_values."unit" IS DISTINCT FROM (new_values."unit")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="c9cf5b8476daff739bc230baab4861069f1c4827",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_90979",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_statistic",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="subject",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_subjectevent" ("created_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT old_values."created_at", old_values."id", old_values."kind", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."uid" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."uid" IS DISTINCT FROM (new_values."uid")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8a9117f05ea1471682861a2464a1bb1883f063ac",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23b18",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_subject",
                    when="AFTER",
                ),
            ),
        ),
        ignore_no_trigger(),
    ]
