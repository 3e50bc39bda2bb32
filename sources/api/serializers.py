"""What the API shows of publishers, sources, snapshots and sentences."""

from rest_framework import serializers

from sources.api.fields import DetailLink, ListLink, Uid
from sources.api.shapes import ShapedSerializer
from sources.models import Publisher, Sentence, Snapshot, Source


class PublisherSerializer(ShapedSerializer):
    """Who puts texts out."""

    id = Uid()
    url = DetailLink("publisher-detail")
    sources = ListLink("source-list", parameter="publisher")

    class Meta:
        model = Publisher
        fields = ["id", "url", "name", "home_page", "sources", "created_at", "updated_at"]
        read_only_fields = fields


class PublisherBriefSerializer(serializers.ModelSerializer[Publisher]):
    """A publisher as another resource names it."""

    id = Uid()

    class Meta:
        model = Publisher
        fields = ["id", "name"]
        read_only_fields = fields


class PublisherAroundSerializer(serializers.Serializer[Source]):
    """The publisher of a source in full, where `?expand=publisher` asks for it."""

    publisher = PublisherSerializer(required=False, allow_null=True)


class SourceSerializer(ShapedSerializer):
    """A text by a publisher; what is not known is empty or null. Its words are in its snapshots."""

    id = Uid()
    url = DetailLink("source-detail")
    publisher = PublisherBriefSerializer(read_only=True, allow_null=True)
    page_url = serializers.CharField(
        source="url", read_only=True, help_text="Where the publisher put it, or empty."
    )
    snapshots = ListLink("snapshot-list", parameter="source")
    sentences = ListLink("sentence-list", parameter="source")
    figures = ListLink("figure-list", parameter="source")
    claims = ListLink("claim-list", parameter="source")
    expanded = PublisherAroundSerializer(source="*", required=False)

    class Meta:
        model = Source
        fields = [
            "id",
            "url",
            "slug",
            "title",
            "publisher",
            "page_url",
            "kind",
            "language",
            "published_on",
            "reference",
            "snapshots",
            "sentences",
            "figures",
            "claims",
            "created_at",
            "updated_at",
            "expanded",
        ]
        read_only_fields = fields


class SourceBriefSerializer(serializers.ModelSerializer[Source]):
    """A source as another resource names it."""

    id = Uid()
    publisher = PublisherBriefSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Source
        fields = ["id", "slug", "title", "publisher", "published_on"]
        read_only_fields = fields


class SourceAroundSerializer(serializers.Serializer[Snapshot]):
    """The source of a snapshot in full, where `?expand=source` asks for it."""

    source = SourceSerializer(required=False)  # type: ignore[assignment]  # DRF drops it


class SnapshotSerializer(ShapedSerializer):
    """A source's text as it was read at one moment, without the text."""

    id = Uid()
    url = DetailLink("snapshot-detail")
    source = SourceBriefSerializer(read_only=True)  # type: ignore[assignment]  # DRF drops it
    sentences = ListLink("sentence-list", parameter="snapshot")
    figures = ListLink("figure-list", parameter="snapshot")
    claims = ListLink("claim-list", parameter="snapshot")
    expanded = SourceAroundSerializer(source="*", required=False)

    class Meta:
        model = Snapshot
        fields = [
            "id",
            "url",
            "source",
            "number",
            "media_type",
            "encoding",
            "encoding_detected",
            "bytes_sha256",
            "text_sha256",
            "read_at",
            "sentences",
            "figures",
            "claims",
            "expanded",
        ]
        read_only_fields = fields


class SnapshotWithTextSerializer(SnapshotSerializer):
    """A source's text as it was read at one moment; offsets count its code points."""

    class Meta(SnapshotSerializer.Meta):
        fields = [*SnapshotSerializer.Meta.fields, "text"]
        read_only_fields = fields


class SnapshotBriefSerializer(serializers.ModelSerializer[Snapshot]):
    """A snapshot as another resource names it."""

    id = Uid()

    class Meta:
        model = Snapshot
        fields = ["id", "number", "text_sha256"]
        read_only_fields = fields


class TextAroundSerializer(serializers.Serializer[Sentence]):
    """The source and the snapshot of a sentence in full, those that `?expand=` names."""

    source = SourceSerializer(source="snapshot.source", required=False)  # type: ignore[assignment]  # DRF drops it
    snapshot = SnapshotSerializer(required=False)


class SentenceSerializer(ShapedSerializer):
    """A sentence: `start` and `end` are offsets in the snapshot's text, in code points."""

    id = Uid()
    url = DetailLink("sentence-detail")
    snapshot = SnapshotBriefSerializer(read_only=True)
    source = SourceBriefSerializer(source="snapshot.source", read_only=True)  # type: ignore[assignment]  # DRF drops it
    figures = ListLink("figure-list", parameter="sentence")
    claims = ListLink("claim-list", parameter="sentence")
    expanded = TextAroundSerializer(source="*", required=False)

    class Meta:
        model = Sentence
        fields = [
            "id",
            "url",
            "snapshot",
            "source",
            "ordinal",
            "start",
            "end",
            "role",
            "text",
            "figures",
            "claims",
            "expanded",
        ]
        read_only_fields = fields


class SentenceBriefSerializer(serializers.ModelSerializer[Sentence]):
    """A sentence as another resource names it."""

    id = Uid()

    class Meta:
        model = Sentence
        fields = ["id", "text", "role", "start", "end"]
        read_only_fields = fields
