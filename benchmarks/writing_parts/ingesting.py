"""Many texts: rows a second by what `manage.py ingest` does, beside Django's bulk_create of the same rows.

The extractor's time, and that of reading and cutting the texts, is left out of both.
"""

from collections.abc import Sequence

from django.db import models, transaction

from benchmarks.writing_parts.articles import write_article
from benchmarks.writing_parts.clock import Clock
from claims.harvest import fetch_sentences, read_snapshot, write_readings
from claims.management.commands.ingest import BATCH
from claims.models import Claim, Figure, Harvest
from sources.ingest import Prepared, prepare, put_on_record
from sources.models import Sentence, Snapshot, Source
from sources.shelf import NOTHING_KNOWN

MODELS: tuple[type[models.Model], ...] = (Source, Snapshot, Sentence, Figure, Claim, Harvest)
ROUNDS = 10
BULK_SHARE = 5
"""Of as many texts one goes by bulk_create: it takes that much longer."""
BULK_ROWS = 1_000


def measure(articles: int) -> dict[str, float]:
    """Rows a second of both ways, and how many times as fast the first is."""
    ours, theirs = Clock(), Clock()
    our_rows = their_rows = 0
    number = 0
    for _ in range(ROUNDS):
        for clock, write, count in (
            (ours, write_by_copy, articles // ROUNDS),
            (theirs, write_by_bulk_create, articles // ROUNDS // BULK_SHARE),
        ):
            before = count_rows()
            for start in range(number, number + count, BATCH):
                texts = [make_text(n) for n in range(start, min(start + BATCH, number + count))]
                write(texts, clock)
            number += count
            added = count_rows() - before
            our_rows, their_rows = (
                (our_rows + added, their_rows) if clock is ours else (our_rows, their_rows + added)
            )
    return {
        "rows": our_rows,
        "rows_a_second": our_rows / ours.seconds,
        "bulk_create_rows_a_second": their_rows / theirs.seconds,
        "ratio": (our_rows / ours.seconds) / (their_rows / theirs.seconds),
    }


def make_text(number: int) -> Prepared:
    """An article, read and cut."""
    return prepare(write_article(number), name=f"{number}.txt", description=NOTHING_KNOWN)


def count_rows() -> int:
    """The rows of all tables that a text goes into."""
    return sum(model._default_manager.count() for model in MODELS)


def write_by_copy(texts: Sequence[Prepared], clock: Clock) -> None:
    """Write texts as the command does."""
    with clock.running(), transaction.atomic():
        ingested = put_on_record(texts)
        places = fetch_sentences([one.snapshot for one in ingested])
        with clock.stopped():
            readings = [read_snapshot(snapshot, sentences) for snapshot, sentences in places]
        write_readings(readings)


def write_by_bulk_create(texts: Sequence[Prepared], clock: Clock) -> None:
    """Write the rows that write_by_copy writes, without looking for what is there: made twice, kept once."""
    with transaction.atomic():
        ingested = put_on_record(texts)
        places = fetch_sentences([one.snapshot for one in ingested])
        write_readings([read_snapshot(snapshot, sentences) for snapshot, sentences in places])
        snapshots = [one.snapshot.pk for one in ingested]
        rows = {
            Source: list(Source.objects.filter(snapshots__in=snapshots)),
            Snapshot: list(Snapshot.objects.filter(pk__in=snapshots)),
            Sentence: list(Sentence.objects.filter(snapshot__in=snapshots)),
            Figure: list(Figure.objects.filter(sentence__snapshot__in=snapshots)),
            Claim: list(Claim.objects.filter(sentence__snapshot__in=snapshots)),
            Harvest: list(Harvest.objects.filter(snapshot__in=snapshots)),
        }
        transaction.set_rollback(True)
    with clock.running(), transaction.atomic():
        for model, made in rows.items():
            model._default_manager.bulk_create(made, batch_size=BULK_ROWS)  # type: ignore[attr-defined]
