"""Sources in the admin: their list and what describes them.

Not registered here: a source's page shows its figures and claims, so `claims.admin` adds those and
registers it.
"""

from django.http import HttpRequest
from django.utils.safestring import SafeString

from sources.admin.look import AutocompleteSelectFilter, ChoicesDropdownFilter, RangeDateFilter, display
from sources.admin.record import RecordAdmin
from sources.admin.words import isolate
from sources.models import Source

DESCRIPTION = ("title", "publisher", "kind", "language", "published_on", "url", "reference", "slug")


class SourceAdmin(RecordAdmin[Source]):
    """A text by a publisher; sources come in by `manage.py ingest`, their description is edited here."""

    list_display = ("show_title", "show_publisher", "kind", "language", "published_on", "created_at")
    list_select_related = ("publisher",)
    list_filter = (
        ("publisher", AutocompleteSelectFilter),
        ("kind", ChoicesDropdownFilter),
        ("published_on", RangeDateFilter),
    )
    search_fields = ("title", "slug", "reference", "publisher__name")
    autocomplete_fields = ("publisher",)
    fields = (*DESCRIPTION, "uid", "created_at")
    readonly_fields = ("uid", "created_at")

    @display("Title")
    def show_title(self, source: Source) -> SafeString:
        """The title in a direction of its own."""
        return isolate(source.title)

    @display("Publisher", empty_value="unknown")
    def show_publisher(self, source: Source) -> SafeString | None:
        """The publisher's name."""
        return isolate(source.publisher.name) if source.publisher else None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never: a source comes in with its text."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        """Never: its text is kept."""
        return False
