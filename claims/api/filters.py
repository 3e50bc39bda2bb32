"""How the lists of figures, claims, speakers, subjects, statistics and reviews can be narrowed down."""

from django.core.exceptions import ValidationError
from django_filters import rest_framework as filters

from claims.api.value_filters import ValueFilter, read_above, read_below, read_between, read_point
from claims.codelists import Disposition, Kind, Voice
from claims.measures.quantity import Comparator
from claims.measures.units import is_unit
from claims.models import Claim, Figure, Review, Speaker, Statistic, Subject
from claims.review import Action, Status
from claims.verdicts import Outcome
from sources.api.filters import CodeFilter, NameFilter, SourceFilter


def check_unit(code: str) -> None:
    """Refuse a unit that no claim can have; raises ValidationError."""
    if not is_unit(code):
        message = "“%(code)s” is no unit code: write one such as percent, kilometre or USD."
        raise ValidationError(message, code="unknown_unit", params={"code": code})


class FigureFilters(filters.FilterSet):
    """Figures by place and by what they turned out to be."""

    disposition = CodeFilter(codes=Disposition, label="What the figure turned out to be.")
    rule = filters.CharFilter(label="The name of the rule that decided it.")
    sentence = filters.UUIDFilter(field_name="sentence__uid", label="The sentence's id.")
    snapshot = filters.UUIDFilter(field_name="sentence__snapshot__uid", label="The snapshot's id.")
    source = SourceFilter(field_name="sentence__snapshot__source", label="The source's id or slug.")
    extractor = filters.CharFilter(label="The extractor's version.")

    class Meta:
        model = Figure
        fields: list[str] = []


class ClaimFilters(filters.FilterSet):
    """Claims by where they stand, who says so, what about, and which values they allow."""

    status = CodeFilter(codes=Status, label="Where the claim stands in review.")
    verdict = CodeFilter(codes=Outcome, label="What its verdict is; `unchecked` where it has none.")
    kind = CodeFilter(codes=Kind, label="Whether it states a number.")
    unit = filters.CharFilter(validators=[check_unit], label="The unit's code, such as percent or USD.")
    comparator = CodeFilter(codes=Comparator, label="How the number bounds the value.")
    noun = filters.CharFilter(lookup_expr="icontains", label="Words in what is counted or measured.")
    voice = CodeFilter(codes=Voice, label="How the speaker's words are given.")
    sentence = filters.UUIDFilter(field_name="sentence__uid", label="The sentence's id.")
    snapshot = filters.UUIDFilter(field_name="sentence__snapshot__uid", label="The snapshot's id.")
    source = SourceFilter(field_name="sentence__snapshot__source", label="The source's id or slug.")
    publisher = NameFilter(
        field_name="sentence__snapshot__source__publisher", label="The publisher's id, or words in its name."
    )
    speaker = NameFilter(field_name="speaker", label="The speaker's id, or words in its name.")
    subject = NameFilter(field_name="subject", label="The subject's id, or words in its name.")
    statistic = NameFilter(field_name="statistic", label="The statistic's id, or words in its name.")
    value_contains = ValueFilter(read=read_point, label="The stated range holds this number.")
    value_overlaps = ValueFilter(
        read=read_between, label="The stated range shares a value with this one: 20,30 or 20, or ,30."
    )
    value_above = ValueFilter(read=read_above, label="The stated range reaches above this number.")
    value_below = ValueFilter(read=read_below, label="The stated range reaches below this number.")
    published_after = filters.DateFilter(
        field_name="sentence__snapshot__source__published_on",
        lookup_expr="gte",
        label="The source was published on this day or later.",
    )
    published_before = filters.DateFilter(
        field_name="sentence__snapshot__source__published_on",
        lookup_expr="lte",
        label="The source was published on this day or earlier.",
    )
    created_after = filters.IsoDateTimeFilter(
        field_name="created_at", lookup_expr="gte", label="On the record at this moment or later."
    )
    created_before = filters.IsoDateTimeFilter(
        field_name="created_at", lookup_expr="lte", label="On the record at this moment or earlier."
    )
    updated_since = filters.IsoDateTimeFilter(
        field_name="updated_at", lookup_expr="gte", label="Made or changed at this moment or later."
    )
    updated_before = filters.IsoDateTimeFilter(
        field_name="updated_at", lookup_expr="lte", label="Made or last changed at this moment or earlier."
    )

    class Meta:
        model = Claim
        fields: list[str] = []


class SpeakerFilters(filters.FilterSet):
    """Speakers by name."""

    name = filters.CharFilter(lookup_expr="icontains", label="Words in the name.")

    class Meta:
        model = Speaker
        fields: list[str] = []


class SubjectFilters(filters.FilterSet):
    """Subjects by kind and name."""

    kind = CodeFilter(codes=Subject.Kind, label="What sort of thing it is.")
    name = filters.CharFilter(lookup_expr="icontains", label="Words in the name.")

    class Meta:
        model = Subject
        fields: list[str] = []


class StatisticFilters(filters.FilterSet):
    """Statistics by name and unit."""

    name = filters.CharFilter(lookup_expr="icontains", label="Words in the name.")
    unit = filters.CharFilter(validators=[check_unit], label="The unit's code, such as percent or USD.")

    class Meta:
        model = Statistic
        fields: list[str] = []


class ReviewFilters(filters.FilterSet):
    """Reviews by claim, person, move and moment."""

    claim = filters.UUIDFilter(field_name="claim__uid", label="The claim's id.")
    by = filters.CharFilter(field_name="by__username", label="The reviewer's username.")
    action = CodeFilter(codes=Action, label="What the reviewer did.")
    from_status = CodeFilter(codes=Status, label="Where the claim stood before.")
    to_status = CodeFilter(codes=Status, label="Where the claim stood after.")
    at_after = filters.IsoDateTimeFilter(field_name="at", lookup_expr="gte", label="At this moment or later.")
    at_before = filters.IsoDateTimeFilter(
        field_name="at", lookup_expr="lte", label="At this moment or earlier."
    )

    class Meta:
        model = Review
        fields: list[str] = []
