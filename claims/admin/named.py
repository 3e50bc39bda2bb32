"""Rows that people type by name: speakers, subjects, statistics, sources, and units by their code."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.urls import reverse_lazy

from claims.measures.units import UNITS
from claims.models import Speaker, Statistic, Subject
from sources.admin.look import UnfoldAdminTextInputWidget
from sources.models import Source

MOST_SUGGESTED = 20

NAMED: Mapping[str, type[Model]] = {
    "speaker": Speaker,
    "subject": Subject,
    "statistic": Statistic,
    "source": Source,
}
"""What is found by name, by what it is called in forms and addresses."""

SUBJECT = re.compile(r"(?P<name>.+) \((?P<kind>\w+)\)", re.DOTALL)


def write_name(row: Model | None) -> str:
    """The name by which a person finds a row again: of a source its slug, of a subject also its kind."""
    if row is None:
        return ""
    if isinstance(row, Source):
        return row.slug
    return f"{row.name} ({row.kind})" if isinstance(row, Subject) else str(row)


def find_named(kind: str, written: str) -> Any:
    """The one row of a name; raises ValidationError where there is none or more than one."""
    rows = list(_match(kind, written)[:2])
    if not rows:
        raise ValidationError(
            f"No {kind} is called “{written}”: write one that is suggested.", code="no_such"
        )
    if len(rows) > 1:
        raise ValidationError(
            f"More than one {kind} is called “{written}”: write the one that is suggested.", code="ambiguous"
        )
    return rows[0]


def _match(kind: str, written: str) -> QuerySet[Any]:
    """The rows of exactly that name."""
    rows = NAMED[kind]._default_manager.all()
    if kind == "source":
        # A slug is unique and wins; a title is looked at only where no slug is meant.
        by_slug = rows.filter(slug=written)
        return by_slug if by_slug.exists() else rows.filter(title=written)
    told = SUBJECT.fullmatch(written) if kind == "subject" else None
    if told is not None:
        return rows.filter(Q(name=told["name"], kind=told["kind"]) | Q(name=written))
    return rows.filter(name=written)


def suggest(kind: str, term: str) -> list[dict[str, str]]:
    """Names and codes that contain the term, each with what tells it apart for a person."""
    if kind == "unit":
        found = [code for code in UNITS if term.lower() in code.lower()]
        return [{"value": code, "label": UNITS[code].symbol} for code in found[:MOST_SUGGESTED]]
    words = (
        Q(title__icontains=term) | Q(slug__icontains=term) if kind == "source" else Q(name__icontains=term)
    )
    rows = NAMED[kind]._default_manager.filter(words).order_by("pk")[:MOST_SUGGESTED]
    return [{"value": write_name(row), "label": str(row)} for row in rows]


def make_widget(kind: str) -> UnfoldAdminTextInputWidget:
    """A text box to which a script adds suggestions while somebody types."""
    address = reverse_lazy("desk:suggest", args=[kind])
    return UnfoldAdminTextInputWidget(attrs={"data-suggest": address, "autocomplete": "off"})


class NameField(forms.CharField):
    """A row of a kind, typed by its name; the value of the field is the row, or None."""

    def __init__(self, kind: str, **options: Any) -> None:
        """Take the kind of rows, as `NAMED` calls it."""
        self.kind = kind
        super().__init__(**{"required": False, "max_length": 500, "widget": make_widget(kind), **options})

    def clean(self, value: Any) -> Any:
        """The row of the name; raises ValidationError."""
        written = super().clean(value)
        return find_named(self.kind, written) if written else None
