"""Corrections and changes of a claim."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from claims.errors import InvalidChangeError, NotPermittedError
from claims.harvest import harvest
from claims.models import Claim, Review
from claims.review import (
    IllegalMoveError,
    NotAReviewerError,
    Status,
)
from claims.roles import CHANGE_CLAIM
from tests.builders import (
    check_deferred,
    make_claim,
    make_fact,
    make_person,
    make_reviewer,
    make_snapshot,
    make_speaker,
    make_user,
)
from tests.claims.models.rows import read_row

pytestmark = pytest.mark.django_db


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


def test_a_decided_claim_is_not_changed() -> None:
    claim = make_claim(status=Status.ACCEPTED)
    with pytest.raises(IllegalMoveError, match="reopen it"):
        claim.revise(by=make_person(CHANGE_CLAIM), changes={"noun": "imports"})


def test_who_may_not_change_claims_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="ann may not change claims"):
        make_claim().revise(by=make_user("ann"), changes={"noun": "imports"})


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
