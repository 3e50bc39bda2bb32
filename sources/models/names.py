"""Names: those that read alike are alike, since no character of a name is hidden.

Hidden are control characters, line ends, and what Unicode has programs leave out where they cannot show it
(Default_Ignorable_Code_Point). Some scripts need a few of those, as UAX 31 and UTS 39 tell: Persian and
Sinhala are written with joiners between letters, names of Japan with selectors behind an ideograph.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.management import CommandError
from django.db import IntegrityError, models, transaction

JOINED = (
    r"\u0600-\u0dff\u1000-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff"
    r"\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
"""Scripts whose letters join or stack: Arabic to Sinhala, Myanmar, Khmer, Mongolian, their younger kin."""

SHAPED = JOINED + r"\u2100-\u2bff\u2e80-\u9fff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff"
"""What a variation selector may follow: these, symbols, and ideographs."""

NEVER_SHOWN = (
    r"[\u0001-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)
"""Controls, soft hyphens, marks and overrides of direction, spaces of no width, fillers, tags."""

LOST_JOINERS = (
    rf"(?<![{JOINED}])[\u200c\u200d]|\u200c(?![{JOINED}])"
    rf"|(?<![\u09cd\u0d4d])\u200d(?![{JOINED}])"  # which end words in old spellings of Bengali and Malayalam
)
LOST_SELECTORS = rf"(?<![{SHAPED}])[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]"

HIDDEN = f"{NEVER_SHOWN}|{LOST_JOINERS}|{LOST_SELECTORS}"
"""A hidden character, to Python and to PostgreSQL alike."""

_HIDDEN = re.compile(HIDDEN)


class NamesAlikeError(CommandError):
    """Names that are another's, or nothing, without their hidden characters; `migrate` ends saying so."""


def validate_name(name: str) -> None:
    """Refuse a name with a hidden character; the ValidationError says which, where, and what to do."""
    found = _HIDDEN.search(name)
    if found is None:
        return
    which = f"U+{ord(found[0]):04X}, {unicodedata.name(found[0], 'a control character')}"
    raise ValidationError(
        f"Character {found.start() + 1} is hidden ({which}): “{show_hidden(name)}”. Write it without that.",
        code="hidden_character",
    )


def show_hidden(name: str) -> str:
    """A name with its hidden characters told by their code points."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", name)[:200]


def clean_name(name: str) -> str:
    """A name of a text without hidden characters; a line end in it becomes a space."""
    while _HIDDEN.search(name):  # what stood beside one that is taken out may be hidden now
        name = _HIDDEN.sub(lambda found: " " if found[0].isspace() else "", name)
    return name.strip()


def clean_names(model: type[models.Model]) -> None:
    """Take hidden characters out of the names of a migration's model.

    Raises NamesAlikeError where a name would be empty or another row's: who is meant is for people to say.
    """
    alike = []
    for row in model._default_manager.filter(name__regex=HIDDEN).order_by("pk"):
        written = row.name  # type: ignore[attr-defined]
        row.name = clean_name(written)  # type: ignore[attr-defined]
        try:
            with transaction.atomic():
                row.save()
        except IntegrityError:
            alike.append(f"{row.pk} “{show_hidden(written)}”")
    if alike:
        raise NamesAlikeError(
            f"Names have no hidden characters any more. Without them these {model._meta.verbose_name_plural} "
            f"have no name, or another's: {', '.join(alike)}. Nothing was changed. Give them other names by "
            "the version that ran before, then migrate again."
        )
