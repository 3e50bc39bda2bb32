"""Blind second decisions, how far people agree, and what they differ about."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django import Settings

from claims.desk import hold
from claims.errors import InvalidChangeError, NotPermittedError
from claims.models import Claim, Resolution, Review, SecondDecision, SecondPass
from claims.review import NotAReviewerError, Status
from claims.roles import ASK_SECOND_PASS, RESOLVE_SECOND_PASS
from claims.second_pass import (
    SecondPassRefusedError,
    ask_for,
    decide,
    find_waiting,
    list_differences,
    read_blind,
    resolve,
    select_waiting,
    take_next_pass,
    unblind,
)
from tests.builders import make_claim, make_fact, make_person, make_reviewer, make_second_pass, make_user

pytestmark = pytest.mark.django_db


def ask(*claims: Claim) -> list[SecondPass]:
    """Send claims to a second person."""
    return ask_for(claims, by=make_person(ASK_SECOND_PASS))


def decide_twice(first: Status, second: Status, **columns: Any) -> SecondDecision:
    """A claim that two new people decided about, each on their own."""
    waiting = make_second_pass(make_claim(status=first, **columns))
    return decide(waiting, second, by=make_reviewer())


def test_decided_claims_are_sent_once() -> None:
    accepted, rejected = make_claim(status=Status.ACCEPTED), make_claim(status=Status.REJECTED)
    passes = ask(accepted, make_claim(), rejected)
    assert [p.claim for p in passes] == [accepted, rejected]
    assert ask(accepted) == []


def test_who_may_not_ask_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="may not ask for second passes"):
        ask_for([], by=make_reviewer())


@pytest.mark.parametrize(("share", "drawn"), [(0.0, 0), (1.0, 3)])
def test_a_share_of_the_decisions_is_drawn(settings: Settings, share: float, drawn: int) -> None:
    settings.ONRECORD_SECOND_PASS_SHARE = share
    for status in (Status.ACCEPTED, Status.REJECTED, Status.ACCEPTED):
        make_claim(status=status)
    assert SecondPass.objects.filter(asked_by=None).count() == drawn


def test_a_person_is_handed_the_decisions_of_others() -> None:
    first, second = make_reviewer("first"), make_reviewer("second")
    of_first = make_second_pass(make_claim(status=Status.ACCEPTED, by=first))
    of_second = make_second_pass(make_claim(status=Status.REJECTED, by=second))
    assert take_next_pass(by=second) == of_first
    assert take_next_pass(by=first) == of_second
    assert take_next_pass(by=first, after=of_second) is None
    with pytest.raises(NotAReviewerError):
        take_next_pass(by=make_user("ann"))


def test_passes_are_handed_out_in_the_order_of_their_claims() -> None:
    older, newer = make_claim(status=Status.ACCEPTED), make_claim(status=Status.REJECTED)
    of_newer, of_older = *ask(newer), *ask(older)
    second = make_reviewer("second")
    assert take_next_pass(by=second) == of_older
    assert take_next_pass(by=second, after=of_older) == of_newer


def test_a_pass_that_somebody_else_has_open_is_left_out() -> None:
    waiting = make_second_pass()
    holder, other = make_reviewer("holder"), make_reviewer("other")
    hold(waiting.claim, by=holder)
    assert take_next_pass(by=other) is None
    assert take_next_pass(by=holder) == waiting


def test_who_looks_at_the_decision_no_longer_makes_the_pass() -> None:
    waiting = make_second_pass()
    curious, other = make_reviewer("curious"), make_reviewer("other")
    assert find_waiting(waiting.claim, by=curious) == waiting

    unblind(waiting, by=curious)
    unblind(waiting, by=curious)

    assert (find_waiting(waiting.claim, by=curious), take_next_pass(by=curious)) == (None, None)
    assert take_next_pass(by=other) == waiting
    with pytest.raises(NotPermittedError, match="looked at the first decision"):
        decide(waiting, Status.ACCEPTED, by=curious)


def test_the_first_person_and_who_may_not_review_have_nothing_to_be_blind_for() -> None:
    first = make_reviewer("first")
    waiting = make_second_pass(make_claim(status=Status.ACCEPTED, by=first))
    assert find_waiting(waiting.claim, by=first) is None
    assert find_waiting(waiting.claim, by=make_user("ann")) is None


def test_a_decision_that_was_taken_back_is_not_handed_out() -> None:
    claim, first = make_claim(), make_reviewer("first")
    claim.accept(by=first)
    waiting = make_second_pass(claim)
    claim.reopen(by=first, reason="Look again.")
    second = make_reviewer("second")
    assert take_next_pass(by=second) is None
    with pytest.raises(SecondPassRefusedError, match="anew"):
        decide(waiting, Status.ACCEPTED, by=second)


def test_the_second_person_sees_the_claim_as_the_first_one_saw_it() -> None:
    claim = make_claim()
    claim.correct(by=make_reviewer("first"), changes={"low": "71", "high": "71", "unit": "year"})
    waiting = make_second_pass(claim)

    blind = read_blind(waiting)

    assert (str(blind.low), blind.unit, blind.status, blind.status_by) == ("70", "percent", "proposed", None)
    assert Claim.objects.get(pk=claim.pk).unit == "year"


def test_a_second_decision_does_not_move_the_claim() -> None:
    decision = decide_twice(Status.ACCEPTED, Status.REJECTED)
    claim = decision.second_pass.claim
    claim.refresh_from_db()
    assert (claim.status, claim.reviews.count(), decision.status) == ("accepted", 1, "rejected")


def test_nobody_makes_the_second_pass_over_their_own_decision() -> None:
    first = make_reviewer()
    waiting = make_second_pass(make_claim(status=Status.ACCEPTED, by=first))
    with pytest.raises(NotPermittedError, match="of their own"):
        decide(waiting, Status.ACCEPTED, by=first)


def test_a_second_pass_is_made_once() -> None:
    decision = decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    with pytest.raises(SecondPassRefusedError, match="already"):
        decide(decision.second_pass, Status.REJECTED, by=make_reviewer("third"))


def test_a_second_pass_accepts_or_rejects() -> None:
    waiting = make_second_pass()
    with pytest.raises(SecondPassRefusedError, match="accepts or rejects"):
        decide(waiting, Status.PROPOSED, by=make_reviewer())


def test_a_second_reading_is_checked_as_a_correction_is() -> None:
    waiting = make_second_pass()
    with pytest.raises(InvalidChangeError, match="no unit code"):
        decide(waiting, Status.ACCEPTED, by=make_reviewer(), changes={"unit": "parsnip"})


@pytest.mark.parametrize(
    ("changes", "differences"),
    [
        ({}, []),
        ({"noun": "all exports"}, []),
        ({"low": "71", "high": "71"}, ["value"]),
        ({"unit": ""}, ["unit"]),
        ({"comparator": "~"}, ["comparator"]),
        ({"period": "in 2019", "period_start": "2019-01-01", "period_end": "2019-12-31"}, ["period"]),
        ({"high": None, "high_inclusive": False, "comparator": ">="}, ["value", "comparator"]),
    ],
)
def test_what_two_readings_differ_in_is_named(changes: dict[str, Any], differences: list[str]) -> None:
    waiting = make_second_pass()
    decision = decide(waiting, Status.ACCEPTED, by=make_reviewer(), changes=changes)
    assert list_differences(decision) == differences


def test_a_first_correction_that_the_second_person_makes_too_is_no_difference() -> None:
    claim, changes = make_claim(), {"low": "71", "high": "71"}
    claim.correct(by=make_reviewer("first"), changes=changes)
    waiting = make_second_pass(claim)
    assert list_differences(decide(waiting, Status.ACCEPTED, by=make_reviewer(), changes=changes)) == []


def test_what_agrees_is_not_resolved() -> None:
    with pytest.raises(SecondPassRefusedError, match="agree"):
        resolve(
            decide_twice(Status.ACCEPTED, Status.ACCEPTED), Resolution.Kept.FIRST,
            by=make_person(RESOLVE_SECOND_PASS),
        )  # fmt: skip


def test_who_may_not_resolve_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="may not resolve"):
        resolve(
            decide_twice(Status.ACCEPTED, Status.REJECTED), Resolution.Kept.FIRST, by=make_reviewer("ann")
        )


@pytest.mark.parametrize(
    "table", ["claims_secondpass", "claims_seconddecision", "claims_resolution", "claims_unblinding"]
)
@pytest.mark.parametrize("statement", ["UPDATE {} SET uid = gen_random_uuid()", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_was_decided(table: str, statement: str) -> None:
    decision = decide_twice(Status.ACCEPTED, Status.REJECTED)
    resolve(decision, Resolution.Kept.FIRST, by=make_person(RESOLVE_SECOND_PASS))
    unblind(decision.second_pass, by=make_reviewer("curious"))
    with (
        connection.cursor() as cursor,
        pytest.raises(IntegrityError, match="is refused"),
        transaction.atomic(),
    ):
        cursor.execute(statement.format(table))


def test_the_next_pass_is_read_in_the_order_of_an_index() -> None:
    first, second = make_reviewer("first"), make_reviewer("second")
    fact, now = make_fact(), timezone.now()
    row = {name: getattr(fact, name) for name in ("kind", "sentence", "start", "end", "quote", "extractor")}
    decided = {"status": Status.ACCEPTED, "status_by": first, "status_at": now}
    claims = Claim.objects.bulk_create(Claim(**row, **decided) for _ in range(500))
    move = {"number": 1, "action": "accept", "from_status": "proposed", "to_status": "accepted"}
    reviews = Review.objects.bulk_create(Review(claim=c, by=first, at=now, **move) for c in claims)
    SecondPass.objects.bulk_create(SecondPass(claim_id=r.claim_id, first=r) for r in reviews)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_claim, claims_review, claims_secondpass, claims_seconddecision")
    plan = select_waiting(second)[:1].explain()
    assert "Index Scan using claims_secondpass_claim_id" in plan
    assert "Sort" not in plan
    assert take_next_pass(by=second) == claims[0].second_passes.get()
