"""What the API shows of figures, claims, speakers, subjects, statistics and reviews."""

from typing import Any

from rest_framework import serializers

from claims.api.briefs import ClaimBriefSerializer
from claims.api.fields import DifferenceField, PlainNumber, UnitSerializer
from claims.api.verdict_serializers import VerdictSerializer
from claims.measures.quantity import Comparator
from claims.models import Claim, Figure, Review, Speaker, Statistic, Subject, Verdict
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


class SpeakerSerializer(ShapedSerializer):
    """Who made claims: a person or a body, not the publisher."""

    id = Uid()
    url = DetailLink("speaker-detail")
    claims = ListLink("claim-list", parameter="speaker")

    class Meta:
        model = Speaker
        fields = ["id", "url", "name", "claims", "created_at", "updated_at"]
        read_only_fields = fields


class SpeakerBriefSerializer(serializers.ModelSerializer[Speaker]):
    """A speaker as a claim names it."""

    id = Uid()

    class Meta:
        model = Speaker
        fields = ["id", "name"]
        read_only_fields = fields


class SubjectSerializer(ShapedSerializer):
    """What claims are about: a place, organisation, event or group."""

    id = Uid()
    url = DetailLink("subject-detail")
    claims = ListLink("claim-list", parameter="subject")

    class Meta:
        model = Subject
        fields = ["id", "url", "kind", "name", "claims", "created_at", "updated_at"]
        read_only_fields = fields


class SubjectBriefSerializer(serializers.ModelSerializer[Subject]):
    """A subject as a claim names it."""

    id = Uid()

    class Meta:
        model = Subject
        fields = ["id", "kind", "name"]
        read_only_fields = fields


class StatisticSerializer(ShapedSerializer):
    """The thing measured, with its definition, unit and what a share of it is a share of."""

    id = Uid()
    url = DetailLink("statistic-detail")
    unit = UnitSerializer(read_only=True, allow_null=True)
    claims = ListLink("claim-list", parameter="statistic")

    class Meta:
        model = Statistic
        fields = [
            "id",
            "url",
            "name",
            "definition",
            "unit",
            "denominator",
            "claims",
            "created_at",
            "updated_at",
        ]
        read_only_fields = fields


class StatisticBriefSerializer(serializers.ModelSerializer[Statistic]):
    """A statistic as a claim names it."""

    id = Uid()

    class Meta:
        model = Statistic
        fields = ["id", "name"]
        read_only_fields = fields


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


class ReviewSerializer(ShapedSerializer):
    """One move of a claim's status: who, when, from what to what, and why. Never changed."""

    id = Uid()
    url = DetailLink("review-detail")
    claim = ClaimBriefSerializer(read_only=True)
    difference = DifferenceField(
        read_only=True, allow_null=True, help_text="What a correction, or its undo, changed; else null."
    )
    by = serializers.CharField(source="by.username", read_only=True, help_text="Who moved it.")

    class Meta:
        model = Review
        fields = [
            "id",
            "url",
            "claim",
            "number",
            "action",
            "from_status",
            "to_status",
            "difference",
            "reason",
            "by",
            "at",
        ]
        read_only_fields = fields


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
