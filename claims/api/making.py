"""Claims that a client makes of a sentence's words."""

from http import HTTPStatus
from typing import Any

from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from claims.api.changes import ClaimChanges, list_columns
from claims.api.serializers.claims import ClaimSerializer
from claims.codelists import Kind
from claims.models import Claim
from claims.promotion import Draft, make_by_hand
from claims.roles import ADD_CLAIM
from sources.api.fields import Reference
from sources.api.needs import Need, Scope
from sources.api.people import find_person
from sources.api.problems import BODY_PROBLEMS, describe_answers
from sources.api.tags import answer_row
from sources.models import Sentence, Snapshot

NEEDS = {"create": Need(scope=Scope.REVIEW, permission=ADD_CLAIM)}
EXAMPLE = {
    "kind": "factual",
    "sentence": "01a19be4-9010-7000-8000-0000000000e3",
    "quote": "the harbour is closed",
}


class DraftSerializer(ClaimChanges):
    """A claim to be made: its words, and what is to read otherwise than they tell by themselves.

    The words are a quote of a sentence; where they stand in it more than once, or of a snapshot, `start` and
    `end` say which.
    """

    kind = serializers.ChoiceField([k.value for k in Kind], help_text="Whether it states a number.")
    sentence = Reference(Sentence, required=False, help_text="The sentence's id.")
    snapshot = Reference(Snapshot, required=False, help_text="The snapshot's id, where no sentence is given.")
    quote = serializers.CharField(
        required=False, trim_whitespace=False, max_length=10_000, help_text="The words, letter for letter."
    )
    start = serializers.IntegerField(
        required=False, min_value=0, max_value=2**31 - 1, help_text="Offset in the snapshot's text."
    )
    end = serializers.IntegerField(
        required=False, min_value=1, max_value=2**31 - 1, help_text="Offset behind the words."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A span has two ends, and its text is named once."""
        if ("start" in attrs) != ("end" in attrs):
            raise serializers.ValidationError("Give start and end, or neither.")
        if ("sentence" in attrs) == ("snapshot" in attrs):
            raise serializers.ValidationError("Give a sentence or a snapshot, one of the two.")
        return attrs


def read_draft(body: dict[str, Any]) -> Draft:
    """A checked body as the job takes it."""
    fields = dict(body)
    span = (fields.pop("start"), fields.pop("end")) if "start" in fields else None
    return Draft(
        kind=Kind(fields.pop("kind")),
        sentence=fields.pop("sentence", None),
        snapshot=fields.pop("snapshot", None),
        quote=fields.pop("quote", ""),
        span=span,
        changes=list_columns(fields),
    )


class ClaimMaking(GenericViewSet[Claim]):
    """Makes claims of words that the extractor passed over, or that state no number."""

    @extend_schema(
        summary="Make a claim of a sentence's words",
        request=DraftSerializer,
        responses=describe_answers(ClaimSerializer, *BODY_PROBLEMS, status=HTTPStatus.CREATED),
        examples=[OpenApiExample("A fact", EXAMPLE, request_only=True)],
    )
    def create(self, request: Request, **_: Any) -> Response:
        """It is proposed, like those of the extractor; the value of a numeric one is read from the words."""
        body = DraftSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = make_by_hand(read_draft(body.validated_data), by=find_person(request))
        return answer_row(self, request, made, status=HTTPStatus.CREATED)
