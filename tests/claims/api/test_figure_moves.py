"""Promoting and dismissing figures through the API."""

import pytest
from rest_framework.test import APIClient

from claims.codelists import Disposition
from claims.models import Claim, Figure
from claims.roles import DECIDE_FIGURE
from tests.builders import make_claim, make_figure, make_person, make_sentence
from tests.clients import call_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> APIClient:
    return call_as(make_person(DECIDE_FIGURE, username="rosa"), HTTP_IF_MATCH="*")


def address(figure: Figure, move: str = "") -> str:
    return f"/api/v1/figures/{figure.uid}/{move}"


def make_passed_over() -> Figure:
    """A figure that the extractor took for a name."""
    sentence = make_sentence("The harbour handled 70 ships.")
    return make_figure(sentence, "70", disposition=Disposition.NAME, rule="name")


def test_figure_is_promoted_to_a_claim(client: APIClient) -> None:
    figure = make_passed_over()
    seen = client.get(address(figure))["ETag"]

    answer = client.post(address(figure, "promote/"), headers={"if-match": seen})

    assert answer.status_code == 201
    claim = Claim.objects.get()
    assert answer["Location"] == f"http://testserver/api/v1/claims/{claim.uid}/"
    assert answer.json() == client.get(answer["Location"]).json()
    assert (answer.json()["value"]["low"], answer.json()["status"]) == ("70", "proposed")
    assert answer.json()["created_by"] == "rosa"
    again = client.post(address(figure, "promote/"))
    assert (again.status_code, again.json()["code"]) == (409, "figure_decided")


def test_figure_is_dismissed_with_a_reason(client: APIClient) -> None:
    figure = make_figure()

    answer = client.post(
        address(figure, "dismiss/"), {"disposition": "label", "reason": "The number of a berth."}
    )

    assert answer.status_code == 200
    assert answer.json() == client.get(address(figure)).json()
    assert (answer.json()["disposition"], answer.json()["decided_by"]) == ("label", "rosa")
    assert Figure.objects.get().reason == "The number of a berth."


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"disposition": "label"}, "reason"),
        ({"disposition": "claim", "reason": "x"}, "disposition"),
        ({"reason": "x"}, "disposition"),
        ({"disposition": "label", "reason": "x", "rule": "mine"}, "rule"),
    ],
)
def test_dismissal_that_does_not_say_what_and_why_is_refused(
    client: APIClient, body: dict[str, str], field: str
) -> None:
    figure = make_figure()

    answer = client.post(address(figure, "dismiss/"), body)

    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert Figure.objects.get().decided_by is None


def test_figure_with_a_claim_is_not_dismissed(client: APIClient) -> None:
    figure = make_claim().figure
    assert figure is not None

    answer = client.post(address(figure, "dismiss/"), {"disposition": "label", "reason": "x"})

    assert (answer.status_code, answer.json()["code"]) == (409, "figure_decided")


@pytest.mark.parametrize("move", ["promote/", "dismiss/"])
def test_figure_that_somebody_decided_meanwhile_is_told(client: APIClient, move: str) -> None:
    figure = make_passed_over()
    seen = client.get(address(figure))["ETag"]
    figure.dismiss(by=make_person(DECIDE_FIGURE), reason="A ship.", disposition=Disposition.NAME)

    answer = (
        client.post(
            address(figure, move), {"disposition": "label", "reason": "x"}, headers={"if-match": seen}
        )
        if move == "dismiss/"
        else client.post(address(figure, move), headers={"if-match": seen})
    )

    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert not Claim.objects.exists()


def test_state_that_was_seen_is_needed(client: APIClient) -> None:
    assert client.post(address(make_figure(), "promote/"), headers={"if-match": ""}).status_code == 428
