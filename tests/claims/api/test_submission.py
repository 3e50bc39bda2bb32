"""Texts put on the record through the API."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from rest_framework.test import APIClient

from claims.models import Claim, Figure, Harvest
from claims.roles import ADD_SOURCE
from sources.models import Publisher, Sentence, Snapshot, Source
from tests.annotated import TEXTS, needs_annotated
from tests.builders import make_member, make_person, make_publisher
from tests.clients import call_as

pytestmark = pytest.mark.django_db

TEXT = "Port opens\n\nThe port handled more than 1.2 million containers in 2025, Mayor Rosa Brandt said."


@pytest.fixture
def editor() -> APIClient:
    return call_as(make_member("editor"))


def submit(client: APIClient, **body: Any) -> Any:
    return client.post("/api/v1/sources/", body)


def submit_file(client: APIClient, data: bytes, name: str = "port.txt", **known: Any) -> Any:
    """Send a text as a file, as a form does."""
    file = SimpleUploadedFile(name, data, content_type=known.pop("content_type", "text/plain"))
    return client.post("/api/v1/sources/", {"file": file, **known}, format="multipart")


def test_text_is_answered_with_all_that_it_is_on_the_record(editor: APIClient) -> None:
    make_publisher("Gazette")

    answer = submit(
        editor,
        text=TEXT,
        publisher="Gazette",
        page_url="https://gazette.example/port",
        kind="news",
        language="en",
        published_on="2026-02-01",
        reference="7",
    )

    assert answer.status_code == 201
    told = answer.json()
    assert told["is_new"] is True
    assert told["source"] == editor.get(answer["Location"]).json()
    source = Source.objects.get()
    assert (
        source.title,
        source.url,
        source.kind,
        source.language,
        source.published_on,
        source.reference,
    ) == (
        "Port opens",
        "https://gazette.example/port",
        "news",
        "en",
        date(2026, 2, 1),
        "7",
    )
    assert told["snapshot"]["id"] == str(Snapshot.objects.get().uid)
    assert Snapshot.objects.get().text == TEXT
    assert [(figure["surface"], figure["disposition"]) for figure in told["figures"]] == [
        ("more than 1.2 million", "claim"),
        ("2025", "date"),
    ]
    (claim,) = told["claims"]
    assert (claim["value"]["low"], claim["value"]["comparator"], claim["noun"]) == (
        "1200000",
        ">",
        "containers",
    )
    assert claim["speaker"]["name"] == "Rosa Brandt"
    assert claim == editor.get(claim["url"]).json()


def test_more_figures_than_one_answer_holds_are_linked(editor: APIClient, settings: Settings) -> None:
    settings.ONRECORD_MAX_FIGURES = 2
    text = "There were 12 ships. There were 13 boats. There were 14 trains."

    for status in (201, 200):
        answer = submit(editor, text=text)

        told = answer.json()
        assert (answer.status_code, told["figures"], told["claims"]) == (status, None, None)
        listed = [editor.get(told[name]).json()["results"] for name in ("figures_url", "claims_url")]
        assert [len(rows) for rows in listed] == [3, 3]


def test_as_many_figures_as_one_answer_holds_are_in_it(editor: APIClient, settings: Settings) -> None:
    settings.ONRECORD_MAX_FIGURES = 2

    told = submit(editor, text="There were 12 ships. There were 13 boats.").json()

    assert [len(told[name]) for name in ("figures", "claims")] == [2, 2]


def test_same_text_again_is_the_same_source(editor: APIClient) -> None:
    first = submit(editor, text=TEXT)

    for again in (submit(editor, text=TEXT), submit_file(editor, TEXT.encode())):
        assert (again.status_code, again["Location"]) == (200, first["Location"])
        assert again.json() == {**first.json(), "is_new": False}
    assert (Source.objects.count(), Harvest.objects.count()) == (1, 1)


def test_text_is_kept_with_its_blank_space(editor: APIClient) -> None:
    submit(editor, text="  12 ships came.\r\n\r\n")

    assert Snapshot.objects.get().text == "  12 ships came.\r\n\r\n"


def test_file_is_read_in_its_encoding(editor: APIClient) -> None:
    answer = submit_file(
        editor, "В порту 12 судов.".encode("cp1251"), content_type="text/plain; charset=windows-1251"
    )

    assert answer.status_code == 201
    assert Snapshot.objects.get().encoding == "windows-1251"
    assert Snapshot.objects.get().text == "В порту 12 судов."


def test_file_without_a_headline_is_named_by_its_name(editor: APIClient) -> None:
    submit_file(editor, b"There were 12 ships.", "harbour log.txt", kind="report")

    assert (Source.objects.get().title, Source.objects.get().kind) == ("harbour log", "report")


@pytest.mark.parametrize("named", ["name", "id"])
def test_publisher_is_named_by_name_or_id(editor: APIClient, named: str) -> None:
    publisher = make_publisher("Gazette")

    submit(editor, text=TEXT, publisher="Gazette" if named == "name" else str(publisher.uid))

    assert Source.objects.get().publisher == publisher


def test_unknown_publisher_is_refused_unless_it_is_to_be_made(editor: APIClient) -> None:
    make_publisher("Gazette")

    refused = submit(editor, text=TEXT, publisher="Gazete")

    assert refused.status_code == 400
    assert [(error["field"], error["code"]) for error in refused.json()["errors"]] == [
        ("publisher", "unknown_publisher")
    ]
    assert "“Gazette”" in refused.json()["detail"]
    assert not Source.objects.exists()
    assert submit(editor, text=TEXT, publisher="Gazete", new_publisher=True).status_code == 201
    assert Publisher.objects.count() == 2


def test_publisher_whose_name_hides_a_character_is_not_made(editor: APIClient) -> None:
    answer = submit(editor, text=TEXT, publisher="Gaz\u200bette", new_publisher=True)

    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [
        ("publisher", "hidden_character")
    ]
    assert "Character 4 is hidden (U+200B, ZERO WIDTH SPACE): “Gaz⟨U+200B⟩ette”" in answer.json()["detail"]
    assert (Publisher.objects.count(), Source.objects.count()) == (0, 0)


def test_who_may_not_make_publishers_makes_none() -> None:
    client = call_as(make_person(ADD_SOURCE))

    answer = submit(client, text=TEXT, publisher="Gazette", new_publisher=True)

    assert (answer.status_code, answer.json()["code"]) == (403, "not_permitted")
    assert (Publisher.objects.count(), Source.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({}, (400, "invalid_input", ["text"])),
        ({"text": ""}, (400, "invalid_input", ["text"])),
        ({"text": " \n"}, (400, "text_empty", [])),
        ({"text": "a\x00b"}, (400, "invalid_input", ["text"])),
        ({"text": "\x01\x02\x03\x04\x05\x06"}, (400, "text_binary", [])),
        ({"text": 12}, (400, "invalid_input", ["text"])),
        ({"text": TEXT, "title": "x" * 501}, (400, "invalid_input", ["title"])),
        ({"text": TEXT, "page_url": "gazette"}, (400, "invalid_input", ["page_url"])),
        ({"text": TEXT, "url": "https://gazette.example"}, (400, "invalid_input", ["url"])),
        ({"text": TEXT, "kind": "poem"}, (400, "invalid_input", ["kind"])),
        ({"text": TEXT, "published_on": "2026-02-30"}, (400, "invalid_input", ["published_on"])),
        ({"text": TEXT, "publisher": ["a"]}, (400, "invalid_input", ["publisher"])),
        ({"text": TEXT + "ü" * 500}, (413, "text_too_large", [])),
    ],
)
def test_what_cannot_go_on_the_record_leaves_nothing(
    editor: APIClient, settings: Settings, body: dict[str, Any], refusal: tuple[int, str, list[str]]
) -> None:
    settings.ONRECORD_MAX_TEXT_BYTES = 1000

    answer = submit(editor, **body)

    told = answer.json()
    assert (answer.status_code, told["code"], [e["field"] for e in told.get("errors", [])]) == refusal
    assert (Source.objects.count(), Snapshot.objects.count(), Sentence.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize(
    ("data", "known", "refusal"),
    [
        (b"", {}, (400, "invalid_input")),
        (b"%PDF-1.7 12 ships", {}, (400, "text_binary")),
        (b"12 ships\x00", {}, (400, "text_binary")),
        (b"12 \xff", {"content_type": "text/plain; charset=utf-8"}, (400, "text_undecodable")),
        (b"12 ships", {"content_type": "text/html"}, (415, "format_unknown")),
        (b"12 ships" * 200, {}, (413, "text_too_large")),
        (b"12 ships", {"text": "12 ships"}, (400, "invalid_input")),
    ],
)
def test_file_that_is_no_text_leaves_nothing(
    editor: APIClient, settings: Settings, data: bytes, known: dict[str, str], refusal: tuple[int, str]
) -> None:
    settings.ONRECORD_MAX_TEXT_BYTES = 1000

    answer = submit_file(editor, data, **known)

    assert (answer.status_code, answer.json()["code"]) == refusal
    assert not Source.objects.exists()


@pytest.mark.parametrize(
    ("form", "twice"),
    [
        ({"file": ["12 ships", "14 boats"]}, "file"),
        ({"file": ["12 ships"], "language": ["en", "fr"]}, "language"),
    ],
)
def test_part_that_is_sent_twice_is_refused(
    editor: APIClient, form: dict[str, list[str]], twice: str
) -> None:
    files = [SimpleUploadedFile("port.txt", text.encode()) for text in form["file"]]

    answer = editor.post("/api/v1/sources/", {**form, "file": files}, format="multipart")

    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [
        (twice, "repeated_field")
    ]
    assert not Source.objects.exists()


def test_form_is_taken_for_a_text_alone(editor: APIClient) -> None:
    answer = editor.post("/api/v1/publishers/", {"name": "Gazette"}, format="multipart")

    assert answer.status_code == 415


def test_longer_text_takes_no_more_queries_to_answer(editor: APIClient) -> None:
    def count(text: str) -> int:
        submit(editor, text=text)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert submit(editor, text=text).status_code == 200
        return len(queries)

    one = count("There were 12 ships.")
    assert count(" ".join(f"There were {number} ships." for number in range(12, 40))) == one


@needs_annotated
@pytest.mark.parametrize("form", ["json", "multipart"])
def test_seeds_over_http_give_the_same_claims_as_the_command(editor: APIClient, form: str) -> None:
    paths = sorted(path for path in TEXTS.rglob("*.txt"))
    for path in paths:
        data = path.read_bytes()
        answer = (
            submit(editor, text=data.decode()) if form == "json" else submit_file(editor, data, path.name)
        )
        assert answer.status_code == 201
    over_http = describe_record()
    for model in (Claim, Figure, Harvest):
        model.objects.all().delete()

    Source.objects.update(publisher=make_publisher("Elsewhere"))
    call_command("ingest", *map(str, paths), publisher="Command", new_publisher=True)

    assert describe_record() == over_http
    assert len(over_http[1]) > 0


def describe_record() -> tuple[list[Any], list[Any]]:
    """Every figure and claim there is, without what every row has of its own."""
    own = {"id", "uid", "sentence_id", "figure_id", "created_at", "updated_at"}
    figures = [
        {name: value for name, value in row.items() if name not in own}
        for row in Figure.objects.order_by("sentence__snapshot__text_sha256", "start").values()
    ]
    claims = [
        {name: value for name, value in row.items() if name not in own}
        for row in Claim.objects.order_by("sentence__snapshot__text_sha256", "figure__start").values()
    ]
    return figures, claims


@pytest.mark.parametrize(
    ("tag", "status"), [("pt-BR", 201), ("zh-Hant-TW", 201), ("zz zz", 400), ("-en", 400), ("en_GB", 400)]
)
def test_language_is_a_tag(editor: APIClient, tag: str, status: int) -> None:
    answer = submit(editor, text="There were 12 ships.", language=tag)

    assert answer.status_code == status
    if status == 400:
        (error,) = answer.json()["errors"]
        assert (error["field"], error["detail"]) == ("language", "Write a language tag such as en or pt-BR.")


def test_options_tell_of_files_and_changes_take_none(editor: APIClient) -> None:
    submit(editor, text=TEXT)
    source = Source.objects.get()

    told = editor.options("/api/v1/sources/").json()
    address = f"/api/v1/sources/{source.uid}/"
    answer = editor.patch(address, {"title": "A"}, format="multipart", headers={"if-match": "*"})

    assert told["parses"] == ["application/json", "multipart/form-data"]
    assert answer.status_code == 415
    assert answer.json()["detail"].endswith("Send application/json.")


UNKNOWN = {"title": "", "page_url": "", "language": "", "reference": ""}


@pytest.mark.parametrize(
    ("sent", "form"),
    [
        ({"text": "The port handled 12 ships.", "publisher": None, "published_on": None, **UNKNOWN}, "json"),
        ({"publisher": "", "published_on": "", **UNKNOWN}, "multipart"),
    ],
)
def test_what_is_unknown_may_be_sent_as_it_is_read(
    editor: APIClient, sent: dict[str, Any], form: str
) -> None:
    file = {"file": SimpleUploadedFile("port.txt", b"The port handled 12 ships.")}

    answer = editor.post("/api/v1/sources/", sent if form == "json" else {**sent, **file}, format=form)

    assert answer.status_code == 201, answer.content
    source = answer.json()["source"]
    assert (source["publisher"], source["published_on"]) == (None, None)
    assert (source["page_url"], source["language"], source["reference"]) == ("", "", "")
    assert source["title"]
    assert not Publisher.objects.exists()
