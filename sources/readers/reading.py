"""What a reader gives, and what a reader is."""

from collections.abc import Callable
from dataclasses import dataclass

# 10 MiB: a book of two million words; larger files are data, not texts.
DEFAULT_LIMIT = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """The text of a file, line ends as they were; a byte-order mark is not part of it.

    encoding: its name as Python knows it, lower-case.
    encoding_detected: the encoding is a guess from the bytes, neither declared nor proved.
    """

    text: str
    encoding: str
    encoding_detected: bool
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format: its media types, its file endings (".txt"; "" for none) and how it is read."""

    media_types: tuple[str, ...]
    endings: tuple[str, ...]
    read: Callable[[bytes, str | None], ReadText]
