"""What people decide about a figure through the API: it claims something after all, or nothing."""

from http import HTTPStatus
from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from claims.api.serializers.claims import ClaimSerializer
from claims.api.serializers.figures import FigureSerializer
from claims.api.shown import show_claims
from claims.codelists import Disposition
from claims.models import Claim, Figure
from claims.promotion import promote
from claims.roles import DECIDE_FIGURE
from sources.api.needs import Need, Scope
from sources.api.people import find_person
from sources.api.problems import CHANGE_PROBLEMS, IF_MATCH, describe_answers
from sources.api.strict import KnownFields
from sources.api.tags import answer_row, answer_tagged, check_expected

NEEDS = dict.fromkeys(("promote", "dismiss"), Need(scope=Scope.REVIEW, permission=DECIDE_FIGURE))


class DismissalSerializer(KnownFields):
    """What a figure is instead of a claim, and why."""

    disposition = serializers.ChoiceField(
        [d.value for d in Disposition if d is not Disposition.CLAIM], help_text="What it is instead."
    )
    reason = serializers.CharField(max_length=10_000, help_text="Why.")


class FigureMoves(GenericViewSet[Figure]):
    """The decisions about one figure; If-Match says which state of it was seen."""

    @extend_schema(
        operation_id="figures_promote",
        summary="Make a claim of a figure",
        request=None,
        parameters=[IF_MATCH],
        responses=describe_answers(ClaimSerializer, *CHANGE_PROBLEMS, status=HTTPStatus.CREATED),
    )
    @action(detail=True, methods=["post"])
    def promote(self, request: Request, **_: Any) -> Response:
        """The value is read from the figure's words; the answer is the proposed claim."""
        KnownFields(data=request.data).is_valid(raise_exception=True)
        with transaction.atomic():
            made = promote(self._lock(request), by=find_person(request))
        claim = show_claims(Claim.objects.all()).get(pk=made.pk)
        data = ClaimSerializer(claim, context=self.get_serializer_context()).data
        answer = Response(data, status=HTTPStatus.CREATED, headers={"Location": data["url"]})
        return answer_tagged(request, answer, claim)

    @extend_schema(
        operation_id="figures_dismiss",
        summary="Say that a figure claims nothing",
        request=DismissalSerializer,
        parameters=[IF_MATCH],
        responses=describe_answers(FigureSerializer, *CHANGE_PROBLEMS),
    )
    @action(detail=True, methods=["post"])
    def dismiss(self, request: Request, **_: Any) -> Response:
        """What it is instead, with a reason; a figure with a claim is not dismissed: reject the claim."""
        with transaction.atomic():
            figure = self._lock(request)
            body = DismissalSerializer(data=request.data)
            body.is_valid(raise_exception=True)
            figure.dismiss(
                by=find_person(request),
                reason=body.validated_data["reason"],
                disposition=Disposition(body.validated_data["disposition"]),
            )
        return answer_row(self, request, figure)

    def _lock(self, request: Request) -> Figure:
        """The figure, locked and as it was seen."""
        standing: Figure = self.get_object().lock()
        check_expected(request, standing)
        return standing
