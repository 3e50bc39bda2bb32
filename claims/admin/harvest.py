"""Harvests in the admin."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from claims.models import Harvest
from sources.admin.look import AutocompleteSelectFilter, display
from sources.admin.places import link, locate_snapshot
from sources.admin.record import ReadOnlyAdmin
from sources.admin.words import isolate


@admin.register(Harvest)
class HarvestAdmin(ReadOnlyAdmin[Harvest]):
    """What one run of the extractor over one snapshot gave."""

    list_display = ("show_source", "extractor", "at", "figures", "claims", "kept")
    list_filter = (("snapshot__source", AutocompleteSelectFilter),)
    search_fields = ("snapshot__source__title", "=extractor")
    fields = ("link_to_text", "extractor", "at", "figures", "claims", "kept", "uid")
    readonly_fields = ("link_to_text",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Harvest]:
        """Harvests with their sources, without the texts."""
        return super().get_queryset(request).select_related("snapshot__source").defer("snapshot__text")

    @display("Source")
    def show_source(self, harvest: Harvest) -> SafeString:
        """The source's title."""
        return isolate(harvest.snapshot.source.title)

    @display("Text")
    def link_to_text(self, harvest: Harvest) -> SafeString:
        """The way to the text."""
        return link(locate_snapshot(harvest.snapshot), harvest.snapshot.source.title)
