"""Verdicts of a claim: given, superseded, withdrawn, confirmed, and what the database refuses."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django import Settings

from claims.errors import ConflictError, NotPermittedError
from claims.models import Claim, Evidence, Verdict, VerdictConfirmation
from claims.review import NothingToUndoError, Status
from claims.verdicts import IncompleteVerdictError, Outcome, Stance, VerdictRefusedError
from tests.builders import (
    check_deferred,
    make_claim,
    make_exhibit,
    make_judge,
    make_judgement,
    make_reviewer,
    make_sentence,
)

pytestmark = pytest.mark.django_db


def make_accepted(**columns: Any) -> Claim:
    """A claim that may have a verdict."""
    return make_claim(status=Status.ACCEPTED, **columns)


def make_verdict(outcome: Outcome = Outcome.REFUTED) -> Verdict:
    """A verdict of an accepted claim."""
    return make_accepted().give_verdict(make_judgement(outcome), by=make_judge())


def test_a_verdict_is_written_with_its_evidence() -> None:
    claim, judge, sentence = make_accepted(), make_judge("jana"), make_sentence("In truth 61 came.")
    judgement = make_judgement(
        Outcome.MISLEADING,
        rationale=" Empty ships were counted. ",
        evidence=(
            make_exhibit(sentence=sentence, link="", note="the second half"),
            make_exhibit(stance=Stance.CONTEXT, link="https://example.org/ships"),
        ),
        as_of=date(2026, 1, 31),
    )

    verdict = claim.give_verdict(judgement, by=judge)

    assert (verdict.number, verdict.outcome, verdict.rationale, verdict.as_of, verdict.by) == (
        1, "misleading", "Empty ships were counted.", date(2026, 1, 31), judge,
    )  # fmt: skip
    assert list(verdict.evidence.values_list("stance", "sentence", "link", "note")) == [
        ("refutes", sentence.pk, "", "the second half"),
        ("context", None, "https://example.org/ships", ""),
    ]
    claim.refresh_from_db()
    assert (claim.verdict, claim.version) == ("misleading", 3)
    check_deferred()


@pytest.mark.parametrize("after", Outcome)
@pytest.mark.parametrize("before", Outcome)
def test_every_pair_of_outcomes_is_written_or_refused(before: Outcome, after: Outcome) -> None:
    claim, judge = make_accepted(), make_judge()
    if before is not Outcome.UNCHECKED:
        claim.give_verdict(make_judgement(before), by=judge)
    given = Verdict.objects.count()

    if before is after is Outcome.UNCHECKED:
        with pytest.raises(VerdictRefusedError):
            claim.withdraw_verdict(by=judge, reason="Never mind.")
        assert not Verdict.objects.exists()
        return
    evidence = () if after is Outcome.UNCHECKED else (make_exhibit(),)
    claim.give_verdict(make_judgement(after, evidence=evidence), by=judge)

    assert Claim.objects.get(pk=claim.pk).verdict == after
    assert list(claim.verdicts.order_by("number").values_list("outcome", flat=True))[given:] == [after]
    check_deferred()


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.REJECTED])
def test_only_accepted_claims_have_a_verdict(status: Status) -> None:
    claim = make_claim(status=status)
    with pytest.raises(VerdictRefusedError, match="Only accepted"):
        claim.give_verdict(make_judgement(), by=make_judge())
    assert not Verdict.objects.exists()


@pytest.mark.parametrize(
    ("details", "message"),
    [
        ({"rationale": "  "}, "rationale"),
        ({"evidence": ()}, "at least one"),
        ({"as_of": timezone.now().date() + timedelta(days=2)}, "has not come"),
        ({"evidence": (make_exhibit(link=""),)}, "one of the two"),
        ({"evidence": (make_exhibit(link="javascript:alert(1)"),)}, "is no link"),
        ({"evidence": (make_exhibit(link="https://example.org/" + "x" * 2000),)}, "is no link"),
    ],
)
def test_a_verdict_that_lacks_something_is_refused(details: dict[str, Any], message: str) -> None:
    claim = make_accepted()
    with pytest.raises(IncompleteVerdictError, match=message):
        claim.give_verdict(make_judgement(**details), by=make_judge())
    assert Claim.objects.get(pk=claim.pk).verdict == "unchecked"


def test_that_nothing_can_be_found_needs_no_evidence() -> None:
    claim = make_accepted()
    claim.give_verdict(make_judgement(Outcome.UNVERIFIABLE, evidence=()), by=make_judge())
    assert claim.verdict == "unverifiable"
    check_deferred()


def test_who_may_not_judge_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="rolf may not give verdicts"):
        make_accepted().give_verdict(make_judgement(), by=make_reviewer("rolf"))


def test_a_verdict_on_an_old_version_is_refused() -> None:
    claim, judge = make_accepted(), make_judge("jana")
    seen = claim.version
    claim.give_verdict(make_judgement(Outcome.SUPPORTED), by=judge)
    with pytest.raises(ConflictError, match="verdict was “unchecked”, is “supported”"):
        claim.give_verdict(make_judgement(), by=judge, expected_version=seen)


def test_reopening_withdraws_the_verdict() -> None:
    verdict = make_verdict()
    claim = verdict.claim

    claim.reopen(by=make_reviewer("rolf"), reason="Wrong unit.")

    last = claim.verdicts.latest("number")
    assert (last.number, last.outcome, last.rationale, last.by.username) == (
        2, "unchecked", "The claim was reopened: Wrong unit.", "rolf",
    )  # fmt: skip
    assert Claim.objects.get(pk=claim.pk).verdict == "unchecked"
    check_deferred()


def test_an_acceptance_with_a_verdict_is_not_undone() -> None:
    claim, judge = make_claim(), make_judge()
    claim.accept(by=judge)
    claim.give_verdict(make_judgement(), by=judge)
    with pytest.raises(NothingToUndoError, match="verdict"):
        claim.undo(by=judge)


def test_a_second_person_confirms_once() -> None:
    verdict, second = make_verdict(), make_judge("second")
    assert verdict.confirm(by=second).by == second
    with pytest.raises(VerdictRefusedError, match="confirmed already"):
        verdict.confirm(by=make_judge("third"))


def test_who_comes_after_a_confirmation_is_told_of_it() -> None:
    verdict = make_verdict()
    seen = verdict.claim.version
    verdict.confirm(by=make_judge("bela"))

    with pytest.raises(ConflictError, match="bela confirmed its verdict") as refusal:
        Claim.objects.get().reopen(by=verdict.by, reason="Look again.", expected_version=seen)

    assert list(refusal.value.moves) == ["bela confirmed its verdict"]
    Claim.objects.get().withdraw_verdict(by=verdict.by, reason="Another year.", expected_version=seen + 1)
    with pytest.raises(ConflictError) as later:
        Claim.objects.get().reopen(by=verdict.by, reason="Look again.", expected_version=seen + 1)
    assert list(later.value.moves) == []  # who has seen it is not told again


def test_nobody_confirms_a_verdict_of_their_own() -> None:
    verdict = make_verdict()
    with pytest.raises(NotPermittedError, match="second person"):
        verdict.confirm(by=verdict.by)


def test_who_may_not_confirm_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="rolf may not confirm"):
        make_verdict().confirm(by=make_reviewer("rolf"))


@pytest.mark.parametrize("newer", [Outcome.SUPPORTED, Outcome.UNCHECKED])
def test_what_no_longer_stands_is_not_confirmed(newer: Outcome) -> None:
    old = make_verdict()
    evidence = () if newer is Outcome.UNCHECKED else (make_exhibit(),)
    new = old.claim.give_verdict(make_judgement(newer, evidence=evidence), by=old.by)
    for verdict in [old, new] if newer is Outcome.UNCHECKED else [old]:
        with pytest.raises(VerdictRefusedError, match="no longer stands"):
            verdict.confirm(by=make_judge(f"second-{verdict.number}"))


@pytest.mark.parametrize(("needed", "published"), [(False, [True, True]), (True, [False, True])])
def test_a_verdict_is_published_at_once_or_when_confirmed(
    settings: Settings, needed: bool, published: list[bool]
) -> None:
    settings.ONRECORD_CONFIRM_VERDICTS = needed
    verdict = make_verdict()
    first = verdict.is_published()
    verdict.confirm(by=make_judge("second"))
    assert [first, verdict.is_published()] == published


def test_a_superseded_verdict_is_not_published() -> None:
    old = make_verdict()
    new = old.claim.give_verdict(make_judgement(Outcome.SUPPORTED), by=old.by)
    assert (old.is_published(), new.is_published()) == (False, True)


@pytest.mark.parametrize("table", ["claims_verdict", "claims_evidence", "claims_verdictconfirmation"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET uid = gen_random_uuid()", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
def test_the_database_refuses_to_change_what_was_found(table: str, statement: str) -> None:
    make_verdict().confirm(by=make_judge("second"))
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="is refused"), transaction.atomic():
            cursor.execute(statement.format(table))


def test_a_verdict_set_by_raw_sql_is_refused_at_the_end_of_the_transaction() -> None:
    claim = make_accepted()
    with pytest.raises(IntegrityError, match="give it a verdict"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(verdict="refuted")
        check_deferred()


def test_the_database_refuses_a_verdict_on_a_proposed_claim() -> None:
    with pytest.raises(IntegrityError, match="claim_with_a_verdict_is_accepted"), transaction.atomic():
        Claim.objects.filter(pk=make_claim().pk).update(verdict="refuted")


def test_a_link_that_no_page_may_lead_to_is_refused() -> None:
    verdict = make_verdict()
    with pytest.raises(IntegrityError, match="evidence_link_is_a_web_address"), transaction.atomic():
        Evidence.objects.create(verdict=verdict, stance="supports", link="javascript:alert(1)")


def test_evidence_is_not_added_later() -> None:
    verdict = make_verdict()
    with (
        pytest.raises(IntegrityError, match="was given with 1 pieces of evidence and has 2"),
        transaction.atomic(),
    ):
        Evidence.objects.create(verdict=verdict, stance="supports", link="https://example.org/other")
        check_deferred()


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"outcome": "true"}, "verdict_outcome_is_known"),
        ({"rationale": ""}, "verdict_has_a_rationale"),
        ({"evidence_count": 0}, "verdict_rests_on_evidence"),
        ({"number": 0}, "verdict_numbers_start_at_one"),
    ],
)
def test_the_database_refuses_an_incomplete_verdict(columns: dict[str, Any], constraint: str) -> None:
    whole = {
        "claim": make_accepted(), "number": 1, "outcome": "refuted", "rationale": "No.",
        "as_of": date(2026, 1, 1), "evidence_count": 1, "by": make_judge(), "at": timezone.now(),
    }  # fmt: skip
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Verdict.objects.create(**{**whole, **columns})


def test_the_database_refuses_a_confirmation_by_the_author() -> None:
    verdict = make_verdict()
    with pytest.raises(IntegrityError, match="second person"), transaction.atomic():
        VerdictConfirmation.objects.create(verdict=verdict, by=verdict.by, at=timezone.now())
