"""A data folder of its own for a test, gone with its server afterwards."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from tests.config.database.folders import clean_up, open_folder
from tests.config.database.processes import LINGER


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


@pytest.fixture
def server(data_dir: Path) -> Iterator[EmbeddedServer]:
    """This process's share in the server of the data folder."""
    share = EmbeddedServer(EmbeddedOptions(data_dir=data_dir, linger=LINGER))
    yield share
    share.leave()
