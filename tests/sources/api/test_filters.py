"""How the lists of publishers, sources, snapshots and sentences are narrowed down."""

from datetime import UTC, date, datetime

import pytest
from rest_framework.test import APIClient

from sources.api.filter_kinds import is_uuid
from sources.models import Sentence, Source
from tests.builders import make_publisher, make_sentence, make_snapshot, make_source

pytestmark = pytest.mark.django_db


def find(api: APIClient, resource: str, column: str, **parameters: object) -> set[str]:
    """The values of a column in the rows that a list gives."""
    answer = api.get(f"/api/v1/{resource}/", {name: str(value) for name, value in parameters.items()})
    assert answer.status_code == 200, answer.json()
    return {row[column] for row in answer.json()["results"]}


def find_sources(api: APIClient, **parameters: object) -> set[str]:
    return find(api, "sources", "slug", **parameters)


def test_publishers_by_words_in_the_name(api: APIClient) -> None:
    make_publisher("Harbour Gazette")
    make_publisher("Hill Times")

    assert find(api, "publishers", "name", name="gazette") == {"Harbour Gazette"}


def test_sources_by_publisher(api: APIClient) -> None:
    gazette = make_publisher("Gazette")
    make_source("mine", publisher=gazette)
    make_source("other")

    assert find_sources(api, publisher=gazette.uid) == {"mine"}
    assert find_sources(api, publisher="gaz") == {"mine"}
    assert find_sources(api, publisher="01a20bd7-aca6-70da-804f-fcfefc3fa4c1") == set()


def test_sources_by_what_they_are(api: APIClient) -> None:
    make_source("speech", kind=Source.Kind.SPEECH, language="fa", title="Opening of the Port")
    make_source("news", kind=Source.Kind.NEWS, language="en", title="Budget")

    assert find_sources(api, kind="speech") == {"speech"}
    assert find_sources(api, language="FA") == {"speech"}
    assert find_sources(api, title="the port") == {"speech"}
    assert find_sources(api, slug="news") == {"news"}
    assert find_sources(api, kind="speech", language="en") == set()


def test_sources_by_publication_take_both_days_in_and_leave_the_undated_out(api: APIClient) -> None:
    for day in (1, 2, 3):
        make_source(f"day-{day}", published_on=date(2020, 5, day))
    make_source("undated")

    assert find_sources(api, published_after="2020-05-02") == {"day-2", "day-3"}
    assert find_sources(api, published_before="2020-05-02") == {"day-1", "day-2"}
    assert find_sources(api, published_after="2020-05-02", published_before="2020-05-02") == {"day-2"}


def test_sources_by_moment_of_record(api: APIClient) -> None:
    Source.objects.filter(pk=make_source("old").pk).update(created_at=datetime(2020, 1, 1, tzinfo=UTC))
    make_source("new")

    assert find_sources(api, created_before="2020-01-01T00:00:00Z") == {"old"}
    assert find_sources(api, created_after="2020-01-01T01:00:00+01:00") == {"old", "new"}
    assert find_sources(api, created_after="2020-01-01T00:00:01Z") == {"new"}


def test_snapshots_by_source_hash_and_moment(api: APIClient) -> None:
    snapshot = make_snapshot("The port opened.", source=make_source("port"))
    make_snapshot("The port closed.")

    for parameters in (
        {"source": "port"},
        {"source": snapshot.source.uid},
        {"text_sha256": snapshot.text_sha256},
        {"bytes_sha256": snapshot.bytes_sha256},
        {"read_before": snapshot.read_at.isoformat()},
    ):
        assert find(api, "snapshots", "id", **parameters) == {str(snapshot.uid)}, parameters


def test_sentences_by_place_role_and_words(api: APIClient) -> None:
    headline = make_sentence("Port opens", source=make_source("port"), role=Sentence.Role.HEADLINE)
    make_sentence("A bridge was built.")

    for parameters in (
        {"snapshot": headline.snapshot.uid},
        {"source": "port"},
        {"source": headline.snapshot.source.uid},
        {"publisher": headline.snapshot.source.publisher.uid},  # type: ignore[union-attr]
        {"role": "headline"},
        {"text": "PORT"},
    ):
        assert find(api, "sentences", "text", **parameters) == {"Port opens"}, parameters


@pytest.mark.parametrize(
    ("resource", "parameter", "value"),
    [
        ("sources", "kind", "novel"),
        ("sources", "published_after", "2020-13-01"),
        ("sources", "published_before", "May"),
        ("sources", "created_after", "now"),
        ("snapshots", "source", "two words"),
        ("snapshots", "read_after", "2020-01-01T25:00:00Z"),
        ("sentences", "snapshot", "7"),
        ("sentences", "role", "chorus"),
    ],
)
def test_value_that_cannot_be_is_refused(api: APIClient, resource: str, parameter: str, value: str) -> None:
    answer = api.get(f"/api/v1/{resource}/", {parameter: value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [parameter]


def test_refused_code_is_answered_with_those_that_there_are(api: APIClient) -> None:
    assert api.get("/api/v1/sentences/?role=chorus").json()["detail"] == (
        "role: “chorus” is not one of: headline, subhead, body, dateline, furniture, list_item."
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("01a20bd7-aca6-70da-804f-fcfefc3fa4c1", True),
        ("01A20BD7-ACA6-70DA-804F-FCFEFC3FA4C1", True),
        ("01a20bd7aca670da804ffcfefc3fa4c1", False),
        ("port-report", False),
        ("", False),
    ],
)
def test_only_a_uuid_with_its_hyphens_is_taken_for_an_id(value: str, expected: bool) -> None:
    assert is_uuid(value) is expected


def test_moment_of_any_offset_is_compared_in_utc(api: APIClient) -> None:
    make_source("port", publisher=make_publisher("Port"))

    early = api.get("/api/v1/sources/", {"created_after": "2001-02-03T04:05:06+19:51"})
    late = api.get("/api/v1/sources/", {"created_after": "6043-04-26T17:09:20-23:59"})

    assert [row["slug"] for row in early.json()["results"]] == ["port"]
    assert late.json()["results"] == []


@pytest.mark.parametrize("value", ["9999-12-31T23:00:00-05:00", "0001-01-01T00:00:00+05:00"])
def test_moment_outside_of_all_years_is_refused(api: APIClient, value: str) -> None:
    answer = api.get("/api/v1/sources/", {"created_after": value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["created_after"]
