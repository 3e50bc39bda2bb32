"""How the lists of figures, claims, speakers, subjects, statistics and reviews can be narrowed down."""

from typing import Any

from django.db.models import Q, QuerySet
from django_filters import rest_framework as filters

from claims.api.period_filters import PeriodFilter, read_days, read_span
from claims.api.value_filters import (
    VALUE_PARAMETERS,
    ValueFilter,
    read_above,
    read_below,
    read_between,
    read_point,
)
from claims.codelists import Change, Disposition, Kind, Modality, Voice
from claims.measures.quantity import Comparator
from claims.measures.units import UNITS, Dimension
from claims.models import Claim, Figure, Review, Speaker, Statistic, Subject
from claims.models.base_values import filter_by_unit
from claims.models.statistic import validate_unit
from claims.review import Action, Status
from claims.verdicts import Outcome
from sources.api.filter_kinds import (
    ChangeFilters,
    CodeFilter,
    CreationFilters,
    LanguageFilter,
    NameFilter,
    NameSearchFilter,
    PersonFilter,
    SearchFilter,
    SourceFilter,
    UidFilter,
)
from sources.api.moments import DayFilter, MomentFilter
from sources.api.planned import TextFilter


class UnitFilter(filters.CharFilter):
    """Claims stated in a unit; beside a filter by value it is the unit of the value, and finds any other."""

    def filter(self, rows: QuerySet[Any], code: str) -> QuerySet[Any]:
        """The claims; all of them where the filters by value take the unit into account."""
        given = self.parent.form.cleaned_data
        by_value = any(given.get(name) is not None for name in VALUE_PARAMETERS)
        return filter_by_unit(rows, code) if code and not by_value else rows


class OutcomeFilter(CodeFilter):
    """Claims with a verdict: only accepted ones can have one, which the index of statuses is told."""

    def filter(self, rows: QuerySet[Any], outcome: str) -> QuerySet[Any]:
        """The claims."""
        if outcome and outcome != Outcome.UNCHECKED:
            rows = rows.filter(status=Status.ACCEPTED)
        return super().filter(rows, outcome)


class DimensionFilter(CodeFilter):
    """Claims whose unit measures that."""

    def filter(self, rows: QuerySet[Any], dimension: str) -> QuerySet[Any]:
        """The claims in any unit of the dimension; rates are composed of two units."""
        if not dimension:
            return rows
        codes = [unit.code for unit in UNITS.values() if unit.dimension == dimension]
        if dimension != Dimension.RATE:
            return rows.filter(unit__in=codes)
        return rows.filter(Q(unit__contains="/") & ~Q(unit__in=[code for code in UNITS if "/" in code]))


class FigureFilters(filters.FilterSet):
    """Figures by place and by what they turned out to be."""

    disposition = CodeFilter(codes=Disposition, label="What the figure turned out to be.")
    rule = TextFilter(label="The name of the rule that decided it.")
    sentence = UidFilter(field_name="sentence__uid", label="The sentence's id.")
    snapshot = UidFilter(field_name="sentence__snapshot__uid", label="The snapshot's id.")
    source = SourceFilter(field_name="sentence__snapshot__source", label="The source's id or slug.")
    extractor = TextFilter(label="The extractor's version.")

    class Meta:
        model = Figure
        fields: list[str] = []


