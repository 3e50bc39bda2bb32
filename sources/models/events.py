"""The audit trails of publishers and sources."""

from sources.models.audit import keep_events
from sources.models.publisher import Publisher
from sources.models.source import Source

PublisherEvent = keep_events(Publisher, leave_out=("updated_at",))
SourceEvent = keep_events(Source, leave_out=("updated_at",))
