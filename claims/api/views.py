"""The endpoints of figures, claims, speakers, subjects, statistics and reviews."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from claims.api import figure_moves, making, moves, queue
from claims.api.exports import FILE_ANSWERS, ExportedList
from claims.api.figure_moves import FigureMoves
from claims.api.filters import (
    ClaimFilters,
    FigureFilters,
    ReviewFilters,
    SpeakerFilters,
    StatisticFilters,
    SubjectFilters,
)
from claims.api.interchange import InterchangedClaims
from claims.api.making import ClaimMaking
from claims.api.moves import ClaimMoves
from claims.api.names import SpeakerChanges, StatisticChanges, SubjectChanges
from claims.api.queue import ClaimQueue
from claims.api.serializers.claims import ClaimSerializer
from claims.api.serializers.figures import FigureSerializer
from claims.api.serializers.named import SpeakerSerializer, StatisticSerializer, SubjectSerializer
from claims.api.serializers.reviews import ReviewSerializer
from claims.api.shown import show_claims, show_figures
from claims.models import Claim, Figure, Review, Speaker, Statistic, Subject
from sources.api.keyset import Key, Keys, read_decimal
from sources.api.problems import describe_resource
from sources.api.resources import AT, CREATED, NAME, UPDATED, ResourceViewSet
from sources.api.writing import WritesRows, describe_writing, need_permissions


@describe_resource("a figure", "figures", FigureSerializer)
class FigureViewSet(FigureMoves, ResourceViewSet):
    """Every numeric expression of every text, with what it turned out to be."""

    queryset = Figure.objects.all()
    serializer_class = FigureSerializer
    filterset_class = FigureFilters
    needs = figure_moves.NEEDS

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With its sentence and the claim's id."""
        return show_figures(super().show(rows))


@describe_resource("a claim", "claims", ClaimSerializer, files=FILE_ANSWERS)
class ClaimViewSet(ExportedList, InterchangedClaims, ClaimMaking, ClaimMoves, ClaimQueue, ResourceViewSet):
    """What sentences assert: quote, value, speaker and place in review."""

    queryset = Claim.objects.all()
    serializer_class = ClaimSerializer
    filterset_class = ClaimFilters
    keys = {
        "created": CREATED,
        "updated": UPDATED,
        "published": Key(
            expression=F("sentence__snapshot__source__published_on"),
            read=date.fromisoformat,
            nullable=True,
        ),
        "value": Key(expression=F("base_value__startswith"), read=read_decimal, nullable=True),
    }
    needs = {**making.NEEDS, **moves.NEEDS, **queue.NEEDS}

    def get_keys(self) -> Keys:
        """The orders of the list; by value only within a unit's measure. Raises ValidationError."""
        request: Request | None = self.request
        asked = request.query_params if request else {}
        if asked.get("ordering", "").removeprefix("-") == "value" and not asked.get("unit", "").strip():
            message = "To sort by value name a `unit`: metres and dollars have no common order."
            raise ValidationError({"ordering": message})
        return super().get_keys()

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """With all that a claim's body says. Which verdicts are published is asked with each request."""
        return show_claims(super().show(rows))


@describe_resource("a speaker", "speakers", SpeakerSerializer)
@describe_writing("a speaker", SpeakerSerializer, SpeakerChanges)
class SpeakerViewSet(WritesRows, ResourceViewSet):
    """Persons and bodies that claims are attributed to."""

    queryset = Speaker.objects.all()
    serializer_class = SpeakerSerializer
    filterset_class = SpeakerFilters
    keys = {"name": NAME, "created": CREATED, "updated": UPDATED}
    change_serializer_class = SpeakerChanges
    needs = need_permissions("claims.speaker")


@describe_resource("a subject", "subjects", SubjectSerializer)
@describe_writing("a subject", SubjectSerializer, SubjectChanges)
class SubjectViewSet(WritesRows, ResourceViewSet):
    """Places, organisations, events and groups that claims are about."""

    queryset = Subject.objects.all()
    serializer_class = SubjectSerializer
    filterset_class = SubjectFilters
    keys = {"name": NAME, "created": CREATED, "updated": UPDATED}
    change_serializer_class = SubjectChanges
    needs = need_permissions("claims.subject")


@describe_resource("a statistic", "statistics", StatisticSerializer)
@describe_writing("a statistic", StatisticSerializer, StatisticChanges)
class StatisticViewSet(WritesRows, ResourceViewSet):
    """Things measured, with their definitions."""

    queryset = Statistic.objects.all()
    serializer_class = StatisticSerializer
    filterset_class = StatisticFilters
    keys = {"name": NAME, "created": CREATED, "updated": UPDATED}
    change_serializer_class = StatisticChanges
    needs = need_permissions("claims.statistic")


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
