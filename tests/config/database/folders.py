"""Data folders for tests, and what is in them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from config.database.embedded.home import locate_home
from tests.config.database.processes import find_postmasters, find_supervisors, kill_hard, stop_at_once

NEEDED_BYTES = 2**30
MEMORY, DISK = Path("/dev/shm"), Path("/tmp")  # noqa: S108 - mkdtemp makes a folder of our own there

AS_ROOT = os.geteuid() == 0


@contextmanager
def open_folder() -> Iterator[Path]:
    """A new folder that every user may enter, with a short path for sockets, in memory if there is enough.

    pytest's own folders are open to their owner alone, and a test run as root needs PostgreSQL's user inside.
    """
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > NEEDED_BYTES
    folder = Path(tempfile.mkdtemp(prefix="onrecord-test-", dir=MEMORY if roomy else DISK))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def clean_up(data_dir: Path) -> None:
    """End what runs for a data folder, and delete what it has elsewhere."""
    home = locate_home(data_dir)
    place = home.path if home else data_dir
    for folder in {data_dir, place.parent if home and place.is_relative_to(data_dir) else place}:
        kill_hard(*find_supervisors(folder))
        stop_at_once(*find_postmasters(folder))
    if home and not place.is_relative_to(data_dir):
        shutil.rmtree(place)


def connect(params: dict[str, str], **more: str) -> psycopg.Connection[tuple[object, ...]]:
    """A connection to the project's database that commits each statement."""
    return psycopg.connect(**{"dbname": "onrecord", **params, **more}, autocommit=True)  # type: ignore[arg-type]


def mode_of(path: Path) -> int:
    """The permission bits of a path."""
    return path.stat().st_mode & 0o7777
