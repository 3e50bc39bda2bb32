"""Versions of a claim: who decides on an old one is told what happened since."""

import pytest

from claims.errors import ConflictError, SupersededError
from claims.harvest import harvest
from claims.models import Claim
from claims.roles import CHANGE_CLAIM
from tests.builders import (
    make_claim,
    make_person,
    make_quantity,
    make_reviewer,
    make_snapshot,
)
from tests.claims.models.rows import read_row

pytestmark = pytest.mark.django_db


def test_whoever_decides_on_the_version_before_a_change_is_told_of_it() -> None:
    claim, editor = make_claim(), make_person(CHANGE_CLAIM)
    Claim.objects.get(pk=claim.pk).revise(by=editor, changes={"noun": "imports"})
    with pytest.raises(ConflictError, match="noun was “exports”, is “imports”"):
        claim.accept(by=make_reviewer(), expected_version=claim.version)


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
