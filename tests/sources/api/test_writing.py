"""Making, changing and deleting publishers, sources, speakers, subjects and statistics."""

import threading
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.models import Model
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.models import Assignment, Speaker, Statistic, Subject
from sources.models import Publisher, PublisherEvent, Source, uses
from tests.builders import (
    make_claim,
    make_member,
    make_publisher,
    make_source,
    make_speaker,
    make_statistic,
    make_subject,
    make_token,
    make_user,
)
from tests.clients import call_as

pytestmark = pytest.mark.django_db

WORDS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("publishers", {"name": "Harbour Gazette", "home_page": "https://gazette.example"}, {"name": "Gazette"}),
    ("speakers", {"name": "Rosa Brandt"}, {"name": "Dr Rosa Brandt"}),
    ("subjects", {"kind": "place", "name": "Northport"}, {"kind": "organisation"}),
    ("statistics", {"name": "Ships", "definition": "Arrived.", "unit": "percent"}, {"definition": "Left."}),
]


@pytest.fixture
def administrator() -> APIClient:
    """A client of an administrator, who changes rows whatever their state."""
    return call_as(make_member("administrator"), HTTP_IF_MATCH="*")


@pytest.mark.parametrize(("resource", "body", "change"), WORDS, ids=[word[0] for word in WORDS])
def test_row_is_made_changed_and_deleted(
    administrator: APIClient, resource: str, body: dict[str, Any], change: dict[str, Any]
) -> None:
    made = administrator.post(f"/api/v1/{resource}/", body)
    assert made.status_code == 201
    address = made["Location"]
    read = administrator.get(address)
    assert (made.json(), made["ETag"]) == (read.json(), read["ETag"])
    assert read.json()["name"] == body["name"]

    changed = administrator.patch(address, change, headers={"if-match": made["ETag"]})
    assert changed.status_code == 200
    assert {name: changed.json()[name] for name in change} == change
    assert changed["ETag"] == administrator.get(address)["ETag"]

    late = administrator.patch(address, change, headers={"if-match": made["ETag"]})
    assert (late.status_code, late.json()["code"]) == (412, "stale")

    assert administrator.delete(address, headers={"if-match": changed["ETag"]}).status_code == 204
    assert administrator.get(address).status_code == 404


@pytest.mark.parametrize("method", ["patch", "delete"])
def test_change_without_the_state_that_was_seen_is_refused(administrator: APIClient, method: str) -> None:
    publisher = make_publisher("Gazette")

    answer = getattr(administrator, method)(
        f"/api/v1/publishers/{publisher.uid}/", {"name": "Other"}, headers={"if-match": ""}
    )

    assert answer.status_code == 428
    assert Publisher.objects.get().name == "Gazette"


def test_row_that_others_refer_to_stays(administrator: APIClient) -> None:
    make_source(publisher=make_publisher())

    answer = administrator.delete(f"/api/v1/publishers/{Publisher.objects.get().uid}/")

    assert (answer.status_code, answer.json()["code"]) == (409, "in_use")
    assert "1 sources" in answer.json()["detail"]
    assert Publisher.objects.exists()


def test_what_refers_to_a_row_is_counted_so_far_and_a_few_are_shown(
    administrator: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uses, "EXACT_UP_TO", 4)
    speaker = make_speaker()
    claims = [make_claim(speaker=speaker) for _ in range(6)]
    Assignment.objects.create(assignee=make_user(), assigned_by=make_user(), speaker=speaker)

    problem = administrator.delete(f"/api/v1/speakers/{speaker.uid}/").json()

    told = sorted(problem["uses"], key=lambda use: use["rows"])
    assert [(use["rows"], use["number"], use["has_more"]) for use in told] == [
        ("assignments", 1, False),
        ("claims", 4, True),
    ]
    assert len(told[1]["examples"]) == 3
    assert set(told[1]["examples"]) < {str(claim.uid) for claim in claims}
    assert "more than 4 claims" in problem["detail"]
    assert Speaker.objects.filter(pk=speaker.pk).exists()


def test_refusing_to_delete_reads_no_more_rows_than_it_counts(administrator: APIClient) -> None:
    speaker = make_speaker()
    for _ in range(3):
        make_claim(speaker=speaker)

    with CaptureQueriesContext(connection) as captured:
        assert administrator.delete(f"/api/v1/speakers/{speaker.uid}/").status_code == 409

    of_claims = [query["sql"] for query in captured if 'FROM "claims_claim"' in query["sql"]]
    assert len(of_claims) == 1
    assert of_claims[0].endswith("LIMIT 1001")


def test_speaker_of_a_claim_stays(administrator: APIClient) -> None:
    speaker = make_speaker()
    make_claim(speaker=speaker)

    assert administrator.delete(f"/api/v1/speakers/{speaker.uid}/").status_code == 409


