"""Runs the extractor over snapshots and writes figures and proposed claims.

Run twice it gives the same rows. Run with newer rules it proposes anew, and leaves alone whatever a
person has worked on: a decided figure, a claim that was made, moved or reviewed by somebody.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, Func, IntegerField, OuterRef, QuerySet, Subquery

from claims.codelists import Kind
from claims.extraction import VERSION, Assertion, FoundFigure, find
from claims.models.claim import Claim
from claims.models.figure import Figure
from claims.models.harvest import Harvest
from claims.models.speaker import Speaker
from claims.speakers import fetch_speakers
from claims.transcription import list_columns
from sources.ingest import Ingested
from sources.loading import copy_rows
from sources.models.sentence import Sentence
from sources.models.snapshot import Snapshot
from sources.sentences import Role, SentenceSpan

PART = 10_000
"""Figures whose rows are in memory at once: a text of nothing but numbers has a million."""

LOCK_SPACE = 0x6F72  # "or": keeps these advisory locks apart from other uses of the same database


@dataclass(slots=True, kw_only=True)
class Counts:
    """What harvests did: snapshots read; figures added, changed, removed, and kept as a person left them."""

    snapshots: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """The sum, count by count."""
        return Counts(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the extractor has found in a snapshot; where its sentences stand, and their keys."""

    snapshot: Snapshot
    spans: Sequence[SentenceSpan]
    keys: Sequence[int]
    found: list[FoundFigure]


@dataclass(slots=True, kw_only=True)
class _Standing:
    """The rows that a snapshot has: those of the extractor by where they start, those of people apart."""

    figures: dict[int, Figure] = field(default_factory=dict)
    claims: dict[int, Claim] = field(default_factory=dict)
    protected: list[Figure] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Wanted:
    """The rows that a found figure should have, as columns; no claim unless it claims something."""

    figure: dict[str, Any]
    claim: dict[str, Any] | None


def select_due(*, again: bool = False) -> QuerySet[Snapshot]:
    """The snapshots that this version of the extractor has not read; all of them with `again`."""
    snapshots = Snapshot.objects.select_related("source").order_by("id")
    return snapshots if again else snapshots.exclude(harvests__extractor=VERSION)


@transaction.atomic
def harvest(snapshot: Snapshot, *, reading: Reading | None = None) -> Counts:
    """Bring the figures and proposed claims of a snapshot to what the extractor finds now.

    reading: that, where it has been looked for already.
    """
    reading = reading or read_snapshot(snapshot)
    with connection.cursor() as cursor:
        # Two harvests of one snapshot at once would both see no figure and both add it.
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashint8(%s))", [LOCK_SPACE, snapshot.pk])
    standing = _read_standing(snapshot)
    counts = Counts(snapshots=1, kept=len(standing.protected))
    fresh: list[_Wanted] = []
    for wanted in _list_wanted(reading, fetch_speakers(_name_speakers(reading))):
        if _overlaps(wanted, standing.protected):
            continue
        figure = standing.figures.pop(wanted.figure["start"], None)
        if figure is None:
            fresh.append(wanted)
        else:
            counts.changed += _update(figure, standing.claims.pop(figure.pk, None), wanted)
    counts.removed = _remove(list(standing.figures.values()))
    counts.added = _add(fresh)
    _log(snapshot, counts)
    return counts


@transaction.atomic
def harvest_new(ingested: Iterable[Ingested]) -> Counts:
    """Add the figures and proposed claims of texts that this very transaction has put on the record.

    Nobody else can see them, so that there is nothing to compare with and nobody to wait for.
    """
    return write_readings([read_new(one) for one in ingested if one.is_new])


