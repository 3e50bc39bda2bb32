"""Where a data folder's cluster goes, and that nobody's permissions change."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.database.embedded.home import BELONGS_TO, NOTE, locate_home, settle_home
from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from config.database.errors import ServerNotStartedError
from tests.config.database.folders import AS_ROOT, clean_up, connect, mode_of
from tests.config.database.processes import LINGER, find_postmasters, wait_until

as_root = pytest.mark.skipif(not AS_ROOT, reason="only root runs PostgreSQL as another user")


@pytest.fixture
def closed_dir(empty_data_dir: Path) -> Iterator[Path]:
    """A data folder in a folder that only its owner may enter."""
    closed = empty_data_dir.parent / "closed"
    closed.mkdir(mode=0o700)
    yield closed / "data"
    clean_up(closed / "data")


@as_root
def test_unreachable_data_folder_keeps_its_cluster_elsewhere(closed_dir: Path) -> None:
    server = EmbeddedServer(EmbeddedOptions(data_dir=closed_dir, linger=LINGER))
    with connect(server.connection_params()) as connection:
        connection.execute("CREATE TABLE kept ()")
    server.stop()

    home = locate_home(closed_dir)
    assert home is not None
    assert not home.path.is_relative_to(closed_dir)
    assert (home.path / BELONGS_TO).read_text() == f"{closed_dir}\n"
    with connect(server.connection_params()) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    assert mode_of(closed_dir.parent) == 0o700
    server.stop()


@as_root
def test_copied_data_folder_does_not_share_the_cluster(closed_dir: Path) -> None:
    first, _account = settle_home(closed_dir, "")
    copy = closed_dir.parent / "copy"
    shutil.copytree(closed_dir, copy)

    second, _account = settle_home(copy, "")

    assert second.path != first.path
    assert settle_home(closed_dir, "")[0] == first
    clean_up(copy)


@as_root
def test_moved_data_folder_keeps_its_cluster(closed_dir: Path) -> None:
    home, _account = settle_home(closed_dir, "")
    moved = closed_dir.rename(closed_dir.parent / "moved")

    assert settle_home(moved, "")[0] == home
    clean_up(moved)


@as_root
def test_deleted_data_folder_comes_back_empty(closed_dir: Path) -> None:
    first, _account = settle_home(closed_dir, "")
    shutil.rmtree(closed_dir)

    assert settle_home(closed_dir, "")[0] != first
    shutil.rmtree(first.path)


@as_root
def test_server_runs_as_the_user_that_is_named(empty_data_dir: Path) -> None:
    server = EmbeddedServer(EmbeddedOptions(data_dir=empty_data_dir, run_as="nobody", linger=LINGER))
    server.connection_params()

    [postmaster] = find_postmasters(empty_data_dir)
    assert Path(f"/proc/{postmaster}").owner() == "nobody"
    server.leave()
    wait_until(lambda: not find_postmasters(empty_data_dir))


@as_root
def test_unknown_user_is_refused_by_name(empty_data_dir: Path) -> None:
    with pytest.raises(ServerNotStartedError, match=r"nosuchuser.*ONRECORD_DATABASE_USER"):
        settle_home(empty_data_dir, "nosuchuser")


def test_no_permission_of_a_folder_changes(empty_data_dir: Path) -> None:
    chain = empty_data_dir.parents[::-1]
    before = [(path.stat().st_mode, path.stat().st_uid) for path in chain]
    server = EmbeddedServer(EmbeddedOptions(data_dir=empty_data_dir, linger=LINGER))
    server.connection_params()

    assert [(path.stat().st_mode, path.stat().st_uid) for path in chain] == before
    server.leave()


def test_what_is_made_is_for_its_owner_alone(server: EmbeddedServer, data_dir: Path) -> None:
    server.connection_params()

    home = locate_home(data_dir)
    assert home is not None
    assert mode_of(home.cluster) == 0o700
    assert mode_of(home.sockets) == 0o700
    assert mode_of(data_dir) == mode_of(home.path) == (0o711 if AS_ROOT else 0o700)
    files = [path for path in home.path.iterdir() if path.is_file()]
    assert {mode_of(path) for path in files} == {0o600}
    assert {path.stat().st_uid for path in files} == {os.geteuid()}


def test_note_that_names_a_deleted_place_is_void(empty_data_dir: Path) -> None:
    inside = empty_data_dir / "database"
    inside.mkdir(parents=True)
    (inside / NOTE).write_text(f"{empty_data_dir}/gone\n")

    home = locate_home(empty_data_dir)

    assert home is not None
    assert home.path == inside
