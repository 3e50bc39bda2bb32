"""Puts texts on the record: bytes to a snapshot and its sentences, all or nothing.

The same bytes again add nothing; other bytes for a URL that is known become its next snapshot.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import PurePath

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.text import slugify

from sources.errors import SourcesError
from sources.models.publisher import Publisher
from sources.models.sentence import Sentence
from sources.models.snapshot import Snapshot
from sources.models.source import Source
from sources.readers import DEFAULT_LIMIT, ReadText, read
from sources.sentences import Role, SentenceSpan, split

BATCH = 2000
SLUG_LENGTH = 80
TITLE_LENGTH = 500


class UnknownPublisherError(SourcesError):
    """No publisher has that name."""

    code = "unknown_publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of a text besides its words; what is empty is unknown and is not guessed."""

    publisher: Publisher | None = None
    title: str = ""
    url: str = ""
    kind: str = Source.Kind.UNKNOWN
    language: str = ""
    published_on: date | None = None
    reference: str = ""


NOTHING_KNOWN = Description()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """The snapshot that holds the text, and whether it is new."""

    snapshot: Snapshot
    is_new: bool


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
    read_text = read(data, name=name, limit=limit)
    digest = hashlib.sha256(data).hexdigest()
    spans = split(read_text.text)
    with transaction.atomic():
        _lock(digest)
        standing = _find_same(digest, description)
        if standing is not None:
            return Ingested(snapshot=standing, is_new=False)
        source = _find_or_make_source(read_text.text, spans, name=name, description=description)
        snapshot = _write_snapshot(source, read_text, digest)
        _write_sentences(snapshot, spans)
    return Ingested(snapshot=snapshot, is_new=True)


def _lock(key: str) -> None:
    """Make whoever writes the same text or URL wait for this transaction: both would find nothing there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])


def _find_same(digest: str, description: Description) -> Snapshot | None:
    """The snapshot of these bytes, from the publisher and URL that are given, if any is."""
    same = Snapshot.objects.filter(bytes_sha256=digest).select_related("source")
    if description.publisher is not None:
        same = same.filter(source__publisher=description.publisher)
    if description.url:
        same = same.filter(source__url=description.url)
    return same.order_by("id").first()


def _find_or_make_source(
    text: str, spans: list[SentenceSpan], *, name: str, description: Description
) -> Source:
    """The source of the URL, for its next snapshot, else a new one."""
    if description.url:
        _lock(description.url)
        known = Source.objects.filter(url=description.url, publisher=description.publisher).first()
        if known is not None:
            return known
    title = description.title or _find_title(text, spans) or PurePath(name).stem or "Untitled"
    title = " ".join(title.split())[:TITLE_LENGTH]
    return Source.objects.create(
        publisher=description.publisher,
        slug=_make_slug(title),
        title=title,
        url=description.url,
        kind=description.kind,
        language=description.language,
        published_on=description.published_on,
        reference=description.reference,
    )


def _find_title(text: str, spans: list[SentenceSpan]) -> str:
    """The text's own headline, or ""."""
    return next((text[s.start : s.end] for s in spans if s.role is Role.HEADLINE), "")


def _make_slug(title: str) -> str:
    """A slug of the title that no source has yet."""
    stem = slugify(title)[:SLUG_LENGTH].strip("-") or "source"
    _lock(f"slug {stem}")
    taken = set(Source.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    if stem not in taken:
        return stem
    return next(slug for number in range(2, len(taken) + 3) if (slug := f"{stem}-{number}") not in taken)


def _write_snapshot(source: Source, read_text: ReadText, digest: str) -> Snapshot:
    """The next snapshot of a source."""
    last = source.snapshots.aggregate(last=Max("number"))["last"] or 0
    return Snapshot.objects.create(
        source=source,
        number=last + 1,
        media_type=read_text.media_type,
        encoding=read_text.encoding,
        encoding_detected=read_text.encoding_detected,
        bytes_sha256=digest,
        text_sha256=hashlib.sha256(read_text.text.encode()).hexdigest(),
        text=read_text.text,
        read_at=timezone.now(),
    )


def _write_sentences(snapshot: Snapshot, spans: list[SentenceSpan]) -> None:
    """Every sentence of a snapshot."""
    Sentence.objects.bulk_create(
        [
            Sentence(
                snapshot=snapshot,
                ordinal=ordinal,
                start=span.start,
                end=span.end,
                role=span.role.value,
                text=snapshot.text[span.start : span.end],
            )
            for ordinal, span in enumerate(spans, start=1)
        ],
        batch_size=BATCH,
    )
