"""Where words stand: addresses of the pages that show a text."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sources.admin.words import isolate
from sources.models import Sentence, Snapshot


def locate_snapshot(snapshot: Snapshot) -> str:
    """The address of the source's page with this snapshot's text."""
    page = reverse("admin:sources_source_change", args=[snapshot.source_id])
    return f"{page}?snapshot={snapshot.number}"


def locate_sentence(sentence: Sentence) -> str:
    """The address of the sentence in its text."""
    ordinal = sentence.ordinal
    return f"{locate_snapshot(sentence.snapshot)}&sentence={ordinal}#sentence-{ordinal}"


def link(address: str, words: str) -> SafeString:
    """The words, whatever they hold, as a link."""
    return format_html('<a class="text-link" href="{}">{}</a>', address, isolate(words))
