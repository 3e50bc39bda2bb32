"""The endpoints of figures, claims, speakers, subjects, statistics and reviews: read, and move claims."""

from collections.abc import Mapping
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import DateField, DateTimeField, F, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.exceptions import NotAuthenticated, ValidationError
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
from claims.review import Action, NotAReviewerError
from claims.roles import REVIEW_CLAIM
from sources.api.keyset import Key
from sources.api.needs import Need, Scope
from sources.api.problems import describe_answers, describe_resource
from sources.api.views import AT, CREATED, NAME, ResourceViewSet

MOVE_ANSWERS = describe_answers(
    ClaimSerializer,
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.CONFLICT,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
)


REVIEWING = Need(scope=Scope.REVIEW, permission=REVIEW_CLAIM, refusal=NotAReviewerError.code)


@describe_resource("a figure", "figures", FigureSerializer)
class FigureViewSet(ResourceViewSet):
    """Every numeric expression of every text, with what it turned out to be."""

    queryset = Figure.objects.all()
    serializer_class = FigureSerializer
    filterset_class = FigureFilters

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With its sentence and the claim's id."""
        related = ("sentence__snapshot__source__publisher", "decided_by")
        figures = super().show(rows).select_related(*related).defer("sentence__snapshot__text")
        shown: QuerySet[Any] = figures.annotate(claim_uid=F("claim__uid"))
        return shown


@describe_resource("a claim", "claims", ClaimSerializer, files=FILE_ANSWERS)
class ClaimViewSet(ExportedList, InterchangedClaims, ResourceViewSet):
    """What sentences assert: quote, value, speaker and place in review."""

    queryset = Claim.objects.all()
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilters
    keys = {
        "created": CREATED,
        "updated": Key(expression=F("updated_at"), read=DateTimeField().to_python),
        "published": Key(
            expression=F("sentence__snapshot__source__published_on"),
            read=DateField().to_python,
            nullable=True,
        ),
        "value": Key(expression=F("base_value__startswith"), read=Decimal, nullable=True),
    }
    parser_classes = [JSONParser]
    needs = dict.fromkeys(("accept", "reject", "reopen"), REVIEWING)

    def get_keys(self) -> Mapping[str, Key]:
        """The orders of the list; by value only within a unit's measure. Raises ValidationError."""
        request: Request | None = self.request
        asked = request.query_params if request else {}
        if asked.get("ordering", "").removeprefix("-") == "value" and not asked.get("unit"):
            message = "To sort by value name a `unit`: metres and dollars have no common order."
            raise ValidationError({"ordering": message})
        return super().get_keys()

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With all that a claim's body says. Which verdicts are published is asked with each request."""
        claims: Any = super().show(rows)
        shown: QuerySet[Any] = (
            claims.with_context().with_verdict().with_quote_context().select_related("created_by")
        )
        return shown

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
    keys = {"name": NAME, "created": CREATED}


@describe_resource("a subject", "subjects", SubjectSerializer)
class SubjectViewSet(ResourceViewSet):
    """Places, organisations, events and groups that claims are about."""

    queryset = Subject.objects.all()
    serializer_class = SubjectSerializer
    filterset_class = SubjectFilters
    keys = {"name": NAME, "created": CREATED}


@describe_resource("a statistic", "statistics", StatisticSerializer)
class StatisticViewSet(ResourceViewSet):
    """Things measured, with their definitions."""

    queryset = Statistic.objects.all()
    serializer_class = StatisticSerializer
    filterset_class = StatisticFilters
    keys = {"name": NAME, "created": CREATED}


@describe_resource("a review", "reviews", ReviewSerializer)
class ReviewViewSet(ResourceViewSet):
    """The moves of claims' statuses, which are only ever added."""

    queryset = Review.objects.all()
    serializer_class = ReviewSerializer
    filterset_class = ReviewFilters
    keys = {"at": AT}

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With the claim and the person."""
        reviews: Any = super().show(rows)
        shown: QuerySet[Any] = reviews.with_people()
        return shown
