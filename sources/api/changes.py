"""What a client says of publishers and sources, in the shape in which they are read."""

from rest_framework import serializers

from sources.api.fields import LanguageTag, Reference
from sources.api.strict import KnownFields
from sources.models import Publisher, Source


class PublisherChanges(KnownFields, serializers.ModelSerializer[Publisher]):
    """A publisher's name and home page."""

    class Meta:
        model = Publisher
        fields = ["name", "home_page"]


class SourceChanges(KnownFields, serializers.ModelSerializer[Source]):
    """What is known of a text; its words never change."""

    publisher = Reference(
        Publisher, required=False, allow_null=True, help_text="The publisher's id, or null where unknown."
    )
    page_url = serializers.URLField(
        source="url", required=False, allow_blank=True, max_length=2000, help_text="Where it stands."
    )

    language = LanguageTag(allow_blank=True)

    class Meta:
        model = Source
        fields = ["title", "publisher", "page_url", "kind", "language", "published_on", "reference"]
