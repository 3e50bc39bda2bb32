"""Many claims at once: made or moved, with a result for each row, all or nothing where that is asked for.

They stand in the wiring since a row that is refused is told as the problem that it would be by itself.
"""

from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import Any

from django.db import transaction
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import APIException, ErrorDetail, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.api.changes import ClaimChanges, list_columns
from claims.api.making import DraftSerializer, read_draft
from claims.models import Claim
from claims.promotion import make_by_hand
from claims.review import Action, NotAReviewerError, Status
from claims.roles import ADD_CLAIM, REVIEW_CLAIM
from config.api.errors import describe, translate
from config.outages import DatabaseGone, is_outage, note_outage
from config.time_limits import TookTooLong, is_too_slow, note_stop
from sources.api.needs import Need, Scope
from sources.api.people import find_person
from sources.api.problems import BODY_PROBLEMS, ProblemSerializer, describe_answers
from sources.api.strict import KnownFields, ShortList

MOST_ROWS = 1000

NOT_TRIED = "The row was not tried, since the database failed at one before it: send it again."

Work = Callable[[Any], Claim]


class BatchRefused(APIException):  # as DRF names its own
    """A row of a batch that was to be all or nothing was refused."""

    status_code = HTTPStatus.CONFLICT
    default_code = "batch_refused"

    def __init__(self, results: list[dict[str, Any]]) -> None:
        """Keep what every row would have come to, without the claims, since none was made or moved."""
        refused = sum("problem" in result for result in results)
        super().__init__(f"Nothing was done: {refused} of {len(results)} rows were refused.")
        undone = [{name: value for name, value in result.items() if name != "claim"} for result in results]
        self.members = {"results": undone}


class AnyRow(serializers.JSONField):
    """A row as it was read, decimals included; its own serializer checks it."""

    def to_internal_value(self, data: Any) -> Any:
        """The row."""
        return data


class BatchSerializer(KnownFields):
    """Rows, and whether they are all done or none."""

    atomic = serializers.BooleanField(
        required=False, default=False, help_text="Whether nothing is done where a row is refused."
    )


@extend_schema_field(DraftSerializer(many=True))
class DraftRows(ShortList):
    """Drafts that are checked one by one, so that a bad one is told by its row."""


class MakingBatchSerializer(BatchSerializer):
    """Claims to be made."""

    claims = DraftRows(child=AnyRow(allow_null=True), min_length=1, max_length=MOST_ROWS)


