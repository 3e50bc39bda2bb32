"""Reviews are only ever added, and a claim's status follows from them: the database refuses all else."""

from importlib import import_module

from django.db import migrations

guard = import_module("sources.migrations.0002_refuse_changes").guard

# Checked at the end of the transaction, since a move writes the claim and its review one after the other.
STATUS_FUNCTION = """
CREATE FUNCTION claims_check_status() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    claim_key bigint;
    status_now text;
    status_due text;
    decider_now integer;
    decider_due integer;
BEGIN
    IF TG_TABLE_NAME = 'claims_review' THEN claim_key := NEW.claim_id; ELSE claim_key := NEW.id; END IF;
    SELECT status, status_by_id INTO status_now, decider_now FROM claims_claim WHERE id = claim_key;
    IF NOT FOUND THEN RETURN NULL; END IF;
    SELECT to_status, by_id INTO status_due, decider_due
        FROM claims_review WHERE claim_id = claim_key ORDER BY number DESC LIMIT 1;
    IF status_now <> coalesce(status_due, 'proposed') OR decider_now IS DISTINCT FROM decider_due THEN
        RAISE EXCEPTION 'claim % stands as % but its reviews say %: move it by a review',
            claim_key, status_now, coalesce(status_due, 'proposed')
            USING ERRCODE = 'integrity_constraint_violation', TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$
"""

CHAIN_FUNCTION = """
CREATE FUNCTION claims_check_review_chain() RETURNS trigger LANGUAGE plpgsql AS $$
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

TRIGGERS = """
CREATE CONSTRAINT TRIGGER claim_starts_as_its_reviews_say AFTER INSERT ON claims_claim
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.status <> 'proposed' OR NEW.status_by_id IS NOT NULL) EXECUTE FUNCTION claims_check_status();
CREATE CONSTRAINT TRIGGER claim_stands_as_its_reviews_say AFTER UPDATE ON claims_claim
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.status_by_id IS DISTINCT FROM NEW.status_by_id)
    EXECUTE FUNCTION claims_check_status();
CREATE CONSTRAINT TRIGGER review_moves_its_claim AFTER INSERT ON claims_review
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claims_check_status();
CREATE CONSTRAINT TRIGGER review_follows_the_one_before AFTER INSERT ON claims_review
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claims_check_review_chain();
"""

DROP_TRIGGERS = """
DROP TRIGGER claim_starts_as_its_reviews_say ON claims_claim;
DROP TRIGGER claim_stands_as_its_reviews_say ON claims_claim;
DROP TRIGGER review_moves_its_claim ON claims_review;
DROP TRIGGER review_follows_the_one_before ON claims_review;
"""


class Migration(migrations.Migration):
    """Guards what was decided."""

    dependencies = [("claims", "0001_initial"), ("sources", "0002_refuse_changes")]

    operations = [
        guard("claims_review"),
        migrations.RunSQL(STATUS_FUNCTION, "DROP FUNCTION claims_check_status()"),
        migrations.RunSQL(CHAIN_FUNCTION, "DROP FUNCTION claims_check_review_chain()"),
        migrations.RunSQL(TRIGGERS, DROP_TRIGGERS),
    ]
