"""Review moves: which status follows which, and what a move needs (PURE)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from claims.errors import ClaimsError


class Status(StrEnum):
    """Whether a claim is transcribed right; says nothing about whether it is true."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Action(StrEnum):
    """What a reviewer does to a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    REOPEN = "reopen"


MOVES: Mapping[tuple[Status, Action], Status] = MappingProxyType(
    {
        (Status.PROPOSED, Action.ACCEPT): Status.ACCEPTED,
        (Status.PROPOSED, Action.REJECT): Status.REJECTED,
        (Status.ACCEPTED, Action.REOPEN): Status.PROPOSED,
        (Status.REJECTED, Action.REOPEN): Status.PROPOSED,
    }
)
"""Every legal move; whatever is not here is refused."""

NEEDS_REASON = frozenset({Action.REOPEN})
"""Undoing what a person decided has to say why."""


class IllegalMoveError(ClaimsError):
    """The claim's status does not allow the move."""

    code = "illegal_move"


class ReasonRequiredError(ClaimsError):
    """The move needs a reason and none was given."""

    code = "reason_required"


class NotAReviewerError(ClaimsError):
    """The person may not review claims."""

    code = "not_a_reviewer"


def find_next_status(status: Status, action: Action, *, reason: str) -> Status:
    """The status that follows; raises IllegalMoveError or ReasonRequiredError."""
    following = MOVES.get((status, action))
    if following is None:
        raise IllegalMoveError(_explain_refusal(status, action))
    if action in NEEDS_REASON and not reason.strip():
        raise ReasonRequiredError(f"To {action} a claim, give a reason.")
    return following


def _explain_refusal(status: Status, action: Action) -> str:
    """What the status is and which moves it does allow."""
    allowed = [str(move) for (start, move) in MOVES if start is status]
    return f"The claim is {status}: it cannot be moved by “{action}”, only by “{'”, “'.join(allowed)}”."
