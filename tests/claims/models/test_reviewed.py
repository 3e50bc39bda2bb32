"""Corrections, undos, changes and versions of a claim."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from claims.errors import ConflictError, InvalidChangeError, NotPermittedError, SupersededError
from claims.harvest import harvest
from claims.models import Claim, Review
from claims.review import (
    Action,
    IllegalMoveError,
    NotAReviewerError,
    NothingToUndoError,
    Status,
)
from claims.roles import CHANGE_CLAIM
from tests.builders import (
    check_deferred,
    make_claim,
    make_fact,
    make_person,
    make_quantity,
    make_reviewer,
    make_snapshot,
    make_speaker,
    make_subject,
    make_user,
)

pytestmark = pytest.mark.django_db


def read_row(claim: Claim) -> dict[str, Any]:
    """Every column of a claim."""
    row: dict[str, Any] = Claim.objects.values().get(pk=claim.pk)
    return row


def test_a_correction_accepts_and_keeps_the_difference() -> None:
    claim, reviewer, speaker = make_claim(), make_reviewer(), make_speaker("Port of Brandholm")

    review = claim.correct(
        by=reviewer,
        changes={"low": "71", "high": "71", "speaker": speaker, "noun": "exports"},
        reason="Misread.",
    )

    claim.refresh_from_db()
    assert (claim.low, claim.high, claim.speaker, claim.status) == (
        Decimal(71),
        Decimal(71),
        speaker,
        "accepted",
    )
    assert (review.action, review.from_status, review.to_status) == ("correct", "proposed", "accepted")
    review.refresh_from_db()
    assert review.difference == {
        "low": {"before": "70", "after": "71"},
        "high": {"before": "70", "after": "71"},
        "speaker": {"before": None, "after": {"id": str(speaker.uid), "name": "Port of Brandholm"}},
    }
    check_deferred()


def test_a_correction_that_changes_nothing_is_an_acceptance() -> None:
    claim = make_claim()
    review = claim.correct(by=make_reviewer(), changes={"low": "70", "unit": "percent"})
    assert (review.action, review.difference, claim.status) == ("accept", None, "accepted")


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"low": "80"}, "", "low bound 80 is above the high bound 70"),
        ({"low": "many"}, "low", "is not a number"),
        ({"low": "NaN", "high": "NaN"}, "low", "cannot be held"),
        ({"low": None, "high": None, "low_inclusive": False, "high_inclusive": False}, "", "a low or a high"),
        ({"low": None}, "", "open bound cannot be inclusive"),
        ({"comparator": ">"}, "", "does not fit the bounds"),
        ({"comparator": ""}, "comparator", "needs a comparator"),
        ({"comparator": "about"}, "comparator", "not a valid choice"),
        ({"unit": "furlong per moon"}, "unit", "is no unit code"),
        ({"noun": "x" * 301}, "noun", "at most 300"),
        ({"noun": "a\x00b"}, "noun", "NUL"),
        ({"noun": "a\ud800b"}, "noun", "half a pair"),
        ({"speaker": "Rosa Brandt"}, "speaker", "is no speaker"),
        ({"period_start": "2019-13-01"}, "period_start", "date"),
        ({"period_start": date(2019, 1, 1)}, "", "need the words that state them"),
        ({"period": "2019", "period_start": "2019-12-31", "period_end": "2019-01-01"}, "", "after its last"),
        ({"low_inclusive": "perhaps"}, "low_inclusive", "True or False"),
        ({"significant_digits": -1}, "significant_digits", "greater than or equal to 0"),
        ({"quote": "other words"}, "quote", "cannot be changed"),
        ({"status": "accepted"}, "status", "cannot be changed"),
    ],
)  # fmt: skip
def test_values_that_a_claim_cannot_have_are_refused_by_field(
    changes: dict[str, Any], field: str, message: str
) -> None:
    claim = make_claim()
    before = read_row(claim)

    with pytest.raises(InvalidChangeError, match=message) as refusal:
        claim.correct(by=make_reviewer(), changes=changes)

    assert field in refusal.value.errors
    assert read_row(claim) == before
    assert not Review.objects.exists()


def test_all_wrong_fields_are_told_at_once() -> None:
    with pytest.raises(InvalidChangeError) as refusal:
        make_claim().correct(by=make_reviewer(), changes={"unit": "parsnip", "low": "few"})
    assert set(refusal.value.errors) == {"unit", "low"}


def test_a_factual_claim_gets_no_value() -> None:
    with pytest.raises(InvalidChangeError, match="a factual claim has no value"):
        make_fact().correct(
            by=make_reviewer(),
            changes={
                "low": "1",
                "high": "1",
                "low_inclusive": True,
                "high_inclusive": True,
                "comparator": "=",
            },
        )


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.REJECTED])
def test_what_is_decided_is_not_corrected(status: Status) -> None:
    claim = make_claim(status=status)
    before = read_row(claim)
    with pytest.raises(IllegalMoveError):
        claim.correct(by=make_reviewer(), changes={"low": "71", "high": "71"})
    assert read_row(claim) == before


def test_who_may_not_review_may_not_correct_or_undo() -> None:
    claim, visitor = make_claim(), make_user("visitor")
    with pytest.raises(NotAReviewerError, match="visitor may not review"):
        claim.correct(by=visitor, changes={"low": "71"})
    with pytest.raises(NotAReviewerError, match="visitor may not review"):
        claim.undo(by=visitor)


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


@pytest.mark.parametrize(
    ("action", "difference"), [("correct", None), ("accept", {"low": {"before": "1", "after": "2"}})]
)
def test_the_database_refuses_a_difference_that_no_correction_made(action: str, difference: Any) -> None:
    claim, reviewer = make_claim(), make_reviewer()
    with pytest.raises(IntegrityError, match="review_has_a_difference"), transaction.atomic():
        Review.objects.create(
            claim=claim, number=1, action=action, from_status="proposed", to_status="accepted",
            difference=difference, by=reviewer, at=timezone.now(),
        )  # fmt: skip


def test_a_proposed_claim_is_changed_and_kept_from_newer_harvests() -> None:
    snapshot = make_snapshot("The port handled 12 ships in 2019.")
    harvest(snapshot)
    claim, editor = Claim.objects.get(), make_person(CHANGE_CLAIM)

    difference = claim.revise(by=editor, changes={"noun": "cargo ships"})
    harvest(snapshot)

    claim.refresh_from_db()
    assert difference == {"noun": {"before": "ships", "after": "cargo ships"}}
    assert (claim.noun, claim.status, claim.version) == ("cargo ships", "proposed", 2)
    assert claim.figure is not None
    assert claim.figure.decided_by == editor


def test_whoever_decides_on_the_version_before_a_change_is_told_of_it() -> None:
    claim, editor = make_claim(), make_person(CHANGE_CLAIM)
    Claim.objects.get(pk=claim.pk).revise(by=editor, changes={"noun": "imports"})
    with pytest.raises(ConflictError, match="noun was “exports”, is “imports”"):
        claim.accept(by=make_reviewer(), expected_version=claim.version)


def test_a_decided_claim_is_not_changed() -> None:
    claim = make_claim(status=Status.ACCEPTED)
    with pytest.raises(IllegalMoveError, match="reopen it"):
        claim.revise(by=make_person(CHANGE_CLAIM), changes={"noun": "imports"})


def test_who_may_not_change_claims_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="ann may not change claims"):
        make_claim().revise(by=make_user("ann"), changes={"noun": "imports"})


def test_every_change_counts_the_version_up() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    versions = [claim.version]
    for step in (
        lambda: claim.revise(by=make_person(CHANGE_CLAIM), changes={"noun": "imports"}),
        lambda: claim.accept(by=reviewer),
        lambda: claim.undo(by=reviewer),
        lambda: claim.correct(by=reviewer, changes={"low": "71", "high": "71"}),
    ):
        step()
        versions.append(read_row(claim)["version"])
    assert versions == [1, 2, 3, 4, 5]
    assert claim.version == 5


def test_who_decides_on_an_old_version_is_told_what_changed() -> None:
    claim = make_claim()
    seen = claim.version
    claim.correct(by=make_reviewer("first"), changes={"low": "71", "high": "71"})
    before = read_row(claim)

    with pytest.raises(ConflictError, match="first moved it by “correct”") as refusal:
        claim.reject(by=make_reviewer("second"), expected_version=seen)

    assert refusal.value.changes == {
        "low": ("70", "71"), "high": ("70", "71"), "status": ("proposed", "accepted"),
    }  # fmt: skip
    assert read_row(claim) == before


def test_a_decision_posted_twice_is_made_once() -> None:
    claim, reviewer = make_claim(), make_reviewer("rosa")
    seen = claim.version
    claim.accept(by=reviewer, expected_version=seen)
    with pytest.raises(ConflictError, match="rosa moved it by “accept”"):
        claim.accept(by=reviewer, expected_version=seen)
    assert claim.reviews.count() == 1


def test_a_claim_that_was_rejected_while_it_was_edited_keeps_its_fields() -> None:
    claim = make_claim()
    seen = claim.version
    claim.reject(by=make_reviewer("first"), reason="A page number.")
    with pytest.raises(ConflictError, match="status was “proposed”, is “rejected”"):
        claim.revise(by=make_person(CHANGE_CLAIM), changes={"noun": "imports"}, expected_version=seen)
    assert read_row(claim)["noun"] == "exports"


def test_a_newer_reading_counts_as_a_change() -> None:
    snapshot = make_snapshot("The port handled 12 ships in 2019.")
    claim = make_claim(
        make_quantity("=", "13"), sentence=snapshot.sentences.get(), surface="12", extractor="0"
    )
    harvest(snapshot)
    with pytest.raises(ConflictError, match="low was “13”, is “12”"):
        claim.accept(by=make_reviewer(), expected_version=1)


def test_a_claim_that_a_newer_reading_replaced_is_told_to_be_gone() -> None:
    snapshot = make_snapshot("The port handled 12 ships in 2019.")
    claim = make_claim(
        make_quantity("=", "1"), sentence=snapshot.sentences.get(), surface="port", extractor="0"
    )
    harvest(snapshot)
    with pytest.raises(SupersededError, match="newer reading"):
        claim.accept(by=make_reviewer())


def test_a_person_who_decided_cannot_be_deleted() -> None:
    reviewer = make_reviewer()
    make_claim(status=Status.ACCEPTED, by=reviewer)
    with pytest.raises(ProtectedError, match="protected foreign keys"):
        reviewer.delete()


def test_a_person_who_is_no_longer_active_may_not_review() -> None:
    reviewer = make_reviewer()
    User.objects.filter(pk=reviewer.pk).update(is_active=False)
    with pytest.raises(NotAReviewerError):
        make_claim().accept(by=User.objects.get(pk=reviewer.pk))
