"""The endpoints of verdicts and evidence: lists and details."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from claims.api.serializers.verdicts import EvidenceSerializer, VerdictSerializer
from claims.api.verdict_filters import EvidenceFilters, VerdictFilters
from claims.models import Evidence, Verdict
from sources.api.keyset import Key
from sources.api.problems import describe_resource
from sources.api.resources import AT, ResourceViewSet


@describe_resource("a verdict", "verdicts", VerdictSerializer)
class VerdictViewSet(ResourceViewSet):
    """What people found of the truth of claims, which is only ever added."""

    queryset = Verdict.objects.all()
    serializer_class = VerdictSerializer
    filterset_class = VerdictFilters
    keys = {"at": AT, "as_of": Key(expression=F("as_of"), read=date.fromisoformat)}

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With people and standing. Which are published depends on a setting, asked with each request."""
        verdicts: Any = super().show(rows)
        shown: QuerySet[Any] = verdicts.with_people()
        return shown


@describe_resource("a piece of evidence", "evidence", EvidenceSerializer)
class EvidenceViewSet(ResourceViewSet):
    """Sentences and links that verdicts rest on, which are only ever added."""

    queryset = Evidence.objects.all()
    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilters

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the verdict, its claim and the sentence."""
        evidence: Any = super().show(rows)
        shown: QuerySet[Any] = evidence.with_context()
        return shown
