"""The reads that are measured, each beside its limit; a random place is the same in every run."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.db.backends.postgresql.psycopg_any import NumericRange
from django.db.models import Func, QuerySet

from benchmarks.api_parts.bare import connect, read_by_rows
from benchmarks.api_parts.timing import Times, time_beside
from claims.models import Claim
from claims.models.numbers import NumericField
from claims.models.value_search import filter_by_base_value
from sources.api.keyset import Cursor
from sources.models import Sentence
from sources.models.counting import count_rows
from sources.models.words import MOST_RANKED, RANK, match_words

CLAIMS = "/api/v1/claims/"
COLUMNS = ("id", "text")
"""What is read of a sentence that is found."""
WORDS = ("counted", "harar", "hara", "haremar", "belor", "kingfisher")
"""From one that stands in all of 50,000 sentences to ones in 17,000, 10,000, 2,000, 361 and 13 of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """One line of the result: a ratio, what it should be, and what it was made of."""

    name: str
    value: float
    goal: str
    detail: str


class Reader:
    """The application in this process, as a server calls it."""

    def __init__(self) -> None:
        self.application = get_wsgi_application()

    def read(self, query: str) -> bytes:
        """The body of a list of claims; raises RuntimeError for anything but 200."""
        environ: dict[str, Any] = {"PATH_INFO": CLAIMS, "QUERY_STRING": query}
        environ |= {"HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1"}
        setup_testing_defaults(environ)
        status = ""

        def start(line: str, _: list[tuple[str, str]], __: Any = None, /) -> Callable[[bytes], object]:
            nonlocal status
            status = line
            return len  # Django calls it with nothing: it gives its bodies back

        body = b"".join(self.application(environ, start))
        if not status.startswith("200"):
            raise RuntimeError(f"{query}: {status} {body[:300]!r}")
        return body


def place(number: int) -> str:
    """The cursor behind a row."""
    return Cursor(value=None, number=number).write("-id")


