"""The endpoint that tells how far reviewers agree: one summary, narrowed down by pair and source."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from claims.agreement import (
    MOST_GROUPS,
    NEWEST,
    Agreement,
    list_most,
    measure_agreement,
    measure_by_pair,
    measure_by_source,
    take_newest,
)
from claims.models import SecondDecision
from sources.api.filter_kinds import PersonFilter, SourceFilter
from sources.api.problems import describe_answers
from sources.api.serializers import SourceBriefSerializer

MEASURED = {
    "kappa": "Cohen's kappa of the status: 1 for all alike, 0 for chance alone; null where undefined.",
    "value": "Of the claims that both accept, the share with the same bounds; null where there are none.",
    "unit": "The share with the same unit.",
    "comparator": "The share with the same comparator.",
    "period": "The share with the same period, in words and days.",
}


class AgreementFilters(filters.FilterSet):
    """Decisions by who made them and by source."""

    first = PersonFilter(field_name="second_pass__first__by", label="The first person's username.")
    second = PersonFilter(field_name="by", label="The second person's username.")
    source = SourceFilter(
        field_name="second_pass__claim__sentence__snapshot__source", label="The source's id or slug."
    )

    class Meta:
        model = SecondDecision
        fields: list[str] = []


class FiguresSerializer(serializers.Serializer[Any]):
    """How far first and second decisions agree."""

    decisions = serializers.IntegerField(help_text="How many claims two people decided about.")
    kappa = serializers.FloatField(allow_null=True, help_text=MEASURED["kappa"])
    value = serializers.FloatField(allow_null=True, help_text=MEASURED["value"])
    unit = serializers.FloatField(allow_null=True, help_text=MEASURED["unit"])
    comparator = serializers.FloatField(allow_null=True, help_text=MEASURED["comparator"])
    period = serializers.FloatField(allow_null=True, help_text=MEASURED["period"])


class PairSerializer(FiguresSerializer):
    """The agreement of two people."""

    first = serializers.CharField(help_text="Who decided first.")
    second = serializers.CharField(help_text="Who decided second, without seeing the first decision.")


class SourceAgreementSerializer(FiguresSerializer):
    """The agreement over one source's claims."""

    source = SourceBriefSerializer()  # type: ignore[assignment]  # DRF drops it


@extend_schema_serializer(many=False)
class AgreementSerializer(FiguresSerializer):
    """The agreement over all, by pair and by source; those with the most decisions first."""

    by_pair = PairSerializer(many=True, help_text=f"At most {MOST_GROUPS} pairs.")
    by_source = SourceAgreementSerializer(many=True, help_text=f"At most {MOST_GROUPS} sources.")


class AgreementViewSet(GenericViewSet[SecondDecision]):
    """How far two people agree who decide about a claim without seeing each other's decision."""

    queryset = SecondDecision.objects.filter(second_pass__handed_to=None)
    serializer_class = AgreementSerializer
    filterset_class = AgreementFilters
    pagination_class = None

    @extend_schema(
        summary="Measure the reviewers' agreement",
        description=f"Over the newest {NEWEST:,} second decisions that match.",
        operation_id="agreement",
        responses=describe_answers(AgreementSerializer, HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED),
    )
    def list(self, request: Request) -> Response:
        """The figures over all decisions that match, then by pair and by source."""
        decisions = take_newest(self.filter_queryset(self.get_queryset()))
        pairs, sources = list_most(measure_by_pair(decisions)), list_most(measure_by_source(decisions))
        summary = {
            **show(measure_agreement(decisions)),
            "by_pair": [{"first": first, "second": second, **show(a)} for (first, second), a in pairs],
            "by_source": [{"source": source, **show(a)} for source, a in sources],
        }
        return Response(self.get_serializer(summary).data)


def show(agreement: Agreement) -> Mapping[str, Any]:
    """The figures of an agreement by their names."""
    return {"decisions": agreement.decisions, "kappa": agreement.kappa, **agreement.shares}
