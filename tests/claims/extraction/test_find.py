"""What `find` reads in texts, by example tables."""

from datetime import date

import pytest

from claims.extraction import FoundFigure, find
from tests.claims.extraction.examples import FIGURE_TABLES, describe, read_figures, read_rows

PUBLISHED = date(2020, 5, 13)
FIGURE_ROWS = [
    pytest.param(text, expected[0] if expected else "", id=f"{table}: {text}")
    for table in FIGURE_TABLES
    for text, *expected in read_rows(table)
]


def find_one(text: str, surface: str, published: date = PUBLISHED) -> FoundFigure:
    (figure,) = (figure for figure in find(text, published=published) if figure.surface == surface)
    return figure


def pad(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


@pytest.mark.parametrize(("text", "expected"), FIGURE_ROWS)
def test_every_figure_reads_as_a_person_reads_it(text: str, expected: str) -> None:
    found = find(text)
    wanted = read_figures(expected)

    assert [(figure.surface, describe(figure)) for figure in found] == [
        (figure.surface, figure.meaning) for figure in wanted
    ]
    for figure, want in zip(found, wanted, strict=True):
        assert not want.noun or (figure.assertion is not None and figure.assertion.noun == want.noun)


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("periods")])
def test_period_is_the_stated_one(row: list[str]) -> None:
    text, surface, words, first, last, day = pad(row, 6)

    assertion = find_one(text, surface, date.fromisoformat(day) if day else PUBLISHED).assertion

    assert assertion is not None
    period = assertion.period
    assert (period.text if period else "") == words
    assert str((period and period.start) or "") == first
    assert str((period and period.end) or "") == last


def test_relative_period_has_no_days_without_a_publication_date() -> None:
    (figure,) = find("Sales rose 5% last year.")

    assert figure.assertion is not None
    assert figure.assertion.period is not None
    assert figure.assertion.period.text == "last year"
    assert figure.assertion.period.start is None


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("speakers")])
def test_speaker_and_voice_are_the_texts(row: list[str]) -> None:
    text, surface, speaker, voice = pad(row, 4)

    assertion = find_one(text, surface).assertion

    assert assertion is not None
    assert (assertion.speaker, assertion.voice.value) == (speaker, voice)


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Ferry sinks off Norland, 40 dead - police", "police"),
        ("Ferry sinks off Norland, 40 dead: police", "police"),
        ("Survey: 40 mills plan to shut", "Survey"),
        ("Norland: 40 mills shut", ""),
    ],
)
def test_sign_in_a_headline_names_a_speaker_who_may_speak(headline: str, speaker: str) -> None:
    (figure,) = find(f"{headline}\n\nIt rained.")

    assert figure.assertion is not None
    assert figure.assertion.speaker == speaker


@pytest.mark.parametrize(
    ("headline", "modality"),
    [
        ("Millwatch to open 40 mills", "forecast"),
        ("Norland: 40 mills to reopen", "forecast"),
        ("Rates rise to record 40 percent", "stated"),
    ],
)
def test_to_alone_tells_of_what_is_to_come_in_a_headline(headline: str, modality: str) -> None:
    (figure,) = find(f"{headline}\n\nIt rained.")

    assert figure.assertion is not None
    assert figure.assertion.modality == modality


def test_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    (figure,) = find('Anna Berg said: "Sales fell.\n\nCosts rose 5% in Norland.')

    assert figure.assertion is not None
    assert (figure.assertion.speaker, figure.assertion.voice.value) == ("", "own")


def test_quotation_goes_on_in_a_paragraph_that_opens_with_its_mark() -> None:
    (figure,) = find('Anna Berg said: "Sales fell.\n\n"Costs rose 5% in Norland."')

    assert figure.assertion is not None
    assert (figure.assertion.speaker, figure.assertion.voice.value) == ("Anna Berg", "quote")


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("stances")])
def test_change_modality_and_scope_are_kept(row: list[str]) -> None:
    text, surface, change, modality, scope = pad(row, 5)

    assertion = find_one(text, surface).assertion

    assert assertion is not None
    assert (assertion.change.value, assertion.modality.value, assertion.scope) == (change, modality, scope)


@pytest.mark.xfail(strict=True, reason="known misses, each with its reason in the table")
@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in read_rows("misses")])
def test_known_misses(row: list[str]) -> None:
    text, expected, _reason = row

    found = {(figure.surface, describe(figure)) for figure in find(text)}

    assert {(figure.surface, figure.meaning) for figure in read_figures(expected)} <= found


def test_figures_inside_a_furniture_line_are_furniture() -> None:
    text = "The mill sold 40 boats.\n\n09:40 - 2021/03/02    /    number : 8812    /    Show Count : 77"

    figures = find(text)

    assert [figure.disposition.value for figure in figures] == [
        "claim",
        "furniture",
        "furniture",
        "furniture",
    ]


def test_offsets_hold_in_text_with_windows_line_ends() -> None:
    text = "First line.\r\nThe mill sold 40 boats.\r\n"

    (_first, figure) = find(text)

    assert text[figure.start : figure.end] == "40"
    assert figure.assertion is not None
    assert text[figure.assertion.quote_start : figure.assertion.quote_end] == "The mill sold 40 boats."


@pytest.mark.parametrize("dash", ["-", "–", "•", "*"])
def test_a_dash_before_an_item_of_a_list_is_no_minus(dash: str) -> None:
    text = f"Findings\n{dash} 68% of owners agree\n{dash} 3 in 4 tenants do not\n"
    found = [(figure.surface, describe(figure)) for figure in find(text)]
    assert found == [("68%", "= 68 percent"), ("3 in 4", "= 0.75")]


def test_a_dash_before_a_text_that_is_a_number_is_its_minus() -> None:
    assert [describe(figure) for figure in find("- 5 percent")] == ["= -5 percent"]
