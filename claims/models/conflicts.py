"""What a person missed who saw an older version of a claim."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from claims.errors import ConflictError
from claims.models.differences import CORRECTABLE, encode, word
from sources.models.audit import find_updates

TOLD = (*CORRECTABLE, "status", "verdict")


def describe_conflict(standing: Model, expected: int) -> ConflictError:
    """The error that tells changed fields from the audit trail, and moves from the reviews."""
    updates = find_updates(type(standing), standing.pk)
    # An update's event keeps the row as it was before: the version that the person saw.
    event = updates.filter(version=expected).first()
    changes = {} if event is None else dict(compare_rows(event, standing))
    moves = [f"{move.by} moved it by “{move.action}”" for move in _list_moves(standing, event)]
    moves += [
        f"{confirmed.by} confirmed its verdict" for confirmed in _list_confirmations(standing, expected)
    ]
    told = [f"{name} was “{old}”, is “{new}”" for name, (old, new) in changes.items()]
    what = "; ".join([*moves, *told]) or "a detail of it was changed"
    return ConflictError(
        f"The claim has changed since you opened it: {what}. Nothing was saved; look again.",
        changes=changes,
        moves=moves,
    )


def compare_rows(before: Model, after: Model) -> Iterable[tuple[str, tuple[str, str]]]:
    """The fields that differ, in words."""
    for name in TOLD:
        attname = after._meta.get_field(name).attname  # type: ignore[union-attr]  # every one is a column
        if getattr(before, attname) != getattr(after, attname):
            yield name, (_read(before, name), _read(after, name))


def _read(row: Model, name: str) -> str:
    """A column's value in words."""
    try:
        return word(encode(getattr(row, name)))
    except ObjectDoesNotExist:  # the audit trail may name a speaker that is gone
        return "a deleted row"


def _list_moves(standing: Model, event: Any) -> list[Any]:
    """The reviews that came after the last one that the older version knew."""
    reviews = apps.get_model("claims", "Review")._default_manager.filter(claim_id=standing.pk)
    if event is None:
        return []
    if event.status_at is not None:
        reviews = reviews.filter(at__gt=event.status_at)
    return list(reviews.select_related("by").order_by("number"))


def _list_confirmations(standing: Model, expected: int) -> list[Any]:
    """The confirmations of its verdicts since the older version was written."""
    # An event stands where a version was replaced: the seen one began with the event of the one before it.
    begun = find_updates(type(standing), standing.pk).filter(version=expected - 1).first()
    confirmations = apps.get_model("claims", "VerdictConfirmation")._default_manager
    since = confirmations.filter(verdict__claim_id=standing.pk).select_related("by").order_by("at")
    return list(since if begun is None else since.filter(at__gt=begun.pgh_created_at))
