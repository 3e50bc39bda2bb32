"""What the reviewers' pages cost with 10,000 and with 1,000,000 claims.

Run with `make benchmark-desk`. The databases are made where they are not there yet, which takes minutes for
the large one. Rounds over both sizes take turns; the medians are printed with their ratio, which may be 3 at
most, and the numbers of queries, which may not differ.
"""

import logging
import os
import statistics
import sys
import time
from collections.abc import Callable

import django

SIZES = (10_000, 1_000_000)
ROUNDS = 3
TIMES = 7
"""How often each case is timed in a round, after one run that is not."""

Case = Callable[[], object]


def main(sizes: tuple[int, ...]) -> None:
    """Measure every case at every size and print a table."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    logging.disable(logging.INFO)  # a line a request would be measured too
    from benchmarks.desk_parts.cases import list_cases
    from benchmarks.record_parts.database import record_of

    times: dict[str, dict[int, list[float]]] = {}
    queries: dict[str, dict[int, int]] = {}
    for _ in range(ROUNDS):
        for size in sizes:
            with record_of(size):
                for name, case in list_cases().items():
                    times.setdefault(name, {}).setdefault(size, []).extend(time_case(case))
                    queries.setdefault(name, {}).setdefault(size, count_queries(case))
    print_table(sizes, times, queries)


def time_case(case: Case) -> list[float]:
    """Seconds of each of several runs."""
    case()
    found = []
    for _ in range(TIMES):
        begin = time.perf_counter()
        case()
        found.append(time.perf_counter() - begin)
    return found


def count_queries(case: Case) -> int:
    """How many queries a run makes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        case()
    return len(captured)


def print_table(
    sizes: tuple[int, ...], times: dict[str, dict[int, list[float]]], queries: dict[str, dict[int, int]]
) -> None:
    """One line a case: milliseconds at each size, their ratio, queries at each size."""
    head = [f"{size:,} ms" for size in sizes]
    print(f"| case | {' | '.join(head)} | ratio | queries |")
    print(f"|---|{'---|' * len(sizes)}---|---|")
    for name, by_size in times.items():
        medians = [statistics.median(by_size[size]) * 1000 for size in sizes]
        counts = " / ".join(str(queries[name][size]) for size in sizes)
        cells = " | ".join(f"{median:.1f}" for median in medians)
        print(f"| {name} | {cells} | {medians[-1] / medians[0]:.2f} | {counts} |")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
