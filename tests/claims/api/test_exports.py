"""Lists of claims as files, over the API."""

import csv
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from pyarrow import parquet
from rest_framework.test import APIClient

from claims.api.exports import Download
from claims.exports.json_lines import gather
from claims.review import Action, Status
from tests.builders import make_claim, make_fact, make_quantity, move_claim

pytestmark = pytest.mark.django_db

CLAIMS = "/api/v1/claims/"

ODD = 'Ä “word” \\ \\n \\. \n\r\n \t \x01 \x02 \x7f "x" \u2028 \x85 🙂 %s %% {0}'
"""What JSON, COPY or lines have to escape, or must leave alone."""


def download(api: APIClient, query: str, **options: Any) -> bytes:
    """A file of claims."""
    answer: Any = api.get(f"{CLAIMS}?{query}", **options)
    assert answer.status_code == 200
    assert answer.streaming
    return b"".join(answer.streaming_content)


def read_ids(data: bytes, form: str) -> list[str]:
    """The ids of the claims in a file, in its order."""
    if form == "parquet":
        ids: list[str] = parquet.read_table(io.BytesIO(data)).column("id").to_pylist()
        return ids
    if form == "jsonl":
        return [json.loads(line)["id"] for line in data.splitlines()]
    return [row["id"] for row in csv.DictReader(io.StringIO(data.decode(), newline=""))]


def split_lines(data: bytes) -> list[str]:
    """The lines of a file, each ended by a newline and by nothing else."""
    *lines, rest = data.decode().split("\n")
    assert rest == ""
    return lines


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_a_file_holds_all_that_the_filters_leave(api: APIClient, form: str) -> None:
    wanted = [make_claim(make_quantity("=", str(number), unit="percent")) for number in (60, 70, 80)]
    make_claim(make_quantity("=", "70", unit="kilometre"))
    make_claim(make_quantity("=", "70", unit="percent"), status=Status.ACCEPTED)

    data = download(api, f"format={form}&unit=percent&status=proposed")

    assert read_ids(data, form) == [str(claim.uid) for claim in wanted]


def test_a_line_is_what_the_list_shows(api: APIClient) -> None:
    claim = make_claim(make_quantity("=", "4.20", unit="percent"), noun=ODD)
    move_claim(claim, Action.ACCEPT)
    move_claim(claim, Action.REOPEN, reason=ODD)
    make_fact()

    lines = split_lines(download(api, "format=jsonl"))

    page = api.get(f"{CLAIMS}?ordering=id").content.decode()
    assert page.endswith(f'"results": [{",".join(lines)}]}}')
    assert json.loads(lines[0])["noun"] == ODD


@pytest.mark.parametrize("shape", ["fields=id,quote", "expand=source,reviews", "fields=id&expand=verdicts"])
def test_a_line_has_the_shape_that_is_asked_for(api: APIClient, shape: str) -> None:
    move_claim(make_claim(), Action.ACCEPT)
    make_fact()

    lines = split_lines(download(api, f"format=jsonl&{shape}"))

    page = api.get(f"{CLAIMS}?ordering=id&{shape}").content.decode()
    assert page.endswith(f'"results": [{",".join(lines)}]}}')
    assert len(lines) == 2


def test_no_claims_are_no_lines(api: APIClient) -> None:
    assert download(api, "format=jsonl&unit=percent") == b""


def test_lines_are_gathered_into_pieces() -> None:
    assert list(gather([b"12", b"34", b"56789", b"0"], 4)) == [b"1234", b"56789", b"0"]


@pytest.mark.parametrize(
    ("form", "media_type"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("jsonl", "application/x-ndjson"),
        ("parquet", "application/vnd.apache.parquet"),
    ],
)
def test_a_file_has_a_name_and_a_type(api: APIClient, form: str, media_type: str) -> None:
    answer = api.get(f"{CLAIMS}?format={form}")

    day = timezone.now().date().isoformat()
    assert answer["Content-Type"] == media_type
    assert answer["Content-Disposition"] == f'attachment; filename="onrecord-claims-{day}.{form}"'


def test_a_file_is_had_by_accept_too(api: APIClient) -> None:
    make_claim()

    assert download(api, "", headers={"accept": "text/csv"}).startswith(b"id,kind,status,")


@pytest.mark.parametrize("parameter", ["page_size=10", "cursor=abc", "colour=red"])
def test_what_a_file_would_ignore_is_refused(api: APIClient, parameter: str) -> None:
    answer = api.get(f"{CLAIMS}?format=csv&{parameter}")

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")
    assert answer.json()["errors"][0]["code"] == "unknown_parameter"


def test_only_the_list_is_a_file(api: APIClient) -> None:
    assert api.get(f"{CLAIMS}{make_claim().uid}/?format=csv").status_code == 400


def test_the_head_of_a_file_has_no_body(api: APIClient) -> None:
    make_claim()

    answer = api.head(f"{CLAIMS}?format=csv")

    assert (answer.status_code, answer.content) == (200, b"")
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_is_one_query(api: APIClient, django_assert_num_queries: Any, form: str) -> None:
    for _ in range(3):
        make_claim()

    with django_assert_num_queries(4):  # in a savepoint of its own, without a limit
        download(api, f"format={form}")


def test_a_list_that_cannot_be_read_is_answered_as_an_error() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        cursor.execute("ALTER TABLE claims_claim RENAME TO claims_lost")

    answer = APIClient(raise_request_exception=False).get(f"{CLAIMS}?format=csv")

    assert (answer.status_code, answer.json()["code"]) == (500, "server_error")


def make_stream(ends: list[str]) -> Iterator[bytes]:
    """Three pieces; how it ended is noted."""
    try:
        yield from (b"1", b"2", b"3")
        ends.append("whole")
    finally:
        ends.append("closed")


def test_a_client_that_hangs_up_ends_the_stream(caplog: pytest.LogCaptureFixture) -> None:
    ends: list[str] = []
    with caplog.at_level(logging.INFO):
        file = Download(make_stream(ends), log=logging.getLogger(__name__))
        assert next(file) == b"1"
        file.close()

    assert ends == ["closed"]
    assert [record.message for record in caplog.records] == ["export_abandoned"]


def test_a_stream_that_is_read_to_its_end_is_whole(caplog: pytest.LogCaptureFixture) -> None:
    ends: list[str] = []
    with caplog.at_level(logging.INFO):
        file = Download(make_stream(ends), log=logging.getLogger(__name__))
        assert b"".join(file) == b"123"
        file.close()

    assert ends == ["whole", "closed"]
    assert not caplog.records
