"""What a person changes in a claim: values checked as a form would, and the difference as it is stored."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.db.models import Field, ForeignKey, Model

from claims.codelists import Kind
from claims.errors import InvalidChangeError
from claims.measures.quantity import Comparator, InvalidQuantityError, Quantity
from claims.plain import is_storable, write_number

VALUE_FIELDS = (
    "low",
    "high",
    "low_inclusive",
    "high_inclusive",
    "comparator",
    "approximation",
    "significant_digits",
    "unit",
)
CONTEXT_FIELDS = (
    *("noun", "denominator", "scope", "direction", "modality"),
    *("period", "period_start", "period_end", "speaker", "voice", "subject", "statistic"),
)
CORRECTABLE = (*VALUE_FIELDS, *CONTEXT_FIELDS)
"""What a claim means. Its words and their place come from the text and are never corrected."""

Difference = dict[str, dict[str, Any]]
"""`{"low": {"before": "70", "after": "75"}}`: numbers and days as text, a row as its id and name."""


def apply_changes(claim: Any, changes: Mapping[str, Any]) -> tuple[dict[str, Any], Difference]:
    """Set checked values on a claim that is not saved yet; what differs as columns, and as it is stored.

    Numbers, days and codes may come as text, related rows as rows. Raises InvalidChangeError.
    """
    cleaned = _clean(claim, changes)
    columns = {name: value for name, value in cleaned.items() if getattr(claim, name) != value}
    difference = {
        name: {"before": encode(getattr(claim, name)), "after": encode(value)}
        for name, value in columns.items()
    }
    for name, value in columns.items():
        setattr(claim, name, value)
    if columns:
        check_claim(claim)
    return columns, difference


def restore_columns(claim: Any, difference: Difference) -> dict[str, Any]:
    """The columns as they were before a difference; raises InvalidChangeError where a row is gone."""
    columns = {}
    for name, change in difference.items():
        field = claim._meta.get_field(name)
        try:
            columns[name] = _decode(field, change["before"])
        except ObjectDoesNotExist:
            raise InvalidChangeError({name: [f"“{change['before']['name']}” is no longer there."]}) from None
    return columns


def invert(difference: Difference | None) -> Difference | None:
    """The difference that takes a difference back."""
    if difference is None:
        return None
    return {
        name: {"before": change["after"], "after": change["before"]} for name, change in difference.items()
    }


def encode(value: Any) -> Any:
    """A value as JSON keeps it: nothing is rounded."""
    if isinstance(value, Model):
        return {"id": str(getattr(value, "uid", value.pk)), "name": str(value)}
    if isinstance(value, Decimal):
        return write_number(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def word(encoded: Any) -> str:
    """What `encode` gave, in words."""
    if encoded is None:
        return ""
    return str(encoded["name"] if isinstance(encoded, dict) else encoded)


def _decode(field: "Field[Any, Any]", value: Any) -> Any:
    """What `encode` gave, as the field's own value."""
    if isinstance(field, ForeignKey):
        related: Any = field.remote_field.model
        return None if value is None else related._default_manager.get(uid=value["id"])
    return field.to_python(value)


def check_claim(claim: Any) -> None:
    """Refuse what the database would refuse, with a message field by field; raises InvalidChangeError."""
    if claim.kind == Kind.NUMERIC:
        _check_quantity(claim)
    try:
        # The database makes `value` itself, of bounds that are checked here.
        claim.validate_constraints(exclude={"value"})
    except ValidationError as error:
        raise InvalidChangeError(_list_messages(error)) from None


def _check_quantity(claim: Any) -> None:
    """Refuse bounds that contradict each other, before PostgreSQL fails to form their range."""
    try:
        Quantity(
            low=claim.low,
            high=claim.high,
            low_inclusive=claim.low_inclusive,
            high_inclusive=claim.high_inclusive,
            comparator=Comparator(claim.comparator),
            unit=claim.unit,
        )
    except InvalidQuantityError as error:
        raise InvalidChangeError({"": [str(error)]}) from None
    except ValueError:
        raise InvalidChangeError({"comparator": ["A numeric claim needs a comparator."]}) from None


def _clean(claim: Any, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the fields hold them; raises InvalidChangeError with every problem at once."""
    cleaned, errors = {}, {}
    for name, value in changes.items():
        if name not in CORRECTABLE:
            errors[name] = [f"“{name}” cannot be changed; what can: {', '.join(CORRECTABLE)}."]
            continue
        try:
            cleaned[name] = _clean_one(claim._meta.get_field(name), value, claim)
        except ValidationError as error:
            errors[name] = error.messages
    if errors:
        raise InvalidChangeError(errors)
    return cleaned


def _clean_one(field: "Field[Any, Any]", value: Any, claim: Any) -> Any:
    """One value as the field holds it; raises ValidationError."""
    if isinstance(field, ForeignKey):
        related: Any = field.remote_field.model
        if value is not None and not isinstance(value, related):
            raise ValidationError(f"“{value}” is no {related._meta.verbose_name}.")
        return value
    if isinstance(value, str) and not is_storable(value):
        raise ValidationError("Characters that no text has (NUL or half a pair) are not allowed.")
    return field.clean(value, claim)


def _list_messages(error: ValidationError) -> dict[str, Iterable[str]]:
    """The messages of a model's validation, "" for those of the whole."""
    return {
        "" if name == NON_FIELD_ERRORS else name: messages for name, messages in error.message_dict.items()
    }
