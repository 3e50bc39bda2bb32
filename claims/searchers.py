"""Looks for the figures of many texts in several processes at once (PURE).

A text takes milliseconds to search and Python runs one thread at a time, so that only processes use the
other cores. They start with an empty memory and see nothing but the texts that they are sent.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from claims.extraction import FoundFigure, find
from sources.sentences import SentenceSpan

PART = 20
"""Texts that a process is sent at once: fewer cost more messages, more leave the others idle at the end."""

AHEAD = 2
"""Batches that are searched while one is written: one more than that is in memory."""

Item = TypeVar("Item")
Begun = TypeVar("Begun")

Found = list[list[FoundFigure]]
"""The figures of each text, in the order of the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedText:
    """A text, its day and its sentences, as `find` takes them."""

    text: str
    published: date | None
    sentences: Sequence[SentenceSpan]


def count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def search_ahead(
    items: Iterable[Item],
    begin: Callable[[list[Item], Executor | None], Begun],
    *,
    size: int,
    processes: int | None = None,
) -> Iterator[Begun]:
    """What `begin` makes of batches of items, each given out when AHEAD more have begun.

    begin: takes a batch and who searches, and begins to search its texts.
    size: of a batch. processes: how many search beside this one, as many as there are cores unless told; none
    for a single core or a single batch.
    """
    batches = _cut_batches(items, size)
    first = list(islice(batches, 2))
    with open_searchers(_choose_number(processes) if len(first) > 1 else 0) as searchers:
        begun: deque[Begun] = deque()
        for batch in chain(first, batches):
            begun.append(begin(batch, searchers))
            if len(begun) > AHEAD:
                yield begun.popleft()
        while begun:
            yield begun.popleft()


def _cut_batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items, some at a time."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch


def _choose_number(processes: int | None) -> int:
    """How many processes search: one beside this one gains nothing where there is one core."""
    if processes is not None:
        return processes
    cores = count_cores()
    return cores if cores > 1 else 0


@contextmanager
def open_searchers(processes: int) -> Iterator[Executor | None]:
    """Processes that search texts, started when there is work; None for fewer than one.

    They end with the block, with their last part done and what waits given up.
    """
    if processes < 1:
        yield None
        return
    # "spawn": a copy of this process would share its connections to the database, and its locks.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_follow_parent)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def begin_search(texts: Sequence[SearchedText], searchers: Executor | None) -> Callable[[], Found]:
    """Begin to search texts; what is returned waits for their figures and gives them.

    searchers: who searches; without them it is done here, when the figures are asked for.
    What is returned raises BrokenProcessPool where a process was ended from outside.
    """
    if searchers is None:
        return lambda: search(texts)
    parts = [searchers.submit(search, texts[at : at + PART]) for at in range(0, len(texts), PART)]
    return lambda: [found for part in parts for found in part.result()]


def search(texts: Sequence[SearchedText]) -> Found:
    """The figures of texts."""
    return [find(one.text, published=one.published, sentences=one.sentences) for one in texts]


def _follow_parent() -> None:
    """End with the process that started this one: an interruption is its to handle, and so is its end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the parent's end, which a process that waits for work would not notice if it was killed."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
