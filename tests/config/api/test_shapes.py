"""What of a row is shown: some of its fields, and rows around it."""

import pytest
from rest_framework.test import APIClient

from claims.models import Figure
from claims.review import Status
from sources.models import Source
from tests.builders import make_claim, make_judge, make_judgement, make_speaker

pytestmark = pytest.mark.django_db


def test_fields_are_shown_in_their_own_order(api: APIClient) -> None:
    claim = make_claim()

    row = api.get(f"/api/v1/claims/{claim.uid}/?fields=status,%20id").json()

    assert list(row.items()) == [("id", str(claim.uid)), ("status", "proposed")]


def test_rows_around_are_shown_in_full_beside_the_brief_ones(api: APIClient) -> None:
    claim = make_claim(status=Status.ACCEPTED, speaker=make_speaker("Captain Lund"))
    claim.give_verdict(make_judgement(), by=make_judge("jana"))

    names = "speaker,source,reviews,verdicts,subject"
    row = api.get(f"/api/v1/claims/{claim.uid}/?expand={names}").json()

    expanded = row["expanded"]
    source = claim.sentence.snapshot.source
    assert set(expanded) == set(names.split(","))
    assert expanded["speaker"] == api.get(expanded["speaker"]["url"]).json()
    assert expanded["source"] == api.get(f"/api/v1/sources/{source.uid}/").json()
    assert expanded["reviews"] == api.get(f"/api/v1/reviews/?claim={claim.uid}").json()["results"]
    assert expanded["verdicts"] == api.get(f"/api/v1/verdicts/?claim={claim.uid}").json()["results"]
    assert expanded["subject"] is None
    assert row["reviews"].endswith(f"/reviews/?claim={claim.uid}")


def test_a_text_is_shown_in_full_around_its_figures_sentences_and_sources(api: APIClient) -> None:
    claim, unknown = make_claim(), Source.objects.create(slug="found", title="Found leaflet")
    sentence, figure = claim.sentence, Figure.objects.get()
    source = api.get(f"/api/v1/sources/{sentence.snapshot.source.uid}/").json()

    for address in (f"figures/{figure.uid}", f"sentences/{sentence.uid}"):
        expanded = api.get(f"/api/v1/{address}/?expand=source,snapshot").json()["expanded"]
        assert expanded["source"] == source
        assert expanded["snapshot"]["id"] == str(sentence.snapshot.uid)
        assert "text" not in expanded["snapshot"]
    around = api.get(f"{source['url']}?expand=publisher").json()["expanded"]
    assert around["publisher"] == api.get(f"/api/v1/publishers/{source['publisher']['id']}/").json()
    nobody = api.get(f"/api/v1/sources/{unknown.uid}/?expand=publisher").json()["expanded"]
    assert nobody == {"publisher": None}


def test_expanded_rows_come_with_fields_too(api: APIClient) -> None:
    claim = make_claim()

    row = api.get(f"/api/v1/claims/{claim.uid}/?fields=id&expand=reviews").json()

    assert row == {"id": str(claim.uid), "expanded": {"reviews": []}}


def test_detail_without_expansion_has_none(api: APIClient) -> None:
    assert "expanded" not in api.get(f"/api/v1/claims/{make_claim().uid}/").json()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("fields=id,quot", "There is no “quot”. Known are: id, url,"),
        ("fields=expanded", "There is no “expanded”."),
        ("expand=sentence", "Known are: source, snapshot, speaker, subject, statistic, reviews,"),
    ],
)
def test_unknown_names_are_refused_with_the_known_ones(api: APIClient, asked: str, told: str) -> None:
    claim = make_claim()

    for place in ("", f"{claim.uid}/"):
        answer = api.get(f"/api/v1/claims/{place}?{asked}")

        assert answer.status_code == 400
        assert told in answer.json()["detail"]
        errors = [(error["field"], error["code"]) for error in answer.json()["errors"]]
        assert errors == [(asked.partition("=")[0], "unknown_name")]


def test_resource_without_rows_around_it_says_so(api: APIClient) -> None:
    answer = api.get("/api/v1/speakers/?expand=claims")

    assert answer.status_code == 400
    assert "Nothing can be expanded here." in answer.json()["detail"]


def test_expansion_shows_on_the_browser_page(api: APIClient) -> None:
    make_claim(noun="herring")

    page = api.get("/api/v1/claims/?expand=reviews&fields=noun", headers={"accept": "text/html"})

    assert page.status_code == 200
    assert "herring" in page.content.decode()
