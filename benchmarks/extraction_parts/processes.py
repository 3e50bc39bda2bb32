"""Runs a program by itself and says what it used: seconds on the wall, seconds of CPU, peak memory."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).resolve().parents[2]
"""The checkout: programs run there, so that its modules are found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What one run of a program used; `status` is its exit status, negative when a signal ended it."""

    wall: float
    cpu: float
    peak_mb: float
    status: int
    output: str
    stopped: bool


def run(command: list[str], *, source: Path | None = None, seconds: float = 600) -> Usage:
    """Run a program to its end, or kill it after so many seconds; its standard input is a file or empty.

    Peak memory is what the kernel counted for the process. It counts the caller's too if that is larger, so
    the caller stays small: it imports neither extractor and holds no texts.
    """
    with TemporaryFile("w+", encoding="utf-8") as out, (source or Path(os.devnull)).open("rb") as given:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=given, stdout=out, cwd=ROOT)
        stopped = threading.Event()
        guard = threading.Timer(seconds, stop, (process, stopped))
        guard.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        guard.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        return Usage(
            wall=wall,
            cpu=used.ru_utime + used.ru_stime,
            peak_mb=used.ru_maxrss / 1024,
            status=process.returncode,
            output=out.read(),
            stopped=stopped.is_set(),
        )


def run_well(command: list[str], *, source: Path | None = None) -> Usage:
    """Run a program that must succeed. Raises CalledProcessError."""
    used = run(command, source=source)
    if used.status != 0:
        raise subprocess.CalledProcessError(used.status, command)
    return used


def stop(process: subprocess.Popen[bytes], stopped: threading.Event) -> None:
    """Kill a program whose time is over."""
    stopped.set()
    process.kill()
