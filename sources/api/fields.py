"""Fields that every resource of the API shares: its id outside, its own link and links to lists about it."""

from typing import Any
from uuid import UUID

from django.db.models import Expression, F, Model
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from sources.api.json_text import JsonString


class Uid(serializers.UUIDField):
    """The UUIDv7 of a row, which stands as `id` in the API; the number inside the database never does."""

    def __init__(self, **options: Any) -> None:
        """Read the row's `uid` unless another source is named."""
        super().__init__(**{"source": "uid", "read_only": True, **options})


@extend_schema_field(OpenApiTypes.URI)
class DetailLink(serializers.HyperlinkedIdentityField):
    """Where a row itself is read."""

    def __init__(self, view_name: str, **options: Any) -> None:
        """Name the row by its uid."""
        super().__init__(view_name=view_name, **{"lookup_field": "uid", "lookup_url_kwarg": "id", **options})

    def to_representation(self, value: Any) -> str:  # type: ignore[override]  # plainer than DRF's own
        """The address as plain text: DRF's own kind of text is refused in a header by WSGI servers."""
        return str(super().to_representation(value))

    def express(self, path: str) -> Expression:
        """The address as an expression: what stands before and behind the row's uid in every one of them."""
        nobody = str(UUID(int=0))
        example = reverse(str(self.view_name), kwargs={"id": nobody}, request=self.context.get("request"))
        before, _, behind = example.partition(nobody)
        return JsonString(before, F("__".join(filter(None, (path, "uid")))), behind)


@extend_schema_field(OpenApiTypes.URI)
class ListLink(serializers.Field[Any, Any, str, Any]):
    """Where the rows of another resource that belong to this one are listed: `/reviews/?claim=UID`."""

    def __init__(self, view_name: str, *, parameter: str, **options: Any) -> None:
        """Filter the list of that view by the row's uid."""
        super().__init__(**{"source": "uid", "read_only": True, **options})
        self.view_name = view_name
        self.parameter = parameter

    def to_representation(self, value: Any) -> str:
        """The address of the list."""
        return f"{self._find_start()}{value}"

    def express(self, path: str) -> Expression:
        """The address as an expression."""
        return JsonString(self._find_start(), F(path))

    def _find_start(self) -> str:
        # DRF hands the format that was asked for in the address on to every link.
        address = reverse(self.view_name, request=self.context.get("request"))
        return f"{address}{'&' if '?' in address else '?'}{self.parameter}="


class Reference(serializers.UUIDField):
    """Another row, named by its id: taken in as the row itself."""

    default_error_messages = {"does_not_exist": "There is no such row."}

    def __init__(self, model: type[Model], **options: Any) -> None:
        """Look the id up among the rows of that model."""
        super().__init__(**{"write_only": True, **options})
        self.model = model

    def to_internal_value(self, data: Any) -> Any:
        """The row; raises ValidationError."""
        row = self.model._default_manager.filter(uid=super().to_internal_value(data)).first()
        if row is None:
            self.fail("does_not_exist")
        return row


class LanguageTag(serializers.RegexField):
    """A language as BCP 47 writes it: one that is filtered by, so that no other spelling hides a text."""

    default_error_messages = {"invalid": "Write a language tag such as en or pt-BR."}

    def __init__(self, **options: Any) -> None:
        """Look at the form alone: which languages there are, no list says for good."""
        told = {"help_text": "A language tag such as en.", **options}
        super().__init__(r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35, required=False, **told)
