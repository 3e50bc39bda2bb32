"""What every paragraph does on its page, and the dateline before its first words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sources.sentences.boundaries import cut_sentences
from sources.sentences.datelines import find_lead_end
from sources.sentences.paragraphs import Paragraph, Shape
from sources.sentences.spans import Role

_ENDED = re.compile(r"""[.!?…:;,。！？।॥؟۔።։။‽][)\]}"'”’»›」』）】*_]*\Z""")
_ASKS = re.compile(r"""[!?？！؟]["'”’»]?\Z""")
_ROLES = {Shape.ITEM: Role.LIST_ITEM, Shape.FURNITURE: Role.FURNITURE, Shape.DATE: Role.DATELINE}
# Longest headline and subhead, in characters: longer lines without a full stop are paragraphs that lost it.
_LONGEST_HEADLINE = 140
_LONGEST_SUBHEAD = 100
# A run of this many short lines is a table or a list, not a run of subheads.
_TABLE = 4
# Fewer words than this above another heading name the section, not the story.
_SHORTEST_HEADLINE = 5


class Part(NamedTuple):
    """A paragraph, or its dateline, with its role."""

    start: int
    end: int
    role: Role


def list_parts(text: str, paragraphs: list[Paragraph]) -> Iterator[Part]:
    """Every paragraph with its role; a dateline that leads a paragraph becomes a part of its own."""
    roles = _name_roles(text, paragraphs)
    opens_report = True
    for paragraph, role in zip(paragraphs, roles, strict=True):
        start = paragraph.start
        if role is Role.BODY:
            body = find_lead_end(text, start, paragraph.end, opens_report=opens_report)
            if body > start:
                yield Part(start, body, Role.DATELINE)
                start = body + _count_blank(text, body)
            opens_report = False
        yield Part(start, paragraph.end, role)


def _count_blank(text: str, at: int) -> int:
    """Count the white space at a place."""
    end = at
    while text[end].isspace():
        end += 1
    return end - at


def _name_roles(text: str, paragraphs: list[Paragraph]) -> list[Role]:
    """The role of every paragraph, in order."""
    roles = [_ROLES.get(paragraph.shape, Role.BODY) for paragraph in paragraphs]
    run: list[int] = []
    opening = True
    for place, (paragraph, role) in enumerate(zip(paragraphs, roles, strict=True)):
        if role in {Role.FURNITURE, Role.DATELINE}:
            continue
        if role is Role.BODY and _looks_like_heading(text, paragraph, opening=opening and not run):
            run.append(place)
            continue
        _name_headings(text, paragraphs, roles, run, opening=opening)
        run, opening = [], False
    return roles


def _name_headings(
    text: str, paragraphs: list[Paragraph], roles: list[Role], run: list[int], *, opening: bool
) -> None:
    """Name the heading-like paragraphs of a run that text follows."""
    if opening and run:
        headline = next((place for place in run if _is_whole(text, paragraphs[place])), run[0])
        run = [place for place in run if place <= headline or len(run) < _TABLE]
        for place in run:
            roles[place] = Role.SUBHEAD
        roles[headline] = Role.HEADLINE
        return
    for place in run:
        marked = paragraphs[place].shape is Shape.MARKED_HEADING
        short = paragraphs[place].end - paragraphs[place].start <= _LONGEST_SUBHEAD
        if marked or (short and len(run) < _TABLE):
            roles[place] = Role.SUBHEAD


def _is_whole(text: str, paragraph: Paragraph) -> bool:
    """Whether a heading has the words of a headline and not only those of a section's name."""
    words = text[paragraph.start : paragraph.end].split()
    return paragraph.shape is Shape.MARKED_HEADING or len(words) >= _SHORTEST_HEADLINE


def _looks_like_heading(text: str, paragraph: Paragraph, *, opening: bool) -> bool:
    """Whether a paragraph is short and without a full stop; the headline may also ask or exclaim."""
    if paragraph.shape is Shape.MARKED_HEADING:
        return True
    if paragraph.end - paragraph.start > _LONGEST_HEADLINE or text[paragraph.start].islower():
        return False
    tail = text[max(paragraph.start, paragraph.end - 8) : paragraph.end]
    if _ENDED.search(tail) and not (opening and _ASKS.search(tail)):
        return False
    return sum(1 for _ in cut_sentences(text, paragraph.start, paragraph.end)) == 1
