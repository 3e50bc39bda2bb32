"""Puts texts on the record: bytes to a snapshot and its sentences, all or nothing.

The same bytes again add nothing; other bytes for a URL that is known become its next snapshot.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import PurePath
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from sources.errors import SourcesError
from sources.loading import copy_models, copy_rows
from sources.models.publisher import Publisher
from sources.models.sentence import Sentence
from sources.models.snapshot import Snapshot
from sources.readers import DEFAULT_LIMIT, ReadText, read
from sources.sentences import Role, SentenceSpan, split
from sources.shelf import (
    NOTHING_KNOWN,
    TITLE_LENGTH,
    Description,
    Shelf,
    find_last_numbers,
    find_sources,
    find_stem,
    find_taken_slugs,
)

NUMBERS = re.compile(r"(-\d+)+$", re.ASCII)
"""Numbers at the end of a slug, given by us or from the title."""


class UnknownPublisherError(SourcesError):
    """No publisher has that name."""

    code = "unknown_publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """The snapshot that holds the text; where it is new, its sentences in order and their keys."""

    snapshot: Snapshot
    is_new: bool
    spans: Sequence[SentenceSpan] = ()
    keys: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A text that was read and cut, ready to be put on the record."""

    title: str
    description: Description
    read_text: ReadText
    digest: str
    spans: list[SentenceSpan]


def find_publisher(name: str, *, make: bool = False) -> Publisher:
    """The publisher of a name, made if `make`; raises UnknownPublisherError with the names alike."""
    if make:
        return Publisher.objects.get_or_create(name=name)[0]
    publisher = Publisher.objects.filter(name=name).first()
    if publisher is None:
        raise UnknownPublisherError(f"There is no publisher named “{name}”.{_suggest(name)}")
    return publisher


def _suggest(name: str) -> str:
    """The names like a wrong one, if any, as the end of a message."""
    known = Publisher.objects.values_list("name", flat=True)
    alike = get_close_matches(name, list(known), n=3, cutoff=0.6)
    return f" Did you mean {' or '.join(f'“{other}”' for other in alike)}?" if alike else ""


def ingest(
    data: bytes,
    *,
    name: str,
    description: Description = NOTHING_KNOWN,
    limit: int = DEFAULT_LIMIT,
) -> Ingested:
    """Put a text on the record; raises SourcesError, and then nothing was written.

    name: what the bytes are called, for their format and, where no title is known, their title.
    limit: the most bytes that are read.
    """
    return put_on_record([prepare(data, name=name, description=description, limit=limit)])[0]


def prepare(
    data: bytes,
    *,
    name: str,
    media_type: str | None = None,
    description: Description,
    limit: int = DEFAULT_LIMIT,
) -> Prepared:
    """Read a text and cut it into sentences, writing nothing; raises SourcesError.

    media_type: its format as a header tells it, where one does.
    """
    read_text = read(data, name=name, media_type=media_type, limit=limit)
    spans = split(read_text.text)
    title = description.title or _find_title(read_text.text, spans) or PurePath(name).stem or "Untitled"
    return Prepared(
        title=" ".join(title.split())[:TITLE_LENGTH],
        description=description,
        read_text=read_text,
        digest=hashlib.sha256(data).hexdigest(),
        spans=spans,
    )


def _find_title(text: str, spans: list[SentenceSpan]) -> str:
    """The text's own headline, or ""."""
    return next((text[s.start : s.end] for s in spans if s.role is Role.HEADLINE), "")


@transaction.atomic
def put_on_record(texts: Sequence[Prepared]) -> list[Ingested]:
    """Write texts, all or none of them; a text that is on the record already is found there.

    Safe beside others that write the same texts: they wait for each other, everywhere in the same order.
    """
    _lock(text.digest for text in texts)
    known = _find_snapshots(texts)
    shelf = _open_shelf([text for text in texts if _find_same(text, known) is None])
    placed: list[tuple[Snapshot, Prepared, bool]] = []
    for text in texts:
        same = _find_same(text, known)
        snapshot = same or _make_snapshot(text, shelf)
        if same is None:
            known.setdefault(text.digest, []).append(snapshot)
        placed.append((snapshot, text, same is None))
    keys = iter(_write([(snapshot, text) for snapshot, text, is_new in placed if is_new]))
    return [
        Ingested(snapshot=snapshot, is_new=True, spans=text.spans, keys=list(islice(keys, len(text.spans))))
        if is_new
        else Ingested(snapshot=snapshot, is_new=False)
        for snapshot, text, is_new in placed
    ]


