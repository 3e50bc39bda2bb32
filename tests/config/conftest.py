"""A data folder of its own for a test, gone with its server afterwards."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from config.database.url import format_database_url
from tests.config.database.folders import clean_up, open_folder
from tests.config.database.processes import LINGER
from tests.config.sites import migrate


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


@pytest.fixture(scope="session")
def migrated_data_dir(made_data_dir: Path) -> Iterator[Path]:
    """The same with the project's tables, which take most of the time to make a site."""
    with open_folder() as folder:
        copy(made_data_dir, folder / "data")
        server = EmbeddedServer(EmbeddedOptions(data_dir=folder / "data", linger=0))
        migrate(format_database_url("onrecord", server.connection_params(), {}), folder)
        server.stop()
        yield folder / "data"
        clean_up(folder / "data")


@pytest.fixture
def data_dir(empty_data_dir: Path, made_data_dir: Path) -> Path:
    """A data folder of its own for the test, whose server does not run."""
    copy(made_data_dir, empty_data_dir)
    return empty_data_dir


@pytest.fixture
def site_server(empty_data_dir: Path, migrated_data_dir: Path) -> Iterator[EmbeddedServer]:
    """This process's share in a server with the project's tables."""
    copy(migrated_data_dir, empty_data_dir)
    share = EmbeddedServer(EmbeddedOptions(data_dir=empty_data_dir, linger=LINGER))
    yield share
    share.leave()


@pytest.fixture
def server(data_dir: Path) -> Iterator[EmbeddedServer]:
    """This process's share in the server of the data folder."""
    share = EmbeddedServer(EmbeddedOptions(data_dir=data_dir, linger=LINGER))
    yield share
    share.leave()


def copy(made: Path, place: Path) -> None:
    """Copy a data folder whose server does not run, owners and modes included."""
    subprocess.run(["cp", "-a", str(made), str(place)], check=True)
