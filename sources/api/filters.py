"""How the lists of publishers, sources, snapshots and sentences can be narrowed down."""

from django_filters import rest_framework as filters

from sources.api.filter_kinds import (
    ChangeFilters,
    CodeFilter,
    CreationFilters,
    LanguageFilter,
    NameFilter,
    NameSearchFilter,
    SearchFilter,
    SourceFilter,
    UidFilter,
)
from sources.api.moments import DayFilter, MomentFilter
from sources.api.planned import TextFilter
from sources.models import Publisher, Sentence, Snapshot, Source


class PublisherFilters(ChangeFilters):
    """Publishers by name."""

    name = TextFilter(lookup_expr="icontains", label="Words in the name.")
    search = NameSearchFilter()

    class Meta:
        model = Publisher
        fields: list[str] = []


class SourceFilters(CreationFilters, ChangeFilters):
    """Sources by who, what and when."""

    publisher = NameFilter(field_name="publisher", label="The publisher's id, or words in its name.")
    slug = TextFilter(label="The slug, exactly.")
    title = TextFilter(lookup_expr="icontains", label="Words in the title.")
    kind = CodeFilter(codes=Source.Kind, label="What sort of text it is.")
    language = LanguageFilter(field_name="language")
    published_after = DayFilter(
        field_name="published_on", lookup_expr="gte", label="Published on this day or later."
    )
    published_before = DayFilter(
        field_name="published_on", lookup_expr="lte", label="Published on this day or earlier."
    )

    class Meta:
        model = Source
        fields: list[str] = []


class SnapshotFilters(filters.FilterSet):
    """Snapshots by source, hash and moment."""

    source = SourceFilter(field_name="source", label="The source's id or slug.")
    publisher = NameFilter(field_name="source__publisher", label="The publisher's id, or words in its name.")
    bytes_sha256 = TextFilter(label="SHA-256 of the bytes, in hexadecimal.")
    text_sha256 = TextFilter(label="SHA-256 of the text in UTF-8, in hexadecimal.")
    read_after = MomentFilter(field_name="read_at", lookup_expr="gte", label="Read at this moment or later.")
    read_before = MomentFilter(
        field_name="read_at", lookup_expr="lte", label="Read at this moment or earlier."
    )

    class Meta:
        model = Snapshot
        fields: list[str] = []


class SentenceFilters(filters.FilterSet):
    """Sentences by place, role and words."""

    snapshot = UidFilter(field_name="snapshot__uid", label="The snapshot's id.")
    source = SourceFilter(field_name="snapshot__source", label="The source's id or slug.")
    publisher = NameFilter(
        field_name="snapshot__source__publisher", label="The publisher's id, or words in its name."
    )
    role = CodeFilter(codes=Sentence.Role, label="What the sentence does on its page.")
    text = TextFilter(
        lookup_expr="icontains",
        label="Letters in the sentence, in this order, looked for row by row; `search` finds words at once.",
    )
    search = SearchFilter(sentence="pk", label="Words in the sentence, whatever their endings.")

    class Meta:
        model = Sentence
        fields: list[str] = []
