"""What a client says of speakers, subjects and statistics."""

from rest_framework import serializers

from claims.models import Speaker, Statistic, Subject
from sources.api.strict import KnownFields


class SpeakerChanges(KnownFields, serializers.ModelSerializer[Speaker]):
    """A speaker's name."""

    class Meta:
        model = Speaker
        fields = ["name"]


class SubjectChanges(KnownFields, serializers.ModelSerializer[Subject]):
    """A subject's kind and name."""

    class Meta:
        model = Subject
        fields = ["kind", "name"]


class StatisticChanges(KnownFields, serializers.ModelSerializer[Statistic]):
    """A statistic's name and what exactly it measures; the unit by its code."""

    class Meta:
        model = Statistic
        fields = ["name", "definition", "unit", "denominator"]
