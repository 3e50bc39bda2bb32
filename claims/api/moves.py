"""What people do to a claim through the API: review moves, changes and verdicts, by its own methods."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib.auth.models import User
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from claims.api.changes import ClaimChanges, CorrectionSerializer, ReasonSerializer, list_columns
from claims.api.judgements import JudgementSerializer, WithdrawalSerializer, read_judgement
from claims.api.serializers.claims import ClaimSerializer
from claims.models import Claim
from claims.review import Action, NotAReviewerError
from claims.roles import CHANGE_CLAIM, CONFIRM_VERDICT, GIVE_VERDICT, REVIEW_CLAIM
from sources.api.needs import Need, Scope
from sources.api.people import find_person
from sources.api.problems import CHANGE_PROBLEMS, IF_MATCH, describe_answers
from sources.api.strict import KnownFields
from sources.api.tags import answer_row, read_expected_version

REVIEWING = Need(scope=Scope.REVIEW, permission=REVIEW_CLAIM, refusal=NotAReviewerError.code)
NEEDS = {
    **dict.fromkeys(("accept", "correct", "reject", "reopen", "undo"), REVIEWING),
    "partial_update": Need(scope=Scope.REVIEW, permission=CHANGE_CLAIM),
    "give_verdict": Need(scope=Scope.REVIEW, permission=GIVE_VERDICT),
    "withdraw_verdict": Need(scope=Scope.REVIEW, permission=GIVE_VERDICT),
    "confirm_verdict": Need(scope=Scope.REVIEW, permission=CONFIRM_VERDICT),
}

_Method = TypeVar("_Method", bound=Callable[..., Any])


def describe_move(
    operation_id: str, summary: str, body: type[KnownFields] | None
) -> Callable[[_Method], _Method]:
    """The schema of a move: its body, the claim as its answer, and what may refuse it."""
    decorate: Callable[[_Method], _Method] = extend_schema(
        operation_id=operation_id,
        summary=summary,
        request=body,
        parameters=[IF_MATCH],
        responses=describe_answers(ClaimSerializer, *CHANGE_PROBLEMS),
    )
    return decorate


class ClaimMoves(GenericViewSet[Claim]):
    """The moves of one claim; If-Match says which version was seen, and a refused move changes nothing."""

    @describe_move("claims_accept", "Accept a claim: it is transcribed right", ReasonSerializer)
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, **_: Any) -> Response:
        """From proposed to accepted; the reason is optional."""
        return self._review(Action.ACCEPT, request)

    @describe_move("claims_reject", "Reject a claim: it is not what the sentence states", ReasonSerializer)
    @action(detail=True, methods=["post"])
    def reject(self, request: Request, **_: Any) -> Response:
        """From proposed to rejected; the reason is optional."""
        return self._review(Action.REJECT, request)

    @describe_move("claims_reopen", "Reopen a claim: take the decision back", ReasonSerializer)
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, **_: Any) -> Response:
        """From accepted or rejected to proposed; the reason is required. A verdict is withdrawn with it."""
        return self._review(Action.REOPEN, request)

    @describe_move("claims_correct", "Accept a claim with changed fields", CorrectionSerializer)
    @action(detail=True, methods=["post"])
    def correct(self, request: Request, **_: Any) -> Response:
        """From proposed to accepted; the review keeps each field's before and after."""

        def correct(claim: Claim, body: dict[str, Any], **who: Any) -> None:
            claim.correct(changes=list_columns(body["changes"]), reason=body["reason"], **who)

        return self._move(request, CorrectionSerializer, correct)

    @describe_move("claims_undo", "Undo your own last move of a claim", None)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, **_: Any) -> Response:
        """Back to where the claim stood before, if nothing has happened to it since."""
        return self._move(request, KnownFields, lambda claim, _, **who: claim.undo(**who))

    @describe_move("claims_partial_update", "Change fields of a proposed claim", ClaimChanges)
    def partial_update(self, request: Request, **_: Any) -> Response:
        """Without deciding about it; what is left out stays as it is."""

        def revise(claim: Claim, body: dict[str, Any], **who: Any) -> None:
            claim.revise(changes=list_columns(body), **who)

        return self._move(request, ClaimChanges, revise)

    @describe_move("claims_give_verdict", "Say whether an accepted claim is true", JudgementSerializer)
    @action(detail=True, methods=["post"], url_path="verdict")
    def give_verdict(self, request: Request, **_: Any) -> Response:
        """With a rationale and evidence; it supersedes the verdict before it."""

        def judge(claim: Claim, body: dict[str, Any], **who: Any) -> None:
            claim.give_verdict(read_judgement(body), **who)

        return self._move(request, JudgementSerializer, judge)

    @describe_move("claims_withdraw_verdict", "Withdraw a claim's verdict", WithdrawalSerializer)
    @action(detail=True, methods=["post"], url_path="verdict/withdraw")
    def withdraw_verdict(self, request: Request, **_: Any) -> Response:
        """The reason is required; the verdict stays in the history."""

        def withdraw(claim: Claim, body: dict[str, Any], **who: Any) -> None:
            claim.withdraw_verdict(reason=body["reason"], **who)

        return self._move(request, WithdrawalSerializer, withdraw)

    @describe_move("claims_confirm_verdict", "Stand by another person's verdict", None)
    @action(detail=True, methods=["post"], url_path="verdict/confirm")
    def confirm_verdict(self, request: Request, **_: Any) -> Response:
        """Of the claim's newest verdict; nobody confirms one of their own."""
        return self._move(request, KnownFields, lambda claim, _, **who: claim.confirm_verdict(**who))

    def _review(self, move: Action, request: Request) -> Response:
        """One of the moves that need no more than a reason."""

        def review(claim: Claim, body: dict[str, Any], **who: Any) -> None:
            claim.review(move, reason=body["reason"], **who)

        return self._move(request, ReasonSerializer, review)

    def _move(self, request: Request, body: type[KnownFields], move: Callable[..., Any]) -> Response:
        """Make a move with the body, the person and the version that the person saw; the claim after it."""
        claim = self.get_object()
        version = read_expected_version(request)
        read = body(data=request.data)
        read.is_valid(raise_exception=True)
        person: User = find_person(request)
        move(claim, read.validated_data, by=person, expected_version=version)
        return answer_row(self, request, claim)
