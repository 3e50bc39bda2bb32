"""People decide about figures, and say why."""

from importlib import import_module

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

ignore_no_trigger = import_module("sources.migrations.0003_audit").ignore_no_trigger


class Migration(migrations.Migration):
    """Adds the reason, and who may decide."""

    dependencies = [("claims", "0006_audit")]

    operations = [
        migrations.AlterModelOptions(
            name="figure",
            options={
                "ordering": ["sentence", "start"],
                "permissions": [("decide_figure", "Can promote figures to claims and dismiss them")],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="figure",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="figure",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="figure",
            name="reason",
            field=models.TextField(blank=True, help_text="Why a person decided so."),
        ),
        migrations.AddField(
            model_name="figureevent",
            name="reason",
            field=models.TextField(blank=True, help_text="Why a person decided so."),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_figureevent" ("created_at", "decided_at", "decided_by_id", "disposition", "end", "extractor", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rule", "sentence_id", "start", "surface", "uid") SELECT old_values."created_at", old_values."decided_at", old_values."decided_by_id", old_values."disposition", old_values."end", old_values."extractor", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', old_values."id", old_values."reason", old_values."rule", old_values."sentence_id", old_values."start", old_values."surface", old_values."uid" FROM ( SELECT old_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="34db16716574dd8ca0512e5d5a42b55bed4c1941",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce0c5",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="claims_figure",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figure",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "claims_figureevent" ("created_at", "decided_at", "decided_by_id", "disposition", "end", "extractor", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "rule", "sentence_id", "start", "surface", "uid") SELECT old_values."created_at", old_values."decided_at", old_values."decided_by_id", old_values."disposition", old_values."end", old_values."extractor", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'delete\', old_values."id", old_values."reason", old_values."rule", old_values."sentence_id", old_values."start", old_values."surface", old_values."uid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8515551a1774fc1ccfa92686e4ef54806ec38567",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_df097",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="claims_figure",
                    when="AFTER",
                ),
            ),
        ),
        ignore_no_trigger(),
    ]
