"""A sentence as a span of its text."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a sentence does on its page."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"
    DATELINE = "dateline"
    FURNITURE = "furniture"
    LIST_ITEM = "list_item"


class SentenceSpan(NamedTuple):
    """The span `[start, end)` of one sentence of a text, in code points, without white space around it.

    A named tuple: a long text has thousands, and a frozen dataclass takes twice as long to make.
    """

    start: int
    end: int
    role: Role
