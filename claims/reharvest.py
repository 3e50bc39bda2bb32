"""Brings many snapshots to what the extractor finds now: one is written while others are searched."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor

from claims.harvest import Counts, Reading, harvest, list_sentences
from claims.searchers import SearchedText, begin_search, search_ahead
from sources.models.snapshot import Snapshot

BATCH = 50
"""Snapshots that are searched at once; their texts are in memory."""


def harvest_all(snapshots: Iterable[Snapshot], *, processes: int | None = None) -> Iterator[Counts]:
    """Harvest snapshots in their order, each in a transaction of its own; what each harvest did.

    snapshots: with their sources. processes: how many look for figures beside this one (`search_ahead`).
    Raises BrokenProcessPool where one of them is ended from outside; what was counted is on the record.
    """
    for collect in search_ahead(snapshots, _begin, size=BATCH, processes=processes):
        for reading in collect():
            yield harvest(reading.snapshot, reading=reading)


def _begin(batch: Sequence[Snapshot], searchers: Executor | None) -> Callable[[], list[Reading]]:
    """Begin to look for the figures of snapshots; what is returned waits for them."""
    sentences = list_sentences(batch)
    wanted = [
        SearchedText(text=snapshot.text, published=snapshot.source.published_on, sentences=spans)
        for snapshot, (spans, _) in zip(batch, sentences, strict=True)
    ]
    collect = begin_search(wanted, searchers)

    def read() -> list[Reading]:
        return [
            Reading(snapshot=snapshot, spans=spans, keys=keys, found=found)
            for snapshot, (spans, keys), found in zip(batch, sentences, collect(), strict=True)
        ]

    return read
