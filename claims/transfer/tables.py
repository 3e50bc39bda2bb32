"""What a transfer holds: which tables, which of their columns, and how each value is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.db.models import Field, ForeignKey, Model

from claims import models as claims
from claims.plain import is_storable, write_moment, write_number
from sources import models as sources
from sources.models.names import validate_name

FORMAT = "onrecord"
VERSION = 1

MODELS: tuple[type[Model], ...] = (
    User,
    sources.Publisher,
    sources.Source,
    sources.Snapshot,
    sources.Sentence,
    claims.Speaker,
    claims.Subject,
    claims.Statistic,
    claims.Figure,
    claims.Claim,
    claims.Review,
    claims.Verdict,
    claims.Evidence,
    claims.VerdictConfirmation,
    claims.SecondPass,
    claims.Unblinding,
    claims.SecondDecision,
    claims.Resolution,
    claims.Assignment,
    claims.Harvest,
)
"""The tables in an order in which every row comes after those that it refers to."""

LEFT_OUT = frozenset({"lease"})
"""Tables of the record that are only of a moment."""


@dataclass(frozen=True)
class Table:
    """A model's rows as lines: a name, what identifies a row anywhere, and its columns."""

    model: type[Model]

    @property
    def name(self) -> str:
        """The name of its lines' `model`: sources.snapshot."""
        return self.model._meta.label_lower

    @property
    def key(self) -> str:
        """The column that names a row in every database: of accounts, all that is transferred."""
        return "username" if self.model is User else "uid"

    @cached_property
    def fields(self) -> "dict[str, Field[Any, Any]]":
        """The columns by name, in the model's order, without the row's number in its database."""
        if self.model is User:
            return {"username": User._meta.get_field("username")}
        fields = (field for field in self.model._meta.concrete_fields if not field.generated)
        return {field.name: field for field in fields if not field.primary_key}

    @cached_property
    def references(self) -> "dict[str, Table]":
        """The columns that refer to rows, with the table of those."""
        foreign = ((name, field) for name, field in self.fields.items() if isinstance(field, ForeignKey))
        return {name: TABLES[_find_label(field)] for name, field in foreign}

    @property
    def paths(self) -> list[str]:
        """Where each column's value is read: of a reference, what identifies the row behind it."""
        return [
            f"{name}__{self.references[name].key}" if name in self.references else name
            for name in self.fields
        ]

    def describe(self, values: Iterable[Any]) -> dict[str, Any]:
        """A row's line, from the values of its paths."""
        pairs = zip(self.fields, map(write_value, values), strict=True)
        return {"model": self.name, **dict(pairs)}


TABLES = {model._meta.label_lower: Table(model) for model in MODELS}


def _find_label(field: "ForeignKey[Any, Any]") -> str:
    related: type[Model] = field.remote_field.model
    return related._meta.label_lower


def write_value(value: Any) -> Any:
    """A value as JSON holds it without loss."""
    if isinstance(value, Decimal):
        return write_number(value)
    if isinstance(value, datetime):
        return write_moment(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def read_value(field: "Field[Any, Any]", written: Any) -> Any:
    """The value of a column from its line; raises ValueError where it would be written otherwise."""
    value = None if written is None and field.null else field.to_python(written)
    if write_value(value) != written or isinstance(written, bool) != isinstance(value, bool):
        raise ValueError(f"{field.name}: {written!r} is no value of this column as an export writes it.")
    if isinstance(written, str) and not is_storable(written):
        raise ValueError(f"{field.name}: it has a character that no text has (NUL or half a pair).")
    if validate_name in field.validators:
        validate_name(written)
    return value
