"""Pages over HTTP: one worker on one core, beside a bare function behind the same server."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

from benchmarks.api_parts.reads import CLAIMS, Ratio, place
from benchmarks.api_parts.timing import Times

HOST = "127.0.0.1"
PORTS = {"ours": 18231, "bare": 18232}
SECONDS = 6
ROUNDS = 3
CONNECTIONS = 4


def measure_http(number: int, database: str) -> Iterator[Ratio]:
    """Requests a second and the slowest ones, by turns; clients and PostgreSQL have the other cores."""
    with serving("ours", database), serving("bare", database):
        seconds: dict[str, list[float]] = {name: [] for name in PORTS}
        for name in PORTS:
            load(name, number, seconds=2)
        for _ in range(ROUNDS):
            for name in PORTS:
                seconds[name] += load(name, number, seconds=SECONDS)
    ours, bare = Times(seconds["ours"]), Times(seconds["bare"])
    spent = ROUNDS * SECONDS
    detail = f"{len(ours.seconds) / spent:.0f} / {len(bare.seconds) / spent:.0f} requests a second"
    share = len(ours.seconds) / len(bare.seconds)
    yield Ratio(name="requests a second over HTTP, ours / bare", value=share, goal=">= 0.50", detail=detail)
    detail = f"{ours.p99:.1f} ms / {bare.p99:.1f} ms"
    yield Ratio(name="p99 over HTTP, ours / bare", value=ours.p99 / bare.p99, goal="<= 2.5", detail=detail)


@contextmanager
def serving(name: str, database: str) -> Iterator[None]:
    """A worker of its own process, on the first core where the system lets us choose."""
    port = PORTS[name]
    command = [sys.executable, "-m", "benchmarks.api_parts.serve", name, str(port), database]
    server = subprocess.Popen(command)
    try:
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(server.pid, {0})
        wait_for(port)
        yield
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(port: int) -> None:
    """Until something answers there; raises TimeoutError."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            ask(HTTPConnection(HOST, port, timeout=5), CLAIMS)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"Nothing answers on port {port}.")


def load(name: str, number: int, *, seconds: float) -> list[float]:
    """Seconds of each request that a few connections make one after the other."""
    found: list[float] = []

    def run(seed: int) -> None:
        chosen, connection = random.Random(seed), HTTPConnection(HOST, PORTS[name], timeout=30)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            cursor = place(chosen.randint(number // 10, number))
            begin = time.perf_counter()
            ask(connection, f"{CLAIMS}?page_size=100&status=proposed&cursor={cursor}")
            found.append(time.perf_counter() - begin)

    threads = [threading.Thread(target=run, args=[seed]) for seed in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def ask(connection: HTTPConnection, address: str) -> bytes:
    """The body; raises RuntimeError for anything but 200."""
    connection.request("GET", address)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address}: {answer.status} {body[:300]!r}")
    return body
