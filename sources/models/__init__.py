"""Rows of the sources, one file a model; importing this package also makes their audit trails."""

from sources.models.events import PublisherEvent, SourceEvent
from sources.models.publisher import Publisher
from sources.models.sentence import Sentence
from sources.models.snapshot import Snapshot
from sources.models.source import Source

__all__ = ["Publisher", "PublisherEvent", "Sentence", "Snapshot", "Source", "SourceEvent"]
