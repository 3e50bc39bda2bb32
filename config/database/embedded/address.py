"""Where the server listens: a Unix socket in its user's folder, or loopback where that path is too long."""

import hashlib
import socket
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from config.database.embedded.account import Account

PORT = 5432

MAX_SOCKET_PATH = 103
"""Bytes of a socket's path: `sun_path` has 104 on macOS and 108 on Linux, with the closing NUL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A socket folder, or None for loopback, and a port."""

    sockets: Path | None
    port: int

    def server_options(self) -> list[str]:
        """What tells `postgres` to listen here and nowhere else."""
        host = "127.0.0.1" if self.sockets is None else ""
        return [
            *("-c", f"listen_addresses={host}"),
            *("-c", f"unix_socket_directories={self.sockets or ''}"),
            *("-c", f"port={self.port}"),
        ]


def choose_address(sockets: Path, account: Account) -> Address:
    """The first folder whose socket has a path short enough, else a free port of the loopback interface.

    After the home's own folder comes a short one in the folder for temporary files.
    """
    name = f"onrecord-{hashlib.sha256(bytes(sockets)).hexdigest()[:12]}"
    for folder in (sockets, Path(tempfile.gettempdir()) / name):
        if _fits(folder) and _make_socket_folder(folder, account):
            _remove_stale_socket(folder)
            return Address(sockets=folder, port=PORT)
    return Address(sockets=None, port=_free_port())


def _fits(folder: Path) -> bool:
    # PostgreSQL splits the setting at commas; such a folder is treated as too long.
    path = bytes(folder / f".s.PGSQL.{PORT}")
    return len(path) <= MAX_SOCKET_PATH and b"," not in path and b'"' not in path


def _make_socket_folder(folder: Path, account: Account) -> bool:
    """Make a folder that is PostgreSQL's user's alone; False where somebody else has one of that name."""
    try:
        folder.mkdir(mode=0o700)
        account.own(folder)
    except FileExistsError:
        pass
    status = folder.lstat()
    private = stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077
    return private and status.st_uid == account.uid and account.can_enter(folder)


def _remove_stale_socket(folder: Path) -> None:
    """Delete what a killed server left: its lock file would stop the next one if the pid is in use again."""
    for name in (f".s.PGSQL.{PORT}", f".s.PGSQL.{PORT}.lock"):
        (folder / name).unlink(missing_ok=True)


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
