"""The endpoints of publishers, sources, snapshots and sentences: lists and details."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from sources.api.changes import PublisherChanges
from sources.api.filters import PublisherFilters, SentenceFilters, SnapshotFilters, SourceFilters
from sources.api.keyset import Key, read_moment, read_words
from sources.api.problems import describe_resource
from sources.api.resources import CREATED, NAME, UPDATED, ResourceViewSet
from sources.api.serializers import (
    PublisherSerializer,
    SentenceSerializer,
    SnapshotSerializer,
    SnapshotWithTextSerializer,
    SourceSerializer,
)
from sources.api.writing import WritesRows, describe_writing, need_permissions
from sources.models import Publisher, Sentence, Snapshot, Source


@describe_resource("a publisher", "publishers", PublisherSerializer)
@describe_writing("a publisher", PublisherSerializer, PublisherChanges)
class PublisherViewSet(WritesRows, ResourceViewSet):
    """Who puts texts out."""

    queryset = Publisher.objects.all()
    serializer_class = PublisherSerializer
    filterset_class = PublisherFilters
    keys = {"name": NAME, "created": CREATED, "updated": UPDATED}
    change_serializer_class = PublisherChanges
    needs = need_permissions("sources.publisher")


@describe_resource("a source", "sources", SourceSerializer)
class SourceViewSet(ResourceViewSet):
    """Texts by publishers: title, address, kind, language and date, as far as they are known."""

    queryset = Source.objects.all()
    serializer_class = SourceSerializer
    filterset_class = SourceFilters
    keys = {
        "created": CREATED,
        "updated": UPDATED,
        "published": Key(expression=F("published_on"), read=date.fromisoformat, nullable=True),
        "title": Key(expression=F("title"), read=read_words),
    }

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the publisher."""
        return super().show(rows).select_related("publisher")


@describe_resource(
    "a snapshot with its text", "snapshots", SnapshotSerializer, detail=SnapshotWithTextSerializer
)
class SnapshotViewSet(ResourceViewSet):
    """Sources' texts as they were read at one moment; the list leaves the text out."""

    queryset = Snapshot.objects.all()
    serializer_class = SnapshotSerializer
    filterset_class = SnapshotFilters
    keys = {"read": Key(expression=F("read_at"), read=read_moment)}

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The text is read only where it is shown."""
        rows = super().show(rows).select_related("source__publisher")
        return rows if self.action == "retrieve" else rows.defer("text")

    def get_serializer_class(self) -> type[SnapshotSerializer]:
        """The detail shows the text."""
        return SnapshotWithTextSerializer if self.action == "retrieve" else SnapshotSerializer


@describe_resource("a sentence", "sentences", SentenceSerializer)
class SentenceViewSet(ResourceViewSet):
    """Spans of snapshots, with what each does on its page."""

    queryset = Sentence.objects.all()
    serializer_class = SentenceSerializer
    filterset_class = SentenceFilters

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the snapshot, without its text."""
        return super().show(rows).select_related("snapshot__source__publisher").defer("snapshot__text")
