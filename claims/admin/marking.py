"""Cuts a text into marked and unmarked pieces (no database, no HTML)."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, Protocol, TypeVar


class Spanned(Protocol):
    """Whatever stands at `[start, end)` of a text, in code points."""

    @property
    def start(self) -> int:
        """Offset of the first code point."""

    @property
    def end(self) -> int:
        """Offset behind the last code point."""


Mark = TypeVar("Mark", bound=Spanned)


class Piece(NamedTuple, Generic[Mark]):
    """Some words of the text with the mark that they carry, if any; `start` is where they stand."""

    start: int
    words: str
    mark: Mark | None

    @property
    def end(self) -> int:
        """Offset behind the last code point."""
        return self.start + len(self.words)


def cut(text: str, marks: Iterable[Mark], *, offset: int = 0) -> list[Piece[Mark]]:
    """The text in pieces, in its order: joined, their words are the text again.

    offset: where the text itself begins, in the counting of the marks. Marks that stand outside are
    left out, marks that stick out are cut off. Where two overlap, the words go to the one that starts
    first and the other keeps the rest.
    """
    return list(_cut(text, sorted(marks, key=lambda mark: (mark.start, mark.end)), offset))


def _cut(text: str, marks: list[Mark], offset: int) -> Iterator[Piece[Mark]]:
    """The pieces of marks in their order."""
    place, behind = offset, offset + len(text)
    for mark in marks:
        start, end = max(mark.start, place), min(mark.end, behind)
        if end <= start:
            continue
        if start > place:
            yield Piece(place, text[place - offset : start - offset], None)
        yield Piece(start, text[start - offset : end - offset], mark)
        place = end
    if place < behind:
        yield Piece(place, text[place - offset :], None)
