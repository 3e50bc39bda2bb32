"""The application as a database role that owns nothing, by the very SQL of `docs/operations.md`."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from claims.harvest import harvest
from claims.models import Claim, ClaimEvent, Review
from claims.review import Status
from tests.builders import (
    check_deferred,
    make_claim,
    make_judge,
    make_judgement,
    make_reviewer,
    make_snapshot,
)

pytestmark = pytest.mark.django_db

LENIENT = """
CREATE OR REPLACE FUNCTION onrecord_refuse_change() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RETURN NEW; END'
"""
OPERATIONS = Path(settings.BASE_DIR) / "docs" / "operations.md"


def read_grants() -> str:
    """The SQL of the page that makes the role."""
    blocks = re.findall(r"```sql\n(.*?)```", OPERATIONS.read_text(encoding="utf-8"), re.DOTALL)
    (grants,) = [block for block in blocks if "CREATE ROLE onrecord_app" in block]
    return str(grants)


@pytest.fixture
def as_application() -> Iterator[None]:
    """Everything in the test is done as the role; the role goes with the test's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        if not cursor.fetchone()[0]:
            pytest.skip("making roles needs a superuser of the test database")
        cursor.execute(read_grants())
        cursor.execute("SET LOCAL ROLE onrecord_app")
        yield
        cursor.execute("RESET ROLE")


@pytest.mark.usefixtures("as_application")
def test_harvesting_reviewing_and_judging_work() -> None:
    harvest(make_snapshot("The port handled 12 ships in 2019."))
    claim, judge = Claim.objects.get(), make_judge()

    claim.correct(by=judge, changes={"noun": "cargo ships"})
    claim.give_verdict(make_judgement(), by=judge).confirm(by=make_judge("second"))
    claim.reopen(by=make_reviewer("rolf"), reason="Look again.")
    check_deferred()

    assert Claim.objects.get().status == "proposed"
    assert ClaimEvent._default_manager.count() == 4  # corrected, judged, confirmed, reopened
    call_command("verify_history")


@pytest.mark.usefixtures("as_application")
@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("UPDATE claims_review SET reason = 'Never mind.'", "of claims_review is refused"),
        ("DELETE FROM claims_review", "of claims_review is refused"),
        ("UPDATE claims_claimevent SET pgh_label = 'x'", "of claims_claimevent is refused"),
        ("TRUNCATE claims_review CASCADE", "permission denied"),
        ("TRUNCATE claims_claim CASCADE", "permission denied"),
        ("ALTER TABLE claims_review DISABLE TRIGGER ALL", "must be owner"),
        ("ALTER TABLE claims_review DISABLE TRIGGER claims_review_is_never_changed", "must be owner"),
        ("DROP TRIGGER claims_review_is_never_changed ON claims_review", "must be owner"),
        ("DROP TABLE claims_review CASCADE", "must be owner"),
        ("SET session_replication_role = replica", "permission denied"),
        (LENIENT, "permission denied|must be owner"),
    ],
)  # fmt: skip
def test_the_past_cannot_be_changed(statement: str, refusal: str) -> None:
    make_claim(status=Status.ACCEPTED)
    check_deferred()
    before = list(Review.objects.values())

    with pytest.raises(DatabaseError, match=refusal), transaction.atomic():
        connection.cursor().execute(statement)

    assert list(Review.objects.values()) == before


FAKED = """
CREATE TEMPORARY TABLE claims_review (LIKE public.claims_review) ON COMMIT DROP;
INSERT INTO pg_temp.claims_review
    (id, uid, claim_id, number, action, from_status, to_status, reason, by_id, at)
    SELECT 1, gen_random_uuid(), claim.id, 1, 'accept', 'proposed', 'accepted', '', by.id, now()
    FROM claims_claim claim, auth_user by;
UPDATE claims_claim SET (status, status_by_id, status_at) =
    (SELECT to_status, by_id, at FROM pg_temp.claims_review)
"""


@pytest.mark.usefixtures("as_application")
def test_a_temporary_table_is_no_review() -> None:
    make_claim()
    make_reviewer()
    refusal = "stands as accepted but its reviews say proposed"

    with pytest.raises(DatabaseError, match=refusal), transaction.atomic():
        connection.cursor().execute(FAKED)
        check_deferred()


@pytest.mark.usefixtures("as_application")
def test_no_temporary_table_swallows_an_event() -> None:
    claim = make_claim()
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMPORARY TABLE claims_claimevent (LIKE public.claims_claimevent) ON COMMIT DROP"
        )
        cursor.execute("UPDATE claims_claim SET noun = 'spoons' WHERE id = %s", [claim.pk])
        cursor.execute("DROP TABLE pg_temp.claims_claimevent")

    assert ClaimEvent._default_manager.filter(pgh_obj_id=claim.pk).count() == 1


def test_every_trigger_looks_for_tables_in_the_schema_of_the_record_first() -> None:
    """Where this fails, end the migration that wrote a trigger with `look_past_temporary_tables()`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT proname, proconfig FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid"
            " WHERE NOT tgisinternal"
        )
        functions = dict(cursor.fetchall())

    assert "claims_check_status" in functions
    assert {tuple(setting or ()) for setting in functions.values()} == {("search_path=public, pg_temp",)}