def measure(number: int, turns: int) -> Iterator[Ratio]:
    """Every ratio of reading in process, over a record of so many claims."""
    reader = Reader()
    places = [random.Random(turn).randint(number // 10, number) for turn in range(turns + 20)]
    yield from measure_pages(reader, places, turns)
    yield from measure_counts(reader, turns)
    yield from measure_values(reader, turns)
    yield from measure_search(number, turns)


def measure_pages(reader: Reader, places: list[int], turns: int) -> Iterator[Ratio]:
    """A page beside the bare loop over the same rows, and a deep page beside the first."""
    bare = connect({k: v for k, v in connection.get_connection_params().items() if k in LIBPQ})
    page = "page_size=100&status=proposed"
    times = time_beside(
        {
            "ours": lambda turn: reader.read(f"{page}&cursor={place(places[turn])}"),
            "bare": lambda turn: read_by_rows(bare, "proposed", places[turn]),
            "first": lambda _: reader.read(page),
        },
        turns=turns,
    )
    yield compare("page of 100 in process, bare loop / ours", times["bare"], times["ours"], ">= 0.55")
    yield compare("deep page / first page", times["ours"], times["first"], "<= 1.5")


LIBPQ = {"dbname", "user", "password", "host", "port"}


def measure_counts(reader: Reader, turns: int) -> Iterator[Ratio]:
    """Counts as a list shows them, beside one page."""
    lists: dict[str, QuerySet[Any]] = {
        "all": Claim.objects.all(),
        "accepted": Claim.objects.filter(status="accepted"),
        "by value": select_values(50, 51),
    }
    ways: dict[str, Any] = {name: lambda _, rows=rows: count_rows(rows) for name, rows in lists.items()}
    times = time_beside({**ways, "page": lambda _: reader.read("page_size=100")}, turns=turns)
    for name in lists:
        yield compare(f"count ({name}) / one page", times[name], times["page"], "<= 0.5")


def select_values(low: int, high: int) -> QuerySet[Any]:
    """Claims in any unit of length whose value meets so many kilometres."""
    return filter_by_base_value(Claim.objects.all(), NumericRange(low, high, "[]"), unit="kilometre")


BOUNDS = {
    "low_bound": "coalesce(lower(base_value), '-Infinity'::numeric)",
    "high_bound": "coalesce(upper(base_value), 'Infinity'::numeric)",
}


def select_by_bounds(low: int, high: int) -> QuerySet[Any]:
    """The same claims, asked for by both bounds: what two btree indexes can answer."""
    bounds = {name: Func(template=sql, output_field=NumericField()) for name, sql in BOUNDS.items()}
    rows: QuerySet[Any] = Claim.objects.filter(measure="length").alias(**bounds)
    return rows.filter(low_bound__lte=high * 1000, high_bound__gte=low * 1000)


def run(statement: str) -> None:
    """Run a statement on Django's connection."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


def measure_values(reader: Reader, turns: int) -> Iterator[Ratio]:
    """Exact counts by value beside the same with two btree indexes, and the pages' slowest."""
    for name, bound in BOUNDS.items():
        run(f"CREATE INDEX IF NOT EXISTS benchmark_{name} ON claims_claim (measure, ({bound}))")
    run("ANALYZE claims_claim")
    try:
        times = time_beside(
            {
                "btrees": lambda turn: select_by_bounds(turn % 40 + 50, turn % 40 + 51).count(),
                "ours": lambda turn: select_values(turn % 40 + 50, turn % 40 + 51).count(),
                "page": lambda turn: reader.read(
                    f"page_size=100&unit=metre&value_overlaps={turn % 40 + 50}000,{turn % 40 + 51}000"
                ),
                "rare": lambda turn: reader.read(
                    f"page_size=100&unit=percent&value_contains={turn % 40 + 30}"
                ),
                "none": lambda turn: reader.read(
                    f"page_size=100&unit=percent&value_contains={turn % 40}.217"
                ),
            },
            turns=turns,
        )
    finally:
        run("DROP INDEX benchmark_low_bound, benchmark_high_bound")
    yield compare("count by value, two btrees / ours", times["btrees"], times["ours"], ">= 6")
    for name, what in {
        "page": "page by value",
        "rare": "by a rare share",
        "none": "by one that none has",
    }.items():
        detail = f"p50 {times[name].p50:.1f}"
        yield Ratio(name=f"{what}, p99 in ms", value=times[name].p99, goal="< 100", detail=detail)


def measure_search(number: int, turns: int) -> Iterator[Ratio]:
    """The ranked matches of a word beside as many sentences by their keys."""
    keys = [random.Random(turn).sample(range(1, number // 2), MOST_RANKED) for turn in range(turns + 20)]
    for word in WORDS:
        ranked = match_words(Sentence.objects.all(), word).order_by(f"-{RANK}", "-id")
        times = time_beside(
            {
                "ours": partial(read_ranked, ranked),
                "keys": lambda turn: list(Sentence.objects.filter(pk__in=keys[turn]).values_list(*COLUMNS)),
            },
            turns=turns,
        )
        name = f"search “{word}” / 1,001 rows by key"
        yield compare(name, times["ours"], times["keys"], "<= 1.0")
        worst = times["ours"].p99 / times["keys"].p99
        yield Ratio(name=f"{name}, p99", value=worst, goal="<= 1.5", detail="")


def read_ranked(ranked: QuerySet[Any], _: int) -> list[Any]:
    """The first hundred matches of a search."""
    return list(ranked.values_list(*COLUMNS)[:100])


def compare(name: str, one: Times, other: Times, goal: str) -> Ratio:
    """The ratio of two medians."""
    detail = f"{one.p50:.2f} ms / {other.p50:.2f} ms"
    return Ratio(name=name, value=one.p50 / other.p50, goal=goal, detail=detail)
