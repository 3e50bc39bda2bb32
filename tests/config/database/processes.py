"""Real processes that use a server, and what the system says of a server's processes."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[3]

LINGER = 0.3
"""Seconds that the servers of tests outlive their last user."""

USER = """
import json, sys
from pathlib import Path
from config.database.embedded.server import EmbeddedOptions, EmbeddedServer
server = EmbeddedServer(EmbeddedOptions(data_dir=Path(sys.argv[1]), linger=float(sys.argv[2])))
print(json.dumps(server.connection_params()), flush=True)
sys.stdin.read()
"""


class ServerUser:
    """A process that uses the server of a data folder until it is told to leave."""

    def __init__(self, data_dir: Path, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", USER, str(data_dir), str(LINGER)],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def wait_for_params(self) -> dict[str, str]:
        """Where the server is, once it takes connections."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, self._process.stderr and self._process.stderr.read()
        params: dict[str, str] = json.loads(line)
        return params

    def leave(self) -> str:
        """End the process in order; returns what it wrote to standard error."""
        return self._process.communicate("")[1]

    def kill(self) -> None:
        """End the process with SIGKILL."""
        self._process.kill()
        self._process.communicate()

    def __enter__(self) -> "ServerUser":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self.kill()


def find_postmasters(data_dir: Path) -> list[int]:
    """The pids of the servers whose cluster is somewhere under a folder."""
    found = {pid: parent for pid, parent, line in _processes() if f"postgres -D {data_dir}/" in line}
    # A server's new child still has its parent's command line for a moment.
    return [pid for pid, parent in found.items() if parent not in found]


def find_children(parent: int) -> list[int]:
    """The pids of a process's children."""
    return [pid for pid, other, _line in _processes() if other == parent]


def find_supervisors(data_dir: Path) -> list[int]:
    """The pids of the supervisors of a data folder's server."""
    return [pid for pid, _parent, line in _processes() if f"supervisor {data_dir}/" in line]


def find_initdbs(data_dir: Path) -> list[int]:
    """The pids of what makes a cluster somewhere under a folder."""
    return [pid for pid, _parent, line in _processes() if "/new-" in line and str(data_dir) in line]


def kill_hard(*pids: int) -> None:
    """Send SIGKILL to each; those that are gone already do not matter."""
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def stop_at_once(*postmasters: int) -> None:
    """Stop servers without a checkpoint; unlike killed ones they give back their shared memory."""
    for pid in postmasters:
        os.kill(pid, signal.SIGQUIT)
    wait_until(lambda: not set(postmasters) & {pid for pid, _parent, _line in _processes()})


def wait_until(holds: Callable[[], bool], *, seconds: float = 15) -> None:
    """Wait until something holds; fail when it takes too long."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def _processes() -> list[tuple[int, int, str]]:
    """Every process that has not ended: pid, parent, command line."""
    command = ["ps", "-A", "-ww", "-o", "pid=,ppid=,stat=,command="]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = [line.split(None, 3) for line in answer.stdout.splitlines()]
    return [(int(row[0]), int(row[1]), row[3]) for row in rows if len(row) == 4 and row[2][0] != "Z"]
