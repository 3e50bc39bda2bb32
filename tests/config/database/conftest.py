"""A data folder of its own for a test, gone with its server afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from config.database.embedded.home import locate_home
from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from tests.config.database.processes import (
    LINGER,
    find_postmasters,
    find_supervisors,
    kill_hard,
    stop_at_once,
)

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


@pytest.fixture
def empty_data_dir() -> Iterator[Path]:
    """The path of a data folder that does not exist yet."""
    with open_folder() as folder:
        yield folder / "data"
        clean_up(folder / "data")


@pytest.fixture(scope="session")
def made_data_dir() -> Iterator[Path]:
    """A data folder with a cluster at rest, to be copied: making one takes most of a test's time."""
    with open_folder() as folder:
        server = EmbeddedServer(EmbeddedOptions(data_dir=folder / "data", linger=0))
        server.connection_params()
        server.stop()
        yield folder / "data"
        clean_up(folder / "data")


@pytest.fixture
def data_dir(empty_data_dir: Path, made_data_dir: Path) -> Path:
    """A data folder of its own for the test, whose server does not run."""
    subprocess.run(["cp", "-a", str(made_data_dir), str(empty_data_dir)], check=True)
    return empty_data_dir


@pytest.fixture(autouse=True)
def own_connections(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let connections open that are not those of the settings: pytest-django stops every one."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def server(data_dir: Path) -> Iterator[EmbeddedServer]:
    """This process's share in the server of the data folder."""
    share = EmbeddedServer(EmbeddedOptions(data_dir=data_dir, linger=LINGER))
    yield share
    share.leave()


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
