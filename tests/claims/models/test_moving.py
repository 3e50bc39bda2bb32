"""A move in one statement, beside other moves of the same claim."""

from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User

from claims.errors import ClaimsError
from claims.models import Claim, Review
from claims.review import Status
from tests.builders import make_claim, make_reviewer
from tests.racing import run_at_once

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(("expected_version", "refusal"), [(1, "stale"), (None, "illegal_move")])
def test_of_two_reviewers_at_once_one_decides(expected_version: int | None, refusal: str) -> None:
    claim = make_claim()
    seen = {make_reviewer(name): Claim.objects.get(pk=claim.pk) for name in ("first", "second")}

    def decide(person: User) -> str:
        try:
            return str(seen[person].accept(by=person, expected_version=expected_version).to_status)
        except ClaimsError as error:
            return error.code

    outcomes = run_at_once(*(partial(decide, person) for person in seen))

    assert sorted(outcomes) == ["accepted", refusal]
    assert Review.objects.count() == 1


def test_a_plain_move_is_one_statement(django_assert_num_queries: Any) -> None:
    claim, reviewer = make_claim(), make_reviewer()
    reviewer.get_all_permissions()  # a request has asked for them already

    with django_assert_num_queries(1):
        review = claim.accept(by=reviewer)

    assert (review.pk, review.number) == Review.objects.values_list("pk", "number").get()
    assert Claim.objects.get().status == claim.status == Status.ACCEPTED


def test_who_asks_for_no_version_moves_the_claim_as_it_stands() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    seen = Claim.objects.get()
    claim.accept(by=reviewer)
    claim.reopen(by=reviewer, reason="Look again.")

    seen.reject(by=reviewer)

    assert list(Review.objects.order_by("number").values_list("number", "action")) == [
        (1, "accept"),
        (2, "reopen"),
        (3, "reject"),
    ]
    assert (seen.version, Claim.objects.get().version) == (4, 4)
