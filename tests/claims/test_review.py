"""The table of review moves, pair by pair."""

import pytest

from claims.review import (
    UNDONE,
    Action,
    IllegalMoveError,
    NothingToUndoError,
    ReasonRequiredError,
    Status,
    find_next_status,
    find_undone_status,
)

LEGAL = {
    (Status.PROPOSED, Action.ACCEPT): Status.ACCEPTED,
    (Status.PROPOSED, Action.CORRECT): Status.ACCEPTED,
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


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("start", Status)
def test_every_move_of_ones_own_but_an_undo_can_be_undone(start: Status, action: Action) -> None:
    if action is Action.UNDO:
        with pytest.raises(NothingToUndoError, match="an undo already"):
            find_undone_status((action, start), own=True)
    else:
        assert find_undone_status((action, start), own=True) is start


@pytest.mark.parametrize("action", Action)
def test_the_move_of_somebody_else_cannot_be_undone(action: Action) -> None:
    with pytest.raises(NothingToUndoError, match="Somebody else"):
        find_undone_status((action, Status.PROPOSED), own=False)


def test_what_was_never_moved_has_nothing_to_undo() -> None:
    with pytest.raises(NothingToUndoError, match="not been moved"):
        find_undone_status(None, own=False)


def test_an_undo_leads_along_a_move_backwards() -> None:
    assert sorted(UNDONE) == [
        (Status.ACCEPTED, Status.PROPOSED),
        (Status.PROPOSED, Status.ACCEPTED),
        (Status.PROPOSED, Status.REJECTED),
        (Status.REJECTED, Status.PROPOSED),
    ]
