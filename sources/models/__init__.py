"""Rows of the sources, one file a model."""

from sources.models.publisher import Publisher
from sources.models.sentence import Sentence
from sources.models.snapshot import Snapshot
from sources.models.source import Source

__all__ = ["Publisher", "Sentence", "Snapshot", "Source"]
