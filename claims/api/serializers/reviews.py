"""What the API shows of the moves of a claim's status."""

from rest_framework import serializers

from claims.api.fields import DifferenceField
from claims.api.serializers.briefs import ClaimBriefSerializer
from claims.models import Review
from sources.api.fields import DetailLink, Uid
from sources.api.shapes import ShapedSerializer


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
