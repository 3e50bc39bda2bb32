"""The endpoints of verdicts and evidence: lists and details."""

from typing import Any

from django.db.models import QuerySet

from claims.api.verdict_filters import EvidenceFilters, VerdictFilters
from claims.api.verdict_serializers import EvidenceSerializer, VerdictSerializer
from claims.models import Evidence, Verdict
from sources.api.problems import describe_resource
from sources.api.views import ResourceViewSet


@describe_resource("a verdict", "verdicts", VerdictSerializer)
class VerdictViewSet(ResourceViewSet):
    """What people found of the truth of claims, which is only ever added."""

    queryset = Verdict.objects.all()
    serializer_class = VerdictSerializer
    filterset_class = VerdictFilters

    def get_queryset(self) -> QuerySet[Any]:
        """What is published depends on a setting, so that it is asked with each request."""
        rows: QuerySet[Any] = Verdict.objects.with_standing()
        return rows.select_related("claim", "by", "confirmation__by")


@describe_resource("a piece of evidence", "evidence", EvidenceSerializer)
class EvidenceViewSet(ResourceViewSet):
    """Sentences and links that verdicts rest on, which are only ever added."""

    queryset = Evidence.objects.select_related("verdict__claim", "sentence").order_by("-id")
    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilters
