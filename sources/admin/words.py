"""Words of texts in the admin's pages: whatever they hold is shown, and nothing of it acts."""

import re
import unicodedata

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

# Controls that turn what follows around (UAX #9: embeddings, overrides, isolates) would show "12" as "21";
# the C0 and C1 controls show as nothing. ZWNJ, ZWJ and the two marks belong to Persian, Arabic and emoji.
CONTROLS = re.compile("([\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f])")

SHORT = 200


def reveal(words: str) -> SafeString:
    """The words as HTML, with controls named where they stand instead of obeyed."""
    pieces = CONTROLS.split(words)
    if len(pieces) == 1:
        return escape(words)
    return format_html_join("", "{}{}", zip(pieces[::2], [*map(_name, pieces[1::2]), ""], strict=True))


def name_controls(words: str) -> str:
    """The words as a page shows them: each control as its code."""
    return CONTROLS.sub(lambda found: _code(found[0]), words)


def isolate(words: str, *, limit: int = SHORT) -> SafeString:
    """The words, shortened, in a direction of their own, so that they cannot turn their neighbours around."""
    shown = words if len(words) <= limit else f"{words[: limit - 1]}…"
    return format_html("<bdi>{}</bdi>", reveal(shown))


def _name(control: str) -> SafeString:
    """A visible stand-in for a control character."""
    return format_html(
        '<span class="control" title="{}">{}</span>', unicodedata.name(control, "control"), _code(control)
    )


def _code(control: str) -> str:
    """How a control character is written out."""
    return f"U+{ord(control):04X}"
