"""The lines of a text, joined where a line break only wraps a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The span `[start, end)` of one paragraph, without surrounding white space."""

    start: int
    end: int


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Give the paragraphs of a text in order."""
    at = 0
    for line in text.splitlines(keepends=True):
        visible = line.strip()
        if visible:
            start = at + line.index(visible[0])
            yield Paragraph(start=start, end=start + len(visible))
        at += len(line)
