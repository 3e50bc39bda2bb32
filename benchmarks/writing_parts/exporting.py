"""All claims as JSON lines by the API's own stream, beside PostgreSQL's bare COPY of the same query."""

import resource
import time
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

TURNS = 3


def measure() -> dict[str, float]:
    """Claims a second of both, the ratio of their best turns, and by how many MB the process grew in them."""
    lines, statement = prepare()
    begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    turns = [(clock(stream), clock(lambda: copy(statement))) for _ in range(TURNS)]
    streamed, copied = (min(seconds) for seconds in zip(*turns, strict=True))
    return {
        "claims_a_second": lines / streamed,
        "copy_claims_a_second": lines / copied,
        "ratio": copied / streamed,
        "growth_mb": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - begin) / 1024,
    }


def prepare() -> tuple[int, str]:
    """How many lines the export has, and the COPY that it sends to the server."""
    with CaptureQueriesContext(connection) as queries:
        lines = stream()
    return lines, next(query["sql"] for query in queries if query["sql"].startswith("COPY"))


def clock(work: Any) -> float:
    """The seconds that some work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def stream() -> int:
    """Read the whole export through the application; the number of its lines."""
    answer: Any = APIClient(headers={"host": "localhost"}).get("/api/v1/claims/?format=jsonl")
    return sum(piece.count(b"\n") for piece in answer.streaming_content)


def copy(statement: str) -> None:
    """Read a COPY to its end."""
    with connection.cursor() as cursor, cursor.copy(statement) as lines:
        for _ in lines:
            pass