def write_readings(readings: Sequence[Reading]) -> Counts:
    """Write what was found in new snapshots, with a note of each run."""
    speakers = fetch_speakers({name for reading in readings for name in _name_speakers(reading)})
    notes: list[dict[str, Any]] = [
        {"snapshot_id": reading.snapshot.pk, "extractor": VERSION, "figures": 0, "claims": 0}
        for reading in readings
    ]
    wanted = (
        (note, one)
        for note, reading in zip(notes, readings, strict=True)
        for one in _list_wanted(reading, speakers)
    )
    while part := list(islice(wanted, PART)):
        _add([one for _, one in part])
        for note, one in part:
            note["figures"] += 1
            note["claims"] += one.claim is not None
    copy_rows(Harvest, notes)
    return Counts(snapshots=len(readings), added=sum(note["figures"] for note in notes))


def _read_standing(snapshot: Snapshot) -> _Standing:
    """The rows there are; claims are locked, so that nobody reviews what is being replaced."""
    claims = Claim.objects.filter(sentence__snapshot=snapshot, figure__isnull=False)
    touched = ~Exists(Claim.objects.untouched().filter(pk=OuterRef("pk")))
    locked = list(claims.annotate(touched=touched).select_for_update(of=("self",)).order_by("id"))
    worked_on = {claim.figure_id for claim in locked if claim.touched}
    standing = _Standing(claims={claim.figure_id: claim for claim in locked if claim.figure_id is not None})
    for figure in Figure.objects.filter(sentence__snapshot=snapshot).order_by("start"):
        if figure.decided_by_id is not None or figure.pk in worked_on:
            standing.protected.append(figure)
        else:
            standing.figures[figure.start] = figure
    return standing


def read_snapshot(snapshot: Snapshot) -> Reading:
    """What the extractor finds in a snapshot's own sentences; writes nothing."""
    ((spans, keys),) = list_sentences([snapshot])
    return _read(snapshot, spans, keys)


def list_sentences(snapshots: Sequence[Snapshot]) -> list[tuple[list[SentenceSpan], list[int]]]:
    """Where the sentences of each snapshot stand, and their keys."""
    rows = Sentence.objects.filter(snapshot__in=snapshots).order_by("snapshot_id", "ordinal")
    places: dict[int, tuple[list[SentenceSpan], list[int]]] = {one.pk: ([], []) for one in snapshots}
    for snapshot, key, start, end, role in rows.values_list("snapshot_id", "pk", "start", "end", "role"):
        spans, keys = places[snapshot]
        spans.append(SentenceSpan(start=start, end=end, role=Role(role)))
        keys.append(key)
    return list(places.values())


def read_new(ingested: Ingested, *, found: list[FoundFigure] | None = None) -> Reading:
    """What the extractor finds in a text that was just put on the record; writes nothing.

    found: that, where it has been looked for in the same text of the same day.
    """
    if found is None:
        return _read(ingested.snapshot, ingested.spans, ingested.keys)
    return Reading(snapshot=ingested.snapshot, spans=ingested.spans, keys=ingested.keys, found=found)


def _read(snapshot: Snapshot, spans: Sequence[SentenceSpan], keys: Sequence[int]) -> Reading:
    """What the extractor finds in sentences."""
    found = find(snapshot.text, published=snapshot.source.published_on, sentences=spans)
    return Reading(snapshot=snapshot, spans=spans, keys=keys, found=found)


def _list_wanted(reading: Reading, speakers: dict[str, Speaker]) -> Iterator[_Wanted]:
    """The rows that a reading's figures should have; claims of one sentence share the words they quote."""
    quotes: dict[tuple[int, int], str] = {}
    remaining = iter(zip(reading.spans, reading.keys, strict=True))
    place = next(remaining, None)
    for figure in reading.found:
        while place is not None and place[0].end < figure.end:
            place = next(remaining, None)
        if place is not None:
            yield _describe(reading.snapshot.text, place[1], figure, speakers, quotes)


def _name_speakers(reading: Reading) -> set[str]:
    """Those whom a reading names."""
    return {figure.assertion.speaker for figure in reading.found if figure.assertion}


