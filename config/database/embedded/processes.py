"""What the system says of a process: from /proc where there is one, else from `ps`."""

import re
import subprocess
from pathlib import Path

PROC = Path("/proc")

# The title of a session's process: "postgres: onrecord: user database [local] idle", or 127.0.0.1(49152).
_SESSION = re.compile(r"postgres: onrecord: \S+ \S+ (\[local\]|[0-9a-f.:]+\(\d+\)) ")


def command_line(pid: int) -> str:
    """The words of a process's command line, joined by blanks; "" if there is no such process."""
    if not _has_proc():
        return _ask_ps("-o", "command=", "-p", str(pid))
    try:
        words = (PROC / str(pid) / "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    return words.decode("utf-8", "surrogateescape").rstrip("\0").replace("\0", " ")


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended but waits for its parent (a zombie) does not."""
    if not _has_proc():
        return _ask_ps("-o", "stat=", "-p", str(pid))[:1] not in {"", "Z"}
    state = _read_stat(pid)
    return bool(state) and state[0] not in {"Z", "X"}


def works_in(pid: int, folder: Path) -> bool:
    """Whether a process's working directory is a folder; False where the system does not tell."""
    try:
        return (PROC / str(pid) / "cwd").readlink() == folder
    except OSError:
        return False


def has_sessions(postmaster: int) -> bool:
    """Whether somebody is connected to a server, a psql of the user's included."""
    if not _has_proc():
        rows = (row.split(None, 1) for row in _ask_ps("-A", "-o", "ppid=,command=").splitlines())
        titles = [row[1] for row in rows if row[0] == str(postmaster) and len(row) == 2]
    else:
        pids = [int(path.name) for path in PROC.iterdir() if path.name.isdecimal()]
        titles = [command_line(pid) for pid in pids if _read_stat(pid)[1:2] == [str(postmaster)]]
    return any(_SESSION.match(f"{title} ") for title in titles)


def lock_holders(path: Path) -> list[int]:
    """The processes that took a lock on a file, as far as the system tells (Linux does)."""
    try:
        wanted = path.stat().st_ino
        rows = [row.split() for row in (PROC / "locks").read_text(encoding="ascii").splitlines()]
    except FileNotFoundError:
        return []
    # "1: FLOCK ADVISORY READ 1234 fe:00:5678 0 EOF"; one that only waits has "->" in the second column.
    holders = {int(row[4]) for row in rows if row[1] == "FLOCK" and row[5].rsplit(":", 1)[1] == str(wanted)}
    return sorted(holders)


def _has_proc() -> bool:
    return (PROC / "self" / "stat").exists()


def _read_stat(pid: int) -> list[str]:
    """State, parent and the rest of `/proc/PID/stat`, after the name, which may hold blanks and brackets."""
    try:
        return (
            (PROC / str(pid) / "stat")
            .read_text(encoding="utf-8", errors="replace")
            .rpartition(")")[2]
            .split()
        )
    except (FileNotFoundError, ProcessLookupError):
        return []


def _ask_ps(*arguments: str) -> str:
    command = ["ps", "-ww", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()
