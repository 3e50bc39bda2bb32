"""Kinds of filters that lists share: by another row, a code, a truth, a language, words, moments of a row."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth.models import User
from django.db.models import IntegerField, QuerySet, TextField
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field

from sources.api.moments import MomentFilter
from sources.api.planned import PlannedFilter
from sources.models.words import match_name, match_words
from sources.models.written import Written

NOBODY = 0
"""No key of a person."""


class IdFilter(filters.CharFilter):
    """Rows that belong to another one, named by its id or by `lookup`; `field_name` is the way to it."""

    lookup: str

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows of it; none where there is no such row."""
        if not value:
            return rows
        if is_uuid(value):
            return rows.filter(**{f"{self.field_name}__uid": value})
        return rows.filter(**{f"{self.field_name}__{self.lookup}": Written(value, TextField())})


class UidField(forms.UUIDField):
    """The id of another row."""

    default_error_messages = {
        "invalid": "Write an id as rows have it, such as 01a19be4-9010-7000-8000-0000000000e3."
    }


class UidFilter(filters.UUIDFilter):
    """Rows that belong to another one, named by its id."""

    field_class = UidField


class SourceFilter(IdFilter):
    """Rows of one source, named by its id or its slug."""

    field_class = forms.SlugField
    lookup = "slug"


class NameFilter(IdFilter):
    """Rows of one publisher, speaker, subject or statistic by its id, or by words in its name."""

    lookup = "name__icontains"


class PersonFilter(filters.CharFilter):
    """Rows of somebody by username, who is looked up first: few rows of many are then found by index."""

    def filter(self, rows: QuerySet[Any], username: str) -> QuerySet[Any]:
        """The rows; none where nobody is called so."""
        if not username:
            return rows
        person = User.objects.filter(username=username).values_list("pk", flat=True).first()
        return rows.filter(**{self.field_name: Written(person or NOBODY, IntegerField())})


class TruthField(forms.Field):
    """true or false; Django's own takes every other word for an empty field, and so for no filter."""

    def to_python(self, value: Any) -> bool | None:
        """The truth, None for an empty field; raises ValidationError for other words."""
        if value in (None, ""):
            return None
        if str(value) not in ("true", "false"):
            raise forms.ValidationError(f"This is true or false, not “{str(value)[:50]}”.", code="invalid")
        return str(value) == "true"


class TruthFilter(filters.BooleanFilter):
    """Rows of which something is, or is not, so."""

    field_class = TruthField

    def __init__(self, **options: Any) -> None:
        """Hand the field the word as it was given."""
        super().__init__(**{"widget": forms.TextInput, **options})


class CodeFilter(PlannedFilter, filters.ChoiceFilter):
    """Rows with one code of a code list; a code that is not in it is refused with those that are."""

    def __init__(self, *, codes: Iterable[str], **options: Any) -> None:
        """Offer the codes of the list."""
        codes = [str(code) for code in codes]
        message = f"“%(value)s” is not one of: {', '.join(codes)}."
        super().__init__(
            choices=[(code, code) for code in codes], error_messages={"invalid_choice": message}, **options
        )


class LanguageFilter(filters.CharFilter):
    """Rows in a language; tags are compared as they are usually written, which the planner can estimate."""

    def __init__(self, *, field_name: str) -> None:
        """Compare the column at the end of that way."""
        label = "The source's language tag, such as en or pt-BR; case does not matter."
        super().__init__(field_name=field_name, label=label)

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows."""
        if not value:
            return rows
        language, _, region = value.lower().partition("-")
        usual = "-".join(filter(None, (language, region.upper() if len(region) == 2 else region.title())))
        tags = [Written(tag, TextField()) for tag in sorted({value, value.lower(), usual})]
        return rows.filter(**{f"{self.field_name}__in": tags})


class SearchFilter(filters.CharFilter):
    """Rows by the words of their sentence, the best first; declared last, so that all others hold before."""

    def __init__(self, *, sentence: str, quote: str = "", label: str) -> None:
        """Look into the sentence at the end of that way."""
        super().__init__(label=label)
        self.sentence, self.quote = sentence, quote
        extend_schema_field({"type": "string", "description": label, "examples": ["port -ship"]})(self)

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The matching rows, each with its rank."""
        return match_words(rows, value, sentence=self.sentence, quote=self.quote) if value else rows


class NameSearchFilter(filters.CharFilter):
    """Rows by a name however it is spelt, the most like first; declared last, as other searches are."""

    def __init__(self) -> None:
        """Search the row's own name."""
        label = "A name or a word of one, however it is misspelt; what is most like it comes first."
        super().__init__(label=label, max_length=200)
        extend_schema_field({"type": "string", "description": label, "examples": ["Brant"]})(self)

    def filter(self, rows: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The matching rows, each with its rank."""
        return match_name(rows, value) if value else rows


def is_uuid(value: str) -> bool:
    """Whether a text is a UUID as it is usually written, with its four hyphens."""
    try:
        return str(UUID(value)) == value.lower()
    except ValueError:
        return False


class CreationFilters(filters.FilterSet):
    """Rows by when they came on the record."""

    created_after = MomentFilter(
        field_name="created_at", lookup_expr="gte", label="On the record at this moment or later."
    )
    created_before = MomentFilter(
        field_name="created_at", lookup_expr="lte", label="On the record at this moment or earlier."
    )


class ChangeFilters(filters.FilterSet):
    """Rows that people may change, by when they last did."""

    updated_since = MomentFilter(
        field_name="updated_at", lookup_expr="gte", label="Made or changed at this moment or later."
    )
    updated_before = MomentFilter(
        field_name="updated_at", lookup_expr="lte", label="Made or last changed at this moment or earlier."
    )
