"""Assignments through the API: whose work is what, given and ended by the desk's own methods."""

from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.fields import UnitSerializer
from claims.api.serializers.named import SpeakerBriefSerializer, StatisticBriefSerializer
from claims.desk import assign
from claims.models import Assignment, Speaker, Statistic
from claims.models.assignment import CRITERIA
from claims.models.statistic import validate_unit
from claims.roles import ASSIGN_WORK, REVIEW_CLAIM
from sources.api.fields import DetailLink, Reference, Uid
from sources.api.filter_kinds import NameFilter, PersonFilter, SourceFilter, TruthFilter
from sources.api.keyset import Key, read_moment
from sources.api.moments import MomentFilter
from sources.api.needs import Need, Scope
from sources.api.people import find_person
from sources.api.planned import TextFilter
from sources.api.problems import (
    BODY_PROBLEMS,
    CHANGE_PROBLEMS,
    IF_MATCH,
    describe_answers,
    describe_resource,
)
from sources.api.resources import ResourceViewSet
from sources.api.serializers import SourceBriefSerializer
from sources.api.shapes import ShapedSerializer
from sources.api.strict import KnownFields
from sources.api.tags import answer_row, check_expected
from sources.models import Source

EXAMPLE = {
    "assignee": "rosa",
    "source": "01a19be4-9010-7000-8000-0000000000b1",
    "unit": "percent",
    "note": "The shares first, please.",
}


class AssignmentSerializer(ShapedSerializer):
    """Whose work the claims of a source, speaker, statistic or unit are; criteria hold together."""

    id = Uid()
    url = DetailLink("assignment-detail")
    assignee = serializers.CharField(
        source="assignee.username", read_only=True, help_text="Whose work it is."
    )
    source = SourceBriefSerializer(read_only=True, allow_null=True)  # type: ignore[assignment]  # DRF drops it
    speaker = SpeakerBriefSerializer(read_only=True, allow_null=True)
    statistic = StatisticBriefSerializer(read_only=True, allow_null=True)
    unit = UnitSerializer(read_only=True, allow_null=True)
    assigned_by = serializers.CharField(
        source="assigned_by.username", read_only=True, help_text="Who gave it."
    )
    ended_at = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="When it was done or taken back; null while it is open."
    )

    class Meta:
        model = Assignment
        fields = ["id", "url", "assignee", *CRITERIA, "note", "assigned_by", "assigned_at", "ended_at"]
        read_only_fields = fields


class AssigningSerializer(KnownFields):
    """What is given to whom: claims that meet all that is named."""

    assignee = serializers.CharField(max_length=150, help_text="The username of who is to review the claims.")
    source = Reference(Source, required=False, help_text="The id of a source.")  # type: ignore[assignment]  # DRF drops it
    speaker = Reference(Speaker, required=False, help_text="The id of a speaker.")
    statistic = Reference(Statistic, required=False, help_text="The id of a statistic.")
    unit = serializers.CharField(
        required=False, max_length=60, validators=[validate_unit], help_text="A unit's code, such as percent."
    )
    note = serializers.CharField(
        required=False, allow_blank=True, max_length=10_000, help_text="What the person should know."
    )

    def validate_assignee(self, username: str) -> User:
        """The person; raises ValidationError for one who may not review."""
        person = User.objects.filter(username=username, is_active=True).first()
        if person is None:
            raise serializers.ValidationError("There is no such person.", code="does_not_exist")
        if not person.has_perm(REVIEW_CLAIM):
            message = "The person may not review claims; an administrator can allow it."
            raise serializers.ValidationError(message, code="not_a_reviewer")
        return person

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Something is given; raises ValidationError."""
        if not any(name in attrs for name in CRITERIA):
            raise serializers.ValidationError("Name a source, a speaker, a statistic or a unit.")
        return attrs


class AssignmentFilters(filters.FilterSet):
    """Assignments by person, by what they name, and by whether they are open."""

    assignee = PersonFilter(field_name="assignee", label="The username of whose work it is.")
    by = PersonFilter(field_name="assigned_by", label="The username of who gave it.")
    source = SourceFilter(field_name="source", label="The source's id or slug.")
    speaker = NameFilter(field_name="speaker", label="The speaker's id, or words in its name.")
    statistic = NameFilter(field_name="statistic", label="The statistic's id, or words in its name.")
    unit = TextFilter(validators=[validate_unit], label="The unit's code, such as percent or USD.")
    open = TruthFilter(
        field_name="ended_at", lookup_expr="isnull", label="Whether it is still to be done: true or false."
    )
    at_after = MomentFilter(
        field_name="assigned_at", lookup_expr="gte", label="Given at this moment or later."
    )
    at_before = MomentFilter(
        field_name="assigned_at", lookup_expr="lte", label="Given at this moment or earlier."
    )

    class Meta:
        model = Assignment
        fields: list[str] = []


@describe_resource("an assignment", "assignments", AssignmentSerializer)
class AssignmentViewSet(ResourceViewSet):
    """Whose work is what; ended, never changed or deleted."""

    queryset = Assignment.objects.all()
    serializer_class = AssignmentSerializer
    filterset_class = AssignmentFilters
    keys = {"at": Key(expression=F("assigned_at"), read=read_moment)}
    needs = {
        **dict.fromkeys(("list", "retrieve"), Need(scope=Scope.READ)),
        "create": Need(scope=Scope.ADMIN, permission=ASSIGN_WORK),
        "end": Need(scope=Scope.REVIEW),
    }

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With people and what is assigned."""
        related = ("assignee", "assigned_by", "source__publisher", "speaker", "statistic")
        return super().show(rows).select_related(*related)

    @extend_schema(
        summary="Assign claims to a person",
        request=AssigningSerializer,
        responses=describe_answers(AssignmentSerializer, *BODY_PROBLEMS, status=HTTPStatus.CREATED),
        examples=[OpenApiExample("A source's percentages", EXAMPLE, request_only=True)],
    )
    def create(self, request: Request, **_: Any) -> Response:
        """They stand in the person's queue from then on; criteria hold together."""
        body = AssigningSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        assignment = assign(by=find_person(request), **body.validated_data)
        return answer_row(self, request, assignment, status=HTTPStatus.CREATED)

    @extend_schema(
        operation_id="assignments_end",
        summary="End an assignment: it is done, or taken back",
        request=None,
        parameters=[IF_MATCH],
        responses=describe_answers(AssignmentSerializer, *CHANGE_PROBLEMS),
    )
    @action(detail=True, methods=["post"])
    def end(self, request: Request, **_: Any) -> Response:
        """One's own, or anybody's for who may assign; twice is as once."""
        KnownFields(data=request.data).is_valid(raise_exception=True)
        with transaction.atomic():
            # Without the lock two people could both end what each of them saw open.
            assignment = Assignment.objects.select_for_update().get(pk=self.get_object().pk)
            check_expected(request, assignment)
            assignment.end(by=find_person(request))
        return answer_row(self, request, assignment)
