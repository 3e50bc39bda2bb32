"""The desk's queue over the API: the next claim for whoever asks, held for them while they look at it."""

from http import HTTPStatus
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from claims.api.moves import REVIEWING
from claims.api.serializers.claims import ClaimSerializer
from claims.desk import Queue, release, take_next
from claims.models import Claim, Speaker, Statistic
from claims.models.statistic import validate_unit
from claims.review import Status
from sources.api.fields import Reference
from sources.api.needs import Need
from sources.api.people import find_person
from sources.api.problems import BODY_PROBLEMS, describe_answers, describe_problems
from sources.api.strict import KnownFields
from sources.api.tags import answer_row
from sources.models import Source

NEEDS: dict[str, Need] = dict.fromkeys(("next", "release"), REVIEWING)


class QueueSerializer(KnownFields):
    """Which claims are worked through, oldest first; what is left out narrows nothing."""

    status = serializers.ChoiceField(
        [s.value for s in Status], required=False, help_text="Where they stand; `proposed` unless given."
    )
    source = Reference(Source, required=False, help_text="The id of their source.")  # type: ignore[assignment]  # DRF drops it
    speaker = Reference(Speaker, required=False, help_text="The id of their speaker.")
    statistic = Reference(Statistic, required=False, help_text="The id of their statistic.")
    unit = serializers.CharField(
        required=False, max_length=60, validators=[validate_unit], help_text="Their unit's code."
    )
    assigned = serializers.BooleanField(default=False, help_text="Only those that are assigned to who asks.")
    after = Reference(Claim, required=False, help_text="The id of the claim to go on behind.")


class ClaimQueue(GenericViewSet[Claim]):
    """Hands out claims one by one, none of them to two people at once."""

    @extend_schema(
        operation_id="claims_next",
        summary="Take the next claim of a queue",
        request=QueueSerializer,
        responses={
            **describe_answers(ClaimSerializer, *BODY_PROBLEMS),
            HTTPStatus.NO_CONTENT.value: None,
        },
    )
    @action(detail=False, methods=["post"])
    def next(self, request: Request, **_: Any) -> Response:
        """The desk hands it to nobody else for some minutes, renewed by asking again; 204 at the end."""
        body = QueueSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        wanted, person = dict(body.validated_data), find_person(request)
        after, assigned = wanted.pop("after", None), wanted.pop("assigned")
        wanted["status"] = Status(wanted.get("status", Status.PROPOSED))
        queue = Queue(assigned_to=person if assigned else None, **wanted)
        claim = take_next(queue, by=person, after=after)
        if claim is None:
            return Response(status=HTTPStatus.NO_CONTENT)
        return answer_row(self, request, claim)

    @extend_schema(
        operation_id="claims_release",
        summary="Give a claim of the queue back",
        request=None,
        responses={
            HTTPStatus.NO_CONTENT.value: None,
            **describe_problems(*BODY_PROBLEMS, HTTPStatus.NOT_FOUND),
        },
    )
    @action(detail=True, methods=["post"])
    def release(self, request: Request, **_: Any) -> Response:
        """Others may be handed it again; what somebody else holds stays with them."""
        KnownFields(data=request.data).is_valid(raise_exception=True)
        release(self.get_object(), by=find_person(request))
        return Response(status=HTTPStatus.NO_CONTENT)
