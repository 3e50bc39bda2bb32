"""Extraction: every figure of a text, told apart into claims and all else, with exact offsets (PURE).

`find(text)` works alone; `python -m claims.extraction` is its command-line face.
"""

from claims.extraction.find import find
from claims.extraction.findings import Assertion, FoundFigure
from claims.extraction.version import VERSION

__all__ = ["VERSION", "Assertion", "FoundFigure", "find"]
