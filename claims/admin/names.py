"""Speakers, subjects and statistics in the admin: the names that claims refer to."""

from django.contrib import admin
from django.utils.safestring import SafeString

from claims.models import Speaker, Statistic, Subject
from sources.admin.look import ChoicesDropdownFilter, display
from sources.admin.record import UnusedMayGoAdmin
from sources.admin.words import isolate


@admin.register(Speaker)
class SpeakerAdmin(UnusedMayGoAdmin[Speaker]):
    """Who made claims."""

    list_display = ("show_name", "created_at")
    search_fields = ("name",)
    fields = ("name", "uid", "created_at")
    readonly_fields = ("uid", "created_at")
    used_by = ("claims",)

    @display("Name")
    def show_name(self, speaker: Speaker) -> SafeString:
        """The name in a direction of its own."""
        return isolate(speaker.name)


@admin.register(Subject)
class SubjectAdmin(UnusedMayGoAdmin[Subject]):
    """What claims are about."""

    list_display = ("show_name", "kind", "created_at")
    list_filter = (("kind", ChoicesDropdownFilter),)
    search_fields = ("name",)
    fields = ("name", "kind", "uid", "created_at")
    readonly_fields = ("uid", "created_at")
    used_by = ("claims",)

    @display("Name")
    def show_name(self, subject: Subject) -> SafeString:
        """The name in a direction of its own."""
        return isolate(subject.name)


@admin.register(Statistic)
class StatisticAdmin(UnusedMayGoAdmin[Statistic]):
    """The things measured."""

    list_display = ("show_name", "unit", "show_denominator", "created_at")
    search_fields = ("name", "definition")
    fields = ("name", "definition", "unit", "denominator", "uid", "created_at")
    readonly_fields = ("uid", "created_at")
    used_by = ("claims",)

    @display("Name")
    def show_name(self, statistic: Statistic) -> SafeString:
        """The name in a direction of its own."""
        return isolate(statistic.name)

    @display("Share of")
    def show_denominator(self, statistic: Statistic) -> SafeString:
        """What a share is a share of."""
        return isolate(statistic.denominator or "–", limit=80)
