"""A watch that is stopped while something else is done."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Clock:
    """Seconds of what is done while it runs."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.begin: float | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count what is done inside."""
        self.start()
        try:
            yield
        finally:
            self.stop()

    def start(self) -> None:
        """Begin to count."""
        self.begin = time.perf_counter()

    def stop(self) -> None:
        """Stop counting."""
        assert self.begin is not None
        self.seconds += time.perf_counter() - self.begin
        self.begin = None

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Do not count what is done inside."""
        self.stop()
        try:
            yield
        finally:
            self.start()