class ClaimFilters(CreationFilters, ChangeFilters):
    """Claims by where they stand, who says so, what about, and which values they allow."""

    status = CodeFilter(codes=Status, label="Where the claim stands in review.")
    verdict = OutcomeFilter(codes=Outcome, label="What its verdict is; `unchecked` where it has none.")
    kind = CodeFilter(codes=Kind, label="Whether it states a number.")
    unit = UnitFilter(
        validators=[validate_unit],
        label="The unit's code, such as percent or USD. Beside a filter by value it is the unit of that "
        "value: claims in every other unit of the same measure are found too.",
    )
    dimension = DimensionFilter(codes=Dimension, label="What the unit measures, such as length or money.")
    comparator = CodeFilter(codes=Comparator, label="How the number bounds the value.")
    noun = TextFilter(
        lookup_expr="icontains",
        label="Letters in what is counted or measured, looked for row by row; `search` finds words at once.",
    )
    denominator = TextFilter(
        lookup_expr="icontains",
        label="Letters in what a share or rate is of, looked for row by row; `search` finds words at once.",
    )
    voice = CodeFilter(codes=Voice, label="How the speaker's words are given.")
    sentence = UidFilter(field_name="sentence__uid", label="The sentence's id.")
    snapshot = UidFilter(field_name="sentence__snapshot__uid", label="The snapshot's id.")
    source = SourceFilter(field_name="sentence__snapshot__source", label="The source's id or slug.")
    publisher = NameFilter(
        field_name="sentence__snapshot__source__publisher", label="The publisher's id, or words in its name."
    )
    speaker = NameFilter(field_name="speaker", label="The speaker's id, or words in its name.")
    subject = NameFilter(field_name="subject", label="The subject's id, or words in its name.")
    statistic = NameFilter(field_name="statistic", label="The statistic's id, or words in its name.")
    value_contains = ValueFilter(read=read_point, label="The stated range holds this number.", example="31")
    value_overlaps = ValueFilter(
        read=read_between,
        label="The stated range shares a value with this one: 20,30 or 20, or ,30.",
        example="20,30",
    )
    value_above = ValueFilter(
        read=read_above, label="The stated range reaches above this number.", example="31"
    )
    value_below = ValueFilter(
        read=read_below, label="The stated range reaches below this number.", example="31"
    )
    language = LanguageFilter(field_name="sentence__snapshot__source__language")
    direction = CodeFilter(codes=[c for c in Change if c], label="Which way the value went.")
    modality = CodeFilter(codes=Modality, label="Whether it is stated as a fact, or how else.")
    period_overlaps = PeriodFilter(
        read=read_span,
        label="The period shares a day with this one: 2017, 2016-07,2017 or 2017-03-31, (open to the right).",
        example="2016-07,2017",
    )
    period_contains = PeriodFilter(
        read=read_days, label="The period shares a day with this day, month or year.", example="2017-03-31"
    )
    published_after = DayFilter(
        field_name="sentence__snapshot__source__published_on",
        lookup_expr="gte",
        label="The source was published on this day or later.",
    )
    published_before = DayFilter(
        field_name="sentence__snapshot__source__published_on",
        lookup_expr="lte",
        label="The source was published on this day or earlier.",
    )
    search = SearchFilter(
        sentence="sentence", quote="quote", label="Words in the sentence; those in the quote count more."
    )

    class Meta:
        model = Claim
        fields: list[str] = []


class SpeakerFilters(ChangeFilters):
    """Speakers by name."""

    name = TextFilter(lookup_expr="icontains", label="Words in the name.")
    search = NameSearchFilter()

    class Meta:
        model = Speaker
        fields: list[str] = []


class SubjectFilters(ChangeFilters):
    """Subjects by kind and name."""

    kind = CodeFilter(codes=Subject.Kind, label="What sort of thing it is.")
    name = TextFilter(lookup_expr="icontains", label="Words in the name.")
    search = NameSearchFilter()

    class Meta:
        model = Subject
        fields: list[str] = []


class StatisticFilters(ChangeFilters):
    """Statistics by name and unit."""

    name = TextFilter(lookup_expr="icontains", label="Words in the name.")
    unit = TextFilter(validators=[validate_unit], label="The unit's code, such as percent or USD.")
    search = NameSearchFilter()

    class Meta:
        model = Statistic
        fields: list[str] = []


class ReviewFilters(filters.FilterSet):
    """Reviews by claim, person, move and moment."""

    claim = UidFilter(field_name="claim__uid", label="The claim's id.")
    by = PersonFilter(field_name="by", label="The reviewer's username.")
    action = CodeFilter(codes=Action, label="What the reviewer did.")
    from_status = CodeFilter(codes=Status, label="Where the claim stood before.")
    to_status = CodeFilter(codes=Status, label="Where the claim stood after.")
    at_after = MomentFilter(field_name="at", lookup_expr="gte", label="At this moment or later.")
    at_before = MomentFilter(field_name="at", lookup_expr="lte", label="At this moment or earlier.")

    class Meta:
        model = Review
        fields: list[str] = []
