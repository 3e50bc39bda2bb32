"""The endpoints of figures, claims, speakers, subjects, statistics and reviews: read, and move claims."""

from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import F, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotAuthenticated
from rest_framework.parsers import JSONParser
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.exports import FILE_ANSWERS, ExportedList
from claims.api.filters import (
    ClaimFilters,
    FigureFilters,
    ReviewFilters,
    SpeakerFilters,
    StatisticFilters,
    SubjectFilters,
)
from claims.api.interchange import InterchangedClaims
from claims.api.serializers import (
    ClaimSerializer,
    FigureSerializer,
    MoveSerializer,
    ReviewSerializer,
    SpeakerSerializer,
    StatisticSerializer,
    SubjectSerializer,
)
from claims.models import Claim, Figure, Review, Speaker, Statistic, Subject
from claims.review import Action
from sources.api.problems import describe_answers, describe_resource
from sources.api.views import ResourceViewSet

MOVE_ANSWERS = describe_answers(
    ClaimSerializer,
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)


@describe_resource("a figure", "figures", FigureSerializer)
class FigureViewSet(ResourceViewSet):
    """Every numeric expression of every text, with what it turned out to be."""

    queryset = (
        Figure.objects.select_related("sentence__snapshot__source__publisher", "decided_by")
        .defer("sentence__snapshot__text")
        .annotate(claim_uid=F("claim__uid"))
    )
    serializer_class = FigureSerializer
    filterset_class = FigureFilters


@describe_resource("a claim", "claims", ClaimSerializer, files=FILE_ANSWERS)
class ClaimViewSet(ExportedList, InterchangedClaims, ResourceViewSet):
    """What sentences assert: quote, value, speaker and place in review."""

    queryset = Claim.objects.all()
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilters
    parser_classes = [JSONParser]

    def get_queryset(self) -> QuerySet[Claim]:
        """Which verdicts are published depends on a setting, so that it is asked with each request."""
        rows: QuerySet[Claim] = Claim.objects.with_context().with_verdict().select_related("created_by")
        return rows

    @extend_schema(
        summary="Accept a claim: it is transcribed right",
        operation_id="claims_accept",
        request=MoveSerializer,
        responses=MOVE_ANSWERS,
    )
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, **_: Any) -> Response:
        """From proposed to accepted; the reason is optional."""
        return self._move(Action.ACCEPT, request)

    @extend_schema(
        summary="Reject a claim: it is not what the sentence states",
        operation_id="claims_reject",
        request=MoveSerializer,
        responses=MOVE_ANSWERS,
    )
    @action(detail=True, methods=["post"])
    def reject(self, request: Request, **_: Any) -> Response:
        """From proposed to rejected; the reason is optional."""
        return self._move(Action.REJECT, request)

    @extend_schema(
        summary="Reopen a claim: take the decision back",
        operation_id="claims_reopen",
        request=MoveSerializer,
        responses=MOVE_ANSWERS,
    )
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, **_: Any) -> Response:
        """From accepted or rejected to proposed; the reason is required."""
        return self._move(Action.REOPEN, request)

    def _move(self, move: Action, request: Request) -> Response:
        claim = self.get_object()
        body = MoveSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        claim.review(move, by=find_person(request), reason=body.validated_data["reason"])
        return Response(self.get_serializer(self.get_queryset().get(pk=claim.pk)).data)


def find_person(request: Request) -> AbstractUser:
    """Who sent the request; raises NotAuthenticated where nobody is logged in."""
    if not isinstance(request.user, AbstractUser):
        raise NotAuthenticated
    return request.user


@describe_resource("a speaker", "speakers", SpeakerSerializer)
class SpeakerViewSet(ResourceViewSet):
    """Persons and bodies that claims are attributed to."""

    queryset = Speaker.objects.all()
    serializer_class = SpeakerSerializer
    filterset_class = SpeakerFilters


@describe_resource("a subject", "subjects", SubjectSerializer)
class SubjectViewSet(ResourceViewSet):
    """Places, organisations, events and groups that claims are about."""

    queryset = Subject.objects.all()
    serializer_class = SubjectSerializer
    filterset_class = SubjectFilters


@describe_resource("a statistic", "statistics", StatisticSerializer)
class StatisticViewSet(ResourceViewSet):
    """Things measured, with their definitions."""

    queryset = Statistic.objects.all()
    serializer_class = StatisticSerializer
    filterset_class = StatisticFilters


@describe_resource("a review", "reviews", ReviewSerializer)
class ReviewViewSet(ResourceViewSet):
    """The moves of claims' statuses, which are only ever added."""

    queryset = Review.objects.select_related("claim", "by")
    serializer_class = ReviewSerializer
    filterset_class = ReviewFilters
