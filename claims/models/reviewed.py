"""A claim's status: whether it is transcribed right, moved by reviews alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from claims.errors import SupersededError
from claims.models.acting import acting
from claims.models.differences import Difference, apply_changes, invert, restore_columns
from claims.models.judged import Judged, withdraw_for_reopening
from claims.models.moving import write_move
from claims.models.review import Review
from claims.models.second_pass import SecondPass, is_drawn
from claims.review import (
    DECISIONS,
    MOVES,
    PLAIN_ACTIONS,
    UNDO_REASON,
    Action,
    IllegalMoveError,
    NotAReviewerError,
    NothingToUndoError,
    Status,
    find_next_status,
    find_undone_status,
)
from claims.roles import CHANGE_CLAIM, REVIEW_CLAIM, require
from claims.verdicts import Outcome
from sources.models.identity import make_uid


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A move that is allowed: what it is, where it leads, who makes it and which columns it changes."""

    action: Action
    after: Status
    by: User
    reason: str
    columns: Mapping[str, Any] = field(default_factory=dict)
    difference: Difference | None = None
    at: datetime = field(default_factory=timezone.now)
    uid: UUID = field(default_factory=make_uid)

    @property
    def is_drawn(self) -> bool:
        """Whether a second person is to decide again."""
        return self.action in DECISIONS and is_drawn(self.uid, settings.ONRECORD_SECOND_PASS_SHARE)


