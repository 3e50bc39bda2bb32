"""Where the server listens when the path of its socket would be too long."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.database.embedded.address import MAX_SOCKET_PATH
from tests.config.database.folders import clean_up, connect, mode_of
from tests.config.database.processes import ServerUser, find_postmasters, wait_until


@pytest.fixture
def deep_dir(data_dir: Path) -> Iterator[Path]:
    """A data folder with a cluster, whose path is too long for a socket."""
    deep = data_dir.parent / ("long" * 20)
    deep.mkdir(mode=0o755)
    moved = data_dir.rename(deep / "data, with 'signs'")
    yield moved
    clean_up(moved)


def test_socket_goes_to_a_short_folder_of_our_own(deep_dir: Path) -> None:
    with ServerUser(deep_dir) as user:
        params = user.wait_for_params()
        with connect(params) as connection:
            assert connection.execute("SHOW listen_addresses").fetchone() == ("",)

        folder = Path(params["host"])
        assert len(bytes(folder)) < MAX_SOCKET_PATH
        assert mode_of(folder) == 0o700
        user.leave()
    wait_until(lambda: not find_postmasters(deep_dir))
    folder.rmdir()


def test_loopback_with_password_where_no_folder_is_short_enough(deep_dir: Path) -> None:
    with ServerUser(deep_dir, TMPDIR=str(deep_dir.parent)) as user:
        params = user.wait_for_params()

        assert params["host"] == "127.0.0.1"
        with connect(params) as connection:
            shown = connection.execute("SHOW unix_socket_directories").fetchone()
            assert shown == ("",)
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            connect(params, password="guessed")
        user.leave()
