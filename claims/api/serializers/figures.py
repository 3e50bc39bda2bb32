"""What the API shows of figures."""

from rest_framework import serializers

from claims.models import Figure
from sources.api.fields import DetailLink, Uid
from sources.api.serializers import (
    SentenceBriefSerializer,
    SnapshotBriefSerializer,
    SnapshotSerializer,
    SourceBriefSerializer,
    SourceSerializer,
)
from sources.api.shapes import ShapedSerializer


class FigureExpandedSerializer(serializers.Serializer[Figure]):
    """The source and the snapshot of a figure in full, those that `?expand=` names."""

    source = SourceSerializer(source="sentence.snapshot.source", required=False)  # type: ignore[assignment]  # DRF drops it
    snapshot = SnapshotSerializer(source="sentence.snapshot", required=False)


class FigureSerializer(ShapedSerializer):
    """A numeric expression of a sentence, what it turned out to be and what decided that."""

    id = Uid()
    url = DetailLink("figure-detail")
    sentence = SentenceBriefSerializer(read_only=True)
    snapshot = SnapshotBriefSerializer(source="sentence.snapshot", read_only=True)
    source = SourceBriefSerializer(source="sentence.snapshot.source", read_only=True)  # type: ignore[assignment]  # DRF drops it
    claim = serializers.UUIDField(
        source="claim_uid", read_only=True, allow_null=True, help_text="The id of what it claims, or null."
    )
    decided_by = serializers.CharField(
        source="decided_by.username", read_only=True, allow_null=True, help_text="Who decided, or null."
    )
    expanded = FigureExpandedSerializer(source="*", required=False)

    class Meta:
        model = Figure
        fields = [
            "id",
            "url",
            "surface",
            "start",
            "end",
            "sentence",
            "snapshot",
            "source",
            "disposition",
            "rule",
            "claim",
            "extractor",
            "decided_by",
            "decided_at",
            "created_at",
            "expanded",
        ]
        read_only_fields = fields


class FigureBriefSerializer(serializers.ModelSerializer[Figure]):
    """A figure as its claim names it."""

    id = Uid()

    class Meta:
        model = Figure
        fields = ["id", "surface", "start", "end", "rule"]
        read_only_fields = fields
