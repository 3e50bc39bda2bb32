"""Claims that a client makes of a sentence's words."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.models import Claim, Figure
from claims.roles import ADD_CLAIM, CHANGE_CLAIM
from tests.builders import make_person, make_sentence, make_snapshot, make_speaker
from tests.clients import call_as

pytestmark = pytest.mark.django_db

TEXT = "The port, the old port, handled 70 ships in 2019."


@pytest.fixture
def client() -> APIClient:
    return call_as(make_person(ADD_CLAIM, CHANGE_CLAIM, username="rosa"))


def make(client: APIClient, **body: Any) -> Any:
    return client.post("/api/v1/claims/", body)


def test_fact_is_made_of_a_quote(client: APIClient) -> None:
    sentence = make_sentence(TEXT)

    answer = make(client, kind="factual", sentence=str(sentence.uid), quote="the old port")

    assert answer.status_code == 201
    assert answer.json() == client.get(answer["Location"]).json()
    told = answer.json()
    assert (told["quote"], told["start"], told["end"]) == ("the old port", 10, 22)
    assert (told["kind"], told["value"], told["status"], told["created_by"]) == (
        "factual",
        None,
        "proposed",
        "rosa",
    )
    assert answer["ETag"].startswith('"1.')


def test_number_is_read_from_the_words_and_the_rest_is_as_the_client_says(client: APIClient) -> None:
    sentence, speaker = make_sentence(TEXT), make_speaker("Rosa")

    answer = make(
        client,
        kind="numeric",
        sentence=str(sentence.uid),
        quote="handled 70 ships",
        speaker=str(speaker.uid),
        noun="freighters",
    )

    told = answer.json()
    assert answer.status_code == 201
    assert (told["value"]["low"], told["noun"], told["speaker"]["name"]) == ("70", "freighters", "Rosa")
    assert Figure.objects.get().surface == "70"


@pytest.mark.parametrize("place", ["sentence", "snapshot"])
def test_span_says_which_of_two(client: APIClient, place: str) -> None:
    sentence = make_sentence(TEXT)
    uid = sentence.uid if place == "sentence" else sentence.snapshot.uid

    answer = make(client, kind="factual", start=18, end=22, quote="port", **{place: str(uid)})

    assert (answer.status_code, answer.json()["start"]) == (201, 18)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"quote": "the new port"}, 400, "quote_not_found"),
        ({"quote": "The Port"}, 400, "quote_not_found"),
        ({"quote": "port"}, 400, "quote_ambiguous"),
        ({"quote": "port", "start": 19, "end": 23}, 400, "quote_not_found"),
        ({"start": 18, "end": 2000}, 400, "span_refused"),
        ({"start": 22, "end": 18}, 400, "span_refused"),
        ({}, 400, "span_refused"),
        ({"quote": "old port", "kind": "numeric"}, 400, "no_value"),
        ({"quote": "old port", "value": {"low": "1"}}, 400, "invalid_change"),
        ({"start": 18}, 400, "invalid_input"),
        ({"start": -1, "end": 4}, 400, "invalid_input"),
        ({"quote": "old port", "kind": "poem"}, 400, "invalid_input"),
        ({"quote": "old port", "snapshot": "01a20bd7-aca6-70da-804f-fcfefc3fa4c1"}, 400, "invalid_input"),
        ({"quote": "old port", "sentence": "no"}, 400, "invalid_input"),
        ({"quote": "old port", "status": "accepted"}, 400, "invalid_input"),
    ],
)
def test_words_that_cannot_be_a_claim_leave_nothing(
    client: APIClient, body: dict[str, Any], status: int, code: str
) -> None:
    sentence = make_sentence(TEXT)

    answer = make(client, **{"kind": "factual", "sentence": str(sentence.uid), **body})

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (Claim.objects.count(), Figure.objects.count()) == (0, 0)


def test_quote_of_another_sentence_is_not_found(client: APIClient) -> None:
    first, _ = make_snapshot("The port is old. The ships are new.").sentences.order_by("ordinal")

    answer = make(client, kind="factual", sentence=str(first.uid), quote="ships")
    beyond = make(client, kind="factual", sentence=str(first.uid), start=21, end=26)

    assert (answer.json()["code"], beyond.json()["code"]) == ("quote_not_found", "span_refused")


def test_figure_that_has_a_claim_gets_no_second_one(client: APIClient) -> None:
    sentence = make_sentence(TEXT)
    body = {"kind": "numeric", "sentence": str(sentence.uid), "quote": "70 ships"}
    make(client, **body)

    again = make(client, **body)

    assert (again.status_code, again.json()["code"]) == (409, "figure_decided")


@pytest.mark.parametrize(
    ("body", "field", "mended"),
    [
        ({"quote": "the new port"}, "quote", "letter for letter"),
        ({"quote": "port"}, "quote", "give start and end"),
        ({"quote": "old port", "kind": "poem"}, "kind", "“poem” is not one of: numeric, factual."),
        ({"quote": "old port", "voice": "x" * 99}, "voice", f"“{'x' * 50}” is not one of: "),
    ],
)
def test_refusal_names_the_field_and_how_to_mend_it(
    client: APIClient, body: dict[str, Any], field: str, mended: str
) -> None:
    sentence = make_sentence(TEXT)

    answer = make(client, **{"kind": "factual", "sentence": str(sentence.uid), **body})

    (error,) = answer.json()["errors"]
    assert error["field"] == field
    assert mended in error["detail"]
