"""Bytes to a snapshot and its sentences, once, whole or not at all."""

import hashlib
from datetime import date

import pytest
from django.db import IntegrityError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sources.errors import BinaryFileError, EmptyTextError, SourcesError, TooLargeError, UndecodableTextError
from sources.ingest import UnknownPublisherError, find_publisher, ingest
from sources.models import Publisher, Sentence, Snapshot, Source
from sources.shelf import Description
from tests.builders import make_publisher
from tests.racing import run_at_once

pytestmark = pytest.mark.django_db

REPORT = "Harbour grows\r\n\r\nThe harbour handled 12 ships. It is “full”, says Mr. Brandt.\r\n".encode()


def test_a_text_becomes_a_source_a_snapshot_and_its_sentences() -> None:
    ingested = ingest(REPORT, name="harbour.txt")

    snapshot = ingested.snapshot
    assert ingested.is_new
    assert (snapshot.source.title, snapshot.source.slug, snapshot.number) == (
        "Harbour grows",
        "harbour-grows",
        1,
    )
    assert snapshot.bytes_sha256 == hashlib.sha256(REPORT).hexdigest()
    assert snapshot.text == REPORT.decode()  # carriage returns and all
    sentences = snapshot.sentences.order_by("ordinal")
    assert [(s.ordinal, s.role, s.text) for s in sentences] == [
        (1, "headline", "Harbour grows"),
        (2, "body", "The harbour handled 12 ships."),
        (3, "body", "It is “full”, says Mr. Brandt."),
    ]
    assert all(snapshot.text[s.start : s.end] == s.text for s in sentences)


def test_what_is_not_known_stays_empty() -> None:
    source = ingest(REPORT, name="harbour.txt").snapshot.source
    assert (source.publisher, source.published_on, source.url, source.language, source.kind) == (
        None, None, "", "", "unknown",
    )  # fmt: skip


def test_the_same_bytes_twice_add_nothing() -> None:
    first = ingest(REPORT, name="harbour.txt")
    second = ingest(REPORT, name="copy.txt")
    assert (second.snapshot, second.is_new) == (first.snapshot, False)
    assert (Source.objects.count(), Snapshot.objects.count(), Sentence.objects.count()) == (1, 1, 3)


def test_the_same_bytes_from_another_publisher_are_another_source() -> None:
    first = ingest(REPORT, name="a.txt", description=Description(publisher=make_publisher("Daily")))
    second = ingest(REPORT, name="a.txt", description=Description(publisher=make_publisher("Weekly")))
    assert second.is_new
    assert second.snapshot.source != first.snapshot.source
    assert second.snapshot.source.slug == "harbour-grows-2"


def read_locks() -> set[tuple[int, int]]:
    """The advisory locks that are held."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT classid, objid FROM pg_locks WHERE locktype = 'advisory'")
        return set(cursor.fetchall())


def test_titles_that_may_come_to_one_slug_wait_for_one_another() -> None:
    ingest(b"Port\n\nIt has 12 ships.", name="a.txt", description=Description(title="Port"))
    held = read_locks()
    other = ingest(b"Port 2\n\nIt has 13.", name="b.txt", description=Description(title="Port 2"))
    assert other.snapshot.source.slug == "port-2"
    assert len(read_locks() - held) == 1  # of its own bytes: that of the slug is the first one's


def test_other_bytes_of_a_known_url_are_its_next_snapshot() -> None:
    page = Description(url="https://example.org/harbour")
    first = ingest(REPORT, name="a.txt", description=page)
    second = ingest(REPORT.replace(b"12", b"13"), name="a.txt", description=page)
    assert second.snapshot.source == first.snapshot.source
    assert second.snapshot.number == 2


def test_a_title_that_is_given_wins_over_the_headline() -> None:
    described = Description(title="  Port \n report ", published_on=date(2026, 3, 1))
    source = ingest(REPORT, name="a.txt", description=described).snapshot.source
    assert (source.title, source.published_on) == ("Port report", date(2026, 3, 1))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyTextError),
        (b" \r\n\t", EmptyTextError),
        (b"\x89PNG\r\n\x1a\n\x00\x00", BinaryFileError),
        (b"twelve\x00ships", BinaryFileError),
        ("Many good letters: äöüß éèê. ".encode() * 9 + b"\xff", UndecodableTextError),
    ],
)
def test_what_cannot_be_read_writes_nothing(data: bytes, error: type[SourcesError]) -> None:
    with pytest.raises(error):
        ingest(data, name="a.txt")
    assert not Source.objects.exists()


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(TooLargeError, match="limit of 100"):
        ingest(b"a" * 101, name="a.txt", limit=100)


def test_an_unknown_publisher_is_refused_with_the_names_alike() -> None:
    make_publisher("Harbour Gazette")
    with pytest.raises(UnknownPublisherError, match="Did you mean “Harbour Gazette”"):
        find_publisher("Harbor Gazette")
    assert find_publisher("Harbor Gazette", make=True).name == "Harbor Gazette"


def test_a_failure_half_way_leaves_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE sources_sentence ADD CONSTRAINT at_most_two CHECK (ordinal <= 2)")
    with pytest.raises(IntegrityError, match="at_most_two"):
        ingest(REPORT, name="a.txt")
    assert not Source.objects.exists()
    assert not Snapshot.objects.exists()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_ingests_with_offsets_that_hold_or_is_refused(text: str) -> None:
    try:
        snapshot = ingest(text.encode("utf-8", "surrogatepass"), name="a.txt").snapshot
    except SourcesError:
        return
    for sentence in snapshot.sentences.all():
        assert snapshot.text[sentence.start : sentence.end] == sentence.text


@pytest.mark.usefixtures("committed")
def test_the_same_text_delivered_twice_at_once_is_one_snapshot() -> None:
    delivered = run_at_once(*[lambda: ingest(REPORT, name="a.txt")] * 4)

    assert sorted(one.is_new for one in delivered) == [False, False, False, True]
    assert Snapshot.objects.count() == 1
    assert Publisher.objects.count() == 0