class Reviewed(Judged):
    """A row with a status, which only the methods here change.

    Each takes `expected_version`, the version that the person saw: where it is given and has passed, the
    method raises ConflictError. A refused move changes nothing.
    """

    status = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in Status], default=Status.PROPOSED, editable=False
    )
    status_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        db_index=False,
    )
    status_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def accept(self, *, by: User, reason: str = "", expected_version: int | None = None) -> Review:
        """Say that the claim is transcribed right."""
        return self.review(Action.ACCEPT, by=by, reason=reason, expected_version=expected_version)

    def reject(self, *, by: User, reason: str = "", expected_version: int | None = None) -> Review:
        """Say that the claim is not what the sentence states."""
        return self.review(Action.REJECT, by=by, reason=reason, expected_version=expected_version)

    def reopen(self, *, by: User, reason: str, expected_version: int | None = None) -> Review:
        """Take a decision back; the reason is required. A verdict is withdrawn with it."""
        return self.review(Action.REOPEN, by=by, reason=reason, expected_version=expected_version)

    def review(
        self, action: Action, *, by: User, reason: str = "", expected_version: int | None = None
    ) -> Review:
        """Make the plain move of that name, for doors that get it as a word.

        Raises NotAReviewerError, IllegalMoveError, ReasonRequiredError, ConflictError or SupersededError.
        """
        if action not in PLAIN_ACTIONS:
            raise IllegalMoveError(f"“{action}” is no plain move: call the claim's method of that name.")
        _check_reviewer(by)
        with acting(by):
            return self._move_as_seen(action, by, reason, expected_version) or self._move_locked(
                action, by, reason, expected_version
            )

    def _move_as_seen(
        self, action: Action, by: User, reason: str, expected_version: int | None
    ) -> Review | None:
        """Make a plain move of the claim as it was read, in one statement; None where that is not enough."""
        after = MOVES.get((Status(self.status), action))
        if after is None or expected_version not in (None, self.version):
            return None
        find_next_status(Status(self.status), action, reason=reason)
        move = _Move(action=action, after=after, by=by, reason=reason)
        return None if move.is_drawn or _withdraws(self, move) else self._write(self, move)

    def _move_locked(self, action: Action, by: User, reason: str, expected_version: int | None) -> Review:
        """Make a plain move of the claim as it stands."""
        with transaction.atomic():
            standing = self.lock(expected_version)
            after = find_next_status(Status(standing.status), action, reason=reason)
            return self._move(standing, _Move(action=action, after=after, by=by, reason=reason))

    def correct(
        self, *, by: User, changes: Mapping[str, Any], reason: str = "", expected_version: int | None = None
    ) -> Review:
        """Accept the claim with changed fields; the review row keeps the difference.

        changes: fields of `differences.CORRECTABLE`; where none differs it is a plain acceptance.
        Raises InvalidChangeError and what `review` raises.
        """
        _check_reviewer(by)
        with acting(by), transaction.atomic():
            standing = self.lock(expected_version)
            after = find_next_status(Status(standing.status), Action.CORRECT, reason=reason)
            columns, difference = apply_changes(standing, changes)
            move = _Move(
                action=Action.CORRECT if difference else Action.ACCEPT,
                after=after,
                by=by,
                reason=reason,
                columns=columns,
                difference=difference or None,
            )
            return self._move(standing, move)

    def undo(self, *, by: User, reason: str = UNDO_REASON, expected_version: int | None = None) -> Review:
        """Take back one's own last move, if nothing has happened to the claim since.

        A correction's fields go back with it. Raises NothingToUndoError and what `review` raises.
        """
        _check_reviewer(by)
        with acting(by), transaction.atomic():
            standing = self.lock(expected_version)
            last = Review.objects.filter(claim_id=standing.pk).order_by("-number").first()
            known = None if last is None else (Action(last.action), Status(last.from_status))
            after = find_undone_status(known, own=last is not None and last.by_id == by.pk)
            if last is None or standing.updated_at != last.at:
                raise NothingToUndoError(
                    "The claim was changed or got a verdict after your move: look at it again first."
                )
            move = _Move(
                action=Action.UNDO,
                after=after,
                by=by,
                reason=reason,
                columns=restore_columns(standing, last.difference or {}),
                difference=invert(last.difference),
            )
            return self._move(standing, move)

    def revise(
        self, *, by: User, changes: Mapping[str, Any], expected_version: int | None = None
    ) -> Difference:
        """Change fields of a proposed claim without deciding about it; what differs.

        Raises NotPermittedError, IllegalMoveError, InvalidChangeError, ConflictError or SupersededError.
        """
        require(by, CHANGE_CLAIM)
        with acting(by), transaction.atomic():
            standing = self.lock(expected_version)
            if standing.status != Status.PROPOSED:
                raise IllegalMoveError(
                    f"The claim is {standing.status} by {standing.status_by}: reopen it to change it."
                )
            columns, difference = apply_changes(standing, changes)
            if difference:
                self.write(standing, **columns, updated_at=timezone.now())
                self.keep_from_harvests(by)
        return difference

    def keep_from_harvests(self, by: User) -> None:
        """Note that a person has worked on it, so that no newer extractor replaces it."""
        raise NotImplementedError

    def _move(self, standing: "Reviewed", move: _Move) -> Review:
        """Move a locked claim, in the caller's transaction, with all that the move brings about."""
        if _withdraws(standing, move):
            withdraw_for_reopening(standing, by=move.by, reason=move.reason.strip(), at=move.at)
        review = self._write(standing, move)
        if review is None:
            raise SupersededError("The claim was changed in the middle of its move: look at it again.")
        if move.is_drawn:
            SecondPass.objects.create(claim_id=standing.pk, first=review)
        return review

    def _write(self, seen: "Reviewed", move: _Move) -> Review | None:
        """The only writer of a status: the claim's row and the review row; None where it stands otherwise."""
        columns = {
            **move.columns,
            "status": move.after,
            "status_by": move.by,
            "status_at": move.at,
            "verdict": Outcome.UNCHECKED,
            "updated_at": move.at,
            "version": seen.version + 1,
        }
        review = Review(
            uid=move.uid,
            claim_id=seen.pk,
            action=move.action,
            from_status=Status(seen.status),
            to_status=move.after,
            reason=move.reason.strip(),
            difference=move.difference,
            by=move.by,
            at=move.at,
        )
        if not write_move(seen, columns, review):
            return None
        self.take_over(columns, seen)
        return review


def _withdraws(standing: Reviewed, move: _Move) -> bool:
    """Whether a move takes a verdict back: what was judged may change now."""
    return move.after is not Status.ACCEPTED and standing.verdict != Outcome.UNCHECKED


def _check_reviewer(by: User) -> None:
    """Refuse who may not review; raises NotAReviewerError."""
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
