"""Changing and correcting claims through the API."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.models import Claim, Review
from claims.review import Status
from claims.roles import ADD_CLAIM, CHANGE_CLAIM, REVIEW_CLAIM
from tests.builders import (
    make_claim,
    make_fact,
    make_person,
    make_reviewer,
    make_speaker,
    make_statistic,
    make_subject,
)
from tests.clients import call_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(db: None) -> User:
    return make_person(REVIEW_CLAIM, CHANGE_CLAIM, ADD_CLAIM, username="rosa")


@pytest.fixture
def client(person: User) -> APIClient:
    """A client of somebody who changes claims, whatever their state."""
    return call_as(person, HTTP_IF_MATCH="*")


def address(claim: Claim, move: str = "") -> str:
    return f"/api/v1/claims/{claim.uid}/{move}"


def test_proposed_claim_is_changed_in_the_shape_in_which_it_is_read(client: APIClient) -> None:
    claim = make_claim()
    speaker, subject, statistic = make_speaker(), make_subject(), make_statistic()
    change = {
        "value": {"low": "71.50", "high": "71.50", "significant_digits": 4},
        "unit": "percentage point",
        "noun": "imports",
        "denominator": "all trade",
        "scope": "only",
        "direction": "up by",
        "modality": "forecast",
        "period": {"text": "in 2019", "start": "2019-01-01", "end": "2019-12-31"},
        "voice": "quote",
    }
    change["unit"] = "kilometre"
    related = {"speaker": speaker, "subject": subject, "statistic": statistic}

    answer = client.patch(address(claim), {**change, **{name: str(row.uid) for name, row in related.items()}})

    assert answer.status_code == 200
    told = answer.json()
    assert told == client.get(address(claim)).json()
    assert {name: told[name] for name in change if name not in {"value", "unit"}} == {
        name: change[name] for name in change if name not in {"value", "unit"}
    }
    assert told["unit"]["code"] == "kilometre"
    assert (told["value"]["low"], told["value"]["high"], told["value"]["comparator"]) == (
        "71.50",
        "71.50",
        "=",
    )
    assert {name: told[name]["id"] for name in related} == {n: str(r.uid) for n, r in related.items()}
    assert (told["status"], Review.objects.count()) == ("proposed", 0)
    assert answer["ETag"].startswith('"2.')


def test_what_is_unknown_can_be_said_to_be(client: APIClient) -> None:
    claim = make_claim(speaker=make_speaker(), period="in 2017")

    answer = client.patch(address(claim), {"speaker": None, "period": None, "unit": None})

    assert [answer.json()[name] for name in ("speaker", "period", "unit")] == [None, None, None]


def test_nothing_changed_is_nothing_done(client: APIClient) -> None:
    claim = make_claim()

    answer = client.patch(address(claim), {})

    assert (answer.status_code, answer["ETag"].partition(".")[0]) == (200, '"1')


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"value": {"low": 71}}, "value.low"),
        ({"value": {"low": "1e99"}}, "value.low"),
        ({"value": {"low": "9" * 101}}, "value.low"),
        ({"value": {"low": "NaN"}}, "value.low"),
        ({"value": {"low": "٣"}}, "value.low"),
        ({"value": {"lo": "1"}}, "value.lo"),
        ({"value": {"comparator": "=="}}, "value.comparator"),
        ({"value": {"significant_digits": 10**30}}, "value.significant_digits"),
        ({"value": None}, "value"),
        ({"value": "70"}, "value"),
        ({"value": {"low": "90"}}, ""),
        ({"unit": "parsnip"}, "unit"),
        ({"noun": "x" * 301}, "noun"),
        ({"noun": "a\x00b"}, "noun"),
        ({"voice": "song"}, "voice"),
        ({"period": {"start": "2019-02-30"}}, "period.start"),
        ({"period": {"text": "", "start": "2019-01-02"}}, ""),
        ({"speaker": "01a20bd7-aca6-70da-804f-fcfefc3fa4c1"}, "speaker"),
        ({"quote": "71 percent"}, "quote"),
        ({"status": "accepted"}, "status"),
        ({"low": "71"}, "low"),
    ],
)
def test_what_a_claim_cannot_have_is_refused_by_its_field(
    client: APIClient, change: dict[str, Any], field: str
) -> None:
    claim = make_claim()

    answer = client.patch(address(claim), change)

    assert answer.status_code == 400
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert Claim.objects.get().version == 1


def test_fact_has_no_value(client: APIClient) -> None:
    claim = make_fact()

    answer = client.patch(address(claim), {"value": {"low": "1", "high": "1", "comparator": "="}})

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_change")


@pytest.mark.parametrize("status", [Status.ACCEPTED, Status.REJECTED])
def test_decided_claim_is_not_changed(client: APIClient, status: Status) -> None:
    claim = make_claim(status=status)

    answer = client.patch(address(claim), {"noun": "imports"})

    assert (answer.status_code, answer.json()["code"]) == (409, "illegal_move")


def test_correction_accepts_with_the_difference(client: APIClient) -> None:
    claim = make_claim()

    answer = client.post(
        address(claim, "correct/"), {"changes": {"value": {"low": "69", "high": "69"}}, "reason": "Misread."}
    )

    assert (answer.json()["status"], answer.json()["value"]["low"]) == ("accepted", "69")
    review = Review.objects.get()
    assert (review.action, review.reason) == ("correct", "Misread.")
    assert review.difference == {
        "low": {"before": "70", "after": "69"},
        "high": {"before": "70", "after": "69"},
    }


def test_correction_without_changes_is_refused(client: APIClient) -> None:
    claim = make_claim()

    answer = client.post(address(claim, "correct/"), {"reason": "Fine."})

    assert [error["field"] for error in answer.json()["errors"]] == ["changes"]
    assert Claim.objects.get().status == "proposed"


def test_own_last_move_is_undone_and_nobody_elses(client: APIClient) -> None:
    claim = make_claim()
    client.post(address(claim, "correct/"), {"changes": {"noun": "imports"}})

    undone = client.post(address(claim, "undo/"))

    assert (undone.json()["status"], undone.json()["noun"]) == ("proposed", "exports")
    claim.accept(by=make_reviewer())
    refused = client.post(address(claim, "undo/"))
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_undo")
