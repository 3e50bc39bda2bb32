"""Sentences in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sources.admin.look import AutocompleteSelectFilter, ChoicesDropdownFilter, display
from sources.admin.places import link, locate_sentence
from sources.admin.record import ReadOnlyAdmin
from sources.admin.words import isolate, reveal
from sources.models import Sentence

EXCERPT = 2000
"""A text without line ends is one sentence of any length: this much of it is shown."""


@admin.register(Sentence)
class SentenceAdmin(ReadOnlyAdmin[Sentence]):
    """A span of a snapshot with its role."""

    list_display = ("show_text", "role", "ordinal", "show_source")
    list_filter = (("role", ChoicesDropdownFilter), ("snapshot__source", AutocompleteSelectFilter))
    search_fields = ("@pk",)
    search_help_text = "Words of the sentence"
    fields = ("show_whole", "role", "ordinal", "start", "end", "link_to_text", "uid")
    readonly_fields = ("show_whole", "link_to_text")
    # By column, not by relation: "snapshot" would sort by the snapshot's own order and join every row for it.
    ordering = ("-snapshot_id", "ordinal")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Sentence]:
        """Sentences with their sources and the beginning of their text."""
        sentences: QuerySet[Any] = super().get_queryset(request)
        rows: QuerySet[Sentence] = (
            sentences.select_related("snapshot__source")
            .defer("snapshot__text", "text")
            .annotate(excerpt=Left("text", EXCERPT))
        )
        return rows

    @display("Text")
    def show_text(self, sentence: Any) -> SafeString:
        """The beginning of the text."""
        return isolate(sentence.excerpt)

    @display("Text")
    def show_whole(self, sentence: Any) -> SafeString:
        """As much of the text as a page holds."""
        return format_html('<bdi class="plain-text">{}</bdi>', reveal(sentence.excerpt))

    @display("Source")
    def show_source(self, sentence: Sentence) -> SafeString:
        """The source's title."""
        return isolate(sentence.snapshot.source.title, limit=60)

    @display("In its text")
    def link_to_text(self, sentence: Sentence) -> SafeString:
        """The way to the sentence where it stands."""
        return link(locate_sentence(sentence), sentence.snapshot.source.title)
