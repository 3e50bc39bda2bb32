"""Sentences of hand-made pages and paragraphs, and what holds for every text."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.sentences import Role, SentenceSpan, split
from tests.annotated import TEXTS

_TABLE = Path(__file__).parents[2] / "data" / "sentences.jsonl"
_CASES = [json.loads(line) for line in _TABLE.read_text(encoding="utf-8").split("\n") if line]

# Pieces that texts are made of where cutting them is hard.
_PIECES = st.sampled_from(
    [
        *(
            ".",
            "!",
            "?",
            "…",
            "...",
            ". ",
            ".\n",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\u2028",
            "\x85",
            "\x0c",
            " ",
            "\u00a0",
        ),
        *(
            "a",
            "The",
            "Mr.",
            "U.S.",
            "No.",
            "e.g.",
            "p.m.",
            "5",
            "4.2",
            "2018-05-13",
            "13 May 2018",
            "London, 4 May - ",
        ),
        *(
            '"',
            "“",
            "”",
            "'",
            "(",
            ")",
            "[1]",
            "«",
            "»",
            "- ",
            "1. ",
            "•",
            "# ",
            "![x](",
            "Print",
            "Share",
            "number : 7",
        ),
        *(
            "。",
            "؟",
            "।",
            "と",
            "「",
            "」",
            "è",
            "İ",
            "😀",
            "\ud800",
            "\udfff",
            "\0",
            "\u200f",
            "\ufeff",
            "word",
            "\t",
        ),
    ]
)
_TEXTS = st.one_of(st.text(st.characters(exclude_categories=[])), st.lists(_PIECES, max_size=40).map("".join))


def _read(text: str) -> list[list[str]]:
    return [[span.role.value, text[span.start : span.end]] for span in split(text)]


@pytest.mark.parametrize("case", _CASES, ids=[case["note"] for case in _CASES])
def test_hard_case_is_cut_and_named_as_by_hand(case: dict[str, Any]) -> None:
    assert _read(case["text"]) == case["expected"]


@given(_TEXTS)
def test_spans_are_in_order_and_trimmed_and_cover_every_visible_character(text: str) -> None:
    covered = 0
    for span in split(text):
        assert text[covered : span.start].strip() == ""
        assert span.start < span.end
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        covered = span.end
    assert text[covered:].strip() == ""


@given(_TEXTS)
def test_splitting_is_repeatable(text: str) -> None:
    assert split(text) == split(text)


@given(_TEXTS)
def test_headline_is_one_paragraph_and_text_follows_it(text: str) -> None:
    spans = split(text)
    headlines = [span for span in spans if span.role is Role.HEADLINE]
    if headlines:
        assert "\n\n" not in text[headlines[0].start : headlines[-1].end]
        assert any(
            span.role in {Role.BODY, Role.LIST_ITEM} for span in spans if span.start > headlines[-1].end
        )


def test_empty_text_has_no_sentence() -> None:
    assert split("") == []


def test_offsets_count_code_points_of_the_untouched_text() -> None:
    assert split("😀 é.\r\n\r\nNext.") == [
        SentenceSpan(start=0, end=4, role=Role.BODY),
        SentenceSpan(start=8, end=13, role=Role.BODY),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x" * 2_000_000, 400),
        ("The end. " * 100_000, 100_000),
        ("Abc. " * 50_000, 50_000),
        ("Mr. " * 100_000, 81),
        ("e.g. " * 100_000, 101),
        ("\n" * 1_000_000, 0),
        ("." * 1_000_000, 200),
        ("!?" * 500_000 + "a", 201),
        ("(A b. " * 50_000, 50_000),
        ("你好。" * 50_000, 50_000),
    ],
    ids=[
        "line",
        "sentences",
        "names",
        "titles",
        "abbreviations",
        "blank",
        "stops",
        "marks",
        "brackets",
        "stops of Han",
    ],
)
def test_long_input_is_cut_in_full(text: str, count: int) -> None:
    # One sentence that runs on gives pieces of 5,000 code points, or the whole words that fit: 1,249 times
    # "Mr. " and 999 times "e.g. ", since the white space at the end of a full piece belongs to none.
    assert len(split(text)) == count


@pytest.mark.parametrize(
    "seed", sorted(TEXTS.glob("*.txt")) or [None], ids=lambda seed: seed.stem if seed else "none"
)
def test_seed_has_one_headline_and_its_furniture(seed: Path | None) -> None:
    if seed is None:
        pytest.skip("the seed texts stand beside the checkout, and they are not there")
    text = seed.read_bytes().decode("utf-8")
    roles = [span.role for span in split(text)]
    assert roles.count(Role.HEADLINE) == 1
    assert roles.count(Role.FURNITURE) == text.startswith("Print") * 2 + text.count("![")
    assert roles.count(Role.DATELINE) == (0 if "![" in text else 1)


def test_what_runs_on_too_long_is_cut_between_words() -> None:
    text = "abcd " * 2000 + "end"
    spans = split(text)
    assert [(span.start, span.end) for span in spans] == [(0, 4994), (4995, 9989), (9990, 10003)]


def test_a_word_that_is_too_long_is_cut_in_itself() -> None:
    assert [(span.start, span.end) for span in split("7" * 12_000)] == [
        (0, 5000),
        (5000, 10_000),
        (10_000, 12_000),
    ]
