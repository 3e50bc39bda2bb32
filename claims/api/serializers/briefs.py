"""A claim as rows about it name it."""

from rest_framework import serializers

from claims.models import Claim
from sources.api.fields import Uid


class ClaimBriefSerializer(serializers.ModelSerializer[Claim]):
    """A claim as its review names it."""

    id = Uid()

    class Meta:
        model = Claim
        fields = ["id", "quote"]
        read_only_fields = fields
