"""`manage.py verify_history` on a sound record, and on one that was changed behind its guards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.history import Count, verify
from claims.models import Claim
from claims.review import Status
from tests.builders import check_deferred, make_claim, make_judge, make_judgement, make_reviewer

pytestmark = pytest.mark.django_db

RETOLD = """
UPDATE claims_review SET to_status = 'rejected', action = 'reject', difference = NULL WHERE number = 1
"""


@contextmanager
def unguarded() -> Iterator[Callable[[str], None]]:
    """Runs statements as who owns the tables can: with every trigger off."""
    check_deferred()
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield cursor.execute
        cursor.execute("SET session_replication_role = origin")


def make_history() -> Claim:
    """A claim with four reviews and three verdicts; it stands accepted and refuted."""
    judge = make_judge()
    claim = make_claim()
    claim.correct(by=judge, changes={"low": "71", "high": "71"})
    claim.give_verdict(make_judgement(), by=judge)
    claim.reopen(by=judge, reason="Look again.")
    claim.reject(by=judge)
    claim.undo(by=judge)
    claim.accept(by=make_reviewer("last"))
    claim.give_verdict(make_judgement(), by=judge)
    return claim


def list_problems() -> list[str]:
    """What is found wrong."""
    return [fault.problem for fault in verify(Count())]


def test_a_sound_record_follows_from_its_rows() -> None:
    make_history()
    make_claim()
    out = StringIO()
    call_command("verify_history", stdout=out)
    assert "2 claims, 5 reviews and 3 verdicts replayed" in out.getvalue()


def test_an_empty_record_is_sound() -> None:
    out = StringIO()
    call_command("verify_history", stdout=out)
    assert "0 claims, 0 reviews and 0 verdicts replayed" in out.getvalue()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE claims_claim SET status = 'rejected', verdict = 'unchecked'",
         "the claim is rejected, but its reviews say accepted"),
        ("UPDATE claims_claim SET status_at = now()", "another decider or moment"),
        ("UPDATE claims_claim SET verdict = 'supported'",
         "the claim is supported, but its verdicts say refuted"),
        (RETOLD,
         "review 2 starts from accepted, but the claim was rejected"),
        ("UPDATE claims_review SET by_id = (SELECT max(id) FROM auth_user) WHERE number = 4",
         "review 4 is no legal move"),
        ("DELETE FROM claims_review WHERE number = 3", "review 3 is missing"),
        ("DELETE FROM claims_review WHERE number = 5", "the claim is accepted, but its reviews say proposed"),
        ("DELETE FROM claims_verdict WHERE number = 1", "verdict 1 is missing"),
        ("UPDATE claims_verdict SET outcome = 'unchecked' WHERE number = 1",
         "verdict 1 withdraws what was not there"),
        ("DELETE FROM claims_verdict WHERE number = 3",
         "the claim is refuted, but its verdicts say unchecked"),
    ],
)  # fmt: skip
def test_what_was_changed_behind_the_guards_is_found(statement: str, problem: str) -> None:
    claim = make_history()
    with unguarded() as execute:
        execute(statement)

    err = StringIO()
    with pytest.raises(CommandError, match="changed behind its guards"):
        call_command("verify_history", stdout=StringIO(), stderr=err)

    assert any(problem in line for line in list_problems())
    assert f"claim {claim.uid}: " in err.getvalue()


def test_batches_cover_every_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.history.BATCH", 2)
    for _ in range(5):
        make_claim(status=Status.ACCEPTED)
    count = Count()
    assert list(verify(count)) == []
    assert (count.claims, count.reviews) == (5, 5)
