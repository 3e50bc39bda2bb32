"""Input that says what it means: nothing is ignored and nothing is taken for something else."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail

from sources.api.parsing import MOST_TOLD

if TYPE_CHECKING:
    _Serializer = serializers.Serializer[Any]
else:
    _Serializer = serializers.Serializer

JSON_TYPES: tuple[tuple[type[serializers.Field[Any, Any, Any, Any]], type, str], ...] = (
    (serializers.CharField, str, "a string"),
    (serializers.UUIDField, str, "a string"),
    (serializers.BooleanField, bool, "true or false"),
    (serializers.IntegerField, int, "a whole number"),
)
"""What a field has to be in JSON, where DRF would also take what only looks like it."""


class KnownFields(_Serializer):
    """A serializer that refuses fields it does not know, and values of another JSON type than their field's.

    A misspelt field would be lost; 12 is no text and "false" is no truth value.
    """

    default_error_messages = {"invalid": "Send a JSON object, in braces."}

    def get_fields(self) -> dict[str, Any]:
        """The fields; one with few choices tells them where another is sent."""
        fields = super().get_fields()
        for field in fields.values():
            if isinstance(field, serializers.ChoiceField):
                told = ", ".join(str(choice) for choice in field.choices if choice != "")
                field.error_messages["invalid_choice"] = f"“{{input!s:.50}}” is not one of: {told}."
        return fields

    def to_internal_value(self, data: Any) -> Any:
        """The values; raises ValidationError also for each unknown field."""
        if isinstance(data, dict):
            errors = dict(islice(self._find_errors(data), MOST_TOLD))
            if errors:
                raise serializers.ValidationError(errors)
        return super().to_internal_value(data)

    def _find_errors(self, data: dict[Any, Any]) -> Iterator[tuple[str, list[ErrorDetail]]]:
        """What is unknown, and what is of another type."""
        known = {name: field for name, field in self.fields.items() if not field.read_only}
        for name, value in data.items():
            if name not in known:
                message = f"There is no such field here. Known are: {', '.join(known) or 'none'}."
                yield str(name), [ErrorDetail(message, code="unknown_field")]
            elif value is not None and not isinstance(data, QueryDict):
                wanted = _find_type(known[name])
                if wanted is not None and type(value) is not wanted[0]:
                    yield str(name), [ErrorDetail(f"Send {wanted[1]}.", code="invalid")]


class ShortList(serializers.ListField):
    """A list that is counted before its items are checked: DRF checks, and tells, a million of them first."""

    def to_internal_value(self, data: Any) -> list[Any]:
        """The items; raises ValidationError."""
        if isinstance(data, list) and self.max_length is not None and len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        checked: list[Any] = super().to_internal_value(data)
        return checked


def _find_type(field: Any) -> tuple[type, str] | None:
    """The JSON type of a field and its name, where it is checked."""
    return next(((kind, name) for parent, kind, name in JSON_TYPES if isinstance(field, parent)), None)
