"""What reading over the API costs beside the least that it could cost, as ratios of one run.

Run with `python -m benchmarks.api [CLAIMS ...]`, 1000000 unless given: a record of that size is made where it
is not there yet (some twenty minutes a million). With two sizes the pages of both are compared as well.
"""

import logging
import os
import platform
import sys
import time
from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import Any

import django

TURNS = 60
GROWTH = ("page_size=100", "page_size=100&ordering=-updated", "page_size=100&unit=metre&value_contains=50000")


def main(sizes: list[int]) -> None:
    """Print the ratios over each record, then those between two records."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ["ONRECORD_THROTTLE_ANONYMOUS"] = ""  # here the limit of speed is looked for
    django.setup()
    logging.disable(logging.INFO)  # a line a request would be measured too
    from django.db import connection

    from benchmarks.api_parts.http import measure_http
    from benchmarks.api_parts.reads import Ratio, Reader, measure
    from benchmarks.api_parts.timing import time_beside
    from benchmarks.record_parts.database import record_of

    print(f"Python {platform.python_version()}, Django {django.get_version()}, {os.cpu_count()} cores")
    print(f"{'':<58} {'ratio':>8}  goal")
    medians: dict[int, list[float]] = {}
    for size in sizes:
        with record_of(size):
            database: Any = connection
            server = database.pg_version // 10000
            print(f"{size:,} claims, PostgreSQL {server}, {time.strftime('%Y-%m-%d')}")
            show(measure(size, TURNS))
            show(measure_http(size, connection.settings_dict["NAME"]))
            ways = {query: partial(read, Reader(), query) for query in GROWTH}
            medians[size] = [times.p50 for times in time_beside(ways, turns=TURNS).values()]
    for small, large in pairwise(sizes):
        ratios = zip(GROWTH, medians[small], medians[large], strict=True)
        name = f"{large:,} / {small:,} claims, {{}}"
        show(
            Ratio(name=name.format(query), value=late / early, goal="<= 1.5", detail=f"{late:.1f} ms")
            for query, early, late in ratios
        )


def read(reader: Any, query: str, _: int) -> None:
    """One turn of a list."""
    reader.read(query)


def show(ratios: Iterable[Any]) -> None:
    """Print ratios as they come."""
    for ratio in ratios:
        print(f"{ratio.name:<58} {ratio.value:8.2f}  {ratio.goal:<8} {ratio.detail}", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000_000])
