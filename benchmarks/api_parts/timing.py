"""Two ways beside each other: turn by turn, so that what else the machine does meets both."""

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Run = Callable[[int], object]
"""One call of a way; it is told which turn it is, so that turns can differ."""

WARM_UP = 12
"""Calls that are not timed: a statement is prepared and planned for good after some."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of many calls."""

    seconds: list[float]

    def find(self, share: float) -> float:
        """The time that this share of the calls stays below, in milliseconds."""
        return sorted(self.seconds)[min(len(self.seconds) - 1, int(share * len(self.seconds)))] * 1000

    @property
    def p50(self) -> float:
        """The median in milliseconds."""
        return statistics.median(self.seconds) * 1000

    @property
    def p99(self) -> float:
        """What 99 of 100 calls stay below, in milliseconds."""
        return self.find(0.99)


def time_beside(ways: Mapping[str, Run], *, turns: int) -> dict[str, Times]:
    """The times of each way, called one after the other in every turn."""
    for turn in range(WARM_UP):
        for run in ways.values():
            run(turn)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(turns):
        for name, run in ways.items():
            begin = time.perf_counter()
            run(turn)
            seconds[name].append(time.perf_counter() - begin)
    return {name: Times(times) for name, times in seconds.items()}
