"""What several do at the same moment, each with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connection

Done = TypeVar("Done")


def run_at_once(*works: Callable[[], Done]) -> list[Done]:
    """What each work gives, in their order; none begins before all are connected.

    What one raises is raised. For tests with a database whose transactions really end (`committed`).
    """
    ready = Barrier(len(works), timeout=60)

    def run(work: Callable[[], Done]) -> Done:
        try:
            connection.ensure_connection()
            ready.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(works)) as people:
        return list(people.map(run, works))
