"""Makes the databases of the benchmarks that ask what a record's size costs.

Run with `python -m benchmarks.record 10000 1000000`: a database for each number of claims, named
`onrecord_benchmark_` and the number, on the server of the settings.
"""

import os
import sys
import time

import django


def main(numbers: list[str]) -> None:
    """Make each record that is not there yet."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from benchmarks.record_parts.database import record_of

    for number in map(int, numbers):
        begin = time.perf_counter()
        with record_of(number):
            print(f"{number:,} claims are there after {time.perf_counter() - begin:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
