"""What is read of processes, with /proc and with `ps`."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.database.embedded import processes
from config.database.embedded.locks import FileLock
from config.database.embedded.postmaster import find_postmaster
from config.database.embedded.server import EmbeddedServer
from tests.config.database.folders import connect
from tests.config.database.processes import find_postmasters, wait_until


@pytest.fixture(params=["proc", "ps"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to ask the system; macOS has only the second."""
    if request.param == "ps":
        monkeypatch.setattr(processes, "PROC", Path("/no such folder"))
    elif not processes.PROC.is_dir():
        pytest.skip("this system has no /proc")


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    """A process that does nothing."""
    process = subprocess.Popen(["sleep", "60"])
    yield process
    process.kill()
    process.wait()


@pytest.mark.usefixtures("way")
def test_process_lives_until_it_is_killed(sleeper: subprocess.Popen[bytes]) -> None:
    assert processes.is_alive(sleeper.pid)
    wait_until(lambda: processes.command_line(sleeper.pid) == "sleep 60")

    sleeper.kill()
    os.waitid(os.P_PID, sleeper.pid, os.WEXITED | os.WNOWAIT)

    assert not processes.is_alive(sleeper.pid)  # a zombie: nobody has waited for it yet
    sleeper.wait()
    assert not processes.is_alive(sleeper.pid)
    assert processes.command_line(sleeper.pid) == ""


@pytest.mark.usefixtures("way")
def test_server_and_its_sessions_are_recognised(server: EmbeddedServer, data_dir: Path) -> None:
    params = server.connection_params()
    [pid] = find_postmasters(data_dir)

    found = find_postmaster(data_dir / "database" / "cluster")
    assert found is not None
    assert (found.pid, found.is_ready) == (pid, True)
    assert not processes.has_sessions(pid)
    with connect(params):
        assert processes.has_sessions(pid)
    wait_until(lambda: not processes.has_sessions(pid))


def test_holders_of_a_lock_are_named(tmp_path: Path) -> None:
    if not (processes.PROC / "locks").exists():
        pytest.skip("this system does not tell who holds a lock")
    lock = FileLock(tmp_path / "lock")
    assert processes.lock_holders(tmp_path / "lock") == []

    assert lock.try_acquire(shared=True)

    assert processes.lock_holders(tmp_path / "lock") == [os.getpid()]
    lock.close()
