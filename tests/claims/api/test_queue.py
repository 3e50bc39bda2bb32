"""Taking claims of the queue through the API."""

from typing import Any
from uuid import uuid4

import pytest
from rest_framework.test import APIClient

from claims.desk import assign
from claims.models import Claim, Lease
from claims.review import Status
from claims.roles import ASSIGN_WORK
from tests.builders import make_claim, make_person, make_quantity, make_reviewer, make_speaker, make_user
from tests.clients import call_as

ADDRESS = "/api/v1/claims/next/"

pytestmark = pytest.mark.django_db


def log_in(username: str) -> APIClient:
    return call_as(make_reviewer(username))


def take(client: APIClient, **wanted: Any) -> str | None:
    """The id of the claim that is handed out; None at the end."""
    answer = client.post(ADDRESS, wanted)
    assert answer.status_code in {200, 204}, answer.json()
    return answer.json()["id"] if answer.status_code == 200 else None


def test_two_people_are_handed_different_claims() -> None:
    first, second = (str(make_claim().uid) for _ in range(2))
    ann, ben, cem = log_in("ann"), log_in("ben"), log_in("cem")

    assert [take(ann), take(ben), take(cem)] == [first, second, None]
    assert take(ann) == first
    assert take(ann, after=first) is None


def test_claim_is_answered_as_it_is_read() -> None:
    claim, client = make_claim(), log_in("ann")

    answer = client.post(ADDRESS, {})

    read = client.get(f"/api/v1/claims/{claim.uid}/")
    assert (answer.json(), answer["ETag"]) == (read.json(), read["ETag"])


def test_released_claim_is_handed_out_again() -> None:
    claim = make_claim()
    ann, ben = log_in("ann"), log_in("ben")
    take(ann)

    assert ben.post(f"/api/v1/claims/{claim.uid}/release/").status_code == 204
    assert take(ben) is None
    assert ann.post(f"/api/v1/claims/{claim.uid}/release/").status_code == 204
    assert take(ben) == str(claim.uid)
    assert Lease.objects.get().holder.username == "ben"


def test_queue_is_narrowed_down() -> None:
    make_claim()
    speaker = make_speaker()
    spoken = make_claim(speaker=speaker)
    metres = make_claim(make_quantity("=", "5", unit="metre"))
    accepted = make_claim(status=Status.ACCEPTED)
    ann = make_reviewer("ann")
    client = call_as(ann)
    assign(ann, by=make_person(ASSIGN_WORK, username="edith"), unit="metre")
    source = metres.sentence.snapshot.source

    def is_handed(claim: Claim, **wanted: Any) -> bool:
        return take(client, **wanted) == str(claim.uid)

    assert is_handed(spoken, speaker=str(speaker.uid))
    assert is_handed(metres, unit="metre")
    assert is_handed(metres, assigned=True)
    assert is_handed(metres, source=str(source.uid), unit="metre")
    assert is_handed(accepted, status="accepted")


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"status": "done"}, "status", "invalid_choice"),
        ({"unit": "%"}, "unit", "unknown_unit"),
        ({"after": str(uuid4())}, "after", "does_not_exist"),
        ({"assigned": "yes"}, "assigned", "invalid"),
        ({"verdict": "refuted"}, "verdict", "unknown_field"),
    ],
)
def test_senseless_queue_is_refused_by_field(body: dict[str, Any], field: str, code: str) -> None:
    answer = log_in("ann").post(ADDRESS, body)

    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]


def test_who_may_not_review_is_handed_nothing() -> None:
    make_claim()

    answer = call_as(make_user("guest")).post(ADDRESS, {})

    assert (answer.status_code, answer.json()["code"]) == (403, "not_a_reviewer")
    assert not Lease.objects.exists()