def find_known_digests(texts: Iterable[Prepared]) -> set[str]:
    """The hashes of those texts whose bytes are on the record now, from whichever publisher."""
    wanted = {text.digest for text in texts}
    return set(Snapshot.objects.filter(bytes_sha256__in=wanted).values_list("bytes_sha256", flat=True))


def _lock(keys: Iterable[str]) -> None:
    """Make whoever writes the same text, URL or slug wait for this transaction: both would find nothing."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest(%s::text[]) AS key",
            [sorted(set(keys))],
        )


def _find_snapshots(texts: Sequence[Prepared]) -> dict[str, list[Snapshot]]:
    """The snapshots that have the bytes of texts, by their hash, oldest first."""
    found: dict[str, list[Snapshot]] = {}
    rows = Snapshot.objects.filter(bytes_sha256__in={text.digest for text in texts})
    for snapshot in rows.select_related("source").order_by("id"):
        found.setdefault(snapshot.bytes_sha256, []).append(snapshot)
    return found


def _find_same(text: Prepared, known: Mapping[str, list[Snapshot]]) -> Snapshot | None:
    """The snapshot of these bytes, from the publisher and URL that are given, if any is."""
    about = text.description
    for snapshot in known.get(text.digest, []):
        of_publisher = about.publisher is None or snapshot.source.publisher_id == about.publisher.pk
        if of_publisher and about.url in ("", snapshot.source.url):
            return snapshot
    return None


def _open_shelf(new: Sequence[Prepared]) -> Shelf:
    """The sources that new texts may belong to; whoever else adds one of them waits."""
    urls = {text.description.url for text in new} - {""}
    _lock(urls)
    by_url = find_sources(urls)
    stems = [find_stem(text.title) for text in new]
    # "port" may be numbered to "port-2", which is the stem of "Port 2": all of them wait for one another.
    _lock(f"slug {NUMBERS.sub('', stem)}" for stem in stems)
    return Shelf(by_url=by_url, slugs=find_taken_slugs(stems), numbers=find_last_numbers(by_url.values()))


def _write(new: Sequence[tuple[Snapshot, Prepared]]) -> list[int]:
    """Write new snapshots, and those of their sources that are new too; the keys of their sentences."""
    sources = {id(snapshot.source): snapshot.source for snapshot, _ in new if snapshot.source._state.adding}
    copy_models(list(sources.values()))
    for snapshot, _ in new:
        snapshot.source = snapshot.source  # takes its key over; source_id alone would have it fetched again
    copy_models([snapshot for snapshot, _ in new])
    return copy_rows(
        Sentence, [row for snapshot, text in new for row in _list_sentences(snapshot, text.spans)]
    )


def _list_sentences(snapshot: Snapshot, spans: Iterable[SentenceSpan]) -> Iterator[dict[str, Any]]:
    """Every sentence of a snapshot, as columns."""
    for ordinal, span in enumerate(spans, start=1):
        yield {
            "snapshot_id": snapshot.pk,
            "ordinal": ordinal,
            "start": span.start,
            "end": span.end,
            "role": span.role.value,
            "text": snapshot.text[span.start : span.end],
        }


def _make_snapshot(text: Prepared, shelf: Shelf) -> Snapshot:
    """The next snapshot of a text's source, not written yet."""
    source = shelf.find_or_make(text.description, text.title)
    return Snapshot(
        source=source,
        number=shelf.count_up(source),
        media_type=text.read_text.media_type,
        encoding=text.read_text.encoding,
        encoding_detected=text.read_text.encoding_detected,
        bytes_sha256=text.digest,
        text_sha256=hashlib.sha256(text.read_text.text.encode()).hexdigest(),
        text=text.read_text.text,
        read_at=timezone.now(),
    )
