"""Undos: one's own last move is taken back, and no other."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Review
from claims.review import (
    Action,
    NothingToUndoError,
    Status,
)
from claims.roles import CHANGE_CLAIM
from tests.builders import (
    check_deferred,
    make_claim,
    make_person,
    make_reviewer,
    make_subject,
)
from tests.claims.models.rows import read_row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("action", [Action.ACCEPT, Action.REJECT])
def test_an_undo_takes_ones_own_last_move_back(action: Action) -> None:
    claim, reviewer = make_claim(), make_reviewer()
    claim.review(action, by=reviewer)

    review = claim.undo(by=reviewer)

    assert (review.number, review.action, review.to_status, review.reason) == (
        2,
        "undo",
        "proposed",
        "undone",
    )
    assert read_row(claim)["status"] == "proposed"
    check_deferred()


def test_an_undone_reopening_restores_the_decision() -> None:
    claim, reviewer = make_claim(status=Status.REJECTED), make_reviewer("again")
    claim.reopen(by=reviewer, reason="Too fast.")
    claim.undo(by=reviewer)
    assert read_row(claim)["status"] == "rejected"
    check_deferred()


def test_an_undone_correction_restores_the_fields() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    before = read_row(claim)
    subject = make_subject()
    claim.correct(by=reviewer, changes={"low": "71", "high": "71", "period": "2019", "subject": subject})

    review = claim.undo(by=reviewer)

    after = read_row(claim)
    moved = ("status_by_id", "status_at", "updated_at", "version")
    assert {k: v for k, v in after.items() if k not in moved} == {
        k: v for k, v in before.items() if k not in moved
    }
    assert review.difference is not None
    assert review.difference["low"] == {"before": "71", "after": "70"}


def test_a_claim_that_nobody_moved_has_nothing_to_undo() -> None:
    with pytest.raises(NothingToUndoError):
        make_claim().undo(by=make_reviewer())


def test_the_move_of_another_is_not_undone() -> None:
    claim = make_claim(status=Status.ACCEPTED)
    with pytest.raises(NothingToUndoError, match="Somebody else"):
        claim.undo(by=make_reviewer("other"))


def test_an_undo_is_not_undone() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    claim.accept(by=reviewer)
    claim.undo(by=reviewer)
    with pytest.raises(NothingToUndoError, match="an undo already"):
        claim.undo(by=reviewer)


def test_a_reopening_is_not_undone_over_changed_fields() -> None:
    claim, reviewer = make_claim(status=Status.ACCEPTED), make_reviewer("again")
    claim.reopen(by=reviewer, reason="Look again.")
    claim.revise(by=make_person(CHANGE_CLAIM), changes={"noun": "imports"})
    with pytest.raises(NothingToUndoError, match="changed"):
        claim.undo(by=reviewer)


def test_the_database_refuses_an_undo_by_another_person() -> None:
    claim, other = make_claim(status=Status.ACCEPTED), make_reviewer("other")
    with pytest.raises(IntegrityError, match="undoes no move of the same person"), transaction.atomic():
        Review.objects.create(
            claim=claim, number=2, action="undo", from_status="accepted", to_status="proposed",
            reason="undone", by=other, at=timezone.now(),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS review_follows_the_one_before IMMEDIATE")
