"""The server's process: started apart from whoever starts it, known by its pid file, stopped by a signal."""

import os
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from config.database.embedded.account import Account
from config.database.embedded.address import Address
from config.database.embedded.locks import Waiting, open_private
from config.database.embedded.processes import command_line, is_alive, works_in
from config.database.errors import ServerNotStartedError

MAX_LOG_BYTES = 10_000_000

STARTING = (
    "PostgreSQL is still starting; after a crash it replays what was not yet in its files. "
    "Waiting as long as that takes (log: {log})."
)

ORPHANS = "pre-existing shared memory block"
"""What PostgreSQL logs while children of a killed postmaster are still on their way out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postmaster:
    """What the pid file of a cluster says."""

    pid: int
    host: str
    port: int
    status: str

    @property
    def is_ready(self) -> bool:
        """Whether it takes connections."""
        return self.status == "ready"


def find_postmaster(cluster: Path) -> Postmaster | None:
    """The live postmaster of a cluster, ready or not; None for a stale pid file, whoever has its pid now."""
    known = _read_pid_file(cluster)
    if known is None or f"/postgres -D {cluster} " not in f"{command_line(known.pid)} ":
        return None
    return known


def start_postmaster(
    cluster: Path, *, binaries: Path, address: Address, account: Account, log: Path
) -> Postmaster:
    """Start the server of a cluster that has none running, and wait until it takes connections.

    Call it with the start lock held. Raises ServerNotStartedError with the end of the log.
    """
    _remove_stale_pid_file(cluster)
    _rotate(log)
    command = [str(binaries / "postgres"), "-D", str(cluster), *address.server_options()]
    waiting = Waiting(STARTING.format(log=log))
    while True:
        begin = log.stat().st_size if log.exists() else 0
        ready = _wait_until_ready(cluster, _spawn(command, account, log), waiting)
        if ready:
            return ready
        said = _read_from(log, begin)
        if ORPHANS not in said:
            raise ServerNotStartedError(f"PostgreSQL did not start. Its log, {log}, ends with:\n{said}")
        waiting.pause()


def wait_for_postmaster(cluster: Path, pid: int, log: Path) -> Postmaster | None:
    """Wait for a server that somebody else has started; None if it ends before it is ready."""
    return _wait_until_ready(cluster, pid, Waiting(STARTING.format(log=log)))


def stop_postmaster(cluster: Path) -> bool:
    """Stop the server of a cluster, however long its last checkpoint takes; False if none was running."""
    running = find_postmaster(cluster)
    if running is None:
        return False
    os.kill(running.pid, signal.SIGINT)  # a "fast" shutdown: sessions end, everything is written
    waiting = Waiting("PostgreSQL is stopping; waiting until everything is written.")
    while is_alive(running.pid):
        waiting.pause()
    return True


def _wait_until_ready(cluster: Path, pid: int, waiting: Waiting) -> Postmaster | None:
    while is_alive(pid):
        known = _read_pid_file(cluster)
        if known and known.pid == pid and known.is_ready:
            return known
        waiting.pause()
    return None


def _read_pid_file(cluster: Path) -> Postmaster | None:
    """Read `postmaster.pid`: pid, cluster, start, port, socket folder, host, shared memory, status."""
    try:
        lines = [
            line.strip() for line in (cluster / "postmaster.pid").read_text(encoding="utf-8").splitlines()
        ]
    except FileNotFoundError:
        return None
    lines += [""] * (8 - len(lines))  # a server that is starting has not written them all
    if not (lines[0].isdecimal() and lines[3].isdecimal()):
        return None
    return Postmaster(pid=int(lines[0]), port=int(lines[3]), host=lines[4] or lines[5], status=lines[7])


def _remove_stale_pid_file(cluster: Path) -> None:
    """Delete the pid file of a server that is gone: PostgreSQL does not where the pid is in use again."""
    known = _read_pid_file(cluster)
    if known and works_in(known.pid, cluster):
        raise ServerNotStartedError(
            f"Process {known.pid}, which was not started by this project, uses {cluster}: stop it first."
        )
    (cluster / "postmaster.pid").unlink(missing_ok=True)


def _spawn(command: list[str], account: Account, log: Path) -> int:
    """Start a command in a session of its own, as nobody's child, and return its pid."""
    output = open_private(log, os.O_WRONLY | os.O_APPEND)
    # The shell ends at once and leaves the server to init: no zombie of ours, no signal of our terminal.
    script = '"$@" >&2 </dev/null & echo $!'
    try:
        answer = subprocess.run(
            ["/bin/sh", "-c", script, "sh", *command],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=output,
            start_new_session=True,
            **account.popen_options(),
        )
    finally:
        os.close(output)
    return int(answer.stdout)


def _rotate(log: Path) -> None:
    """Begin a new log when the old one has grown, and keep one old one."""
    if log.exists() and log.stat().st_size > MAX_LOG_BYTES:
        log.rename(log.with_suffix(".log.1"))


def _read_from(log: Path, begin: int, limit: int = 4000) -> str:
    """The end of what was logged since a place, at most `limit` bytes."""
    with log.open("rb") as file:
        file.seek(max(begin, log.stat().st_size - limit))
        return file.read().decode("utf-8", "replace")
