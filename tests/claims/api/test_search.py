"""Claims and sentences by their words."""

import pytest
from django.db import connection
from rest_framework.test import APIClient

from claims.models import Speaker, Subject
from sources.models import words
from tests.builders import (
    make_claim,
    make_publisher,
    make_sentence,
    make_speaker,
    make_statistic,
    make_subject,
)

pytestmark = pytest.mark.django_db


def find(api: APIClient, resource: str, search: str, **parameters: str) -> list[str]:
    answer = api.get(f"/api/v1/{resource}/", {"search": search, **parameters})
    assert answer.status_code == 200, answer.json()
    return [row["text"] if resource == "sentences" else row["noun"] for row in answer.json()["results"]]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("harbour", ["Two harbours closed.", "The harbour is closed."]),
        ("closing harbours", ["Two harbours closed.", "The harbour is closed."]),
        ('"two harbours"', ["Two harbours closed."]),
        ("closed -two", ["The harbour is closed."]),
        ("ships or two", ["Ships wait.", "Two harbours closed."]),
        ("airport", []),
        ("the", []),
        ("'); DROP TABLE x; -- & | !", []),
    ],
)
def test_words_are_found_whatever_their_endings(api: APIClient, search: str, found: list[str]) -> None:
    for text in ("The harbour is closed.", "Two harbours closed.", "Ships wait."):
        make_sentence(text)

    assert sorted(find(api, "sentences", search)) == sorted(found)


def test_sentence_with_more_of_the_words_comes_first(api: APIClient) -> None:
    make_sentence("Cod, cod and cod again.")
    make_sentence("Cod is rare.")

    assert find(api, "sentences", "cod") == ["Cod, cod and cod again.", "Cod is rare."]


def test_claims_with_the_words_in_their_quote_come_first(api: APIClient) -> None:
    both = "In the harbour lay 12 ships."
    make_claim(sentence=make_sentence(both), surface="12 ships", noun="quoted")
    make_claim(sentence=make_sentence("Of ships, ships and ships 12 lay."), surface="12", noun="around")

    assert find(api, "claims", "ships") == ["quoted", "around"]


def test_other_filters_hold_before_matches_are_limited(
    api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_RANKED", 1)
    make_claim(noun="wanted", modality="target")
    make_claim(noun="other")

    assert find(api, "claims", "harbour", modality="target") == ["wanted"]


def test_pages_of_a_search_hold_every_match_once(api: APIClient) -> None:
    for number in range(5):
        make_claim(noun=str(number))
    address: str | None = "/api/v1/claims/?search=harbour&page_size=2&count=true"
    found = []
    while address:
        page = api.get(address).json()
        assert page["count"] == 5
        found += [row["noun"] for row in page["results"]]
        address = page["next"]

    assert found == ["4", "3", "2", "1", "0"]


def test_a_search_may_be_sorted_otherwise(api: APIClient) -> None:
    make_sentence("Cod is rare.")
    make_sentence("Cod, cod and cod again.")

    assert find(api, "sentences", "cod", ordering="id") == ["Cod is rare.", "Cod, cod and cod again."]


def test_relevance_needs_a_search(api: APIClient) -> None:
    assert api.get("/api/v1/claims/?ordering=-relevance").status_code == 400


@pytest.mark.parametrize("resource", ["claims", "sentences"])
def test_blank_search_finds_everything_the_newest_first(api: APIClient, resource: str) -> None:
    make_claim()
    make_claim()

    answer = api.get(f"/api/v1/{resource}/", {"search": " "})

    assert answer.status_code == 200, answer.json()
    ids = [row["id"] for row in answer.json()["results"]]
    assert (len(ids), ids) == (2, sorted(ids, reverse=True))


def search_names(api: APIClient, resource: str, search: str, **parameters: str) -> list[str]:
    """The names that a search finds, in its order."""
    answer = api.get(f"/api/v1/{resource}/", {"search": search, **parameters})
    assert answer.status_code == 200, answer.json()
    return [row["name"] for row in answer.json()["results"]]


@pytest.fixture
def trigrams() -> None:
    """Skip the test where the server has no pg_trgm."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if cursor.fetchone() is None:
            pytest.skip("this server has no pg_trgm")


@pytest.mark.usefixtures("trigrams")
@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("Katharina Lindqvist", ["Katharina Lindqvist", "Katarina Lindquist"]),
        ("katarina lindquist", ["Katarina Lindquist", "Katharina Lindqvist"]),
        ("LINDQVIST", ["Katharina Lindqvist", "Katarina Lindquist"]),
        ("Lindkvist", ["Katharina Lindqvist"]),
        ("brant", ["Rosa Brandt"]),
        ("Oyelaran", []),
        ("%", []),
    ],
)
def test_names_are_found_however_they_are_spelt_the_most_like_first(
    api: APIClient, search: str, found: list[str]
) -> None:
    for name in ("Katarina Lindquist", "Rosa Brandt", "Katharina Lindqvist"):
        make_speaker(name)

    assert search_names(api, "speakers", search) == found


@pytest.mark.usefixtures("trigrams")
def test_names_of_every_kind_are_searched() -> None:
    api = APIClient()
    make_publisher("Harbour Gazette")
    make_subject("Harbour Gazette")
    make_statistic("Harbour Gazette")

    for resource in ("publishers", "subjects", "statistics"):
        assert search_names(api, resource, "Harbor Gazete") == ["Harbour Gazette"], resource


@pytest.mark.usefixtures("trigrams")
def test_pages_of_a_search_for_names_hold_every_match_once(api: APIClient) -> None:
    names = [make_speaker(f"Rosa Brandt {number}").name for number in range(5)]
    address: str | None = "/api/v1/speakers/?search=rosa brandt&page_size=2&count=true"
    found: list[str] = []
    while address:
        page = api.get(address).json()
        found += [row["name"] for row in page["results"]]
        address = page["next"]

    assert sorted(found) == names
    assert page["count"] == 5


@pytest.mark.usefixtures("trigrams")
def test_other_filters_hold_for_a_search_for_names(api: APIClient) -> None:
    make_subject("Old Port", kind=Subject.Kind.PLACE)
    make_subject("Old Port Authority", kind=Subject.Kind.ORGANISATION)

    assert search_names(api, "subjects", "old prot", kind="place") == ["Old Port"]
    assert search_names(api, "subjects", "old port", ordering="name") == ["Old Port", "Old Port Authority"]


@pytest.mark.usefixtures("trigrams")
def test_names_are_searched_by_their_index() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert "speaker_by_letters" in words.match_name(Speaker.objects.all(), "brant").explain()


def test_without_trigrams_the_letters_of_a_name_are_found(api: APIClient) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP EXTENSION IF EXISTS pg_trgm CASCADE"
        )  # until the test's transaction is rolled back
    make_speaker("Rosa Brandt")
    make_speaker("Karl Ode")

    assert search_names(api, "speakers", "brand") == ["Rosa Brandt"]
    assert search_names(api, "speakers", "brant") == []
