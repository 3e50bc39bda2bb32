"""When publishers and sources were changed last; those that are there count as changed now."""

from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

ignore_no_trigger = import_module("sources.migrations.0003_audit").ignore_no_trigger


class Migration(migrations.Migration):
    """Adds the moments, their indexes, and triggers that do not take a new moment alone for a change."""

    dependencies = [
        ("sources", "0008_keys_indexed_once"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="publisher",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="source",
            name="update_update",
        ),
        migrations.AddField(
            model_name="publisher",
            name="updated_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddField(
            model_name="source",
            name="updated_at",
            field=models.DateTimeField(auto_now=True),
        ),
        migrations.AddIndex(
            model_name="publisher",
            index=models.Index(fields=["updated_at", "id"], name="publisher_by_change"),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(fields=["updated_at", "id"], name="source_by_change"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publisher",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sources_publisherevent" ("created_at", "home_page", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uid") SELECT old_values."created_at", old_values."home_page", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."uid" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."home_page" IS DISTINCT FROM (new_values."home_page") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."uid" IS DISTINCT FROM (new_values."uid")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="598e3195009a688d1989b76b2541671042e6037f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7ed41",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sources_publisher",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="source",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "sources_sourceevent" ("created_at", "id", "kind", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "publisher_id", "reference", "slug", "title", "uid", "url") SELECT old_values."created_at", old_values."id", old_values."kind", old_values."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."published_on", old_values."publisher_id", old_values."reference", old_values."slug", old_values."title", old_values."uid", old_values."url" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."created_at" IS DISTINCT FROM (new_values."created_at") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."published_on" IS DISTINCT FROM (new_values."published_on") OR old_values."publisher_id" IS DISTINCT FROM (new_values."publisher_id") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."slug" IS DISTINCT FROM (new_values."slug") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."uid" IS DISTINCT FROM (new_values."uid") OR old_values."url" IS DISTINCT FROM (new_values."url")) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1de93612bdbb6a3f95e2c4d5ff5f0e1e002acb17",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e6185",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="sources_source",
                    when="AFTER",
                ),
            ),
        ),
        ignore_no_trigger(),
    ]
