"""How the lists of verdicts and evidence can be narrowed down."""

from typing import Any

from django.db.models import QuerySet
from django_filters import rest_framework as filters

from claims.models import Evidence, Verdict
from claims.verdicts import Outcome, Stance
from sources.api.filter_kinds import CodeFilter, PersonFilter, TruthFilter, UidFilter
from sources.api.moments import DayFilter, MomentFilter
from sources.api.planned import TextFilter


class VerdictFilters(filters.FilterSet):
    """Verdicts by claim, outcome, person and moment."""

    claim = UidFilter(field_name="claim__uid", label="The claim's id.")
    outcome = CodeFilter(codes=Outcome, label="What was found.")
    by = PersonFilter(field_name="by", label="The username of who found so.")
    current = TruthFilter(label="Whether no newer verdict supersedes it: true for the newest of each claim.")
    confirmed = TruthFilter(
        field_name="confirmation",
        lookup_expr="isnull",
        exclude=True,
        label="Whether a second person stands by it.",
    )
    published = TruthFilter(label="Whether it may be shown as the record's own.")
    as_of_after = DayFilter(field_name="as_of", lookup_expr="gte", label="As of this day or later.")
    as_of_before = DayFilter(field_name="as_of", lookup_expr="lte", label="As of this day or earlier.")
    at_after = MomentFilter(field_name="at", lookup_expr="gte", label="Given at this moment or later.")
    at_before = MomentFilter(field_name="at", lookup_expr="lte", label="Given at this moment or earlier.")

    class Meta:
        model = Verdict
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Verdict]) -> QuerySet[Verdict]:
        """The rows that match; whether they stand is asked only where a filter needs it."""
        asked = [self.form.cleaned_data.get(name) for name in ("current", "published")]
        rows: Any = queryset
        matching: QuerySet[Verdict] = super().filter_queryset(
            rows.with_standing() if any(a is not None for a in asked) else rows
        )
        return matching


class EvidenceFilters(filters.FilterSet):
    """Evidence by verdict, claim, stance and place."""

    verdict = UidFilter(field_name="verdict__uid", label="The verdict's id.")
    claim = UidFilter(field_name="verdict__claim__uid", label="The claim's id.")
    stance = CodeFilter(codes=Stance, label="What it does for the claim.")
    sentence = UidFilter(field_name="sentence__uid", label="The sentence's id.")
    link = TextFilter(label="The link, exactly.")

    class Meta:
        model = Evidence
        fields: list[str] = []
