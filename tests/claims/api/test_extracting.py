"""The extractor over HTTP."""

from datetime import date

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from claims.extraction.jsonl import TextRecord, describe
from claims.models import Figure
from sources.models import Source
from tests.builders import make_user
from tests.clients import call_as

pytestmark = pytest.mark.django_db

TEXT = "Nearly 40 percent of 32 provinces reported it, 2 more than last year."


@pytest.fixture
def client() -> APIClient:
    return call_as(make_user("anybody"))


def test_text_is_answered_as_the_extractor_alone_does_and_nothing_is_kept(client: APIClient) -> None:
    answer = client.post("/api/v1/extract/", {"id": "7", "text": TEXT, "published": "2018-05-13"})

    assert answer.status_code == 200
    alone = describe(TextRecord(id="7", text=TEXT, published=date(2018, 5, 13)))
    for quantity in alone["quantities"]:
        for bound in ("low", "high"):
            quantity[bound] = None if quantity[bound] is None else str(quantity[bound])
    assert answer.json() == alone
    assert [figure["surface"] for figure in answer.json()["figures"]][:2] == ["Nearly 40 percent", "32"]
    assert (Source.objects.count(), Figure.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 400, "invalid_input"),
        ({"text": ""}, 400, "invalid_input"),
        ({"text": " \n "}, 400, "text_empty"),
        ({"text": "a\x00b"}, 400, "invalid_input"),
        ({"text": "\x01\x02\x03\x04\x05\x06"}, 400, "text_binary"),
        ({"text": 7, "published": "x"}, 400, "invalid_input"),
        ({"text": "12 ships", "publised": "2018-05-13"}, 400, "invalid_input"),
        ({"text": "ü" * 51}, 413, "text_too_large"),
    ],
)
def test_what_is_no_text_is_refused(
    client: APIClient, settings: Settings, body: dict[str, object], status: int, code: str
) -> None:
    settings.ONRECORD_MAX_TEXT_BYTES = 100

    answer = client.post("/api/v1/extract/", body)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12 ships, 13 ships, 14 ships, 15 ships, 16 ships and 17 ships", "6 figures, more than the 5"),
        (" ".join(str(number) for number in range(10, 31)), "21 numbers, more than the 20"),
    ],
)
def test_text_with_more_figures_than_one_answer_holds_is_refused(
    client: APIClient, settings: Settings, text: str, told: str
) -> None:
    settings.ONRECORD_MAX_FIGURES = 5

    answer = client.post("/api/v1/extract/", {"text": text})

    assert (answer.status_code, answer.json()["code"]) == (413, "too_many_figures")
    assert told in answer.json()["detail"]


def test_text_with_as_many_figures_as_one_answer_holds_is_answered(
    client: APIClient, settings: Settings
) -> None:
    settings.ONRECORD_MAX_FIGURES = 5

    answer = client.post("/api/v1/extract/", {"text": "12 ships, 13 ships, 14 ships, 15 ships and 16 ships"})

    assert len(answer.json()["figures"]) == 5


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("It is 12345678901234567890.0123456789 metres long.", "12345678901234567890.0123456789"),
        ("It weighs 0.1 kg.", "0.1"),
        ("It cost $1.2 billion.", "1200000000"),
    ],
)
def test_numbers_are_strings_without_loss(client: APIClient, text: str, low: str) -> None:
    (quantity,) = client.post("/api/v1/extract/", {"text": text}).json()["quantities"]

    assert (quantity["low"], quantity["high"]) == (low, low)


def test_open_bound_is_null(client: APIClient) -> None:
    (quantity,) = client.post("/api/v1/extract/", {"text": "More than 100 ships sank."}).json()["quantities"]

    assert (quantity["low"], quantity["high"]) == ("100", None)
