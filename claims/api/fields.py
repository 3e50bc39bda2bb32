"""Fields of claims: exact numbers, units, and what a correction changed."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db.models import Expression, F, Func, JSONField, Value
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.changes import PLACES, name_field
from claims.measures.units import find_unit
from claims.plain import write_number
from sources.api.json_text import JsonText, as_text


@extend_schema_field({"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["4.20"]})
class PlainNumber(serializers.Field[Decimal, Any, str, Any]):
    """A number as a string of plain digits: nothing is rounded, and 4.20 keeps its zero."""

    def to_representation(self, value: Decimal) -> str:
        """The digits, never with an exponent."""
        return write_number(value)

    def express(self, path: str) -> Expression:
        """The digits as PostgreSQL writes them: the same."""
        return as_text(path)


class UnitSerializer(serializers.Serializer[Any]):
    """A unit of measure."""

    code = serializers.CharField(help_text="Its code in the table of units, such as percent or kilometre.")
    dimension = serializers.CharField(help_text="What it measures; units of one dimension compare.")
    symbol = serializers.CharField(help_text="How it is written short.")

    def to_representation(self, code: str) -> dict[str, Any] | None:  # type: ignore[override]  # null is meant
        """The unit of a code; None for a bare count."""
        unit = find_unit(code) if code else None
        if unit is None:
            # A code that the table no longer has still says what was stated.
            return {"code": code, "dimension": "", "symbol": code} if code else None
        return {"code": unit.code, "dimension": unit.dimension.value, "symbol": unit.symbol}

    def express(self, path: str) -> Expression:
        """The unit as the database's copy of the table says it (`claims_unit`)."""
        return UnitObject(F(path))


class UnitObject(Func):
    """`claims_unit` of a code; the units of the table are looked up in place.

    PostgreSQL would call that function for each row: as an argument of another it is not inlined.
    """

    template = (
        "CASE WHEN claims_units() ? %(expressions)s THEN concat('{\"code\": ', to_json(%(expressions)s), "
        "', \"dimension\": ', claims_units() -> %(expressions)s -> 4, "
        "', \"symbol\": ', claims_units() -> %(expressions)s -> 5, '}') "
        "WHEN %(expressions)s <> '' THEN claims_unit(%(expressions)s)::text END"
    )
    output_field = JsonText()


class RenamedKeys(Func):
    """A JSON object with other keys where the second object has one for them; nothing for NULL."""

    template = (
        "(SELECT jsonb_object_agg(coalesce(renamed.names ->> key, key), value)::text "
        "FROM (SELECT %(expressions)s) AS renamed(written, names), jsonb_each(renamed.written))"
    )
    output_field = JsonText()


@extend_schema_field(
    {
        "type": "object",
        "description": "Before and after of each field, by its path in the claim.",
        "additionalProperties": {
            "type": "object",
            "properties": {"before": {}, "after": {}},
            "required": ["before", "after"],
        },
        "examples": [{"value.low": {"before": "70", "after": "75"}}],
    }
)
class DifferenceField(serializers.Field[Any, Any, dict[str, Any], Any]):
    """Before and after of each field that a correction changed: `{"value.low": {"before": "70", ...}}`."""

    def to_representation(self, value: Mapping[str, Any]) -> dict[str, Any]:
        """The fields by their paths in the claim as it is read."""
        return {name_field(column): change for column, change in value.items()}

    def express(self, path: str) -> Expression:
        """The same as an expression."""
        return RenamedKeys(F(path), Value(dict(PLACES), JSONField()))
