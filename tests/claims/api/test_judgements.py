"""Verdicts through the API."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.models import Claim, Verdict, VerdictConfirmation
from claims.review import Status
from tests.builders import check_deferred, make_claim, make_judge, make_judgement, make_sentence
from tests.clients import call_as

pytestmark = pytest.mark.django_db

BODY: dict[str, Any] = {
    "outcome": "refuted",
    "rationale": "The port's own list has 61.",
    "evidence": [{"stance": "refutes", "link": "https://example.org/list", "note": "Page 4."}],
    "as_of": "2026-11-01",
}


def log_in(username: str) -> APIClient:
    """A client of somebody who may give and confirm verdicts."""
    return call_as(make_judge(username), HTTP_IF_MATCH="*")


@pytest.fixture
def jana() -> APIClient:
    return log_in("jana")


def address(claim: Claim, move: str = "") -> str:
    return f"/api/v1/claims/{claim.uid}/verdict/{move}"


def test_verdict_is_given_with_its_evidence(jana: APIClient) -> None:
    claim, sentence = make_claim(status=Status.ACCEPTED), make_sentence("The list has 61 ships.")
    evidence = [*BODY["evidence"], {"stance": "context", "sentence": str(sentence.uid)}]

    answer = jana.post(address(claim), {**BODY, "evidence": evidence})

    assert answer.status_code == 200
    assert answer["ETag"].startswith('"3.')
    verdict = Verdict.objects.get()
    assert (verdict.outcome, verdict.rationale, str(verdict.as_of), verdict.by.username) == (
        "refuted",
        "The port's own list has 61.",
        "2026-11-01",
        "jana",
    )
    assert list(verdict.evidence.values_list("stance", "link", "sentence", "note")) == [
        ("refutes", "https://example.org/list", None, "Page 4."),
        ("context", "", sentence.pk, ""),
    ]
    check_deferred()


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"outcome": "unchecked"}, "invalid_input", "outcome"),
        ({"rationale": " "}, "invalid_input", "rationale"),
        ({"evidence": []}, "verdict_incomplete", "evidence"),
        ({"evidence": [{"stance": "refutes"}]}, "verdict_incomplete", "evidence"),
        ({"evidence": [{"stance": "refutes", "link": "no"}]}, "invalid_input", "evidence.0.link"),
        ({"evidence": [{"stance": "shouts"}]}, "invalid_input", "evidence.0.stance"),
        ({"evidence": [{"stance": "refutes", "url": "a"}]}, "invalid_input", "evidence.0.url"),
        ({"evidence": "a link"}, "invalid_input", "evidence"),
        ({"as_of": "2999-01-01"}, "verdict_incomplete", "as_of"),
        ({"as_of": "soon"}, "invalid_input", "as_of"),
    ],
)  # fmt: skip
def test_verdict_that_lacks_something_is_refused(
    jana: APIClient, change: dict[str, Any], code: str, field: str
) -> None:
    claim = make_claim(status=Status.ACCEPTED)

    answer = jana.post(address(claim), {**BODY, **change})

    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert not Verdict.objects.exists()


def test_only_accepted_claims_have_a_verdict(jana: APIClient) -> None:
    answer = jana.post(address(make_claim()), BODY)

    assert (answer.status_code, answer.json()["code"]) == (409, "verdict_refused")


def test_verdict_is_withdrawn_with_a_reason(jana: APIClient) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    jana.post(address(claim), BODY)
    assert jana.post(address(claim, "withdraw/"), {}).status_code == 400

    answer = jana.post(address(claim, "withdraw/"), {"reason": "The list was another port's."})

    assert answer.status_code == 200
    assert list(Verdict.objects.order_by("number").values_list("outcome", flat=True)) == [
        "refuted",
        "unchecked",
    ]
    again = jana.post(address(claim, "withdraw/"), {"reason": "Again."})
    assert (again.status_code, again.json()["code"]) == (409, "verdict_refused")


def test_verdict_is_confirmed_by_a_second_person(jana: APIClient) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    none = log_in("none").post(address(claim, "confirm/"))
    assert (none.status_code, none.json()["code"]) == (409, "verdict_refused")
    jana.post(address(claim), BODY)

    own = jana.post(address(claim, "confirm/"))
    assert (own.status_code, own.json()["code"]) == (403, "not_permitted")
    assert log_in("emil").post(address(claim, "confirm/")).status_code == 200
    assert VerdictConfirmation.objects.get().by.username == "emil"


def test_verdict_that_was_not_seen_is_not_confirmed(jana: APIClient) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    jana.post(address(claim), BODY)
    seen = jana.get(f"/api/v1/claims/{claim.uid}/")["ETag"]
    Claim.objects.get().give_verdict(make_judgement(), by=make_judge("second"))

    answer = log_in("emil").post(address(claim, "confirm/"), headers={"if-match": seen})

    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert not VerdictConfirmation.objects.exists()
