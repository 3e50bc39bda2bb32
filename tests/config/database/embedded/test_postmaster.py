"""Pid files that lie, and servers that do not start."""

import os
import subprocess
from pathlib import Path

import pytest

from config.database.embedded.server import EmbeddedServer
from config.database.errors import ServerNotStartedError
from tests.config.database.folders import AS_ROOT
from tests.config.database.processes import find_postmasters


def write_pid_file(data_dir: Path, pid: int) -> Path:
    """Leave the pid file of a server that said it was ready and then was gone."""
    cluster = data_dir / "database" / "cluster"
    path = cluster / "postmaster.pid"
    run = data_dir / "database" / "run"
    path.write_text(f"{pid}\n{cluster}\n1700000000\n5432\n{run}\n\n  5432001  0\nready   \n")
    os.chown(path, cluster.stat().st_uid, cluster.stat().st_gid)
    return path


def test_pid_in_use_by_another_program_is_left_alone(server: EmbeddedServer, data_dir: Path) -> None:
    owner = (data_dir / "database" / "cluster").stat().st_uid
    stranger = subprocess.Popen(["sleep", "60"], **({"user": owner} if AS_ROOT else {}))  # type: ignore[call-overload]
    try:
        write_pid_file(data_dir, stranger.pid)

        server.connection_params()

        assert stranger.poll() is None
        assert find_postmasters(data_dir) != [stranger.pid]
    finally:
        stranger.kill()
        stranger.wait()


def test_pid_of_nobody_is_stale(server: EmbeddedServer, data_dir: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    write_pid_file(data_dir, gone.pid)

    server.connection_params()

    assert len(find_postmasters(data_dir)) == 1


@pytest.mark.parametrize("text", ["", "not a pid\n", "0\n", "-1\n/tmp\n0\n5432\n"])
def test_broken_pid_file_is_stale(server: EmbeddedServer, data_dir: Path, text: str) -> None:
    write_pid_file(data_dir, 0).write_text(text)

    server.connection_params()

    assert len(find_postmasters(data_dir)) == 1


def test_failing_server_is_reported_with_its_log_at_once(server: EmbeddedServer, data_dir: Path) -> None:
    with (data_dir / "database/cluster/postgresql.conf").open("a") as file:
        file.write("\nno_such_setting = 1\n")

    with pytest.raises(ServerNotStartedError, match="no_such_setting"):
        server.connection_params()
