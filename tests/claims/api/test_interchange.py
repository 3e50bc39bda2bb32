"""Claims in the field's standards, over the API."""

import json
from datetime import date
from typing import Any

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from claims.exports.claim_review import RATINGS
from claims.review import Status
from claims.verdicts import GIVEN, Outcome
from tests.builders import (
    make_claim,
    make_exhibit,
    make_judge,
    make_judgement,
    make_publisher,
    make_sentence,
    make_snapshot,
    make_source,
    make_speaker,
    make_statistic,
    make_subject,
)

pytestmark = pytest.mark.django_db

SITE = "http://testserver/api/v1"


def make_judged(outcome: Outcome = Outcome.REFUTED, **columns: Any) -> Any:
    """An accepted claim with a verdict."""
    claim = make_claim(status=Status.ACCEPTED, **columns)
    claim.give_verdict(make_judgement(outcome, as_of=date(2026, 1, 2)), by=make_judge())
    return claim


def test_a_verdict_is_a_claim_review(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_NAME = "The Record"
    source = make_source(
        publisher=make_publisher("Harbour Gazette"),
        title="Port report",
        url="https://gazette.example/port",
        published_on=date(2026, 2, 1),
    )
    sentence = make_sentence("The port handled 70 percent of exports.", source=source)
    claim = make_judged(sentence=sentence, speaker=make_speaker("Ana Ruiz"))

    answer = api.get(f"/api/v1/claims/{claim.uid}/claim-review/")

    assert answer["Content-Type"] == "application/ld+json"
    assert answer.json() == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{SITE}/claims/{claim.uid}/",
        "datePublished": claim.verdicts.get().at.date().isoformat(),
        "author": {"@type": "Organization", "name": "The Record", "url": "http://testserver/"},
        "claimReviewed": "70 percent",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": "Refuted",
        },
        "reviewBody": "The port's own list has 61.",
        "itemReviewed": {
            "@type": "Claim",
            "appearance": {
                "@type": "CreativeWork",
                "headline": "Port report",
                "url": "https://gazette.example/port",
                "publisher": {"@type": "Organization", "name": "Harbour Gazette"},
            },
            "datePublished": "2026-02-01",
            "author": {"@type": "Thing", "name": "Ana Ruiz"},
        },
        "citation": ["https://example.org/list"],
    }


@pytest.mark.parametrize("outcome", GIVEN)
def test_every_outcome_has_what_a_claim_review_needs(api: APIClient, outcome: Outcome) -> None:
    claim = make_judged(outcome)

    review = api.get(f"/api/v1/claims/{claim.uid}/claim-review/").json()

    # What search engines require: the claim, a rating in words, the address; numbers on their scale or -1.
    assert review["claimReviewed"]
    assert review["url"].startswith("http")
    rating = review["reviewRating"]
    assert rating["alternateName"]
    assert (
        rating["ratingValue"] == -1 or rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    )
    assert review["author"]["name"]
    assert review["itemReviewed"]["@type"] == "Claim"


def test_every_outcome_that_can_be_given_has_a_rating() -> None:
    assert set(RATINGS) == set(GIVEN)


