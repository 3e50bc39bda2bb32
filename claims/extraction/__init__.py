"""Extraction: every figure of a text, told apart into claims and all else, with exact offsets (PURE).

`find(text)` works alone; `python -m claims.extraction` is its command-line face. Whom a name means is told
over many texts: `find_fuller` and what it rests on are for whoever keeps the names.
"""

from claims.extraction.attribution.identity import find_fuller, is_short_form, split_rank
from claims.extraction.find import find
from claims.extraction.findings import Assertion, FoundFigure
from claims.extraction.version import VERSION

__all__ = ["VERSION", "Assertion", "FoundFigure", "find", "find_fuller", "is_short_form", "split_rank"]
