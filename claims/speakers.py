"""Whom the names in a text mean: the speakers on the record, by the fullest name that a text gave them."""

from collections.abc import Collection

from django.db.models import Q

from claims.extraction import find_fuller, is_short_form, split_rank
from claims.models.speaker import Speaker
from claims.transcription import fit_name


def fetch_speakers(names: Collection[str]) -> dict[str, Speaker]:
    """The speakers of names, made where missing; a short form is whom another text names in full.

    Names are those of texts, made to fit their column here; "" is nobody's.
    """
    fitting = {name: fitted for name in names if (fitted := fit_name(name))}
    wanted = set(fitting.values())
    known = wanted | _fetch_fuller_names({name for name in wanted if is_short_form(name)})
    full = {name: find_fuller(name, known) for name in wanted}
    speakers = _find_speakers(set(full.values()))
    missing = sorted(set(full.values()) - speakers.keys())
    if missing:
        Speaker.objects.bulk_create([Speaker(name=name) for name in missing], ignore_conflicts=True)
        speakers |= _find_speakers(missing)
    return {name: speakers[full[fitted]] for name, fitted in fitting.items()}


def _find_speakers(names: Collection[str]) -> dict[str, Speaker]:
    """The speakers on the record that have these names."""
    return {speaker.name: speaker for speaker in Speaker.objects.filter(name__in=names)} if names else {}


def _fetch_fuller_names(names: set[str]) -> set[str]:
    """The names on the record with the rank and the surname of one of these."""
    if not names:
        return set()
    alike = Q()
    for name in names:
        alike |= Q(name__startswith=f"{split_rank(name)[0]} ", name__endswith=f" {name.split()[-1]}")
    return set(Speaker.objects.filter(alike).values_list("name", flat=True))
