"""Rows as JSON that PostgreSQL itself builds, from the fields that a serializer declares.

A list of a hundred rows costs DRF forty times what it costs the database. Here the serializer stays the one
place that says what a row shows: its fields become an expression, and a list passes the database's text on.
A test holds both ways to the same JSON for every resource.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Case, Expression, F, OuterRef, Prefetch, QuerySet, Subquery, Value, When
from django.db.models.constants import LOOKUP_SEP
from rest_framework import serializers

from sources.api.json_text import JsonArray, JsonObject, Moment

Serializer = serializers.BaseSerializer[Any]


def express(serializer: Serializer, prefix: str = "") -> Expression:
    """A row of a serializer as a JSON object; `prefix` is the way from the listed row to it."""
    fields: Iterable[tuple[str, Any]] = serializer.fields.items()  # type: ignore[attr-defined]  # of a Serializer
    return JsonObject({name: _express_field(field, prefix) for name, field in fields if not field.write_only})


def _express_field(field: Any, prefix: str) -> Any:
    path = LOOKUP_SEP.join(filter(None, (prefix, *field.source_attrs)))
    if hasattr(field, "express"):
        return field.express(path)
    if isinstance(field, serializers.BaseSerializer):
        return _express_nested(field, path)
    if isinstance(field, serializers.DateTimeField):
        return Moment(F(path))
    return F(path)


def _express_nested(serializer: Any, path: str) -> Expression:
    """Another row, or a part of the same one that is absent where its column says nothing."""
    row = express(serializer, path)
    if not serializer.allow_null:
        return row
    column = getattr(serializer, "absent_without", None)
    absent = {LOOKUP_SEP.join(filter(None, (path, column))): ""} if column else {f"{path}__isnull": True}
    return Case(When(**absent, then=Value(None)), default=row)


class RowsOf(serializers.ListSerializer[Any]):
    """All rows that belong to the one that is shown, in the order of their making.

    select: the rows of the child's model with what they show; owner: their key to the shown row.
    """

    def __init__(self, *, select: Callable[[], QuerySet[Any]], owner: str, **options: Any) -> None:
        """Remember how the rows are found."""
        super().__init__(**{"required": False, **options})
        self.select, self.owner = select, owner

    def express(self, path: str) -> Subquery:
        """The rows as an array."""
        way = path.rpartition(LOOKUP_SEP)[0]
        rows = self.select().filter(**{self.owner: OuterRef(LOOKUP_SEP.join(filter(None, (way, "pk"))))})
        array = JsonArray(express(self.child), F("pk"))  # type: ignore[arg-type]  # a serializer as any
        return Subquery(rows.order_by().annotate(_array=array).values("_array"))

    def prefetch(self) -> "Prefetch[Any]":
        """The same rows for a serializer that reads them one after the other."""
        return Prefetch("__".join(self.source_attrs), self.select().order_by("pk"))
