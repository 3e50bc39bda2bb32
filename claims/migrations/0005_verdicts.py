"""Verdicts with evidence and confirmations are only ever added, and a claim's verdict follows from them."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import claims.verdicts
import sources.models.identity

guard = import_module("sources.migrations.0002_refuse_changes").guard

# Checked at the end of the transaction, since a verdict, its evidence and the claim are written one after another.
OUTCOME_FUNCTION = """
CREATE FUNCTION claims_check_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    claim_key bigint;
    verdict_now text;
    verdict_due text;
BEGIN
    IF TG_TABLE_NAME = 'claims_verdict' THEN claim_key := NEW.claim_id; ELSE claim_key := NEW.id; END IF;
    SELECT verdict INTO verdict_now FROM claims_claim WHERE id = claim_key;
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT outcome INTO verdict_due FROM claims_verdict WHERE claim_id = claim_key ORDER BY number DESC LIMIT 1;
    IF verdict_now <> coalesce(verdict_due, 'unchecked') THEN
        RAISE EXCEPTION 'claim % stands as % but its verdicts say %: give it a verdict',
            claim_key, verdict_now, coalesce(verdict_due, 'unchecked')
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

CHAIN_FUNCTION = """
CREATE FUNCTION claims_check_verdict_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    outcome_before text;
BEGIN
    SELECT outcome INTO outcome_before
        FROM claims_verdict WHERE claim_id = NEW.claim_id AND number = NEW.number - 1;
    IF (NEW.number > 1 AND outcome_before IS NULL)
            OR (NEW.outcome = 'unchecked' AND coalesce(outcome_before, 'unchecked') = 'unchecked') THEN
        RAISE EXCEPTION 'verdict % of claim % does not follow from the verdict before it',
            NEW.number, NEW.claim_id
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

EVIDENCE_FUNCTION = """
CREATE FUNCTION claims_check_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    verdict_key bigint;
    due integer;
    found integer;
BEGIN
    IF TG_TABLE_NAME = 'claims_evidence' THEN verdict_key := NEW.verdict_id; ELSE verdict_key := NEW.id; END IF;
    SELECT evidence_count INTO due FROM claims_verdict WHERE id = verdict_key;
    SELECT count(*) INTO found FROM claims_evidence WHERE verdict_id = verdict_key;
    IF due IS NOT NULL AND found <> due THEN
        RAISE EXCEPTION 'verdict % was given with % pieces of evidence and has %', verdict_key, due, found
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

CONFIRMATION_FUNCTION = """
CREATE FUNCTION claims_check_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM claims_verdict
               WHERE id = NEW.verdict_id AND (by_id = NEW.by_id OR outcome = 'unchecked')) THEN
        RAISE EXCEPTION 'verdict % needs a second person to confirm it', NEW.verdict_id
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

TRIGGERS = """
CREATE CONSTRAINT TRIGGER claim_starts_as_its_verdicts_say AFTER INSERT ON claims_claim
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.verdict <> 'unchecked') EXECUTE FUNCTION claims_check_verdict();
CREATE CONSTRAINT TRIGGER claim_stands_as_its_verdicts_say AFTER UPDATE ON claims_claim
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.verdict IS DISTINCT FROM NEW.verdict) EXECUTE FUNCTION claims_check_verdict();
CREATE CONSTRAINT TRIGGER verdict_is_its_claims AFTER INSERT ON claims_verdict
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claims_check_verdict();
CREATE CONSTRAINT TRIGGER verdict_follows_the_one_before AFTER INSERT ON claims_verdict
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claims_check_verdict_chain();
CREATE CONSTRAINT TRIGGER verdict_has_its_evidence AFTER INSERT ON claims_verdict
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claims_check_evidence();
CREATE CONSTRAINT TRIGGER evidence_comes_with_its_verdict AFTER INSERT ON claims_evidence
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claims_check_evidence();
CREATE TRIGGER confirmation_is_by_a_second_person AFTER INSERT ON claims_verdictconfirmation
    FOR EACH ROW EXECUTE FUNCTION claims_check_confirmation();