def _describe(
    text: str,
    sentence: int,
    found: FoundFigure,
    speakers: dict[str, Speaker],
    quotes: dict[tuple[int, int], str],
) -> _Wanted:
    """A found figure as the columns of its rows.

    sentence: the key of the one that it stands in. quotes: words of the text by their span, once each.
    """
    figure = {
        "sentence_id": sentence,
        "start": found.start,
        "end": found.end,
        "surface": found.surface,
        "disposition": found.disposition.value,
        "rule": found.rule,
    }
    if found.assertion is None:
        return _Wanted(figure=figure, claim=None)
    claim = _describe_claim(text, found.assertion, speakers, quotes)
    return _Wanted(figure=figure, claim={"sentence_id": sentence, **claim})


def _describe_claim(
    text: str,
    assertion: Assertion,
    speakers: dict[str, Speaker],
    quotes: dict[tuple[int, int], str],
) -> dict[str, Any]:
    """An assertion as the columns of its claim."""
    speaker = speakers.get(assertion.speaker)
    span = assertion.quote_start, assertion.quote_end
    return {
        "kind": Kind.NUMERIC.value,
        "start": span[0],
        "end": span[1],
        "quote": quotes.get(span) or quotes.setdefault(span, text[slice(*span)]),
        "speaker_id": speaker.pk if speaker else None,
        **list_columns(assertion),
    }


def _overlaps(wanted: _Wanted, protected: list[Figure]) -> bool:
    """Whether a person has already decided about these words."""
    start, end = wanted.figure["start"], wanted.figure["end"]
    return any(start < kept.end and kept.start < end for kept in protected)


def _update(figure: Figure, claim: Claim | None, wanted: _Wanted) -> int:
    """Bring a figure and its claim to what is wanted; 1 when anything differed, else 0."""
    changed = _write_differences(figure, wanted.figure)
    if claim is not None and wanted.claim is None:
        claim.delete()
        return 1
    if claim is not None and wanted.claim is not None:
        return changed | _write_differences(claim, wanted.claim)
    if wanted.claim is not None:
        Claim.objects.create(figure=figure, extractor=VERSION, **wanted.claim)
        return 1
    return changed


def _write_differences(row: Figure | Claim, columns: dict[str, Any]) -> int:
    """Save the columns that differ; 1 when any did, else 0."""
    if all(getattr(row, name) == value for name, value in columns.items()):
        return 0
    for name, value in {**columns, "extractor": VERSION}.items():
        setattr(row, name, value)
    if isinstance(row, Claim):
        row.version += 1  # who has the older reading before them is told
    row.save()
    return 1


def _remove(figures: list[Figure]) -> int:
    """Delete figures that are no longer found, with their untouched claims; how many."""
    keys = [figure.pk for figure in figures]
    if not keys:
        return 0
    Claim.objects.filter(figure__in=keys).delete()
    Figure.objects.filter(pk__in=keys).delete()
    return len(keys)


def _add(fresh: list[_Wanted]) -> int:
    """Insert new figures and their claims; how many figures."""
    by_us = {"extractor": VERSION}
    keys = copy_rows(Figure, [wanted.figure for wanted in fresh], alike=by_us)
    claims = [
        {"figure_id": key, **wanted.claim}
        for key, wanted in zip(keys, fresh, strict=True)
        if wanted.claim is not None
    ]
    copy_rows(Claim, claims, alike=by_us)
    return len(keys)


def _log(snapshot: Snapshot, counts: Counts) -> None:
    """Note the run, once for each version of the extractor."""
    note = Harvest(
        snapshot=snapshot,
        extractor=VERSION,
        figures=_count_of(Figure, snapshot),
        claims=_count_of(Claim, snapshot),
        kept=counts.kept,
    )
    Harvest.objects.bulk_create(
        [note],
        update_conflicts=True,
        unique_fields=["snapshot", "extractor"],
        update_fields=["figures", "claims", "kept"],
    )


def _count_of(model: type[Figure | Claim], snapshot: Snapshot) -> Subquery:
    """How many rows a snapshot has, counted where it is written down."""
    rows = model._default_manager.filter(sentence__snapshot=snapshot).order_by()
    return Subquery(
        rows.annotate(
            number=Func(function="count", template="%(function)s(*)", output_field=IntegerField())
        ).values("number")
    )
