"""Puts many texts on the record with their figures: a batch is written while the next ones are read.

PostgreSQL writes in a process of its own: meanwhile a thread reads, cuts and searches texts, which takes
no database. On two cores the one hides behind the other.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

from django.db import transaction

from claims.extraction import FoundFigure, find
from claims.harvest import Counts, read_new, write_readings
from sources.errors import SourcesError
from sources.ingest import Ingested, Prepared, find_known_digests, put_on_record

BATCH = 100
"""Texts that are written at once: more gain little, and each holds up to three locks."""

Input = TypeVar("Input")
Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused(Generic[Input]):
    """An input that could not be read, and why."""

    given: Input
    problem: SourcesError | OSError


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Generic[Input]):
    """A batch of inputs: the texts of those that could be read, and the others."""

    texts: list[Prepared]
    refused: list[Refused[Input]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched(Generic[Input]):
    """A batch that was read, with the figures of each text; None where it was not looked for any."""

    read: Read[Input]
    found: list[list[FoundFigure] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Generic[Input]):
    """What became of a batch of inputs."""

    ingested: list[Ingested]
    counts: Counts
    refused: list[Refused[Input]]


def take_in(
    inputs: Iterable[Input], prepare: Callable[[Input], Prepared], *, size: int = BATCH
) -> Iterator[Taken[Input]]:
    """Put the texts of inputs on the record, batch by batch, each with its figures or not at all.

    prepare: reads and cuts the text of one input without the database; what it raises as SourcesError or
    OSError is reported, and the rest goes on. It runs in a thread of its own.
    size: of a batch.
    """
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        read = _work_ahead(pool, partial(_read_all, prepare=prepare), _cut_batches(inputs, size))
        searched = _work_ahead(pool, _search, ((batch, find_known_digests(batch.texts)) for batch in read))
        for batch in searched:
            yield _write(batch)
    finally:
        pool.shutdown(cancel_futures=True)


def _work_ahead(
    pool: ThreadPoolExecutor, work: Callable[[Item], Result], items: Iterable[Item]
) -> Iterator[Result]:
    """The results of work in order; that on the next item begins before a result is given out."""
    begun: Future[Result] | None = None
    for item in items:
        following = pool.submit(work, item)
        if begun is not None:
            yield begun.result()
        begun = following
    if begun is not None:
        yield begun.result()


def _cut_batches(inputs: Iterable[Input], size: int) -> Iterator[list[Input]]:
    """Inputs, some at a time."""
    remaining = iter(inputs)
    while batch := list(islice(remaining, size)):
        yield batch


def _read_all(batch: Sequence[Input], *, prepare: Callable[[Input], Prepared]) -> Read[Input]:
    """The texts of inputs, and those that cannot be read."""
    read: Read[Input] = Read(texts=[], refused=[])
    for given in batch:
        try:
            read.texts.append(prepare(given))
        except (SourcesError, OSError) as problem:
            read.refused.append(Refused(given=given, problem=problem))
    return read


def _search(batch: tuple[Read[Input], set[str]]) -> Searched[Input]:
    """Look for the figures of texts, but for those whose bytes are known: they will hardly be written."""
    read, known = batch
    return Searched(read=read, found=[None if one.digest in known else _find(one) for one in read.texts])


def _find(text: Prepared) -> list[FoundFigure]:
    """The figures of a text, if it is of the day that its description says."""
    return find(text.read_text.text, published=text.description.published_on, sentences=text.spans)


@transaction.atomic
def _write(batch: Searched[Input]) -> Taken[Input]:
    """Put texts on the record with their figures, all or nothing."""
    texts = batch.read.texts
    ingested = put_on_record(texts)
    readings = [
        read_new(one, found=found if _is_of_its_day(one, text) else None)
        for one, text, found in zip(ingested, texts, batch.found, strict=True)
        if one.is_new
    ]
    return Taken(ingested=ingested, counts=write_readings(readings), refused=batch.read.refused)


def _is_of_its_day(ingested: Ingested, text: Prepared) -> bool:
    """Whether what was found holds: a source that was there before may have another day than was told."""
    return ingested.snapshot.source.published_on == text.description.published_on
