"""One line of time of a claim: its reviews, verdicts, confirmations and changed fields."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model

from claims.models.conflicts import compare_rows
from claims.models.differences import word
from claims.models.review import Review
from claims.models.verdict import Verdict
from sources.models.audit import find_updates


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What happened at a moment: who did it, what it is called, why, and what it changed.

    kind: review, verdict, confirmation or change; title: the move, the outcome or "changed".
    by: None where nobody was logged in, such as a command. changes: before and after in words.
    """

    at: datetime
    kind: str
    title: str
    by: str | None
    reason: str = ""
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    row: Model | None = None


def list_timeline(claim: Any) -> list[Entry]:
    """The claim's entries, oldest first, in as many queries for a hundred as for one."""
    entries = [*_list_reviews(claim), *_list_verdicts(claim), *_list_changes(claim)]
    return sorted(entries, key=lambda entry: entry.at)


def _list_reviews(claim: Any) -> Iterable[Entry]:
    for review in Review.objects.filter(claim_id=claim.pk).select_related("by").order_by("number"):
        yield Entry(
            at=review.at,
            kind="review",
            title=review.action,
            by=review.by.get_username(),
            reason=review.reason,
            changes=_show_difference(review.difference),
            row=review,
        )


def _list_verdicts(claim: Any) -> Iterable[Entry]:
    verdicts = Verdict.objects.filter(claim_id=claim.pk).select_related("by", "confirmation__by")
    for verdict in verdicts.prefetch_related("evidence__sentence").order_by("number"):
        yield Entry(
            at=verdict.at,
            kind="verdict",
            title=verdict.outcome,
            by=verdict.by.get_username(),
            reason=verdict.rationale,
            row=verdict,
        )
        confirmation = getattr(verdict, "confirmation", None)
        if confirmation is not None:
            yield Entry(
                at=confirmation.at,
                kind="confirmation",
                title="confirmed",
                by=confirmation.by.get_username(),
                row=verdict,
            )


def _list_changes(claim: Any) -> Iterable[Entry]:
    """Changes of fields outside reviews and verdicts, which tell of themselves."""
    events: list[Any] = list(
        find_updates(type(claim), claim.pk).select_related("speaker", "subject", "statistic")
    )
    people = _find_people(events)
    for before, after in pairwise([*events, claim]):
        changes = dict(compare_rows(before, after))
        if before.status_at != after.status_at or before.verdict != after.verdict or not changes:
            continue
        yield Entry(
            at=before.pgh_created_at,
            kind="change",
            title="changed",
            by=people.get((before.pgh_context or {}).get("user")),
            changes=changes,
            row=before,
        )


def _find_people(events: Iterable[Any]) -> dict[Any, str]:
    """The names of those whom events name by their key."""
    keys: set[Any] = {(event.pgh_context or {}).get("user") for event in events} - {None}
    return {user.pk: user.get_username() for user in User.objects.filter(pk__in=keys)} if keys else {}


def _show_difference(difference: Mapping[str, Mapping[str, Any]] | None) -> dict[str, tuple[str, str]]:
    """A stored difference in words."""
    return {
        name: (word(change["before"]), word(change["after"])) for name, change in (difference or {}).items()
    }
