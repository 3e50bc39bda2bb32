"""The audit trail: who changed or deleted which row, when, and what it was before."""

from collections.abc import Callable
from typing import Any

import pghistory
import pgtrigger
from django.apps import apps
from django.db import models


class LeanEvent(pghistory.models.Event):
    """Event 5 says that a row was changed or deleted at a moment, by whom, and how it stood before.

    One table beside each table that people change, filled by statement-level triggers: one insert for a
    whole batch. A row's own insertion is told by the row itself. Nothing is ever changed in it.
    """

    pgh_id = models.BigAutoField(primary_key=True)
    pgh_created_at = models.DateTimeField(auto_now_add=True)
    pgh_label = models.CharField(max_length=8)

    class Meta:
        abstract = True


UPDATED, DELETED = "update", "delete"
"""What an event's label says of its row."""

MOST_EVENTS = 100
"""How far back an earlier state of a row is looked for."""


def find_before(row: models.Model, is_it: Callable[[models.Model], bool]) -> models.Model | None:
    """The newest earlier state of a row that is the one looked for, as its event keeps it; else None."""
    earlier = find_updates(type(row), row.pk).reverse()
    return next((state for state in earlier[:MOST_EVENTS] if is_it(state)), None)


def find_updates(model: type[models.Model], key: int) -> models.QuerySet[Any]:
    """The events of a row's changes, oldest first; each keeps the row as it was before."""
    event = apps.get_model(model._meta.app_label, name_event(model))
    updates: models.QuerySet[Any] = event._default_manager.filter(pgh_obj_id=key, pgh_label=UPDATED)
    return updates.order_by("pgh_id")


def name_event(model: type[models.Model]) -> str:
    """What the event model of a model is called."""
    return f"{model.__name__}Event"


def keep_events(
    model: type[models.Model],
    *,
    leave_out: tuple[str, ...] = (),
    only: tuple[str, ...] = (),
    with_inserts: bool = False,
    lists_deletions: bool = False,
) -> type[models.Model]:
    """Make the event model of a model, with triggers on its UPDATE and DELETE.

    leave_out: fields that say nothing of their own, such as generated ones.
    only: the fields that are kept, if not all.
    with_inserts: also note new rows, for tables whose rows do not say who made them when.
    lists_deletions: whether clients are told which rows are gone, by an index of those events alone.
    The only other index besides the key is that of the object; the context (person, address, request)
    stands in the event itself.
    """
    inserts = [pghistory.InsertEvent()] if with_inserts else []
    event: type[models.Model] = pghistory.create_event_model(
        model,
        pghistory.UpdateEvent(row=pghistory.Old),
        pghistory.DeleteEvent(),
        *inserts,
        fields=list(only) or None,
        exclude=list(leave_out),
        obj_field=pghistory.ObjForeignKey(related_name="+", related_query_name="+", db_index=True),
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        base_model=LeanEvent,
        model_name=name_event(model),
        meta={
            "verbose_name": f"change of {model._meta.verbose_name}",
            "ordering": ["-pgh_id"],
            "indexes": [_index_deletions(model)] if lists_deletions else [],
        },
        abstract=False,
        level=pgtrigger.Statement,
    )
    return event


def _index_deletions(model: type[models.Model]) -> models.Index:
    """Finds the deletions of a model's rows by their moment."""
    return models.Index(
        fields=["pgh_created_at", "pgh_id"],
        name=f"deleted_{model._meta.model_name}",
        condition=models.Q(pgh_label=DELETED),
    )
