"""Puts many texts on the record with their figures: a batch is written while the next ones are searched.

PostgreSQL writes in a process of its own, and other processes look for figures, which takes no database.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import compress
from typing import Generic, TypeVar

from django.db import transaction

from claims.extraction import FoundFigure
from claims.harvest import Counts, read_new, write_readings
from claims.searchers import Found, SearchedText, begin_search, search_ahead
from sources.errors import SourcesError
from sources.ingest import Ingested, Prepared, find_known_digests, put_on_record

BATCH = 100
"""Texts that are written at once: more gain little, and each holds up to three locks."""

Input = TypeVar("Input")


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
class Searching(Generic[Input]):
    """A batch that was read and is being searched.

    is_new: of each text, whether its bytes were unknown; others will hardly be written, and are not searched.
    collect: waits for the figures of the new ones.
    """

    read: Read[Input]
    is_new: list[bool]
    collect: Callable[[], Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken(Generic[Input]):
    """What became of a batch of inputs."""

    ingested: list[Ingested]
    counts: Counts
    refused: list[Refused[Input]]


def take_in(
    inputs: Iterable[Input],
    prepare: Callable[[Input], Prepared],
    *,
    size: int = BATCH,
    processes: int | None = None,
) -> Iterator[Taken[Input]]:
    """Put the texts of inputs on the record, batch by batch, each with its figures or not at all.

    prepare: reads and cuts the text of one input; what it raises as SourcesError or OSError is reported, and
    the rest goes on.
    size: of a batch. processes: how many look for figures beside this one (`search_ahead`).
    Raises BrokenProcessPool where one of them is ended from outside; the batches given out are on the record.
    """

    def begin(batch: list[Input], searchers: Executor | None) -> Searching[Input]:
        return _begin(_read_all(batch, prepare=prepare), searchers)

    for batch in search_ahead(inputs, begin, size=size, processes=processes):
        yield _finish(batch)


def _read_all(batch: Sequence[Input], *, prepare: Callable[[Input], Prepared]) -> Read[Input]:
    """The texts of inputs, and those that cannot be read."""
    read: Read[Input] = Read(texts=[], refused=[])
    for given in batch:
        try:
            read.texts.append(prepare(given))
        except (SourcesError, OSError) as problem:
            read.refused.append(Refused(given=given, problem=problem))
    return read


def _begin(read: Read[Input], searchers: Executor | None) -> Searching[Input]:
    """Begin to look for the figures of texts."""
    known = find_known_digests(read.texts)
    is_new = [text.digest not in known for text in read.texts]
    wanted = [_describe(text) for text in compress(read.texts, is_new)]
    return Searching(read=read, is_new=is_new, collect=begin_search(wanted, searchers))


def _describe(text: Prepared) -> SearchedText:
    """A text as it is searched, if it is of the day that its description says."""
    return SearchedText(
        text=text.read_text.text, published=text.description.published_on, sentences=text.spans
    )


def _finish(batch: Searching[Input]) -> Taken[Input]:
    """Wait for the figures of a batch, and write it."""
    found = iter(batch.collect())
    return _write(batch.read, [next(found) if is_new else None for is_new in batch.is_new])


@transaction.atomic
def _write(read: Read[Input], found: Sequence[list[FoundFigure] | None]) -> Taken[Input]:
    """Put texts on the record with their figures, all or nothing."""
    ingested = put_on_record(read.texts)
    readings = [
        read_new(one, found=figures if _is_of_its_day(one, text) else None)
        for one, text, figures in zip(ingested, read.texts, found, strict=True)
        if one.is_new
    ]
    return Taken(ingested=ingested, counts=write_readings(readings), refused=read.refused)


def _is_of_its_day(ingested: Ingested, text: Prepared) -> bool:
    """Whether what was found holds: a source that was there before may have another day than was told."""
    return ingested.snapshot.source.published_on == text.description.published_on
