"""What the API shows of verdicts and of the evidence that they rest on."""

from rest_framework import serializers

from claims.api.serializers.briefs import ClaimBriefSerializer
from claims.models import Evidence, Verdict
from sources.api.fields import DetailLink, ListLink, Uid
from sources.api.json_rows import RowsOf
from sources.api.serializers import SentenceBriefSerializer
from sources.api.shapes import ShapedSerializer


class VerdictBriefSerializer(serializers.ModelSerializer[Verdict]):
    """A verdict as its evidence names it."""

    id = Uid()

    class Meta:
        model = Verdict
        fields = ["id", "outcome", "number"]
        read_only_fields = fields


class EvidenceSerializer(ShapedSerializer):
    """A sentence on the record, or a link, and what it does for the claim. Never changed."""

    id = Uid()
    url = DetailLink("evidence-detail")
    verdict = VerdictBriefSerializer(read_only=True)
    claim = ClaimBriefSerializer(source="verdict.claim", read_only=True)
    sentence = SentenceBriefSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Evidence
        fields = ["id", "url", "verdict", "claim", "stance", "sentence", "link", "note"]
        read_only_fields = fields


class VerdictExpandedSerializer(serializers.Serializer[Verdict]):
    """Rows around a verdict in full, those that `?expand=` names."""

    evidence = RowsOf(child=EvidenceSerializer(), select=Evidence.objects.with_context, owner="verdict")


class VerdictSerializer(ShapedSerializer):
    """What a person found of a claim's truth, and why. Never changed: a newer one supersedes it."""

    id = Uid()
    url = DetailLink("verdict-detail")
    claim = ClaimBriefSerializer(read_only=True)
    by = serializers.CharField(source="by.username", read_only=True, help_text="Who found so.")
    current = serializers.BooleanField(read_only=True, help_text="Whether no newer one supersedes it.")
    confirmed_by = serializers.CharField(
        source="confirmation.by.username",
        read_only=True,
        allow_null=True,
        help_text="The second person who stands by it, or null.",
    )
    confirmed_at = serializers.DateTimeField(
        source="confirmation.at", read_only=True, allow_null=True, help_text="Since when, or null."
    )
    published = serializers.BooleanField(
        read_only=True, help_text="Whether it may be shown as the record's own."
    )
    evidence = ListLink("evidence-list", parameter="verdict")
    expanded = VerdictExpandedSerializer(source="*", required=False)

    class Meta:
        model = Verdict
        fields = [
            "id",
            "url",
            "claim",
            "number",
            "outcome",
            "rationale",
            "as_of",
            "by",
            "at",
            "current",
            "confirmed_by",
            "confirmed_at",
            "published",
            "evidence_count",
            "evidence",
            "expanded",
        ]
        read_only_fields = fields
