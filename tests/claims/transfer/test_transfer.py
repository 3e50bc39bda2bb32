"""The whole record out of a database and into an empty one."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from claims.models import Assignment, Claim, Resolution, Review, SecondDecision, SecondPass
from claims.review import Status
from claims.transfer.reading import read_record
from claims.transfer.tables import LEFT_OUT, MODELS
from claims.transfer.writing import write_record
from sources.models import Source
from sources.models.audit import LeanEvent
from tests.builders import (
    check_deferred,
    make_claim,
    make_judge,
    make_judgement,
    make_quantity,
    make_reviewer,
    make_speaker,
    make_user,
)

pytestmark = pytest.mark.django_db

DEMO = Path(settings.BASE_DIR) / "fixtures" / "demo.json"


def empty_record() -> None:
    """Make the database as a new one; in a test its tables may be emptied."""
    check_deferred()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        tables = ", ".join(model._meta.db_table for model in MODELS)
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        cursor.execute("SET LOCAL session_replication_role = origin")


def write() -> list[bytes]:
    """The lines of the record."""
    return list(write_record())


def make_record() -> Claim:
    """An accepted claim with a verdict, a second pass and all that hangs on it; the claim."""
    rita, second = make_reviewer("rita"), make_judge("second")
    claim = make_claim(
        make_quantity(">", "4.20", unit="percent"), speaker=make_speaker("Ana “Äna” Ruiz"), created_by=rita
    )
    claim.correct(by=rita, changes={"noun": "cargo"}, reason="As printed.")
    claim.give_verdict(make_judgement(), by=make_judge("judge")).confirm(by=second)
    review = Review.objects.get(claim=claim)
    asked = SecondPass.objects.create(claim=claim, first=review, asked_by=second)
    decision = SecondDecision.objects.create(
        second_pass=asked,
        by=second,
        at=review.at,
        status="accepted",
        reading={"low": "4.2"},
        first_reading={},
    )
    Resolution.objects.create(decision=decision, kept="first", by=rita, at=review.at)
    Assignment.objects.create(assignee=second, unit="percent", assigned_by=rita)
    check_deferred()
    return claim


def change(lines: list[bytes], of: str, **values: Any) -> int:
    """Change columns of the first line of a model; the line's number."""
    place = next(n for n, line in enumerate(lines) if json.loads(line).get("model") == of)
    changed = {**json.loads(lines[place]), **values}
    lines[place] = json.dumps({name: value for name, value in changed.items() if value is not ...}).encode()
    return place + 1


def test_what_was_exported_and_imported_exports_the_same_bytes() -> None:
    call_command("loaddata", DEMO, verbosity=0)
    make_record()
    before = write()
    empty_record()

    imported = read_record(before)
    check_deferred()

    assert imported.problems == []
    assert imported.added == len(before) - 2
    assert write() == before
    call_command("verify_history")


def test_an_empty_record_is_a_file_too() -> None:
    assert write() == [b'{"format":"onrecord","version":1}\n', b'{"rows":0}\n']
    assert read_record(write()).problems == []


def test_a_second_import_adds_nothing() -> None:
    make_record()
    before = write()

    imported = read_record(before)

    assert (imported.added, imported.known, imported.problems) == (0, len(before) - 2, [])
    assert write() == before


def test_accounts_come_by_name_alone_and_cannot_log_in() -> None:
    make_user("nobody-here", password="secret")
    make_record()
    before = write()
    empty_record()

    read_record(before)

    assert sorted(User.objects.values_list("username", flat=True)) == ["judge", "rita", "second"]
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_every_table_of_the_record_is_transferred_or_left_out() -> None:
    models = [*apps.get_app_config("sources").get_models(), *apps.get_app_config("claims").get_models()]
    own = {model for model in models if not issubclass(model, LeanEvent) and not model._meta.proxy}

    assert {model for model in own if model not in MODELS} == {
        model for model in own if model._meta.model_name in LEFT_OUT
    }


