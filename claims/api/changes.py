"""What a client may change in a claim, in the shape in which the claim is read."""

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.codelists import Change, Modality, Voice
from claims.measures.quantity import MAX_EXPONENT, Comparator
from claims.models import Claim, Speaker, Statistic, Subject
from claims.plain import write_number
from sources.api.fields import Reference
from sources.api.strict import KnownFields

_PLAIN = re.compile(rf"-?[0-9]{{1,{MAX_EXPONENT}}}(\.[0-9]{{1,{MAX_EXPONENT}}})?")
_PERIOD = {"text": "period", "start": "period_start", "end": "period_end"}
_VALUE = (
    *("low", "high", "low_inclusive", "high_inclusive"),
    *("comparator", "approximation", "significant_digits"),
)
PLACES: Mapping[str, str] = MappingProxyType(
    {
        **{name: f"value.{name}" for name in _VALUE},
        **{column: f"period.{name}" for name, column in _PERIOD.items()},
    }
)
"""Where a column of a claim stands in the claim as it is read, where that is not its own name."""


def name_field(column: str) -> str:
    """The path of a claim's column in the claim as it is read."""
    return PLACES.get(column, column)


@extend_schema_field({"type": "string", "pattern": rf"^{_PLAIN.pattern}$", "examples": ["4.20"]})
class PlainNumberInput(serializers.Field[Decimal, Any, str, Any]):
    """A number as a string of plain digits, as it is read: nothing is rounded on the way."""

    default_error_messages = {"invalid": "Write a number as a string of plain digits, such as “4.20”."}

    def to_internal_value(self, data: Any) -> Decimal:
        """The number; raises ValidationError."""
        if not isinstance(data, str) or not _PLAIN.fullmatch(data):
            self.fail("invalid")
        return Decimal(data)

    def to_representation(self, value: Decimal) -> str:
        """The digits again."""
        return write_number(value)


def _words(column: str, **options: Any) -> serializers.CharField:
    """Words of a claim, as long as their column takes them."""
    field: Any = Claim._meta.get_field(column)
    return serializers.CharField(
        required=False, allow_blank=True, max_length=field.max_length, help_text=field.help_text, **options
    )


class ValueChanges(KnownFields):
    """The stated range: what is left out stays as it is."""

    low = PlainNumberInput(required=False, allow_null=True, help_text="The low bound, null where open.")
    high = PlainNumberInput(required=False, allow_null=True, help_text="The high bound, null where open.")
    low_inclusive = serializers.BooleanField(required=False)
    high_inclusive = serializers.BooleanField(required=False)
    comparator = serializers.ChoiceField([c.value for c in Comparator], required=False)
    approximation = _words("approximation")
    significant_digits = serializers.IntegerField(
        required=False, allow_null=True, min_value=1, max_value=MAX_EXPONENT
    )


class PeriodChanges(KnownFields):
    """When it holds, as stated."""

    text = _words("period")
    start = serializers.DateField(required=False, allow_null=True, help_text="The first day, or null.")
    end = serializers.DateField(required=False, allow_null=True, help_text="The last day, or null.")


class ClaimChanges(KnownFields):
    """What a claim means; what is left out stays as it is. Its words and their place never change."""

    value = ValueChanges(required=False, help_text="The stated range.")
    unit = _words("unit", allow_null=True)
    noun = _words("noun")
    denominator = _words("denominator")
    scope = _words("scope")
    direction = serializers.ChoiceField(
        [c.value for c in Change if c.value],
        required=False,
        allow_blank=True,
        help_text="Which way the value went.",
    )
    modality = serializers.ChoiceField([m.value for m in Modality], required=False)
    period = PeriodChanges(required=False, allow_null=True, help_text="When it holds; null is unknown.")
    speaker = Reference(Speaker, required=False, allow_null=True, help_text="The id of who says so, or null.")
    voice = serializers.ChoiceField([v.value for v in Voice], required=False)
    subject = Reference(Subject, required=False, allow_null=True, help_text="The id of whom it is about.")
    statistic = Reference(Statistic, required=False, allow_null=True, help_text="The id of what is measured.")


def list_columns(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes in the shape of a read claim as columns of the row."""
    columns: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "value":
            columns |= value
        elif name == "period":
            period = {"text": "", "start": None, "end": None} if value is None else value
            columns |= {_PERIOD[part]: inner for part, inner in period.items()}
        elif name == "unit":
            columns["unit"] = value or ""
        else:
            columns[name] = value
    return columns


class ReasonSerializer(KnownFields):
    """What a reviewer says to a move."""

    reason = serializers.CharField(
        required=False, allow_blank=True, default="", max_length=10_000, help_text="Why."
    )


class CorrectionSerializer(ReasonSerializer):
    """What a reviewer changes while accepting, and why."""

    changes = ClaimChanges(help_text="The fields that are read otherwise.")