class MoveSerializer(KnownFields):
    """A move of one claim."""

    claim = serializers.UUIDField(help_text="The claim's id.")
    version = serializers.IntegerField(
        allow_null=True,
        min_value=1,
        max_value=2**31 - 1,
        help_text="The version that was seen, as the claim's ETag begins; null for whatever is there.",
    )
    action = serializers.ChoiceField([a.value for a in Action], help_text="What is done to it.")
    reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=10_000, help_text="Why."
    )
    changes = ClaimChanges(required=False, help_text="What a correction changes.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Changes belong to a correction and to nothing else."""
        if ("changes" in attrs) != (attrs["action"] == Action.CORRECT):
            message = "To correct a claim say what changes; no other move changes its fields."
            raise serializers.ValidationError({"changes": [ErrorDetail(message, code="invalid")]})
        return attrs


@extend_schema_field(MoveSerializer(many=True))
class MoveRows(ShortList):
    """Moves that are checked one by one."""


class MovingBatchSerializer(BatchSerializer):
    """Moves to be made."""

    moves = MoveRows(child=AnyRow(allow_null=True), min_length=1, max_length=MOST_ROWS)


class RowClaimSerializer(serializers.Serializer[Claim]):
    """A claim after its row of a batch."""

    id = serializers.UUIDField(source="uid")
    version = serializers.IntegerField()
    status = serializers.ChoiceField([s.value for s in Status])


class RowResultSerializer(serializers.Serializer[Any]):
    """What became of a row: its claim, or the problem."""

    row = serializers.IntegerField(help_text="Its place in the batch, from 0.")
    status = serializers.IntegerField(help_text="The status that it would be answered with by itself.")
    claim = RowClaimSerializer(required=False)
    problem = ProblemSerializer(required=False)


class BatchResultSerializer(serializers.Serializer[Any]):
    """What became of a batch."""

    done = serializers.IntegerField(help_text="How many rows were done.")
    refused = serializers.IntegerField(help_text="How many were not.")
    results = RowResultSerializer(many=True, help_text="One for each row, in their order.")


class MakeMany(APIView):
    """Makes up to a thousand claims."""

    needs = {"post": Need(scope=Scope.REVIEW, permission=ADD_CLAIM)}

    @extend_schema(
        operation_id="claims_create_many",
        summary="Make up to 1000 claims, with a result for each",
        request=MakingBatchSerializer,
        responses=describe_answers(BatchResultSerializer, *BODY_PROBLEMS),
        tags=["claims"],
    )
    def post(self, request: Request) -> Response:
        """Each row as `POST claims/` takes it."""
        body = read_body(MakingBatchSerializer, request)
        person = find_person(request)

        def make(row: Any) -> Claim:
            return make_by_hand(read_draft(read_row(DraftSerializer, row)), by=person)

        return Response(run(body["claims"], make, done=HTTPStatus.CREATED, atomic=body["atomic"]))


class MoveMany(APIView):
    """Moves up to a thousand claims."""

    needs = {"post": Need(scope=Scope.REVIEW, permission=REVIEW_CLAIM, refusal=NotAReviewerError.code)}

    @extend_schema(
        operation_id="claims_move_many",
        summary="Move up to 1000 claims, with a result for each",
        request=MovingBatchSerializer,
        responses=describe_answers(BatchResultSerializer, *BODY_PROBLEMS),
        tags=["claims"],
    )
    def post(self, request: Request) -> Response:
        """Each row names a claim, the version that was seen, and the move."""
        body = read_body(MovingBatchSerializer, request)
        person = find_person(request)

        def move(row: Any) -> Claim:
            asked = read_row(MoveSerializer, row)
            claim: Claim | None = Claim.objects.filter(uid=asked["claim"]).first()
            if claim is None:
                raise ValidationError(
                    {"claim": [ErrorDetail("There is no such claim.", code="does_not_exist")]}
                )
            move_claim(claim, asked, by=person)
            return claim

        return Response(run(body["moves"], move, done=HTTPStatus.OK, atomic=body["atomic"]))


def move_claim(claim: Claim, asked: dict[str, Any], *, by: Any) -> None:
    """Make the move by the claim's own method."""
    who = {"by": by, "expected_version": asked["version"]}
    action = Action(asked["action"])
    if action is Action.CORRECT:
        claim.correct(changes=list_columns(asked["changes"]), reason=asked["reason"], **who)
    elif action is Action.UNDO:
        claim.undo(**who)
    else:
        claim.review(action, reason=asked["reason"], **who)


def read_body(serializer: type[KnownFields], request: Request) -> dict[str, Any]:
    """The checked body of a batch, whose rows are checked one by one."""
    body = serializer(data=request.data)
    body.is_valid(raise_exception=True)
    checked: dict[str, Any] = body.validated_data
    return checked


def read_row(serializer: type[KnownFields], row: Any) -> dict[str, Any]:
    """A checked row; raises ValidationError."""
    read = serializer(data=row)
    read.is_valid(raise_exception=True)
    checked: dict[str, Any] = read.validated_data
    return checked


def run(rows: Iterable[Any], work: Work, *, done: HTTPStatus, atomic: bool) -> dict[str, Any]:
    """Do every row; raises BatchRefused, with nothing done, where one fails and all or nothing was asked."""
    if not atomic:
        return count(list(do_rows(rows, work, done)))
    with transaction.atomic():
        counted = count(list(do_rows(rows, work, done)))
        if counted["refused"]:
            raise BatchRefused(counted["results"])
    return counted


def do_rows(rows: Iterable[Any], work: Work, done: HTTPStatus) -> Iterator[dict[str, Any]]:
    """What became of each row; behind one at which the database failed none is tried, or each might wait."""
    failure: str | None = None
    for number, row in enumerate(rows):
        if failure is not None:
            problem = APIException(NOT_TRIED, code=failure)
            problem.status_code = HTTPStatus.SERVICE_UNAVAILABLE
            yield refuse_row(number, problem)
            continue
        result = do_row(number, row, work, done)
        if result["status"] == HTTPStatus.SERVICE_UNAVAILABLE:
            failure = result["problem"]["code"]
        yield result


def do_row(number: int, row: Any, work: Work, done: HTTPStatus) -> dict[str, Any]:
    """What became of one row."""
    try:
        with transaction.atomic():
            claim = work(row)
    except Exception as error:
        known = translate_failure(error) or translate(error)
        if known is None:
            raise
        return refuse_row(number, known)
    return {"row": number, "status": int(done), "claim": RowClaimSerializer(claim).data}


def translate_failure(error: Exception) -> APIException | None:
    """What the database could not do, as the problem of one row; None for any other error.

    In a greater transaction the loss of the connection takes all rows with it: that is no row's problem.
    """
    if is_too_slow(error):
        note_stop(error)
        return TookTooLong()
    if is_outage(error) and not transaction.get_connection().in_atomic_block:
        note_outage(error)
        return DatabaseGone()
    return None


def refuse_row(number: int, problem: APIException) -> dict[str, Any]:
    """A row that was not done, with the problem that it met."""
    return {"row": number, "status": int(problem.status_code), "problem": describe(problem)}


def count(results: list[dict[str, Any]]) -> dict[str, Any]:
    """The results with their numbers."""
    refused = sum("problem" in result for result in results)
    return {"done": len(results) - refused, "refused": refused, "results": results}
