"""A sentence as a span of its text."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a sentence does on its page."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"
    DATELINE = "dateline"
    FURNITURE = "furniture"
    LIST_ITEM = "list_item"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceSpan:
    """The span `[start, end)` of one sentence of a text, in code points, without white space around it."""

    start: int
    end: int
    role: Role
