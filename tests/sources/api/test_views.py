"""What the API shows of publishers, sources, snapshots and sentences."""

from datetime import date

import pytest
from rest_framework.test import APIClient

from sources.models import Source
from tests.builders import make_publisher, make_sentence, make_snapshot, make_source

ROOT = "http://testserver/api/v1"

pytestmark = pytest.mark.django_db


def test_publisher_says_its_name_and_leads_to_its_sources(api: APIClient) -> None:
    publisher = make_publisher("Harbour Gazette", home_page="https://gazette.example/")

    body = api.get(f"/api/v1/publishers/{publisher.uid}/").json()

    assert body == {
        "id": str(publisher.uid),
        "url": f"{ROOT}/publishers/{publisher.uid}/",
        "name": "Harbour Gazette",
        "home_page": "https://gazette.example/",
        "sources": f"{ROOT}/sources/?publisher={publisher.uid}",
        "created_at": body["created_at"],
        "updated_at": body["updated_at"],
    }
    assert body["created_at"].endswith("Z")


@pytest.mark.parametrize("address", ["/api/v1/publishers/", "/api/v1/publishers/{}/"])
def test_links_lead_on_where_the_address_names_a_format(api: APIClient, address: str) -> None:
    publisher = make_publisher()
    source = make_source(publisher=publisher)
    make_source(publisher=make_publisher())

    body = api.get(f"{address.format(publisher.uid)}?format=json").json()

    (row,) = [row for row in body.get("results", [body]) if row["id"] == str(publisher.uid)]
    assert row["sources"] == f"{ROOT}/sources/?format=json&publisher={publisher.uid}"
    assert [found["id"] for found in api.get(row["sources"]).json()["results"]] == [str(source.uid)]


def test_source_says_what_is_known_of_it(api: APIClient) -> None:
    publisher = make_publisher("Harbour Gazette")
    source = make_source(
        "port-report",
        publisher=publisher,
        title="Port report",
        url="https://gazette.example/port",
        kind=Source.Kind.REPORT,
        language="en",
        published_on=date(2019, 3, 4),
        reference="HG/7",
    )

    body = api.get(f"/api/v1/sources/{source.uid}/").json()

    assert body == {
        "id": str(source.uid),
        "url": f"{ROOT}/sources/{source.uid}/",
        "slug": "port-report",
        "title": "Port report",
        "publisher": {"id": str(publisher.uid), "name": "Harbour Gazette"},
        "page_url": "https://gazette.example/port",
        "kind": "report",
        "language": "en",
        "published_on": "2019-03-04",
        "reference": "HG/7",
        "snapshots": f"{ROOT}/snapshots/?source={source.uid}",
        "sentences": f"{ROOT}/sentences/?source={source.uid}",
        "figures": f"{ROOT}/figures/?source={source.uid}",
        "claims": f"{ROOT}/claims/?source={source.uid}",
        "created_at": body["created_at"],
        "updated_at": body["updated_at"],
    }


def test_source_of_unknown_publisher_and_date_says_null(api: APIClient) -> None:
    source = Source.objects.create(slug="found", title="Found leaflet")

    body = api.get(f"/api/v1/sources/{source.uid}/").json()

    assert body["publisher"] is None
    assert body["published_on"] is None
    assert body["language"] == ""


def test_snapshot_shows_its_text_in_the_detail_alone(api: APIClient) -> None:
    text = "A headline\r\n\r\nThe port — بندر — opened 🙂.\r\n"
    snapshot = make_snapshot(text)

    (listed,) = api.get("/api/v1/snapshots/").json()["results"]
    detail = api.get(f"/api/v1/snapshots/{snapshot.uid}/").json()

    assert "text" not in listed
    assert detail == {**listed, "text": text}
    assert detail["number"] == 1
    assert detail["text_sha256"] == snapshot.text_sha256
    assert detail["source"]["slug"] == snapshot.source.slug
    for resource in ("sentences", "figures", "claims"):
        assert detail[resource] == f"{ROOT}/{resource}/?snapshot={snapshot.uid}"
        assert api.get(detail[resource]).status_code == 200


def test_sentence_stands_at_its_offsets_in_the_snapshot(api: APIClient) -> None:
    snapshot = make_snapshot("🙂 The port opened. It has 12 berths, as the mayor said.")

    for sentence in api.get("/api/v1/sentences/", {"snapshot": str(snapshot.uid)}).json()["results"]:
        assert snapshot.text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["snapshot"] == {
            "id": str(snapshot.uid),
            "number": 1,
            "text_sha256": snapshot.text_sha256,
        }


def test_no_key_of_the_database_is_shown(api: APIClient) -> None:
    sentence = make_sentence("The port opened.")

    body = api.get(f"/api/v1/sentences/{sentence.uid}/").json()

    assert body["id"] == str(sentence.uid)
    assert api.get(f"/api/v1/sentences/{sentence.pk}/").status_code == 404
