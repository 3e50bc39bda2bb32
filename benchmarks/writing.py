"""What writing and exporting costs, each as a ratio of one run to what PostgreSQL or Django does at least.

Run with `make benchmark-write`, or `python -m benchmarks.writing 1000` for fewer than 10,000 texts. It makes
the database `onrecord_benchmark_writing` on the server of the settings, anew each time.
"""

import os
import sys

import django

DATABASE = "onrecord_benchmark_writing"


def main(articles: int) -> None:
    """Measure in a database of its own and print each figure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("ONRECORD_LOG_LEVEL", "WARNING")
    django.setup()
    from django.core.management import call_command

    from benchmarks.record_parts.database import create, point_to
    from benchmarks.writing_parts import exporting, ingesting, reviewing

    create(DATABASE)
    point_to(DATABASE)
    call_command("migrate", verbosity=0)
    show(f"ingest of {articles:,} texts", ingesting.measure(articles))
    show("one review", reviewing.measure())
    show("export as JSON lines", exporting.measure())


def show(title: str, figures: dict[str, float]) -> None:
    """Print what was measured."""
    print(title, *(f"  {name}: {value:,.2f}" for name, value in figures.items()), sep="\n", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
