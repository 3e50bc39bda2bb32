"""Making a cluster: whole or not at all."""

from pathlib import Path

from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
from tests.config.database.folders import connect
from tests.config.database.processes import LINGER, ServerUser, find_initdbs, kill_hard, wait_until


def test_killed_initdb_leaves_no_half_cluster(empty_data_dir: Path) -> None:
    home = empty_data_dir / "database"
    with ServerUser(empty_data_dir) as user:
        wait_until(lambda: any(home.glob("new-*/cluster/base")))
        user.kill()
        kill_hard(*find_initdbs(empty_data_dir))
    assert not (home / "cluster").exists()

    server = EmbeddedServer(EmbeddedOptions(data_dir=empty_data_dir, linger=LINGER))
    with connect(server.connection_params()) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    assert not list(home.glob("new-*"))
    server.leave()