def test_a_claim_without_a_published_verdict_has_no_review(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_CONFIRM_VERDICTS = True
    for claim in (make_claim(), make_judged()):
        answer = api.get(f"/api/v1/claims/{claim.uid}/claim-review/")

        assert (answer.status_code, answer.json()["code"]) == (404, "no_published_verdict")


def test_a_withdrawn_verdict_is_no_longer_shown(api: APIClient) -> None:
    claim = make_judged()
    claim.withdraw_verdict(by=make_judge("second"), reason="The list was of another year.")

    assert api.get(f"/api/v1/claims/{claim.uid}/claim-review/").status_code == 404


def test_a_claim_is_an_annotation_of_its_text(api: APIClient) -> None:
    text = (
        "Ärmelkanal 🚢: port news. The harbour handled 70 percent of all exports in the last year, it said."
    )
    snapshot = make_snapshot(text, source=make_source(url="https://gazette.example/port"))
    sentence = snapshot.sentences.get(text__contains="harbour")
    claim = make_claim(sentence=sentence, surface="70 percent")
    start = text.index("70 percent")

    answer = api.get(f"/api/v1/claims/{claim.uid}/annotation/?format=jsonld")

    document = answer.json()
    assert answer["Content-Type"] == ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')
    assert (document["@context"], document["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert document["id"] == f"{SITE}/claims/{claim.uid}/annotation/"
    assert document["target"]["source"] == "https://gazette.example/port"
    assert document["target"]["state"]["cached"] == f"{SITE}/snapshots/{snapshot.uid}/"
    assert document["target"]["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "70 percent",
            "prefix": text[start - 32 : start],
            "suffix": text[start + 10 : start + 42],
        },
        {"type": "TextPositionSelector", "start": start, "end": start + 10},
    ]
    assert [body["value"] for body in document["body"]] == [
        "70 percent exports",
        json.dumps(
            {
                "low": "70",
                "high": "70",
                "low_inclusive": True,
                "high_inclusive": True,
                "comparator": "=",
                "unit": "percent",
                "noun": "exports",
            }
        ),
    ]
    assert document["generator"]["name"] == "Onrecord extractor test"


def test_a_text_without_an_address_is_annotated_where_it_is_kept(api: APIClient) -> None:
    claim = make_claim(sentence=make_sentence("70 percent are late."))

    target = api.get(f"/api/v1/claims/{claim.uid}/annotation/").json()["target"]

    assert target["source"] == f"{SITE}/snapshots/{claim.sentence.snapshot.uid}/"
    assert "state" not in target
    assert (target["selector"][0]["prefix"], target["selector"][0]["suffix"]) == ("", " are late.")


def test_a_list_is_a_collection_of_pages(api: APIClient) -> None:
    claims = [make_claim(), make_claim(), make_claim()]
    make_claim(status=Status.ACCEPTED)

    collection = api.get("/api/v1/claims/annotations/?status=proposed&page_size=2").json()
    page = collection["first"]
    last = api.get(page["next"]).json()

    assert (collection["type"], page["type"], last["type"]) == (
        "AnnotationCollection",
        "AnnotationPage",
        "AnnotationPage",
    )
    assert collection["id"] == last["partOf"] == f"{SITE}/claims/annotations/?page_size=2&status=proposed"
    assert page["id"] == f"{collection['id']}#first"  # another thing than the collection
    assert last["id"] == page["next"]
    found = [item["canonical"] for item in (*page["items"], *last["items"])]
    assert found == [f"urn:uuid:{claim.uid}" for claim in reversed(claims)]
    assert "next" not in last
    assert last["prev"].startswith(f"{SITE}/claims/annotations/")


def test_an_unknown_filter_of_annotations_is_refused(api: APIClient) -> None:
    assert api.get("/api/v1/claims/annotations/?colour=red").status_code == 400


def test_annotations_are_one_query(api: APIClient, django_assert_num_queries: Any) -> None:
    for _ in range(3):
        make_claim()

    with django_assert_num_queries(1):
        api.get("/api/v1/claims/annotations/")


def test_observations_are_a_file(api: APIClient) -> None:
    about: dict[str, Any] = {
        "period": "in 2025",
        "period_start": date(2025, 1, 1),
        "period_end": date(2025, 12, 31),
    }
    claim = make_claim(status=Status.ACCEPTED, statistic=make_statistic(), subject=make_subject(), **about)

    answer: Any = api.get("/api/v1/claims/observations/?unit=percent")
    lines = b"".join(answer.streaming_content).decode().splitlines()

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert lines[0].startswith("variable,entity,date,value,unit,")
    assert f"{SITE}/claims/{claim.uid}/" in lines[1]
    assert api.get("/api/v1/claims/observations/?page_size=5").status_code == 400


def test_evidence_on_the_record_is_no_link(api: APIClient) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    exhibit = make_exhibit(link="", sentence=make_sentence("It was 61 percent."))
    claim.give_verdict(make_judgement(evidence=(exhibit,)), by=make_judge())

    assert "citation" not in api.get(f"/api/v1/claims/{claim.uid}/claim-review/").json()
