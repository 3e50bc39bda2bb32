"""How far people agree, what they differ about, and known claims that measure one person."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from claims.agreement import (
    list_disagreements,
    measure_agreement,
    measure_by_pair,
    measure_by_person,
    measure_by_source,
    plant,
    select_calibrations,
    select_decisions,
)
from claims.errors import NotPermittedError
from claims.models import Claim, Resolution, SecondDecision, SecondPass
from claims.review import NotAReviewerError, Status
from claims.roles import ASK_SECOND_PASS, RESOLVE_SECOND_PASS
from claims.second_pass import SecondPassRefusedError, ask_for, decide, resolve, take_next_pass, unblind
from tests.builders import (
    make_claim,
    make_person,
    make_reviewer,
    make_second_pass,
    make_sentence,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db


def ask(*claims: Claim) -> list[SecondPass]:
    """Send claims to a second person."""
    return ask_for(claims, by=make_person(ASK_SECOND_PASS))


def decide_twice(first: Status, second: Status, **changes: Any) -> SecondDecision:
    """A claim that two new people decided about, each on their own."""
    waiting = make_second_pass(make_claim(status=first))
    return decide(waiting, second, by=make_reviewer(), changes=changes)


def make_editor(username: str = "edda") -> Any:
    """Somebody who may ask for second passes and resolve disagreements."""
    return make_person(ASK_SECOND_PASS, RESOLVE_SECOND_PASS, username=username)


def test_agreement_is_kappa_and_exact_shares() -> None:
    # Both accept twice, differ once, both reject once: observed 3/4, by chance 3/4*2/4 + 1/4*2/4 = 1/2.
    decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    decide_twice(Status.ACCEPTED, Status.REJECTED)
    decide_twice(Status.REJECTED, Status.REJECTED)
    waiting = make_second_pass()
    decide(waiting, Status.ACCEPTED, by=make_reviewer(), changes={"unit": ""})

    agreement = measure_agreement(select_decisions())

    assert agreement.decisions == 4
    assert agreement.kappa == pytest.approx(0.5)
    assert agreement.shares == {"value": 1.0, "unit": 0.5, "comparator": 1.0, "period": 1.0}


def test_agreement_about_nothing_is_unknown() -> None:
    agreement = measure_agreement(select_decisions())
    assert (agreement.decisions, agreement.kappa, set(agreement.shares.values())) == (0, None, {None})


def test_agreement_is_told_by_pair_and_by_source() -> None:
    ann, ben, source = make_reviewer("ann"), make_reviewer("ben"), make_source()
    sentence = make_sentence("It was 70 percent.", source=source)
    for claim in (
        make_claim(sentence=sentence, status=Status.ACCEPTED, by=ann),
        make_claim(status=Status.REJECTED, by=ann),
    ):
        waiting = make_second_pass(claim)
        decide(waiting, Status.ACCEPTED, by=ben)
    assert {pair: a.decisions for pair, a in measure_by_pair(select_decisions()).items()} == {
        ("ann", "ben"): 2
    }
    by_source = measure_by_source(select_decisions())
    assert by_source[source].decisions == 1
    assert len(by_source) == 2
    assert measure_agreement(select_decisions(source=source)).decisions == 1


def test_disagreements_are_listed_until_they_are_resolved() -> None:
    decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    decision = decide_twice(Status.ACCEPTED, Status.REJECTED)
    editor = make_person(RESOLVE_SECOND_PASS)
    assert list(list_disagreements(select_decisions())) == [decision]

    resolution = resolve(decision, Resolution.Kept.SECOND, by=editor, note=" A page number. ")

    assert (resolution.kept, resolution.note) == ("second", "A page number.")
    assert not list_disagreements(select_decisions())
    with pytest.raises(SecondPassRefusedError, match="already"):
        resolve(decision, Resolution.Kept.FIRST, by=editor)


def test_decisions_of_a_pair_are_selected_by_their_usernames() -> None:
    ann, ben, cy = make_reviewer("ann"), make_reviewer("ben"), make_reviewer("cy")
    for first, second in ((ann, ben), (ann, cy), (cy, ben)):
        waiting = make_second_pass(make_claim(status=Status.ACCEPTED, by=first))
        decide(waiting, Status.ACCEPTED, by=second)
    assert measure_agreement(select_decisions(first="ann")).decisions == 2
    assert measure_agreement(select_decisions(first="ann", second="cy")).decisions == 1
    assert measure_agreement(select_decisions(first="ben")).decisions == 0


@pytest.mark.parametrize(
    ("changes", "listed"),
    [({}, 0), ({"noun": "all exports"}, 0), ({"low": "71", "high": "71"}, 1), ({"unit": ""}, 1),
     ({"period": "in 2019"}, 1)],
)  # fmt: skip
def test_readings_that_differ_are_listed(changes: dict[str, Any], listed: int) -> None:
    decide_twice(Status.ACCEPTED, Status.ACCEPTED, **changes)
    assert len(list_disagreements(select_decisions())) == listed


def test_two_who_reject_do_not_differ() -> None:
    decide_twice(Status.REJECTED, Status.REJECTED)
    assert not list_disagreements(select_decisions())


def test_measuring_costs_one_query_however_many_decisions(django_assert_num_queries: Any) -> None:
    for _ in range(3):
        decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    decisions = select_decisions()
    with django_assert_num_queries(1):
        measure_by_pair(decisions)


def test_known_claims_are_mixed_in_for_one_person() -> None:
    agreed, disputed = decide_twice(Status.ACCEPTED, Status.ACCEPTED), make_claim(status=Status.ACCEPTED)
    decide_twice(Status.ACCEPTED, Status.REJECTED)
    waiting = make_second_pass(disputed)
    newcomer = make_reviewer("newcomer")

    (planted,) = plant(newcomer, 5, by=make_editor())

    assert (planted.claim, planted.handed_to) == (agreed.second_pass.claim, newcomer)
    assert take_next_pass(by=newcomer) == planted
    assert take_next_pass(by=newcomer, after=planted) == waiting
    assert take_next_pass(by=make_reviewer("other")) == waiting


def test_a_disagreement_that_was_resolved_for_the_first_makes_its_claim_known() -> None:
    editor = make_editor()
    resolve(decide_twice(Status.ACCEPTED, Status.REJECTED), Resolution.Kept.SECOND, by=editor)
    right = decide_twice(Status.ACCEPTED, Status.REJECTED)
    resolve(right, Resolution.Kept.FIRST, by=editor)
    assert [p.claim for p in plant(make_reviewer(), 5, by=editor)] == [right.second_pass.claim]


def test_a_claim_that_was_moved_since_is_not_known() -> None:
    decision = decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    decision.second_pass.claim.reopen(by=make_reviewer(), reason="Look again.")
    assert plant(make_reviewer(), 5, by=make_editor()) == []


def test_nobody_is_measured_by_a_claim_that_they_know() -> None:
    decision = decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    editor, newcomer, curious = make_editor(), make_reviewer("newcomer"), make_reviewer("curious")
    unblind(decision.second_pass, by=curious)
    for knowing in (decision.by, decision.second_pass.first.by, curious):
        assert plant(knowing, 5, by=editor) == []
    assert len(plant(newcomer, 5, by=editor)) == 1
    assert plant(newcomer, 5, by=editor) == []


def test_a_known_claim_measures_the_person_and_nothing_else() -> None:
    decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    newcomer = make_reviewer("newcomer")
    (planted,) = plant(newcomer, 1, by=make_editor())

    decision = decide(planted, Status.ACCEPTED, by=newcomer, changes={"unit": ""})

    assert measure_agreement(select_decisions()).decisions == 1
    assert not list_disagreements(select_decisions())
    score = measure_by_person(select_calibrations())["newcomer"]
    assert (score.decisions, score.shares["unit"], score.shares["value"]) == (1, 0.0, 1.0)
    assert measure_by_person(select_calibrations(by=make_reviewer("other"))) == {}
    claim = Claim.objects.get(pk=decision.second_pass.claim_id)
    assert (claim.status, claim.unit, claim.reviews.count(), Claim.objects.count()) == (
        "accepted", "percent", 1, 1,
    )  # fmt: skip


def test_a_known_claim_is_for_the_person_whom_it_is_handed_to() -> None:
    decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    (planted,) = plant(make_reviewer("newcomer"), 1, by=make_editor())
    with pytest.raises(NotPermittedError, match="handed to somebody else"):
        decide(planted, Status.ACCEPTED, by=make_reviewer("other"))


def test_a_known_claim_has_no_disagreement_to_resolve() -> None:
    decide_twice(Status.ACCEPTED, Status.ACCEPTED)
    newcomer, editor = make_reviewer("newcomer"), make_editor()
    (planted,) = plant(newcomer, 1, by=editor)
    with pytest.raises(SecondPassRefusedError, match="measures a person"):
        resolve(decide(planted, Status.REJECTED, by=newcomer), Resolution.Kept.FIRST, by=editor)


def test_who_may_not_mix_in_or_be_measured_is_refused() -> None:
    with pytest.raises(NotPermittedError):
        plant(make_reviewer(), 1, by=make_reviewer())
    with pytest.raises(NotAReviewerError):
        plant(make_user("ann"), 1, by=make_editor())


def test_the_database_keeps_one_pass_a_decision_and_person() -> None:
    waiting = make_second_pass()
    with pytest.raises(IntegrityError, match="second_pass_comes_once"), transaction.atomic():
        SecondPass.objects.create(claim=waiting.claim, first=waiting.first)
