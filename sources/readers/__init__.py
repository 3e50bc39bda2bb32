"""Readers: the bytes of a file turned into its text, one reader a format (PURE)."""

from sources.readers.checking import check_text
from sources.readers.reading import DEFAULT_LIMIT, ReadText
from sources.readers.registry import list_endings, list_media_types, read

__all__ = ["DEFAULT_LIMIT", "ReadText", "check_text", "list_endings", "list_media_types", "read"]
