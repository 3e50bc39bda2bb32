"""Claims count their changes; reviews tell corrections with their difference, and undos."""

from django.db import migrations, models

FOLLOWS = """
CREATE OR REPLACE FUNCTION claims_check_review_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before record;
BEGIN
    SELECT * INTO before FROM claims_review WHERE claim_id = NEW.claim_id AND number = NEW.number - 1;
    IF NEW.from_status <> coalesce(before.to_status, 'proposed') OR (NEW.number > 1 AND before.id IS NULL) THEN
        RAISE EXCEPTION 'review % of claim % does not follow from the review before it',
            NEW.number, NEW.claim_id
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    IF NEW.action = 'undo' AND (before.id IS NULL OR before.action = 'undo' OR before.by_id <> NEW.by_id
            OR before.from_status <> NEW.to_status) THEN
        RAISE EXCEPTION 'review % of claim % undoes no move of the same person', NEW.number, NEW.claim_id
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

FOLLOWED = """
CREATE OR REPLACE FUNCTION claims_check_review_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    status_before text;
BEGIN
    SELECT to_status INTO status_before
        FROM claims_review WHERE claim_id = NEW.claim_id AND number = NEW.number - 1;
    IF NEW.from_status <> coalesce(status_before, 'proposed') OR (NEW.number > 1 AND status_before IS NULL) THEN
        RAISE EXCEPTION 'review % of claim % does not follow from the review before it',
            NEW.number, NEW.claim_id
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""


class Migration(migrations.Migration):
    """Adds versions, corrections and undos."""

    dependencies = [("claims", "0003_spans_inside_sentences")]

    operations = [
        migrations.AlterModelOptions(
            name="claim",
            options={
                "ordering": ["-id"],
                "permissions": [("review_claim", "Can accept, correct, reject, reopen and undo claims")],
            },
        ),
        migrations.RemoveConstraint(
            model_name="review",
            name="review_is_a_legal_move",
        ),
        migrations.AddField(
            model_name="claim",
            name="version",
            field=models.PositiveIntegerField(
                default=1, editable=False, help_text="Counts the changes; 1 as it was made."
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="difference",
            field=models.JSONField(
                blank=True,
                help_text="Before and after of each field that a correction, or its undo, changed.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="review",
            name="action",
            field=models.CharField(
                choices=[
                    ("accept", "accept"),
                    ("correct", "correct"),
                    ("reject", "reject"),
                    ("reopen", "reopen"),
                    ("undo", "undo"),
                ],
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action", "accept"), ("from_status", "proposed"), ("to_status", "accepted")),
                    models.Q(("action", "correct"), ("from_status", "proposed"), ("to_status", "accepted")),
                    models.Q(("action", "reject"), ("from_status", "proposed"), ("to_status", "rejected")),
                    models.Q(("action", "reopen"), ("from_status", "accepted"), ("to_status", "proposed")),
                    models.Q(("action", "reopen"), ("from_status", "rejected"), ("to_status", "proposed")),
                    models.Q(("action", "undo"), ("from_status", "accepted"), ("to_status", "proposed")),
                    models.Q(("action", "undo"), ("from_status", "proposed"), ("to_status", "accepted")),
                    models.Q(("action", "undo"), ("from_status", "proposed"), ("to_status", "rejected")),
                    models.Q(("action", "undo"), ("from_status", "rejected"), ("to_status", "proposed")),
                    _connector="OR",
                ),
                name="review_is_a_legal_move",
            ),
        ),
        migrations.AddConstraint(
            model_name="review",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("action", "correct"), ("difference__isnull", False)),
                    ("action", "undo"),
                    models.Q(
                        models.Q(("action__in", ["correct", "undo"]), _negated=True),
                        ("difference__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="review_has_a_difference_where_it_corrects",
            ),
        ),
        migrations.RunSQL(FOLLOWS, FOLLOWED),
    ]
