"""What the API shows of claims."""

from typing import Any

from rest_framework import serializers

from claims.api.fields import PlainNumber, UnitSerializer
from claims.api.serializers.figures import FigureBriefSerializer
from claims.api.serializers.named import (
    SpeakerBriefSerializer,
    SpeakerSerializer,
    StatisticBriefSerializer,
    StatisticSerializer,
    SubjectBriefSerializer,
    SubjectSerializer,
)
from claims.api.serializers.reviews import ReviewSerializer
from claims.api.serializers.verdicts import VerdictSerializer
from claims.measures.quantity import Comparator
from claims.models import Claim, Review, Verdict
from sources.api.fields import DetailLink, ListLink, Uid
from sources.api.json_rows import RowsOf
from sources.api.serializers import (
    SentenceBriefSerializer,
    SnapshotBriefSerializer,
    SnapshotSerializer,
    SourceBriefSerializer,
    SourceSerializer,
)
from sources.api.shapes import ShapedSerializer


class ValueSerializer(serializers.ModelSerializer[Claim]):
    """The range in which a claim says that the true value lies, as stated; a null bound is open."""

    absent_without = "comparator"
    low = PlainNumber(read_only=True, allow_null=True, help_text="The low bound in plain digits, or null.")
    high = PlainNumber(read_only=True, allow_null=True, help_text="The high bound in plain digits, or null.")
    comparator = serializers.ChoiceField([comparator.value for comparator in Comparator], read_only=True)

    class Meta:
        model = Claim
        fields = [
            "low",
            "high",
            "low_inclusive",
            "high_inclusive",
            "comparator",
            "approximation",
            "significant_digits",
        ]
        read_only_fields = fields

    def to_representation(self, claim: Claim) -> dict[str, Any] | None:  # type: ignore[override]  # null is meant
        """The value; None for a factual claim."""
        return super().to_representation(claim) if claim.comparator else None


class PeriodSerializer(serializers.Serializer[Claim]):
    """When a claim holds, as stated; a day is null where the words do not tell it."""

    absent_without = "period"
    text = serializers.CharField(source="period", read_only=True, help_text="The words.")
    start = serializers.DateField(
        source="period_start", read_only=True, allow_null=True, help_text="The first day."
    )
    end = serializers.DateField(
        source="period_end", read_only=True, allow_null=True, help_text="The last day."
    )

    def to_representation(self, claim: Claim) -> dict[str, Any] | None:  # type: ignore[override]  # null is meant
        """The period; None where none is stated, which is unknown and not "always"."""
        return super().to_representation(claim) if claim.period else None


class ClaimExpandedSerializer(serializers.Serializer[Claim]):
    """Rows around a claim in full, those that `?expand=` names."""

    source = SourceSerializer(source="sentence.snapshot.source", required=False)  # type: ignore[assignment]  # DRF drops it
    snapshot = SnapshotSerializer(source="sentence.snapshot", required=False)
    speaker = SpeakerSerializer(required=False, allow_null=True)
    subject = SubjectSerializer(required=False, allow_null=True)
    statistic = StatisticSerializer(required=False, allow_null=True)
    reviews = RowsOf(child=ReviewSerializer(), select=Review.objects.with_people, owner="claim")
    verdicts = RowsOf(child=VerdictSerializer(), select=Verdict.objects.with_people, owner="claim")


class ClaimSerializer(ShapedSerializer):
    """What one sentence asserts: the exact quote, its meaning, who says so, where it stands in review."""

    id = Uid()
    url = DetailLink("claim-detail")
    prefix = serializers.CharField(
        read_only=True, help_text="The 32 code points before the quote, fewer at the text's start."
    )
    suffix = serializers.CharField(
        read_only=True, help_text="The 32 code points behind the quote, fewer at the text's end."
    )
    sentence = SentenceBriefSerializer(read_only=True)
    snapshot = SnapshotBriefSerializer(source="sentence.snapshot", read_only=True)
    source = SourceBriefSerializer(source="sentence.snapshot.source", read_only=True)  # type: ignore[assignment]  # DRF drops it
    figure = FigureBriefSerializer(read_only=True, allow_null=True)
    value = ValueSerializer(source="*", read_only=True, allow_null=True)
    unit = UnitSerializer(read_only=True, allow_null=True)
    period = PeriodSerializer(source="*", read_only=True, allow_null=True)
    speaker = SpeakerBriefSerializer(read_only=True, allow_null=True)
    subject = SubjectBriefSerializer(read_only=True, allow_null=True)
    statistic = StatisticBriefSerializer(read_only=True, allow_null=True)
    status_by = serializers.CharField(
        source="status_by.username", read_only=True, allow_null=True, help_text="Who moved it last, or null."
    )
    verdict_by = serializers.CharField(
        source="last_verdict.by.username",
        read_only=True,
        allow_null=True,
        help_text="Who gave the verdict, or withdrew it, or null.",
    )
    verdict_at = serializers.DateTimeField(
        source="last_verdict.at", read_only=True, allow_null=True, help_text="When, or null."
    )
    verdict_as_of = serializers.DateField(
        source="last_verdict.as_of",
        read_only=True,
        allow_null=True,
        help_text="The day up to which it was looked into, or null.",
    )
    verdict_published = serializers.BooleanField(
        read_only=True, help_text="Whether the verdict may be shown as the record's own."
    )
    created_by = serializers.CharField(
        source="created_by.username",
        read_only=True,
        allow_null=True,
        help_text="Who made it by hand, or null.",
    )
    reviews = ListLink("review-list", parameter="claim")
    verdicts = ListLink("verdict-list", parameter="claim")
    expanded = ClaimExpandedSerializer(source="*", required=False)

    class Meta:
        model = Claim
        fields = [
            "id",
            "url",
            "kind",
            "quote",
            "prefix",
            "suffix",
            "start",
            "end",
            "sentence",
            "snapshot",
            "source",
            "figure",
            "value",
            "unit",
            "noun",
            "denominator",
            "scope",
            "direction",
            "modality",
            "period",
            "speaker",
            "voice",
            "subject",
            "statistic",
            "status",
            "status_by",
            "status_at",
            "reviews",
            "verdict",
            "verdict_by",
            "verdict_at",
            "verdict_as_of",
            "verdict_published",
            "verdicts",
            "extractor",
            "created_by",
            "created_at",
            "updated_at",
            "version",
            "expanded",
        ]
        read_only_fields = fields
