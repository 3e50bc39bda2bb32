"""Review moves: which status follows which, and what a move needs (PURE)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from claims.errors import ClaimsError, NotPermittedError


class Status(StrEnum):
    """Whether a claim is transcribed right; says nothing about whether it is true."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Action(StrEnum):
    """What a reviewer does to a claim."""

    ACCEPT = "accept"
    CORRECT = "correct"  # accept with changed fields; the review row keeps the difference
    REJECT = "reject"
    REOPEN = "reopen"
    UNDO = "undo"  # take one's own last move back; the review row says which way


MOVES: Mapping[tuple[Status, Action], Status] = MappingProxyType(
    {
        (Status.PROPOSED, Action.ACCEPT): Status.ACCEPTED,
        (Status.PROPOSED, Action.CORRECT): Status.ACCEPTED,
        (Status.PROPOSED, Action.REJECT): Status.REJECTED,
        (Status.ACCEPTED, Action.REOPEN): Status.PROPOSED,
        (Status.REJECTED, Action.REOPEN): Status.PROPOSED,
    }
)
"""Every legal move but the undo, which leads back along one of these; whatever is not here is refused."""

UNDONE = frozenset((end, start) for (start, _), end in MOVES.items())
"""From where to where an undo can lead: each move backwards."""

PLAIN_ACTIONS = (Action.ACCEPT, Action.REJECT, Action.REOPEN)
"""The moves that need no more than a reason; a correction needs its changes, an undo the move before it."""

DECISIONS = frozenset({Action.ACCEPT, Action.CORRECT, Action.REJECT})
"""The moves that decide about a proposed claim."""

NEEDS_REASON = frozenset({Action.REOPEN})
"""Undoing what a person decided has to say why."""

UNDO_REASON = "undone"
"""What the review row of an undo gives as its reason."""


class IllegalMoveError(ClaimsError):
    """The claim's status does not allow the move."""

    code = "illegal_move"


class NothingToUndoError(IllegalMoveError):
    """The claim's last move is not one that this person can take back."""

    code = "nothing_to_undo"


class ReasonRequiredError(ClaimsError):
    """The move needs a reason and none was given."""

    code = "reason_required"


class NotAReviewerError(NotPermittedError):
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


def find_undone_status(last: tuple[Action, Status] | None, *, own: bool) -> Status:
    """The status to which an undo leads back: where the last move, given with its start, began.

    own: whether the person who asks made that move. Raises NothingToUndoError.
    """
    if last is None:
        raise NothingToUndoError("The claim has not been moved yet: there is nothing to undo.")
    action, start = last
    if not own:
        raise NothingToUndoError(
            "Somebody else made the claim's last move: reopen the claim with a reason instead."
        )
    if action is Action.UNDO:
        raise NothingToUndoError("The claim's last move is an undo already: decide about it anew.")
    return start


def _explain_refusal(status: Status, action: Action) -> str:
    """What the status is and which moves it does allow."""
    allowed = [str(move) for (start, move) in MOVES if start is status]
    return f"The claim is {status}: it cannot be moved by “{action}”, only by “{'”, “'.join(allowed)}”."