@pytest.mark.parametrize(
    ("resource", "body", "field", "code"),
    [
        ("publishers", {}, "name", "required"),
        ("publishers", {"name": ""}, "name", "blank"),
        ("publishers", {"name": "Taken"}, "name", "unique"),
        ("publishers", {"name": "x" * 201}, "name", "max_length"),
        ("publishers", {"name": "a\x00b"}, "name", "null_characters_not_allowed"),
        ("publishers", {"name": "Gaz\u200bette"}, "name", "hidden_character"),
        ("speakers", {"name": "\u202eAnn"}, "name", "hidden_character"),
        ("subjects", {"kind": "place", "name": "Old\u00adPort"}, "name", "hidden_character"),
        ("statistics", {"name": "ships\ufeff"}, "name", "hidden_character"),
        ("publishers", {"name": "A", "home_page": "javascript:x"}, "home_page", "invalid"),
        ("publishers", {"nme": "A"}, "nme", "unknown_field"),
        ("publishers", {"name": "A", "id": "1"}, "id", "unknown_field"),
        ("publishers", ["A"], "", "invalid"),
        ("subjects", {"kind": "idea", "name": "A"}, "kind", "invalid_choice"),
        ("subjects", {"kind": "place", "name": "Taken"}, "", "unique"),
        ("statistics", {"name": "A", "unit": "parsnip"}, "unit", "unknown_unit"),
    ],
)
def test_what_a_row_cannot_have_is_refused_by_its_field(
    administrator: APIClient, resource: str, body: Any, field: str, code: str
) -> None:
    make_publisher("Taken")
    make_subject("Taken")

    answer = administrator.post(f"/api/v1/{resource}/", body)

    assert answer.status_code == 400
    assert (field, code) in [(error["field"], error["code"]) for error in answer.json()["errors"]]
    assert (Publisher.objects.count(), Subject.objects.count(), Statistic.objects.count()) == (1, 1, 0)


def test_what_is_known_of_a_source_can_be_changed(administrator: APIClient) -> None:
    source, publisher = make_source(), make_publisher("Gazette")
    change = {
        "title": "Port opens",
        "publisher": str(publisher.uid),
        "page_url": "https://gazette.example/port",
        "kind": "report",
        "language": "fa",
        "published_on": "2026-02-01",
        "reference": "7",
    }

    answer = administrator.patch(f"/api/v1/sources/{source.uid}/", change)

    assert answer.status_code == 200
    told = answer.json()
    assert {**told, "publisher": told["publisher"]["id"]} == {**told, **change}
    cleared = administrator.patch(f"/api/v1/sources/{source.uid}/", {"publisher": None, "published_on": None})
    assert (cleared.json()["publisher"], cleared.json()["published_on"]) == (None, None)
    assert Source.objects.get().slug == source.slug


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"slug": "other"}, "slug"),
        ({"publisher": "01a20bd7-aca6-70da-804f-fcfefc3fa4c1"}, "publisher"),
        ({"publisher": "Gazette"}, "publisher"),
        ({"kind": "poem"}, "kind"),
        ({"language": "en, fr"}, "language"),
        ({"published_on": "yesterday"}, "published_on"),
    ],
)
def test_source_keeps_what_it_has_where_a_change_is_refused(
    administrator: APIClient, change: dict[str, Any], field: str
) -> None:
    source = make_source()

    answer = administrator.patch(f"/api/v1/sources/{source.uid}/", {"title": "Other", **change})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert Source.objects.get().title == source.title


def test_change_is_audited_with_the_person(administrator: APIClient) -> None:
    publisher = make_publisher("Gazette")

    administrator.patch(f"/api/v1/publishers/{publisher.uid}/", {"name": "Harbour Gazette"})

    event: Any = PublisherEvent._default_manager.get()
    assert event.name == "Gazette"
    assert event.pgh_context["url"] == f"/api/v1/publishers/{publisher.uid}/"


def test_statistic_without_a_unit_may_be_made(administrator: APIClient) -> None:
    make_statistic()

    answer = administrator.post("/api/v1/statistics/", {"name": "Boats", "unit": ""})

    assert (answer.status_code, answer.json()["unit"]) == (201, None)


@pytest.mark.usefixtures("committed")
def test_name_that_somebody_takes_at_the_same_moment_is_told() -> None:
    client = call_as(User.objects.create_superuser("boss"))
    answers: list[Any] = []

    def ask() -> None:
        try:
            answers.append(client.post("/api/v1/speakers/", {"name": "Rosa"}))
        finally:
            connection.close()

    thread = threading.Thread(target=ask)
    with transaction.atomic():
        make_speaker("Rosa")
        thread.start()
        wait_for_a_lock()  # the other has looked, found nobody of that name, and waits to write
    thread.join()

    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(409, "already_there")]


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("method", ["delete", "patch"])
def test_a_row_that_somebody_deletes_at_the_same_moment_is_gone(method: str) -> None:
    publisher = make_publisher("Gazette")

    answer = ask_while_deleted(publisher, method, f"/api/v1/publishers/{publisher.uid}/", {"name": "Globe"})

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "a1"}])
def test_a_reference_to_a_row_that_somebody_deletes_at_the_same_moment_is_told(
    headers: dict[str, str],
) -> None:
    publisher = make_publisher("Gazette")
    text = {"text": "There were 12 ships.", "publisher": "Gazette"}

    answer = ask_while_deleted(publisher, "post", "/api/v1/sources/", text, headers)

    assert (answer.status_code, answer.json()["code"]) == (409, "reference_gone")
    assert not Source.objects.exists()


def ask_while_deleted(
    row: Model, method: str, path: str, body: dict[str, str], headers: dict[str, str] | None = None
) -> Any:
    """What a request is answered that meets a row which another session is deleting."""
    client = APIClient(HTTP_IF_MATCH="*", raise_request_exception=False)
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {make_token(User.objects.create_superuser('boss'))}")
    answers: list[Any] = []

    def ask() -> None:
        try:
            answers.append(getattr(client, method)(path, body, headers=headers))
        finally:
            connection.close()

    thread = threading.Thread(target=ask)
    with transaction.atomic():
        type(row)._default_manager.filter(pk=row.pk).delete()
        thread.start()
        wait_for_a_lock()  # the other has seen the row, and waits to hear whether it stays
    thread.join()
    return answers[0]


def wait_for_a_lock() -> None:
    """Until another session of the database waits for this one."""
    with connection.cursor() as cursor:
        for _ in range(600):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
            cursor.execute("SELECT pg_sleep(0.05)")
    raise AssertionError("Nobody waits.")
