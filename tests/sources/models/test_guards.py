"""What the database refuses to hold or change about sources."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from sources.models import Sentence, Snapshot, Source
from tests.builders import make_publisher, make_snapshot, make_source, make_uncut_snapshot

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("table", ["sources_snapshot", "sources_sentence"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET text = 'x'", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_what_was_read_is_never_changed(table: str, statement: str) -> None:
    make_snapshot("There were 12 ships.")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="is refused"), transaction.atomic():
            cursor.execute(statement.format(table))
    assert Snapshot.objects.get().text == "There were 12 ships."


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"end": 21}, "sentence_text_is_as_long_as_its_span"),
        ({"start": 20, "text": ""}, "sentence_span_is_not_empty"),
        ({"ordinal": 0}, "sentence_ordinals_start_at_one"),
        ({"role": "poem"}, "sentence_role_is_known"),
    ],
)
def test_the_database_refuses_a_sentence(columns: dict[str, Any], constraint: str) -> None:
    snapshot = make_uncut_snapshot("There were 12 ships.")
    valid = {"ordinal": 1, "start": 0, "end": 20, "role": "body", "text": snapshot.text}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Sentence.objects.create(snapshot=snapshot, **{**valid, **columns})


def test_code_points_beyond_the_basic_plane_count_once() -> None:
    snapshot = make_uncut_snapshot("🚢 𝟙𝟚 ships.")
    sentence = Sentence.objects.create(
        snapshot=snapshot, ordinal=1, start=0, end=11, role="body", text=snapshot.text
    )
    assert sentence.end == 11


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"bytes_sha256": "0" * 63}, "snapshot_hashes_are_sha256"),
        ({"text_sha256": "F" * 64}, "snapshot_hashes_are_sha256"),
        ({"number": 0}, "snapshot_numbers_start_at_one"),
        ({"text": ""}, "snapshot_has_text"),
    ],
)
def test_the_database_refuses_a_snapshot(columns: dict[str, Any], constraint: str) -> None:
    valid = {
        "number": 1, "text": "x", "encoding": "utf-8", "bytes_sha256": "0" * 64, "text_sha256": "0" * 64,
        "read_at": "2026-11-24T00:00:00Z",
    }  # fmt: skip
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Snapshot.objects.create(source=make_source(), **{**valid, **columns})


def test_the_same_bytes_come_once_a_source() -> None:
    source = make_source()
    make_uncut_snapshot("The same.", source=source)
    with pytest.raises(IntegrityError, match="snapshot_bytes_come_once_a_source"), transaction.atomic():
        make_uncut_snapshot("The same.", source=source)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "//x.example"]
)
def test_an_address_that_no_page_may_lead_to_is_refused(address: str) -> None:
    with pytest.raises(IntegrityError, match="source_url_is_a_web_address"), transaction.atomic():
        make_source(url=address)
    with pytest.raises(IntegrityError, match="publisher_home_page_is_a_web_address"), transaction.atomic():
        make_publisher(home_page=address)


def test_addresses_of_the_web_are_kept() -> None:
    for address in ("", "https://gazette.example/", "HTTP://gazette.example", "ftp://gazette.example/a"):
        make_source(url=address)
    assert Source.objects.count() == 4
