"""The endpoints of publishers, sources, snapshots and sentences: lists and details, read only."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.viewsets import ReadOnlyModelViewSet

from sources.api.filters import PublisherFilters, SentenceFilters, SnapshotFilters, SourceFilters
from sources.api.problems import describe_resource
from sources.api.serializers import (
    PublisherSerializer,
    SentenceSerializer,
    SnapshotSerializer,
    SnapshotWithTextSerializer,
    SourceSerializer,
)
from sources.models import Publisher, Sentence, Snapshot, Source


class ResourceViewSet(ReadOnlyModelViewSet[Any]):
    """Rows named by their uid, which stands as `id` in their address."""

    lookup_field = "uid"
    lookup_url_kwarg = "id"


@describe_resource("a publisher", "publishers", PublisherSerializer)
class PublisherViewSet(ResourceViewSet):
    """Who puts texts out."""

    queryset = Publisher.objects.all()
    serializer_class = PublisherSerializer
    filterset_class = PublisherFilters


@describe_resource("a source", "sources", SourceSerializer)
class SourceViewSet(ResourceViewSet):
    """Texts by publishers: title, address, kind, language and date, as far as they are known."""

    queryset = Source.objects.select_related("publisher")
    serializer_class = SourceSerializer
    filterset_class = SourceFilters


@describe_resource(
    "a snapshot with its text", "snapshots", SnapshotSerializer, detail=SnapshotWithTextSerializer
)
class SnapshotViewSet(ResourceViewSet):
    """Sources' texts as they were read at one moment; the list leaves the text out."""

    queryset = Snapshot.objects.select_related("source__publisher")
    serializer_class = SnapshotSerializer
    filterset_class = SnapshotFilters

    def get_queryset(self) -> QuerySet[Snapshot]:
        """The text is read only where it is shown."""
        snapshots: QuerySet[Snapshot] = super().get_queryset()
        return snapshots if self.action == "retrieve" else snapshots.defer("text")

    def get_serializer_class(self) -> type[SnapshotSerializer]:
        """The detail shows the text."""
        return SnapshotWithTextSerializer if self.action == "retrieve" else SnapshotSerializer


@describe_resource("a sentence", "sentences", SentenceSerializer)
class SentenceViewSet(ResourceViewSet):
    """Spans of snapshots, with what each does on its page."""

    queryset = Sentence.objects.select_related("snapshot__source__publisher").defer("snapshot__text")
    serializer_class = SentenceSerializer
    filterset_class = SentenceFilters
