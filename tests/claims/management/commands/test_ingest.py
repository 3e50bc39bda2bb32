"""`manage.py ingest` as people run it."""

import io
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from pytest_django.fixtures import Settings

from claims.management.processes import ending_named
from claims.models import Claim, Figure
from sources.models import Publisher, Snapshot, Source
from tests.builders import make_publisher

pytestmark = pytest.mark.django_db


def run(*arguments: str | Path, **options: object) -> str:
    """What the command prints."""
    out = io.StringIO()
    call_command("ingest", *map(str, arguments), stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports, one of them in a folder of its own, and a hidden file."""
    (tmp_path / "a.txt").write_text("There were 12 ships.")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "b.txt").write_text("There were 5 boats and 7 rafts.")
    (tmp_path / ".hidden").write_bytes(b"\0")
    return tmp_path


def test_a_folder_goes_on_the_record_with_all_below_it(folder: Path) -> None:
    printed = run(folder)
    assert "2 new, 0 known already, 0 refused; figures: 3 added" in printed
    assert list(Claim.objects.order_by("id").values_list("noun", flat=True)) == ["ships", "boats", "rafts"]


def test_a_second_run_adds_nothing(folder: Path) -> None:
    run(folder)
    printed = run(folder)
    assert "0 new, 2 known already, 0 refused; figures: 0 added, 0 changed, 0 removed" in printed
    assert (Source.objects.count(), Figure.objects.count()) == (2, 3)


def test_a_wrong_number_of_processes_is_told(folder: Path) -> None:
    with pytest.raises(CommandError, match="“-1” is not a number of processes"):
        run(folder, "--processes=-1")


def test_a_process_that_was_ended_is_told_with_what_to_do() -> None:
    with pytest.raises(CommandError, match="fewer --processes"), ending_named():
        raise BrokenProcessPool


def test_what_is_refused_is_named_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    missing = folder / "missing.txt"
    with pytest.raises(CommandError) as refused:
        run(folder, missing)
    message = str(refused.value)
    assert "empty.txt: the file is empty" in message
    assert "photo.png: " in message
    assert f"{missing}: No such file or directory" in message
    assert Snapshot.objects.count() == 2


def test_an_unreadable_folder_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(CommandError, match="gone: No such file or directory"):
        run(gone)


def test_standard_input_is_an_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"There were 12 ships.")))
    run("-", title="Port report", published="2026-02-01")
    source = Source.objects.get()
    assert (source.title, str(source.published_on)) == ("Port report", "2026-02-01")


def test_what_is_no_address_is_refused_and_nothing_is_read(folder: Path) -> None:
    with pytest.raises(CommandError, match="--url: “javascript:alert"):
        run(folder / "a.txt", url="javascript:alert(1)")
    assert not Source.objects.exists()


def test_an_unknown_publisher_is_refused_and_nothing_is_read(folder: Path) -> None:
    make_publisher("Harbour Gazette")
    with pytest.raises(CommandError, match=r"Did you mean “Harbour Gazette”.*--new-publisher"):
        run(folder, publisher="Harbour Gazete")
    assert not Source.objects.exists()


def test_a_publisher_whose_name_hides_a_character_is_not_made(folder: Path) -> None:
    with pytest.raises(CommandError, match=r"--publisher: Character 8 is hidden \(U\+200B"):
        run(folder, publisher="Harbour\u200bGazette", new_publisher=True)
    assert not Publisher.objects.exists()


def test_a_new_publisher_is_made_when_told_so(folder: Path) -> None:
    run(folder, publisher="Harbour Gazette", new_publisher=True)
    assert Publisher.objects.get().sources.count() == 2


def test_a_publication_date_that_is_none_is_refused(folder: Path) -> None:
    with pytest.raises(CommandError, match="--published"):
        run("--published", "next week", folder)


def test_one_url_cannot_be_of_several_files(folder: Path) -> None:
    with pytest.raises(CommandError, match="for one input"):
        run(folder, url="https://example.org/")
    assert not Source.objects.exists()


def test_a_file_over_the_limit_is_refused(folder: Path, settings: Settings) -> None:
    settings.ONRECORD_MAX_BYTES = 25
    with pytest.raises(CommandError, match=r"b\.txt: .*limit of 25"):
        run(folder)
    assert Snapshot.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The value was " + "7" * 400 + " units.", "7" * 400),
        ("The value was 1e999 units.", "1e999"),
    ],
)
def test_a_number_past_every_limit_is_a_figure_without_a_claim(
    tmp_path: Path, text: str, surface: str
) -> None:
    (tmp_path / "a.txt").write_text(text)
    run(tmp_path)
    assert Figure.objects.get(surface__startswith=surface).disposition == "unreadable"
    assert not Claim.objects.exists()


@pytest.mark.parametrize("word", ["NaN", "Infinity"])
def test_words_that_only_computers_take_for_numbers_are_none(tmp_path: Path, word: str) -> None:
    (tmp_path / "a.txt").write_text(f"The value was {word} units.")
    run(tmp_path)
    assert not Figure.objects.exists()


def test_a_date_is_no_value(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It opened on 12 March 2019.")
    run(tmp_path)
    assert set(Figure.objects.values_list("disposition", flat=True)) == {"date"}
    assert not Claim.objects.exists()


def test_right_to_left_text_keeps_its_offsets(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("بلغ عدد السفن ١٢ سفينة في الميناء.", encoding="utf-8")
    run(tmp_path)
    for figure in Figure.objects.select_related("sentence__snapshot"):
        assert figure.sentence.snapshot.text[figure.start : figure.end] == figure.surface
