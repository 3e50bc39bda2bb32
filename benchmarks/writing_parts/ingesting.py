"""Many texts: rows a second by what `manage.py ingest` does, beside Django's bulk_create of the same rows.

What the extractor takes, with reading and cutting the texts, is measured by itself. The command searches
texts while others are written: its time is what all of it takes beyond the extractor's. The same is also
written step by step, with nothing beside, as bulk_create does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice
from typing import Any

from django.db import models, transaction

from benchmarks.writing_parts.articles import write_article
from benchmarks.writing_parts.clock import Clock
from claims.extraction import find
from claims.harvest import harvest_new, read_new, write_readings
from claims.intake import BATCH, take_in
from claims.models import Claim, Figure, Harvest
from sources.ingest import Prepared, prepare, put_on_record
from sources.models import Sentence, Snapshot, Source
from sources.shelf import NOTHING_KNOWN

MODELS: tuple[type[models.Model], ...] = (Source, Snapshot, Sentence, Figure, Claim, Harvest)
ROUNDS = 4
BULK_SHARE = 5
"""Of as many texts one goes by bulk_create: it takes that much longer."""
BULK_ROWS = 1_000


@dataclass(slots=True)
class Tally:
    """How long one way takes, and how many rows it writes."""

    clock: Clock = field(default_factory=Clock)
    rows: int = 0

    @property
    def pace(self) -> float:
        """Rows a second."""
        return self.rows / self.clock.seconds


def measure(articles: int) -> dict[str, float]:
    """Rows a second of each way, and how many times as fast as bulk_create ours are."""
    extractor, command, steps, bulk = Clock(), Tally(), Tally(), Tally()
    numbers = count()
    for _ in range(ROUNDS):
        share = articles // ROUNDS
        search(list(islice(numbers, share)), extractor)
        run_command(list(islice(numbers, share)), command)
        for batch in cut(list(islice(numbers, share // BULK_SHARE))):
            write_by_steps([make_text(number) for number in batch], steps)
        for batch in cut(list(islice(numbers, share // BULK_SHARE))):
            write_by_bulk_create([make_text(number) for number in batch], bulk)
    beyond = command.rows / (command.clock.seconds - extractor.seconds)
    return {
        "rows": command.rows,
        "extractor_seconds": extractor.seconds,
        "command_seconds": command.clock.seconds,
        "rows_a_second_beyond_the_extractor": beyond,
        "rows_a_second_step_by_step": steps.pace,
        "bulk_create_rows_a_second": bulk.pace,
        "ratio": beyond / bulk.pace,
        "ratio_step_by_step": steps.pace / bulk.pace,
    }


def make_text(number: int) -> Prepared:
    """An article, read and cut."""
    return prepare(write_article(number), name=f"{number}.txt", description=NOTHING_KNOWN)


def cut(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Numbers of texts, as many at a time as the command writes at once."""
    for start in range(0, len(numbers), BATCH):
        yield numbers[start : start + BATCH]


def count_rows() -> int:
    """The rows of all tables that a text goes into."""
    return sum(model._default_manager.count() for model in MODELS)


def search(numbers: Sequence[int], clock: Clock) -> None:
    """Read texts, cut them and look for their figures, and nothing else."""
    with clock.running():
        for number in numbers:
            text = make_text(number)
            find(text.read_text.text, published=None, sentences=text.spans)


def run_command(numbers: Sequence[int], tally: Tally) -> None:
    """All that the command does with texts."""
    before = count_rows()
    with tally.clock.running():
        for _ in take_in(numbers, make_text):
            pass
    tally.rows += count_rows() - before


def write_by_steps(texts: Sequence[Prepared], tally: Tally) -> None:
    """Write texts one step after the other, as one that is submitted is; the extractor's time is left out."""
    before = count_rows()
    with tally.clock.running(), transaction.atomic():
        ingested = put_on_record(texts)
        with tally.clock.stopped():
            readings = [read_new(one) for one in ingested]
        write_readings(readings)
    tally.rows += count_rows() - before


def write_by_bulk_create(texts: Sequence[Prepared], tally: Tally) -> None:
    """Write the rows that the command writes, without looking for what is there: made twice, kept once."""
    with transaction.atomic():
        ingested = put_on_record(texts)
        harvest_new(ingested)
        snapshots = [one.snapshot.pk for one in ingested]
        rows: dict[type[models.Model], list[Any]] = {
            Source: list(Source.objects.filter(snapshots__in=snapshots)),
            Snapshot: list(Snapshot.objects.filter(pk__in=snapshots)),
            Sentence: list(Sentence.objects.filter(snapshot__in=snapshots)),
            Figure: list(Figure.objects.filter(sentence__snapshot__in=snapshots)),
            Claim: list(Claim.objects.filter(sentence__snapshot__in=snapshots)),
            Harvest: list(Harvest.objects.filter(snapshot__in=snapshots)),
        }
        transaction.set_rollback(True)
    with tally.clock.running(), transaction.atomic():
        for model, made in rows.items():
            model._default_manager.bulk_create(made, batch_size=BULK_ROWS)
    tally.rows += sum(map(len, rows.values()))
