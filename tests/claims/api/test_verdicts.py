"""What the API shows of verdicts and evidence, and of a claim's verdict in the claim."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from claims.models import Claim, Verdict
from claims.review import Status
from claims.verdicts import Outcome, Stance
from tests.builders import make_claim, make_exhibit, make_judge, make_judgement, make_sentence

ROOT = "http://testserver/api/v1"

pytestmark = pytest.mark.django_db


@pytest.fixture
def judge() -> User:
    """A person who gives verdicts."""
    return make_judge("jana")


def make_verdict(judge: User, outcome: Outcome = Outcome.REFUTED, *, claim: Claim | None = None) -> Verdict:
    claim = claim or make_claim(status=Status.ACCEPTED)
    judgement = make_judgement(outcome, as_of=date(2026, 1, 31))
    return claim.give_verdict(judgement, by=judge)


def read_claim(api: APIClient, claim: Claim) -> dict[str, object]:
    body: dict[str, object] = api.get(f"/api/v1/claims/{claim.uid}/").json()
    return body


def list_ids(api: APIClient, path: str) -> list[str]:
    answer = api.get(path)
    assert answer.status_code == 200, answer.json()
    return [row["id"] for row in answer.json()["results"]]


def test_verdict_says_what_was_found_by_whom_and_on_what_it_rests(api: APIClient, judge: User) -> None:
    verdict = make_verdict(judge)
    verdict.confirm(by=make_judge("bela"))

    body = api.get(f"/api/v1/verdicts/{verdict.uid}/").json()

    assert body == {
        "id": str(verdict.uid),
        "url": f"{ROOT}/verdicts/{verdict.uid}/",
        "claim": {"id": str(verdict.claim.uid), "quote": "70 percent"},
        "number": 1,
        "outcome": "refuted",
        "rationale": "The port's own list has 61.",
        "as_of": "2026-01-31",
        "by": "jana",
        "at": body["at"],
        "current": True,
        "confirmed_by": "bela",
        "confirmed_at": body["confirmed_at"],
        "published": True,
        "evidence_count": 1,
        "evidence": f"{ROOT}/evidence/?verdict={verdict.uid}",
    }
    assert body["confirmed_at"] is not None


def test_evidence_is_a_sentence_or_a_link_of_its_verdict(api: APIClient, judge: User) -> None:
    sentence = make_sentence("In truth 61 came.")
    on_record = make_exhibit(sentence=sentence, link="", note="the second half")
    linked = make_exhibit(stance=Stance.CONTEXT, link="https://example.org/ships")
    claim = make_claim(status=Status.ACCEPTED)
    verdict = claim.give_verdict(make_judgement(evidence=(on_record, linked)), by=judge)

    newest, oldest = api.get(f"/api/v1/evidence/?verdict={verdict.uid}").json()["results"]

    assert (newest["stance"], newest["sentence"], newest["link"]) == (
        "context",
        None,
        "https://example.org/ships",
    )
    assert oldest == {
        "id": oldest["id"],
        "url": f"{ROOT}/evidence/{oldest['id']}/",
        "verdict": {"id": str(verdict.uid), "outcome": "refuted", "number": 1},
        "claim": {"id": str(claim.uid), "quote": "70 percent"},
        "stance": "refutes",
        "sentence": {
            "id": str(sentence.uid),
            "text": "In truth 61 came.",
            "role": "body",
            "start": 0,
            "end": 17,
        },
        "link": "",
        "note": "the second half",
    }


def test_claim_says_its_newest_verdict_with_who_and_when(api: APIClient, judge: User) -> None:
    claim = make_verdict(judge).claim
    newest = make_verdict(make_judge("bela"), Outcome.MISLEADING, claim=claim)

    body = read_claim(api, claim)

    assert (body["verdict"], body["verdict_by"], body["verdict_as_of"], body["verdict_published"]) == (
        "misleading",
        "bela",
        "2026-01-31",
        True,
    )
    assert body["verdict_at"] == newest.at.isoformat().replace("+00:00", "Z")
    assert list_ids(api, str(body["verdicts"])) == [
        str(verdict.uid) for verdict in claim.verdicts.order_by("-number")
    ]


def test_withdrawn_verdict_says_who_withdrew_it(api: APIClient, judge: User) -> None:
    claim = make_verdict(judge).claim
    claim.withdraw_verdict(by=judge, reason="The list was of another year.")

    body = read_claim(api, claim)

    assert (body["verdict"], body["verdict_by"], body["verdict_published"]) == ("unchecked", "jana", False)


def test_reopening_answers_with_the_verdict_as_it_stands_then(api: APIClient, judge: User) -> None:
    claim = make_verdict(judge).claim
    api.force_authenticate(judge)

    headers = {"if-match": "*"}
    body = api.post(f"/api/v1/claims/{claim.uid}/reopen/", {"reason": "Look again."}, headers=headers).json()

    assert (body["status"], body["verdict"], body["verdict_published"]) == ("proposed", "unchecked", False)


def test_verdict_is_published_once_a_second_person_stands_by_it(
    api: APIClient, judge: User, settings: Settings
) -> None:
    settings.ONRECORD_CONFIRM_VERDICTS = True
    waiting, confirmed = make_verdict(judge), make_verdict(judge)
    confirmed.confirm(by=make_judge("bela"))

    assert list_ids(api, "/api/v1/verdicts/?published=true") == [str(confirmed.uid)]
    assert list_ids(api, "/api/v1/verdicts/?confirmed=false") == [str(waiting.uid)]
    assert read_claim(api, waiting.claim)["verdict_published"] is False
    assert read_claim(api, confirmed.claim)["verdict_published"] is True


def test_who_keeps_a_copy_hears_of_a_confirmation(api: APIClient, judge: User, settings: Settings) -> None:
    settings.ONRECORD_CONFIRM_VERDICTS = True
    claim = make_verdict(judge).claim
    before, asked = read_claim(api, claim), timezone.now().isoformat().replace("+00:00", "Z")
    second = make_judge("bela")
    api.force_authenticate(second)

    answer = api.post(f"/api/v1/claims/{claim.uid}/verdict/confirm/", headers={"if-match": "*"})

    (copied,) = api.get(f"/api/v1/claims/?updated_since={asked}").json()["results"]
    assert (
        copied
        == answer.json()
        == {
            **before,
            "verdict_published": True,
            "version": 4,
            "updated_at": copied["updated_at"],
        }
    )
    assert answer.headers["ETag"].startswith('"4.')


def test_verdicts_are_found_by_claim_outcome_person_and_standing(api: APIClient, judge: User) -> None:
    older = make_verdict(judge)
    newer = make_verdict(make_judge("bela"), Outcome.SUPPORTED, claim=older.claim)
    other = make_verdict(judge, Outcome.UNVERIFIABLE)

    assert list_ids(api, f"/api/v1/verdicts/?claim={older.claim.uid}") == [str(newer.uid), str(older.uid)]
    assert list_ids(api, "/api/v1/verdicts/?outcome=unverifiable") == [str(other.uid)]
    assert list_ids(api, "/api/v1/verdicts/?by=bela") == [str(newer.uid)]
    assert list_ids(api, "/api/v1/verdicts/?current=true") == [str(other.uid), str(newer.uid)]
    assert list_ids(api, "/api/v1/verdicts/?published=false") == [str(older.uid)]
    assert list_ids(api, "/api/v1/verdicts/?as_of_after=2026-02-01") == []
    assert list_ids(api, f"/api/v1/evidence/?claim={other.claim.uid}") == [str(other.evidence.get().uid)]
    assert list_ids(api, "/api/v1/claims/?verdict=supported") == [str(newer.claim.uid)]


@pytest.mark.parametrize(
    "path", ["verdicts/?outcome=wrong", "evidence/?stance=wrong", "claims/?verdict=wrong"]
)
def test_code_that_is_none_is_refused(api: APIClient, path: str) -> None:
    assert api.get(f"/api/v1/{path}").status_code == 400


@pytest.mark.parametrize("parameter", ["current", "confirmed", "published"])
@pytest.mark.parametrize("value", ["yes", "null", "1", "True"])
def test_word_that_is_neither_true_nor_false_is_refused(api: APIClient, parameter: str, value: str) -> None:
    answer = api.get("/api/v1/verdicts/", {parameter: value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [parameter]
