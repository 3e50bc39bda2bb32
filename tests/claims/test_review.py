"""The table of review moves, pair by pair."""

import pytest

from claims.review import (
    Action,
    IllegalMoveError,
    ReasonRequiredError,
    Status,
    find_next_status,
)

LEGAL = {
    (Status.PROPOSED, Action.ACCEPT): Status.ACCEPTED,
    (Status.PROPOSED, Action.REJECT): Status.REJECTED,
    (Status.ACCEPTED, Action.REOPEN): Status.PROPOSED,
    (Status.REJECTED, Action.REOPEN): Status.PROPOSED,
}
PAIRS = [(status, action) for status in Status for action in Action]


@pytest.mark.parametrize(("status", "action"), PAIRS)
def test_every_pair_of_status_and_action_is_a_move_or_refused(status: Status, action: Action) -> None:
    following = LEGAL.get((status, action))
    if following is None:
        with pytest.raises(IllegalMoveError):
            find_next_status(status, action, reason="because")
    else:
        assert find_next_status(status, action, reason="because") is following


def test_refusal_names_the_status_and_the_moves_it_allows() -> None:
    with pytest.raises(IllegalMoveError, match=r"is accepted: .* only by “reopen”"):
        find_next_status(Status.ACCEPTED, Action.ACCEPT, reason="")


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_reopening_needs_a_reason(reason: str) -> None:
    with pytest.raises(ReasonRequiredError):
        find_next_status(Status.REJECTED, Action.REOPEN, reason=reason)