@pytest.mark.parametrize(
    ("model", "values", "reason"),
    [
        ("sources.source", {"title": ""}, "source_has_a_title"),
        ("sources.source", {"title": ...}, "title is missing"),
        ("sources.source", {"colour": "red"}, "there is no column colour"),
        ("sources.source", {"model": "sources.shelf"}, "names no table"),
        ("sources.source", {"published_on": "next week"}, "date"),
        ("sources.source", {"created_at": "2026-11-02T10:53:30+00:00"}, "as an export writes it"),
        ("sources.source", {"title": "a\u0000b"}, "NUL"),
        ("sources.source", {"publisher": "0" * 8}, "there is no sources.publisher 00000000"),
        ("claims.claim", {"low": 4.2}, "as an export writes it"),
        ("claims.claim", {"low": "NaN"}, "cannot be held"),
        ("claims.claim", {"quote": "4.21 percent"}, "does not stand at|as_long_as_its_span"),
        ("claims.claim", {"low_inclusive": 0}, "as an export writes it"),
        ("claims.speaker", {"name": "Ann\u200b"}, r"^Character 4 is hidden \(U\+200B"),
    ],
)
def test_a_bad_line_is_reported_and_nothing_is_written(
    model: str, values: dict[str, Any], reason: str
) -> None:
    make_record()
    lines = write()
    empty_record()
    number = change(lines, model, **values)

    imported = read_record(lines)

    first = imported.problems[0]
    assert first.line == number
    assert re.search(reason, first.reason)
    assert imported.added == 0
    assert not Source.objects.exists()


def test_other_lines_are_added_when_told_to_go_on() -> None:
    for title in ("one", "two", "three"):
        make_claim(noun=title)
    lines = write()
    empty_record()
    number = change(lines, "claims.claim", noun="x" * 301)

    imported = read_record(lines, go_on=True)

    assert [problem.line for problem in imported.problems] == [number]
    assert list(Claim.objects.order_by("pk").values_list("noun", flat=True)) == ["two", "three"]
    assert imported.added == len(lines) - 3


@pytest.mark.parametrize("text", [b'{"model":"claims.cl', b"", b"[]", b"\xff"])
def test_a_line_that_is_no_json_is_left_out_like_any_other(text: bytes) -> None:
    for title in ("one", "two", "three"):
        make_claim(noun=title)
    lines = write()
    empty_record()
    number = change(lines, "claims.claim", noun="one")
    lines[number - 1] = text

    imported = read_record(lines, go_on=True)

    assert [problem.line for problem in imported.problems] == [number]
    assert list(Claim.objects.order_by("pk").values_list("noun", flat=True)) == ["two", "three"]


def test_lines_that_are_no_json_hide_no_other_that_is_missing() -> None:
    for _ in range(3):
        make_claim()
    lines = write()
    empty_record()
    number = change(lines, "claims.claim", noun="one")
    lines[number - 1] = b"{"
    del lines[number]

    imported = read_record(lines, go_on=True)

    assert sorted(problem.line for problem in imported.problems) == [0, number]
    assert not Source.objects.exists()


def test_a_row_that_differs_from_the_one_that_is_there_is_reported() -> None:
    make_record()
    lines = write()
    number = change(lines, "claims.speaker", name="Somebody else")

    imported = read_record(lines, go_on=True)

    (problem,) = imported.problems
    assert problem.line == number
    assert "differs in: name" in problem.reason
    assert write() != lines


def test_a_file_that_was_cut_off_is_refused() -> None:
    make_record()
    lines = write()
    empty_record()

    imported = read_record(lines[:-1], go_on=True)

    assert [(problem.line, "not whole" in problem.reason) for problem in imported.problems] == [(0, True)]
    assert not Source.objects.exists()


def test_a_claim_that_its_reviews_contradict_is_refused() -> None:
    make_claim(status=Status.ACCEPTED)
    check_deferred()
    lines = [line for line in write() if json.loads(line).get("model") != "claims.review"]
    lines[-1] = json.dumps({"rows": len(lines) - 2}).encode()
    empty_record()

    imported = read_record(lines, go_on=True)

    assert [problem.line for problem in imported.problems] == [0]
    assert "stands as accepted but its reviews say proposed" in imported.problems[0].reason
    assert not Claim.objects.exists()


@pytest.mark.parametrize("line", [b"no json\n", b"[]\n", b'{"format":"onrecord","version":2}\n'])
def test_another_kind_of_file_is_refused(line: bytes) -> None:
    problems = read_record([line]).problems

    assert [problem.line for problem in problems] == [1, 0]


def test_the_commands_write_a_file_and_read_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_record()
    before = b"".join(write())
    path = tmp_path / "record.jsonl"

    call_command("export", str(path))
    empty_record()
    call_command("import", str(path))
    call_command("export")

    out = capsys.readouterr().out
    assert path.read_bytes() == before
    assert "rows added, 0 there already" in out
    assert out.endswith(before.decode())
    assert not list(tmp_path.glob("*.part"))


def test_a_bad_file_ends_the_command_with_its_lines_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "record.jsonl"
    path.write_bytes(b'{"format":"onrecord","version":1}\n{"model":"sources.shelf"}\n{"rows":1}\n')

    with pytest.raises(CommandError, match="0 rows added, 0 there already"):
        call_command("import", str(path))

    assert "line 2: `model` names no table" in capsys.readouterr().err
