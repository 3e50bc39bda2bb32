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
