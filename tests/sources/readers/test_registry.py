"""Which reader reads what, and what is refused before reading."""

import pytest

from sources.errors import EmptyTextError, SourcesError, TooLargeError, UnknownFormatError
from sources.readers import DEFAULT_LIMIT, list_endings, read


@pytest.mark.parametrize(
    "name", ["", "note", "note.txt", "NOTE.TXT", "folder.v2/note", "a.text", "a.b.md", ".notes"]
)
def test_plain_text_is_read_by_its_ending(name: str) -> None:
    assert read(b"It rains.", name=name).text == "It rains."


@pytest.mark.parametrize("ending", [".docx", ".html", ".pdf", ".xyz"])
def test_unknown_ending_is_refused_and_the_known_ones_are_named(ending: str) -> None:
    with pytest.raises(UnknownFormatError) as refusal:
        read(b"It rains.", name="note" + ending)
    assert "note" + ending in str(refusal.value)
    assert all(known in str(refusal.value) for known in [".md", ".text", ".txt"])


def test_media_type_goes_before_the_ending() -> None:
    assert read(b"It rains.", name="note.docx", media_type="Text/Plain; charset=utf-8").text == "It rains."


def test_media_type_that_says_nothing_leaves_it_to_the_ending() -> None:
    assert read(b"It rains.", name="note.txt", media_type="application/octet-stream").text == "It rains."


def test_unknown_media_type_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(UnknownFormatError, match=r"image/png.*text/markdown, text/plain"):
        read(b"It rains.", name="note.txt", media_type="image/png")


def test_file_over_the_limit_is_refused_with_size_and_limit() -> None:
    with pytest.raises(TooLargeError, match=r"note\.txt has more bytes than the limit of 1,000"):
        read(b"a" * 1001, name="note.txt", limit=1000)


def test_file_at_the_limit_is_read() -> None:
    assert len(read(b"a" * 1000, limit=1000).text) == 1000


def test_default_limit_is_ten_mebibytes() -> None:
    assert DEFAULT_LIMIT == 10_485_760


def test_endings_are_in_order() -> None:
    assert list_endings() == [".md", ".text", ".txt"]


def test_every_refusal_is_one_kind_of_error_with_its_own_code() -> None:
    kinds = [SourcesError, *SourcesError.__subclasses__()]
    assert EmptyTextError in kinds
    assert len({error.code for error in kinds}) == len(kinds)
