"""What the API shows of verdicts and of the evidence that they rest on."""

from rest_framework import serializers

from claims.api.serializers import ClaimBriefSerializer
from claims.models import Evidence, Verdict
from sources.api.fields import DetailLink, ListLink, Uid
from sources.api.serializers import SentenceBriefSerializer


class VerdictSerializer(serializers.ModelSerializer[Verdict]):
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
        ]
        read_only_fields = fields


class VerdictBriefSerializer(serializers.ModelSerializer[Verdict]):
    """A verdict as its evidence names it."""

    id = Uid()

    class Meta:
        model = Verdict
        fields = ["id", "outcome", "number"]
        read_only_fields = fields


class EvidenceSerializer(serializers.ModelSerializer[Evidence]):
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
