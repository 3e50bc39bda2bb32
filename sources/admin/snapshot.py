"""Snapshots in the admin."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from sources.admin.look import AutocompleteSelectFilter, display
from sources.admin.places import link, locate_snapshot
from sources.admin.record import ReadOnlyAdmin
from sources.admin.words import isolate
from sources.models import Snapshot


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin[Snapshot]):
    """A source's text as it was read at one moment; the text itself is shown on the source's page."""

    list_display = ("show_source", "number", "encoding", "media_type", "read_at")
    list_filter = (("source", AutocompleteSelectFilter),)
    search_fields = ("source__title", "=bytes_sha256")
    fields = (
        "link_to_text",
        "number",
        "media_type",
        "encoding",
        "encoding_detected",
        "bytes_sha256",
        "text_sha256",
        "read_at",
        "uid",
    )
    readonly_fields = ("link_to_text",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        """Snapshots with their sources, without their texts, which may be megabytes."""
        return super().get_queryset(request).select_related("source").defer("text")

    @display("Source")
    def show_source(self, snapshot: Snapshot) -> SafeString:
        """The source's title."""
        return isolate(snapshot.source.title)

    @display("Text")
    def link_to_text(self, snapshot: Snapshot) -> SafeString:
        """The way to the text."""
        return link(locate_snapshot(snapshot), snapshot.source.title)
