"""Publishers in the admin."""

from django.contrib import admin
from django.utils.safestring import SafeString

from sources.admin.look import display
from sources.admin.record import UnusedMayGoAdmin
from sources.admin.words import isolate
from sources.models import Publisher


@admin.register(Publisher)
class PublisherAdmin(UnusedMayGoAdmin[Publisher]):
    """Who put texts out."""

    list_display = ("show_name", "home_page", "created_at")
    search_fields = ("name",)
    fields = ("name", "home_page", "uid", "created_at")
    readonly_fields = ("uid", "created_at")
    used_by = ("sources",)

    @display("Name")
    def show_name(self, publisher: Publisher) -> SafeString:
        """The name in a direction of its own."""
        return isolate(publisher.name)
