"""Which rows refer to a row and so keep it on the record."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import PROTECT, Model

from sources.models.counting import EXACT_UP_TO

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """So many rows of one sort refer to it, and more where `has_more` says so; `shown` are ids of a few."""

    rows: str
    number: int
    has_more: bool
    shown: tuple[UUID, ...]

    def __str__(self) -> str:
        return f"{'more than ' if self.has_more else ''}{self.number:,} {self.rows}"


def find_uses(row: Model) -> Iterator[Use]:
    """What refers to a row and forbids to delete it: one query for each sort of rows, however many there are.

    Django's own deletion would load every one of them to say no. In no order, or all would be sorted.
    """
    for relation in row._meta.related_objects:
        if relation.on_delete is not PROTECT:
            continue
        model: Any = relation.related_model
        rows = model._default_manager.filter(**{relation.field.name: row}).order_by()
        found = list(rows.values_list("uid", flat=True)[: EXACT_UP_TO + 1])
        if found:
            yield Use(
                rows=str(model._meta.verbose_name_plural),
                number=min(len(found), EXACT_UP_TO),
                has_more=len(found) > EXACT_UP_TO,
                shown=tuple(found[:MOST_SHOWN]),
            )
