"""The command-line face: JSON lines in, JSON lines out."""

import json
import subprocess
import sys
from typing import Any

from claims.extraction.jsonl import convert_lines


def run(text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claims.extraction"], input=text, capture_output=True, text=True, check=False
    )


def convert(*lines: str) -> tuple[list[dict[str, Any]], list[str]]:
    problems: list[str] = []
    return [json.loads(line) for line in convert_lines(lines, problems.append)], problems


def test_quantities_and_figures_of_a_text_are_written() -> None:
    (row,), problems = convert('{"id": "a", "text": "Over 40 boats sank in 2013."}')

    assert problems == []
    (quantity,) = row["quantities"]
    assert quantity["surface"] == "Over 40"
    assert (quantity["low"], quantity["high"], quantity["comparator"]) == (40, None, ">")
    assert (quantity["unit"], quantity["noun"], quantity["period"]) == (None, "boats", "2013")
    assert [(figure["surface"], figure["disposition"]) for figure in row["figures"]] == [
        ("Over 40", "claim"),
        ("2013", "date"),
    ]


def test_what_a_unit_measures_is_no_counted_noun() -> None:
    (row,), _ = convert('{"id": "a", "text": "It has 700 kilometres of coast."}')

    (quantity,) = row["quantities"]
    assert (quantity["unit"], quantity["noun"]) == ("kilometre", None)


def test_bad_lines_are_reported_by_number_and_the_rest_goes_on() -> None:
    rows, problems = convert(
        '{"id": "a", "text": "5 km"}',
        "not json",
        '{"id": 7, "text": "5 km"}',
        "[1]",
        '{"id": "b", "text": "5 km", "published": "soon"}',
        "",
        '{"id": "c", "text": "6 km"}',
    )

    assert [row["id"] for row in rows] == ["a", "c"]
    assert [problem.partition(":")[0] for problem in problems] == ["line 2", "line 3", "line 4", "line 5"]


def test_published_date_places_relative_periods() -> None:
    (row,), _ = convert('{"id": "a", "text": "Sales rose 5% last year.", "published": "2020-05-13"}')

    assert row["quantities"][0]["period"] == "last year"


def test_command_succeeds_on_good_input() -> None:
    result = run('{"id": "a", "text": "5 km"}\n')

    assert (result.returncode, result.stderr) == (0, "")
    assert json.loads(result.stdout)["quantities"][0]["unit"] == "kilometre"


def test_command_fails_on_a_bad_line_and_still_writes_the_good_ones() -> None:
    result = run('{"id": "a", "text": "5 km"}\nnot json\n')

    assert result.returncode == 1
    assert result.stderr.startswith("line 2: not JSON")
    assert len(result.stdout.splitlines()) == 1


def test_lone_surrogates_pass_through() -> None:
    (row,), problems = convert('{"id": "a", "text": "\\ud800 5 km"}')

    assert problems == []
    assert row["quantities"][0]["start"] == 2
