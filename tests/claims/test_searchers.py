"""Texts that are searched by other processes."""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from claims.extraction import find
from claims.searchers import PART, SearchedText, begin_search, open_searchers
from sources.sentences import split

TEXTS = [f"Harbour {number} took {number + 2} ships last year. It rained." for number in range(2 * PART + 1)]
DAY = date(2024, 5, 1)

WAIT_FOREVER = """
import time
from concurrent.futures import Executor
from multiprocessing import active_children
from claims.searchers import begin_search, open_searchers

if __name__ == "__main__":
    with open_searchers(1) as searchers:
        begin_search([], searchers)
        searchers.submit(len, "started").result()
        print(active_children()[0].pid, flush=True)
        time.sleep(600)
"""


def describe(text: str) -> SearchedText:
    """A text as it is sent to another process."""
    return SearchedText(text=text, published=DAY, sentences=split(text))


@pytest.mark.parametrize("processes", [0, 1, 3])
def test_figures_are_those_that_find_gives_in_the_order_of_the_texts(processes: int) -> None:
    with open_searchers(processes) as searchers:
        collect = begin_search([describe(text) for text in TEXTS], searchers)
        assert collect() == [find(text, published=DAY) for text in TEXTS]


def test_no_text_has_no_figures() -> None:
    with open_searchers(1) as searchers:
        assert begin_search([], searchers)() == []


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="reads the processes of Linux")
def test_processes_end_with_the_one_that_started_them_even_if_it_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "waiting.py"
    program.write_text(WAIT_FOREVER, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2],
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    ) as parent:  # fmt: skip
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.kill()
    limit = time.monotonic() + 20
    while is_running(child) and time.monotonic() < limit:
        time.sleep(0.05)
    assert not is_running(child)


def is_running(number: int) -> bool:
    """Whether a process is there and does not only wait to be counted as ended."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
