"""Many claims at once."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.models import Claim, Review
from claims.review import Status
from claims.roles import ADD_CLAIM, CHANGE_CLAIM, REVIEW_CLAIM
from tests.builders import make_claim, make_person, make_sentence
from tests.clients import call_as

pytestmark = pytest.mark.django_db

MAKE = "/api/v1/claims/batch/"
MOVE = "/api/v1/claims/moves/"
UNKNOWN = "01a20bd7-aca6-70da-804f-fcfefc3fa4c1"


@pytest.fixture
def client() -> APIClient:
    return call_as(make_person(ADD_CLAIM, CHANGE_CLAIM, REVIEW_CLAIM, username="rosa"))


def test_each_row_is_done_or_told_why_not(client: APIClient) -> None:
    sentence = make_sentence("The port handled 70 ships, and the harbour is closed.")
    good = {"kind": "factual", "sentence": str(sentence.uid), "quote": "the harbour is closed"}
    rows = [good, {**good, "quote": "the harbour is open"}, {**good, "qote": "x"}, "row", None]

    answer = client.post(MAKE, {"claims": rows})

    assert answer.status_code == 200
    told = answer.json()
    assert (told["done"], told["refused"]) == (1, 4)
    assert [(row["row"], row["status"]) for row in told["results"]] == [
        (0, 201), (1, 400), (2, 400), (3, 400), (4, 400),
    ]  # fmt: skip
    claim = Claim.objects.get()
    assert told["results"][0]["claim"] == {"id": str(claim.uid), "version": 1, "status": "proposed"}
    assert told["results"][1]["problem"]["code"] == "quote_not_found"
    assert [error["field"] for error in told["results"][2]["problem"]["errors"]] == ["qote"]


def test_all_or_nothing_does_nothing_where_a_row_is_refused(client: APIClient) -> None:
    sentence = make_sentence("The harbour is closed.")
    good = {"kind": "factual", "sentence": str(sentence.uid), "quote": "harbour"}

    answer = client.post(MAKE, {"claims": [good, {**good, "quote": "port"}], "atomic": True})

    assert (answer.status_code, answer.json()["code"]) == (409, "batch_refused")
    assert answer.json()["results"][0] == {"row": 0, "status": 201}  # no claim: it was not made
    assert answer.json()["results"][1]["status"] == 400
    assert not Claim.objects.exists()


def test_all_or_nothing_does_all_where_none_is_refused(client: APIClient) -> None:
    sentence = make_sentence("The harbour is closed.")
    rows = [
        {"kind": "factual", "sentence": str(sentence.uid), "quote": word} for word in ("harbour", "closed")
    ]

    answer = client.post(MAKE, {"claims": rows, "atomic": True})

    assert (answer.status_code, Claim.objects.count()) == (200, 2)


def test_every_move_can_be_made_of_many(client: APIClient) -> None:
    claims = [make_claim() for _ in range(3)]
    decided = make_claim(status=Status.ACCEPTED)
    moves: list[dict[str, Any]] = [
        {"claim": str(claims[0].uid), "version": 1, "action": "accept"},
        {"claim": str(claims[1].uid), "version": 1, "action": "reject", "reason": "A typo."},
        {"claim": str(claims[2].uid), "version": None, "action": "correct", "changes": {"noun": "imports"}},
        {"claim": str(claims[0].uid), "version": 2, "action": "undo"},
        {"claim": str(decided.uid), "version": 2, "action": "reopen", "reason": "Look again."},
    ]

    answer = client.post(MOVE, {"moves": moves})

    assert [(row["claim"]["status"], row["claim"]["version"]) for row in answer.json()["results"]] == [
        ("accepted", 2), ("rejected", 2), ("accepted", 2), ("proposed", 3), ("proposed", 3),
    ]  # fmt: skip
    assert Review.objects.get(action="correct").difference == {
        "noun": {"before": "exports", "after": "imports"}
    }


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"version": 7}, 412, "stale"),
        ({"action": "reopen", "reason": "x"}, 409, "illegal_move"),
        ({"action": "undo"}, 409, "nothing_to_undo"),
        ({"action": "judge"}, 400, "invalid_input"),
        ({"action": "correct"}, 400, "invalid_input"),
        ({"changes": {"noun": "x"}}, 400, "invalid_input"),
        ({"action": "correct", "changes": {"unit": "parsnip"}}, 400, "invalid_change"),
        ({"claim": UNKNOWN}, 400, "invalid_input"),
        ({"claim": "1"}, 400, "invalid_input"),
        ({"version": "*"}, 400, "invalid_input"),
        ({"version": 1.5}, 400, "invalid_input"),
        ({"reason": "\x00"}, 400, "invalid_input"),
    ],
)
def test_row_is_refused_as_it_would_be_by_itself(
    client: APIClient, change: dict[str, Any], status: int, code: str
) -> None:
    claim = make_claim()

    answer = client.post(
        MOVE, {"moves": [{"claim": str(claim.uid), "version": 1, "action": "accept", **change}]}
    )

    (row,) = answer.json()["results"]
    assert (answer.status_code, row["status"], row["problem"]["code"]) == (200, status, code)
    assert Claim.objects.get().version == 1


def test_version_that_was_seen_is_needed(client: APIClient) -> None:
    claim = make_claim()

    answer = client.post(MOVE, {"moves": [{"claim": str(claim.uid), "action": "accept"}]})

    (row,) = answer.json()["results"]
    assert [error["field"] for error in row["problem"]["errors"]] == ["version"]


@pytest.mark.parametrize("rows", [[], ["row"] * 1001, "row", None])
def test_batch_has_one_to_a_thousand_rows(client: APIClient, rows: Any) -> None:
    answer = client.post(MOVE, {"moves": rows})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["moves"]


def test_a_thousand_rows_are_taken(client: APIClient) -> None:
    claim = make_claim()
    row = {"claim": str(claim.uid), "version": 1, "action": "accept"}

    # Rows that are none cost no query, and are told like all others.
    answer = client.post(MOVE, {"moves": ["row"] * 999 + [row]})

    assert (answer.json()["done"], answer.json()["refused"]) == (1, 999)
    assert answer.json()["results"][999]["claim"]["status"] == "accepted"
