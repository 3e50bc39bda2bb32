"""What of a row is shown: all of it, some of its fields (`?fields=`), and rows around it (`?expand=`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError

EXPANDED = "expanded"
SHAPE_PARAMETERS = ["fields", "expand"]
"""Understood by every list and detail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """fields: the names to show, empty for all. expand: the rows to show under `expanded`."""

    fields: frozenset[str] = frozenset()
    expand: frozenset[str] = frozenset()


class ShapedSerializer(serializers.ModelSerializer[Any]):
    """A resource's row, which the request may cut down or widen.

    A field named `expanded`, where there is one, is a serializer of the rows around it.
    """

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """The fields that the context's shape asks for; for the schema, or without a context, all."""
        fields = super().get_fields()
        is_listed = isinstance(self.root, serializers.ListSerializer) and self.parent is self.root
        if not self.context or is_described(self.context.get("view")):
            return fields
        shape: Shape = self.context.get("shape", Shape()) if self.root is self or is_listed else Shape()
        return cut(fields, shape)


def is_described(view: Any) -> bool:
    """Whether a view is only looked at to write the schema, as drf-spectacular marks it."""
    return bool(getattr(view, "swagger_fake_view", False))


def cut(fields: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    """The fields of a shape, in their own order."""
    kept = {name: field for name, field in fields.items() if not shape.fields or name in shape.fields}
    if shape.expand:
        kept[EXPANDED] = fields[EXPANDED]
        hidden = set(fields[EXPANDED].fields) - shape.expand
        for name in hidden:
            del fields[EXPANDED].fields[name]
    else:
        kept.pop(EXPANDED, None)
    return kept


def read_shape(parameters: Mapping[str, str], row: Any) -> Shape:
    """The shape that parameters ask for; raises ValidationError with the names that there are."""
    return Shape(
        fields=_read_names("fields", parameters, list_fields(row)),
        expand=_read_names("expand", parameters, list_around(row)),
    )


def list_fields(row: Any) -> list[str]:
    """What `?fields=` can name of a row."""
    return [name for name in row.fields if name != EXPANDED]


def list_around(row: Any) -> list[str]:
    """What `?expand=` can name around a row; nothing around most."""
    return list(row.fields[EXPANDED].fields) if EXPANDED in row.fields else []


def _read_names(parameter: str, parameters: Mapping[str, str], known: list[str]) -> frozenset[str]:
    names = [name.strip() for name in parameters.get(parameter, "").split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown:
        there = f"Known are: {', '.join(known)}." if known else "Nothing can be expanded here."
        message = f"There is no “{', '.join(unknown)}”. {there}"
        raise ValidationError({parameter: [ErrorDetail(message[:2000], code="unknown_name")]})
    return frozenset(names)
