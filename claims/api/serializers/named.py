"""What the API shows of what a claim names: speakers, subjects and statistics."""

from rest_framework import serializers

from claims.api.fields import UnitSerializer
from claims.models import Speaker, Statistic, Subject
from sources.api.fields import DetailLink, ListLink, Uid
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