"""

DROP_TRIGGERS = """
DROP TRIGGER claim_starts_as_its_verdicts_say ON claims_claim;
DROP TRIGGER claim_stands_as_its_verdicts_say ON claims_claim;
DROP TRIGGER verdict_is_its_claims ON claims_verdict;
DROP TRIGGER verdict_follows_the_one_before ON claims_verdict;
DROP TRIGGER verdict_has_its_evidence ON claims_verdict;
DROP TRIGGER evidence_comes_with_its_verdict ON claims_evidence;
DROP TRIGGER confirmation_is_by_a_second_person ON claims_verdictconfirmation;
"""


class Migration(migrations.Migration):
    """Adds the second question: is it true?"""

    dependencies = [
        ("claims", "0004_corrections_and_versions"),
        ("sources", "0002_refuse_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Evidence",
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
                    "stance",
                    models.CharField(
                        choices=[("supports", "supports"), ("refutes", "refutes"), ("context", "context")],
                        max_length=8,
                    ),
                ),
                ("link", models.URLField(blank=True, max_length=2000)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Verdict",
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
                    "number",
                    models.PositiveIntegerField(
                        help_text="1 for the first verdict of its claim, then counting up."
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("unchecked", "unchecked"),
                            ("supported", "supported"),
                            ("refuted", "refuted"),
                            ("disputed", "disputed"),
                            ("misleading", "misleading"),
                            ("unverifiable", "unverifiable"),
                        ],
                        max_length=12,
                    ),
                ),
                ("rationale", models.TextField(help_text="Why.")),
                ("as_of", models.DateField(help_text="The day up to which it was looked into.")),
                (
                    "evidence_count",
                    models.PositiveSmallIntegerField(
                        help_text="How many pieces of evidence it was given with; none is added later."
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-id"],
                "permissions": [
                    ("give_verdict", "Can say whether accepted claims are true"),
                    ("confirm_verdict", "Can confirm the verdicts of others"),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerdictConfirmation",
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
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("unchecked", "unchecked"),
                    ("supported", "supported"),
                    ("refuted", "refuted"),
                    ("disputed", "disputed"),
                    ("misleading", "misleading"),
                    ("unverifiable", "unverifiable"),
                ],
                default=claims.verdicts.Outcome["UNCHECKED"],
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "verdict__in",
                        ["unchecked", "supported", "refuted", "disputed", "misleading", "unverifiable"],
                    )
                ),
                name="claim_verdict_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="claim",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict", "unchecked"), ("status", "accepted"), _connector="OR"),
                name="claim_with_a_verdict_is_accepted",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="sentence",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="sources.sentence",
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="verdicts",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="claim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="verdicts", to="claims.claim"
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="verdict",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="claims.verdict"
            ),
        ),
        migrations.AddField(
            model_name="verdictconfirmation",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="confirmations",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdictconfirmation",
            name="verdict",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="confirmation", to="claims.verdict"
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.UniqueConstraint(
                fields=("claim", "number"), name="verdict_number_is_unique_in_its_claim"
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="verdict_numbers_start_at_one"
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "outcome__in",
                        ["unchecked", "supported", "refuted", "disputed", "misleading", "unverifiable"],
                    )
                ),
                name="verdict_outcome_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(("rationale", ""), _negated=True), name="verdict_has_a_rationale"
            ),
        ),
        migrations.AddConstraint(
            model_name="verdict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("evidence_count__gte", 1),
                    ("outcome__in", ["unchecked", "unverifiable"]),
                    _connector="OR",
                ),
                name="verdict_rests_on_evidence",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(("stance__in", ["supports", "refutes", "context"])),
                name="evidence_stance_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("link", ""), ("sentence__isnull", False)),
                    models.Q(("sentence__isnull", True), models.Q(("link", ""), _negated=True)),
                    _connector="OR",
                ),
                name="evidence_is_a_sentence_or_a_link",
            ),
        ),
        migrations.RunSQL(OUTCOME_FUNCTION, "DROP FUNCTION claims_check_verdict()"),
        migrations.RunSQL(CHAIN_FUNCTION, "DROP FUNCTION claims_check_verdict_chain()"),
        migrations.RunSQL(EVIDENCE_FUNCTION, "DROP FUNCTION claims_check_evidence()"),
        migrations.RunSQL(CONFIRMATION_FUNCTION, "DROP FUNCTION claims_check_confirmation()"),
        migrations.RunSQL(TRIGGERS, DROP_TRIGGERS),
        *(guard(table) for table in ("claims_verdict", "claims_evidence", "claims_verdictconfirmation")),
    ]
