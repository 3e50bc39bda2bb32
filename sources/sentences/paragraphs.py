"""The lines of a text, named by what they look like and joined where a line break only wraps a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from sources.sentences.abbreviations import ABBREVIATIONS, Abbreviation
from sources.sentences.datelines import is_date_line
from sources.sentences.furniture import is_furniture

_ITEM = re.compile(
    r"(?:[•‣◦▪●○■□➢✓]\s*|(?:[-*·–—]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,4}\)|\[\d{1,3}\])\s+)(?=\S)"
)
_MARKED_HEADING = re.compile(r"#{1,6}\s")
_CLOSED = re.compile(r"""[.!?…:;。！？।॥؟۔።։။‽][)\]}"'”’»›」』）】*_]*\Z""")
_GOES_ON = re.compile(
    r"(?:[,–—-]|\b(?i:a|an|the|of|in|on|at|to|by|for|from|with|and|or|as|that|which|who|is|are|was|were|has|have|had))\Z"
)
_FIRST_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]|\S+")
# A column of hard-wrapped text: mail and terminals wrap at 65 to 80, wide editors at up to 120.
_WIDEST_COLUMN = 130
_LONGEST_ABBREVIATION = 12
# Below this many characters a line is an entry of its own even when the next one starts small.
_SHORTEST_WRAPPED = 25


class Shape(Enum):
    """What a line looks like, before its neighbours are known."""

    TEXT = auto()
    ITEM = auto()
    MARKED_HEADING = auto()
    FURNITURE = auto()
    DATE = auto()


class Paragraph(NamedTuple):
    """The span `[start, end)` of one paragraph, without white space around it."""

    start: int
    end: int
    shape: Shape
    lines: int


@dataclass(slots=True, kw_only=True)
class _Line:
    """One visible line of a block, at `start`, without white space around it."""

    start: int
    words: str
    shape: Shape


def find_paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a text in order; a blank line always ends one."""
    column = 0
    for block in _split_blocks(text):
        if len(block) == 1:
            yield _make_paragraph(block)
            continue
        _name_items(block)
        column = max(column, _measure_column(block))
        yield from _join(block, column)


def _split_blocks(text: str) -> Iterator[list[_Line]]:
    """The runs of lines between blank lines."""
    block: list[_Line] = []
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + len(line) - len(line.lstrip())
            block.append(_Line(start=start, words=words, shape=_name_shape(words)))
        elif block:
            yield block
            block = []
        at += len(line)
    if block:
        yield block


def _name_shape(words: str) -> Shape:
    """Name what a line looks like by itself."""
    if is_furniture(words):
        return Shape.FURNITURE
    if is_date_line(words):
        return Shape.DATE
    if _MARKED_HEADING.match(words):
        return Shape.MARKED_HEADING
    return Shape.ITEM if _ITEM.match(words) else Shape.TEXT


def _name_items(block: list[_Line]) -> None:
    """Call a line text again where its marker is only a number or a dash that happened to come first."""
    for before, line, after in zip(block, block[1:], [*block[2:], None], strict=False):
        if line.shape is Shape.ITEM and before.shape is Shape.TEXT:
            in_a_list = after is not None and after.shape is Shape.ITEM
            if not in_a_list and not _is_closed(before) and line.words[0] in "-–—·*0123456789":
                line.shape = Shape.TEXT


def _measure_column(block: list[_Line]) -> int:
    """The width a block is wrapped at, or 0 when its lines are paragraphs."""
    width = max(len(line.words) for line in block)
    if width > _WIDEST_COLUMN:
        return 0
    pairs = list(pairwise(block))
    if any(_starts_small(after) and not _is_closed(before) for before, after in pairs):
        return width
    caseless = all(not _has_case(line.words[0]) for line in block)
    if caseless and len(block) > 2 and all(not _would_fit(before, after, width) for before, after in pairs):
        return width
    return 0


def _join(block: list[_Line], column: int) -> Iterator[Paragraph]:
    """The paragraphs of a block, lines of one wrapped sentence together."""
    width = max(column, *(len(line.words) for line in block))
    run = block[:1]
    for line in block[1:]:
        if _continues(run[-1], line, width, wrapped=0 < column == width):
            run.append(line)
        else:
            yield _make_paragraph(run)
            run = [line]
    yield _make_paragraph(run)


def _make_paragraph(run: list[_Line]) -> Paragraph:
    """Make one paragraph of the lines of a run."""
    end = run[-1].start + len(run[-1].words)
    return Paragraph(run[0].start, end, run[0].shape, len(run))


def _continues(before: _Line, line: _Line, width: int, *, wrapped: bool) -> bool:
    """Whether a line carries on the sentence or the paragraph of the line before it."""
    if line.shape is not Shape.TEXT or before.shape not in {Shape.TEXT, Shape.ITEM}:
        return False
    full = not _would_fit(before, line, width)
    if _is_closed(before):
        return wrapped and full
    if before.words.endswith("."):
        return True  # a title: its name is on the next line
    goes_on = _GOES_ON.search(before.words[-8:]) is not None
    if _starts_small(line):
        return goes_on or len(before.words) >= _SHORTEST_WRAPPED
    return full and (wrapped or (goes_on and len(before.words) >= _SHORTEST_WRAPPED))


def _is_closed(line: _Line) -> bool:
    """Whether a line ends like a sentence; a title's full stop ("Mr.") is no end."""
    if not _CLOSED.search(line.words[-8:]):
        return False
    last = line.words[-_LONGEST_ABBREVIATION:].split()[-1].lstrip("(\"'“‘").removesuffix(".")
    return ABBREVIATIONS.get(last) is not Abbreviation.NEVER_LAST


def _would_fit(before: _Line, line: _Line, width: int) -> bool:
    """Whether the first word of a line had room on the line before: then the break was meant."""
    word = _FIRST_WORD.match(line.words)
    return len(before.words) + 1 + (word.end() if word else 0) <= width


def _starts_small(line: _Line) -> bool:
    """Whether a line of text begins with a lower-case letter."""
    return line.shape is Shape.TEXT and line.words[0].islower()


def _has_case(letter: str) -> bool:
    """Whether a letter's script has capitals, or it is no letter at all."""
    return not letter.isalpha() or letter.lower() != letter.upper()
