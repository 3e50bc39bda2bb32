"""Giving and ending work through the API."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from rest_framework.test import APIClient

from claims.desk import assign
from claims.models import Assignment
from claims.roles import ASSIGN_WORK
from tests.builders import make_person, make_reviewer, make_source, make_speaker, make_statistic, make_user
from tests.clients import call_as

ADDRESS = "/api/v1/assignments/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return make_person(ASSIGN_WORK, username="edith")


@pytest.fixture
def rosa() -> User:
    return make_reviewer("rosa")


def end(client: APIClient, assignment: Assignment, tag: str = "*") -> tuple[int, str]:
    """The status and the code of an answer."""
    answer = client.post(f"{ADDRESS}{assignment.uid}/end/", headers={"if-match": tag})
    return answer.status_code, answer.json().get("code", "")


def test_claims_are_assigned_and_read_again(editor: User, rosa: User) -> None:
    source, speaker, statistic = make_source("port"), make_speaker(), make_statistic()
    ids = {"source": str(source.uid), "speaker": str(speaker.uid), "statistic": str(statistic.uid)}

    answer = call_as(editor).post(ADDRESS, {"assignee": "rosa", "unit": "percent", "note": " Soon. ", **ids})

    assert answer.status_code == 201, answer.json()
    body = answer.json()
    assert {name: body[name]["id"] for name in ids} == ids
    assert (body["assignee"], body["assigned_by"], body["note"]) == ("rosa", "edith", "Soon.")
    assert (body["unit"]["code"], body["ended_at"]) == ("percent", None)
    assert answer["Location"] == body["url"]
    assert call_as(rosa).get(body["url"]).json() == body
    assert call_as(rosa).get(body["url"])["ETag"] == answer["ETag"]


def test_the_same_request_assigns_once(editor: User, rosa: User) -> None:
    client = APIClient()
    client.force_login(editor)
    body, headers = {"assignee": "rosa", "unit": "percent"}, {"idempotency-key": str(uuid4())}

    first, second = (client.post(ADDRESS, body, headers=headers) for _ in range(2))

    assert first.json() == second.json()
    assert second["Idempotency-Replayed"] == "true"
    assert Assignment.objects.count() == 1


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"assignee": "rosa"}, "", "invalid"),
        ({"unit": "percent"}, "assignee", "required"),
        ({"assignee": "nobody", "unit": "percent"}, "assignee", "does_not_exist"),
        ({"assignee": "guest", "unit": "percent"}, "assignee", "not_a_reviewer"),
        ({"assignee": "rosa", "unit": "%"}, "unit", "unknown_unit"),
        ({"assignee": "rosa", "source": str(uuid4())}, "source", "does_not_exist"),
        ({"assignee": "rosa", "unit": "percent", "until": "2026"}, "until", "unknown_field"),
    ],
)
def test_senseless_assignment_is_refused_by_field(
    editor: User, rosa: User, body: dict[str, str], field: str, code: str
) -> None:
    make_user("guest")

    answer = call_as(editor).post(ADDRESS, body)

    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [(field, code)]
    assert not Assignment.objects.exists()


def test_reviewer_assigns_nothing(rosa: User) -> None:
    answer = call_as(rosa).post(ADDRESS, {"assignee": "rosa", "unit": "percent"})

    assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted")


def test_work_is_ended_by_whose_it_is_or_who_assigns(editor: User, rosa: User) -> None:
    own = assign(rosa, by=editor, unit="percent")

    assert end(call_as(make_reviewer("other")), own) == (403, "not_permitted")
    assert end(call_as(rosa), own) == (200, "")
    assert end(call_as(editor), assign(rosa, by=editor, unit="metre")) == (200, "")
    assert not Assignment.objects.filter(ended_at=None).exists()


def test_ending_says_which_state_was_seen(editor: User, rosa: User) -> None:
    assignment = assign(rosa, by=editor, unit="percent")
    seen = call_as(rosa).get(f"{ADDRESS}{assignment.uid}/")["ETag"]
    missing = call_as(rosa).post(f"{ADDRESS}{assignment.uid}/end/")

    assert (missing.status_code, missing.json()["code"]) == (428, "precondition_required")
    assert end(call_as(rosa), assignment, seen) == (200, "")
    assert end(call_as(editor), assignment, seen) == (412, "stale")


def test_nobody_changes_or_deletes_an_assignment(editor: User, rosa: User) -> None:
    address = f"{ADDRESS}{assign(rosa, by=editor, unit='percent').uid}/"

    assert call_as(editor).patch(address, {"unit": "metre"}).status_code == 405
    assert call_as(editor).delete(address).status_code == 405


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ("assignee=rosa", ["percent", "metre"]),
        ("assignee=rosa&open=true", ["percent"]),
        ("open=false", ["metre"]),
        ("by=edith&unit=USD", ["USD"]),
        ("by=rosa", []),
        ("source=port", ["metre"]),
        ("speaker=Brandt", ["USD"]),
        ("at_before=2020-01-01T00:00:00Z", []),
    ],
)
def test_assignments_are_found(editor: User, rosa: User, parameters: str, found: list[str]) -> None:
    assign(make_reviewer("ann"), by=editor, unit="USD", speaker=make_speaker("Brandt"))
    assign(rosa, by=editor, unit="metre", source=make_source("port")).end(by=rosa)
    assign(rosa, by=editor, unit="percent")

    rows = call_as(rosa).get(f"{ADDRESS}?{parameters}").json()["results"]

    assert [row["unit"]["code"] for row in rows] == found


def test_who_is_not_logged_in_sees_no_assignments(api: APIClient) -> None:
    assert api.get(ADDRESS).status_code == 401
