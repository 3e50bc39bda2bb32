"""What no text may hold."""

import pytest

from sources.errors import BinaryFileError, EmptyTextError, UndecodableTextError
from sources.readers import check_text


@pytest.mark.parametrize(
    "text", ["It rains.", "\ufeffé", "عربى", "a\tb\r\nc\x0cd", "😀", "colour \x1b[31mred\x1b[0m", "bell\a"]
)
def test_text_passes(text: str) -> None:
    check_text(text)


@pytest.mark.parametrize("text", ["", " ", "\r\n\t\u00a0\u2028"])
def test_text_without_a_visible_character_is_refused(text: str) -> None:
    with pytest.raises(EmptyTextError, match="empty"):
        check_text(text)


def test_nul_is_refused_with_its_place() -> None:
    with pytest.raises(BinaryFileError, match="NUL character stands at 2"):
        check_text("ab\0c")


@pytest.mark.parametrize("half", [chr(0xD800), chr(0xDFFF)], ids=["high", "low"])
def test_half_a_surrogate_pair_is_refused_with_its_place(half: str) -> None:
    with pytest.raises(UndecodableTextError, match=rf"U\+{ord(half):04X}\) stands at 3"):
        check_text("😀ab" + half)


def test_many_control_characters_are_refused_with_the_first_place() -> None:
    with pytest.raises(BinaryFileError, match="5 control characters, the first at 1"):
        check_text("a\x01\x02\x03\x04\x05")
