"""Moving claims through the API."""

from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.models import Claim, Review
from claims.review import MOVES, PLAIN_ACTIONS, Action, Status
from tests.builders import make_claim, make_person, make_reviewer, make_token, move_claim
from tests.clients import call_as
from tests.racing import run_at_once

pytestmark = pytest.mark.django_db


def address(claim: Claim, action: str) -> str:
    return f"/api/v1/claims/{claim.uid}/{action}/"


@pytest.mark.parametrize("action", PLAIN_ACTIONS)
@pytest.mark.parametrize("status", Status)
def test_every_move_is_made_or_refused_as_the_table_says(
    reviewer_api: APIClient, reviewer: User, status: Status, action: Action
) -> None:
    claim = make_claim(status=status)
    reviews = Review.objects.count()

    answer = reviewer_api.post(address(claim, action), {"reason": "Seen again."})

    claim.refresh_from_db()
    following = MOVES.get((status, action))
    if following is None:
        assert answer.status_code == 409
        assert answer.json()["code"] == "illegal_move"
        assert (claim.status, Review.objects.count()) == (status, reviews)
    else:
        assert answer.status_code == 200
        assert (claim.status, claim.status_by, Review.objects.count()) == (following, reviewer, reviews + 1)
        assert claim.reviews.latest("number").reason == "Seen again."


def test_move_answers_with_the_claim_as_it_is_read_afterwards(reviewer_api: APIClient) -> None:
    claim = make_claim()

    answer = reviewer_api.post(address(claim, "accept"), {})

    assert answer.json() == reviewer_api.get(f"/api/v1/claims/{claim.uid}/").json()
    assert (answer.json()["status"], answer.json()["status_by"]) == ("accepted", "reviewer")


def test_move_needs_no_body(api: APIClient, reviewer: User) -> None:
    claim = make_claim()

    headers = {"authorization": f"Bearer {make_token(reviewer)}", "if-match": "*"}
    answer = api.post(address(claim, "accept"), headers=headers)

    assert answer.status_code == 200
    assert claim.reviews.get().reason == ""


@pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": " \n "}])
def test_reopening_needs_a_reason(reviewer_api: APIClient, body: dict[str, str]) -> None:
    claim = make_claim(status=Status.ACCEPTED)

    answer = reviewer_api.post(address(claim, "reopen"), body)

    claim.refresh_from_db()
    assert answer.status_code == 400
    assert answer.json()["code"] == "reason_required"
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [
        ("reason", "reason_required")
    ]
    assert (claim.status, claim.reviews.count()) == ("accepted", 1)


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"reasn": "Typed wrong."}, "reasn", "unknown_field"),
        ({"reason": "Fine.", "status": "accepted"}, "status", "unknown_field"),
        ({"reason": None}, "reason", "null"),
        ({"reason": ["a"]}, "reason", "invalid"),
        ({"reason": "x" * 10_001}, "reason", "max_length"),
        ({"reason": "a\x00b"}, "reason", "null_characters_not_allowed"),
        (["reason"], "", "invalid"),
        ("reason", "", "invalid"),
    ],
)
def test_body_that_is_not_as_it_should_be_changes_nothing(
    reviewer_api: APIClient, body: object, field: str, code: str
) -> None:
    claim = make_claim()

    answer = reviewer_api.post(address(claim, "accept"), body)

    claim.refresh_from_db()
    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]
    assert (claim.status, claim.reviews.count()) == ("proposed", 0)


def test_lone_surrogate_in_a_reason_is_refused(reviewer_api: APIClient) -> None:
    claim = make_claim()

    answer = reviewer_api.post(
        address(claim, "accept"), rb'{"reason": "\ud800"}', content_type="application/json"
    )

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["reason"]


def test_claim_that_is_not_there_cannot_be_moved(reviewer_api: APIClient) -> None:
    answer = reviewer_api.post("/api/v1/claims/01a20bd7-aca6-70da-804f-fcfefc3fa4c1/accept/", {})

    assert answer.status_code == 404


def test_history_of_a_claim_is_its_list_of_reviews(reviewer_api: APIClient) -> None:
    claim = make_claim()
    move_claim(make_claim(), Action.ACCEPT)
    for action in ("accept", "reopen", "reject"):
        reviewer_api.post(address(claim, action), {"reason": f"To {action}."})

    body = reviewer_api.get(f"/api/v1/claims/{claim.uid}/").json()
    reviews = reviewer_api.get(body["reviews"]).json()["results"]

    assert [(row["number"], row["action"], row["reason"], row["by"]) for row in reviews] == [
        (3, "reject", "To reject.", "reviewer"),
        (2, "reopen", "To reopen.", "reviewer"),
        (1, "accept", "To accept.", "reviewer"),
    ]


def test_stale_move_tells_what_changed_by_the_paths_of_the_claim(reviewer_api: APIClient) -> None:
    claim = make_claim()
    claim.revise(by=make_person("claims.change_claim"), changes={"high": "75", "low": "75", "noun": "boats"})

    answer = reviewer_api.post(address(claim, "accept"), {}, headers={"if-match": '"1"'})

    assert answer.status_code == 412
    assert answer.json()["changes"] == {
        "value.low": {"before": "70", "after": "75"},
        "value.high": {"before": "70", "after": "75"},
        "noun": {"before": "exports", "after": "boats"},
    }


@pytest.mark.usefixtures("committed")
def test_of_two_people_who_decide_at_once_one_is_told_of_the_other() -> None:
    claim, first, second = make_claim(), make_reviewer(), make_reviewer()

    def decide(person: User, action: str) -> Any:
        client = call_as(person, HTTP_IF_MATCH='"1"')
        return client.post(address(claim, action), {})

    answers = run_at_once(partial(decide, first, "accept"), partial(decide, second, "reject"))

    assert sorted(answer.status_code for answer in answers) == [200, 412]
    (late,) = [answer.json() for answer in answers if answer.status_code == 412]
    assert late["changes"]["status"]["before"] == "proposed"
    assert claim.reviews.count() == 1
