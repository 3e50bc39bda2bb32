"""Claims as CSV."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import Settings

from claims.exports.columns import COLUMNS, fetch_batches
from claims.exports.csv_file import stream_csv
from claims.models import Claim
from claims.review import Status
from tests.builders import (
    make_claim,
    make_fact,
    make_judge,
    make_judgement,
    make_publisher,
    make_quantity,
    make_reviewer,
    make_sentence,
    make_source,
    make_speaker,
)

pytestmark = pytest.mark.django_db


def read() -> list[dict[str, str]]:
    """The rows of the file of all claims, by column."""
    text = b"".join(stream_csv(Claim.objects.all())).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_claim_is_a_row_with_all_that_it_states() -> None:
    source = make_source(
        "port-report",
        publisher=make_publisher("Harbour Gazette"),
        title="Port report",
        url="https://gazette.example/port",
        published_on=date(2026, 2, 1),
    )
    sentence = make_sentence("In 2025 more than 4.20 percent of ships were late.", source=source)
    claim = make_claim(
        make_quantity(">", "4.20", unit="percent", significant_digits=3),
        sentence=sentence,
        surface="more than 4.20 percent",
        speaker=make_speaker("Ana Ruiz"),
        period="In 2025",
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        status=Status.ACCEPTED,
        by=make_reviewer("rita"),
    )

    (row,) = read()

    assert list(row) == [column.name for column in COLUMNS]
    assert (row["id"], row["status"], row["status_by"]) == (str(claim.uid), "accepted", "rita")
    assert (row["low"], row["high"], row["low_inclusive"], row["comparator"]) == ("4.20", "", "false", ">")
    assert (row["quote"], row["start"], row["end"]) == ("more than 4.20 percent", "8", "30")
    assert (row["period_start"], row["period_end"]) == ("2025-01-01", "2025-12-31")
    assert (row["speaker"], row["publisher"], row["source_slug"]) == (
        "Ana Ruiz",
        "Harbour Gazette",
        "port-report",
    )
    assert row["sentence"] == sentence.text
    assert row["created_at"].endswith("Z")


def test_numbers_keep_every_digit_and_texts_cannot_be_run() -> None:
    huge = "9" * 60 + ".10"
    make_claim(make_quantity("=", huge, unit=""), noun="=SUM(A1)")
    make_claim(make_quantity("=", "-3"), noun='a "quoted", word')
    make_fact(make_sentence("@home is closed."))

    huge_row, negative, fact = read()

    assert (huge_row["low"], huge_row["noun"]) == (huge, "'=SUM(A1)")
    assert huge_row["comparator"] == "="
    assert (negative["low"], negative["noun"]) == ("-3", 'a "quoted", word')
    assert (fact["quote"], fact["low"], fact["comparator"]) == ("'@home is closed.", "", "")


def test_a_verdict_says_who_when_and_whether_it_is_published(settings: Settings) -> None:
    settings.ONRECORD_CONFIRM_VERDICTS = True
    waiting, confirmed = make_claim(status=Status.ACCEPTED), make_claim(status=Status.ACCEPTED)
    make_claim()
    judge = make_judge("jana")
    for claim in (waiting, confirmed):
        claim.give_verdict(make_judgement(as_of=date(2026, 1, 31)), by=judge)
    confirmed.confirm_verdict(by=make_judge("bela"))

    one, other, none = read()

    assert (one["verdict"], one["verdict_by"], one["verdict_as_of"]) == ("refuted", "jana", "2026-01-31")
    assert one["verdict_at"] == one["updated_at"]
    assert [row["verdict_published"] for row in (one, other, none)] == ["false", "true", "false"]
    assert (none["verdict"], none["verdict_by"], none["verdict_at"]) == ("unchecked", "", "")


def test_batches_hold_a_few_rows_oldest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.exports.columns.BATCH", 2)
    keys = [make_claim().pk for _ in range(5)]

    batches = list(fetch_batches(Claim.objects.with_verdict(), COLUMNS))

    assert [len(batch) for batch in batches] == [2, 2, 1]
    assert [row[0] for batch in batches for row in batch] == [
        Claim.objects.get(pk=key).uid for key in sorted(keys)
    ]
    assert batches[0][0][10] == Decimal(70)
