"""The admin of the sources: publishers, snapshots and sentences; `claims.admin` registers the sources."""

from sources.admin.publisher import PublisherAdmin
from sources.admin.sentence import SentenceAdmin
from sources.admin.snapshot import SnapshotAdmin
from sources.admin.source import SourceAdmin

__all__ = ["PublisherAdmin", "SentenceAdmin", "SnapshotAdmin", "SourceAdmin"]
