"""What holds of `find` for any text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.codelists import Disposition
from claims.extraction import find
from sources.sentences import split

PIECE_LIST = """
one|two hundred|and|a|half|3|4.5|1,234|1e999|½|%|$|US$|€|km|per|/|-|–|to|from|between|of|the|million|bn|m|k|
x|10|^|2018|May|13|.|,|:|(|)|“|”|"|'|said|he|Mr.|General|Ek|more than|up to|about|or|more|dozens|years old|Q3|
FY19|II|iPhone|٣|９|\u202e|\ud800|\r\n|\n\n|NaN|Infinity|+|=|#|No|first|third|1/2|5-4|4:39|pm|+1-222-2222-2222|
°C|sq|ft|h|crores|BAM|bcf
"""
PIECES = st.sampled_from(PIECE_LIST.strip("\n").split("|"))
ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(ANY_TEXT)
def test_every_figure_is_a_sorted_span_of_the_text(text: str) -> None:
    end = 0
    for figure in find(text):
        assert text[figure.start : figure.end] == figure.surface != ""
        assert figure.start >= end
        end = figure.end


@pytest.mark.parametrize("text", ["It ran 3h2.", "It owes crores BAM crores."])
def test_texts_on_which_reading_once_failed_are_read(text: str) -> None:
    assert find(text)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_same_text_gives_the_same_figures(text: str) -> None:
    assert find(text) == find(text)


@settings(max_examples=150, deadline=None)
@given(ANY_TEXT)
def test_every_figure_lies_in_one_sentence(text: str) -> None:
    sentences = split(text)

    for figure in find(text, sentences=sentences):
        assert any(one.start <= figure.start and figure.end <= one.end for one in sentences)
        assert (figure.assertion is not None) == (figure.disposition is Disposition.CLAIM)
        assert figure.rule


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("7" * 1_000, id="a thousand digits"),
        pytest.param("1" + "0" * 400, id="a number of 400 digits"),
        pytest.param("It was 1e999 once.", id="an exponent past every limit"),
        pytest.param("It was 10^101 once.", id="a power past the limit"),
        pytest.param("It was 1" + "0" * 90 + ".5 ± 0.0" + "0" * 20 + "1 once.", id="a sum past the limit"),
    ],
)
def test_number_past_the_limits_is_unreadable(text: str) -> None:
    assert [figure.disposition for figure in find(text)] == [Disposition.UNREADABLE]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\t ", id="white space"),
        pytest.param("NaN and Infinity", id="words that floats know"),
        pytest.param("(" * 10_000 + ")" * 10_000, id="nested brackets"),
        pytest.param("\ud800\udfff", id="lone surrogates"),
    ],
)
def test_text_without_numbers_has_no_figures(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    "text", ["1E30- MIL", "1e30 thousand twenty", "1e99 twenty - five", "9e40 and forty"]
)
def test_words_behind_a_very_large_number_are_read(text: str) -> None:
    assert find(text)[0].start == 0


def test_a_very_long_sentence_is_read_to_its_end() -> None:
    text = "The mill sold 40 boats and " * 10_000

    figures = find(text)

    assert len(figures) == 10_000
    assert all(figure.surface == "40" for figure in figures)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        pytest.param("ONE+0/0", ["ONE", "+0/0"], id="a plus between two figures is the second's sign"),
        pytest.param("It took 2min 31m.", ["2min", "31m"], id="a unit is no minimum of the next figure"),
    ],
)
def test_figures_share_no_word(text: str, surfaces: list[str]) -> None:
    assert [figure.surface for figure in find(text)] == surfaces


def test_a_comma_behind_a_decimal_point_starts_another_number() -> None:
    assert [figure.surface for figure in find("Shares: .03,99 and 1.5,75.")] == [".03", "99", "1.5", "75"]
