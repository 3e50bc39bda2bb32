"""Words that are shown, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.admin.words import isolate, reveal


def test_markup_is_shown_as_it_was_written() -> None:
    assert reveal("<b>5 & 6</b>") == "&lt;b&gt;5 &amp; 6&lt;/b&gt;"


def test_an_override_is_named_where_it_stands() -> None:
    assert reveal("a\u202e12") == 'a<span class="control" title="RIGHT-TO-LEFT OVERRIDE">U+202E</span>12'


def test_a_control_without_a_name_is_still_shown() -> None:
    assert reveal("\x07") == '<span class="control" title="control">U+0007</span>'


@pytest.mark.parametrize("words", ["نیم‌فاصله", "line\nline\tcell", "👩‍🔬 12"])
def test_joiners_and_line_ends_stay_as_they_are(words: str) -> None:
    assert reveal(words) == words


def test_markup_between_controls_is_shown_too() -> None:
    assert "<i>" not in reveal("\u2066<i>\u2069")


@given(st.text(max_size=60))
def test_no_tag_or_override_comes_through(words: str) -> None:
    shown = reveal(words).replace('<span class="control" title="', "").replace("</span>", "")
    assert "<" not in shown
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(shown)


def test_long_words_are_shortened_before_they_are_escaped() -> None:
    assert isolate("<" * 300, limit=3) == "<bdi>&lt;&lt;…</bdi>"
