"""What is gone from the record: the ids of claims and figures that a newer reading replaced."""

from typing import Any

from django.db.models import CharField, F, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_view
from rest_framework import serializers

from claims.models import ClaimEvent, FigureEvent
from sources.api.fields import Uid
from sources.api.keyset import Key, read_moment
from sources.api.moments import MomentFilter
from sources.api.problems import describe_list
from sources.api.resources import ListViewSet
from sources.api.shapes import ShapedSerializer
from sources.models.audit import DELETED
from sources.models.written import Written


class DeletionFilters(filters.FilterSet):
    """Deletions by their moment."""

    deleted_since = MomentFilter(
        field_name="pgh_created_at", lookup_expr="gte", label="Deleted at this moment or later."
    )
    deleted_before = MomentFilter(
        field_name="pgh_created_at", lookup_expr="lte", label="Deleted at this moment or earlier."
    )


class DeletedClaimSerializer(ShapedSerializer):
    """A claim that is no longer there: nobody had worked on it when a newer extractor read its text."""

    id = Uid()
    deleted_at = serializers.DateTimeField(source="pgh_created_at", read_only=True, help_text="When.")

    class Meta:
        model = ClaimEvent
        fields = ["id", "deleted_at"]
        read_only_fields = fields


class DeletedFigureSerializer(DeletedClaimSerializer):
    """A figure that is no longer there: a newer extractor did not find it, or found another in its place."""

    class Meta(DeletedClaimSerializer.Meta):
        model = FigureEvent


class DeletionViewSet(ListViewSet):
    """Deleted rows, the last first, as the audit trail keeps them."""

    filterset_class = DeletionFilters
    keys = {"deleted": Key(expression=F("pgh_created_at"), read=read_moment)}

    def get_default_ordering(self) -> str:
        """The last first: an index of the deletions alone has them in this order."""
        return "-deleted"

    def get_queryset(self) -> QuerySet[Any]:
        """The events that tell of deletions; written out, or no plan could rely on their index."""
        return super().get_queryset().filter(pgh_label=Written(DELETED, CharField()))


@extend_schema_view(list=describe_list("deleted claims", DeletedClaimSerializer))
class DeletedClaimViewSet(DeletionViewSet):
    """Claims that are gone, for whoever keeps a copy."""

    heading = "Deleted claims"
    queryset = ClaimEvent._default_manager.all()
    serializer_class = DeletedClaimSerializer


@extend_schema_view(list=describe_list("deleted figures", DeletedFigureSerializer))
class DeletedFigureViewSet(DeletionViewSet):
    """Figures that are gone, for whoever keeps a copy."""

    heading = "Deleted figures"
    queryset = FigureEvent._default_manager.all()
    serializer_class = DeletedFigureSerializer
