"""A database column for exact numbers of any size."""

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from claims.measures.quantity import MAX_EXPONENT, is_representable
from claims.plain import write_number

if TYPE_CHECKING:
    _Field = models.Field[Decimal | str | int | None, Decimal | None]
else:
    _Field = models.Field  # generic for the type checker alone


class NumericField(_Field):
    """PostgreSQL's `numeric` without a fixed scale: 4.20 stays 4.20, and 10^99 fits.

    Django's DecimalField needs a number of decimal places and pads to it, which would say more than
    the source did.
    """

    description = "Exact decimal number"

    def db_type(self, connection: Any) -> str:
        """The column's type."""
        return "numeric"

    def get_internal_type(self) -> str:
        """A name of its own, so that Django applies no DecimalField rule."""
        return "NumericField"

    def from_db_value(self, value: Decimal | None, *_: object) -> Decimal | None:
        """What psycopg read, unchanged."""
        return value

    def to_python(self, value: object) -> Decimal | None:
        """A Decimal of what a form or fixture says; raises ValidationError."""
        if value is None or value == "":
            return None
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            raise ValidationError(f"“{value}” is not a number. Write digits, such as 4.2.") from None
        if not is_representable(number):
            raise ValidationError(f"“{value}” cannot be held: write a finite number below 10^{MAX_EXPONENT}.")
        return number

    def get_prep_value(self, value: Any) -> Decimal | None:
        """The Decimal that psycopg writes; its limits are the database's to check."""
        prepared = super().get_prep_value(value)
        return None if prepared is None else Decimal(str(prepared))

    def value_to_string(self, obj: models.Model) -> str:
        """The number in plain digits, for fixtures."""
        value = self.value_from_object(obj)
        return "" if value is None else write_number(value)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """A text box that takes any representable number."""
        return super().formfield(**{"form_class": forms.DecimalField, **kwargs})
