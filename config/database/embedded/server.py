"""The project's own server, as the process sees it that uses it."""

import os
import threading
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config.database.embedded.account import Account
from config.database.embedded.address import choose_address
from config.database.embedded.binaries import find_binaries, make_runnable
from config.database.embedded.cluster import USER, make_cluster, read_password
from config.database.embedded.home import Home, locate_home, settle_home
from config.database.embedded.locks import PAUSE, FileLock, is_held
from config.database.embedded.postmaster import (
    Postmaster,
    find_postmaster,
    start_postmaster,
    stop_postmaster,
    wait_for_postmaster,
)
from config.database.embedded.processes import has_sessions, lock_holders
from config.database.embedded.supervisor import ensure_supervisor
from config.database.errors import ServerInUseError

LINGER = 2.0
"""Seconds the server outlives its last user: commands in a row, and reloads, find it running."""

SUPERVISORS_LOOK = 0.2
"""Seconds for which a supervisor at most holds the users' lock when it looks whether anybody is left."""

SESSION_LOOKS = 50
"""How often a session is looked for again before it counts as one that stays: half a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedOptions:
    """What names a server of the project's own.

    data_dir: the data folder, absolute. postgres_bin: a directory with `postgres` and `initdb`, None for
    the wheel's. run_as: the user that runs it for root, "" for the first fitting. linger: seconds it outlives
    its last user.
    """

    data_dir: Path
    postgres_bin: Path | None = None
    run_as: str = ""
    linger: float = LINGER


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerState:
    """What can be seen of a server without starting it."""

    home: Home | None
    postmaster: Postmaster | None
    users: str
    supervised: bool

    @property
    def version(self) -> str:
        """The major version of the cluster."""
        home = self.home
        return "" if home is None else (home.cluster / "PG_VERSION").read_text("ascii").strip()


class EmbeddedServer:
    """A share in the project's own server: taken by the first connection, given back by the process's end."""

    def __init__(self, options: EmbeddedOptions) -> None:
        self._options = options
        self._guard = threading.Lock()
        self._share: FileLock | None = None
        self._home: Home | None = None

    @property
    def data_dir(self) -> Path:
        """The data folder whose server it is."""
        return self._options.data_dir

    def connection_params(self) -> dict[str, str]:
        """Where to connect and as whom; starts the server where it does not run, also after it was lost."""
        with self._guard:
            home, running = self._find_ready() or self._join()
        return {
            "host": running.host,
            "port": str(running.port),
            "user": USER,
            "password": read_password(home),
        }

    def inspect(self) -> ServerState:
        """Look at the server, start nothing."""
        home = locate_home(self._options.data_dir)
        if home is None:
            return ServerState(home=None, postmaster=None, users="none", supervised=False)
        return ServerState(
            home=home,
            postmaster=find_postmaster(home.cluster),
            users=_name_users(home),
            supervised=is_held(home.supervisor_lock),
        )

    def stop(self, *, force: bool = False) -> bool:
        """Stop the server; False if it was not running.

        force: also while other processes use it; their sessions end, their next connection starts it again.
        Raises ServerInUseError otherwise.
        """
        home = locate_home(self._options.data_dir)
        running = find_postmaster(home.cluster) if home else None
        if home is None or running is None:
            return False
        self.leave()
        users = FileLock(home.users_lock)
        try:
            alone = users.try_acquire(patience=SUPERVISORS_LOOK)
            if not force and (not alone or _keeps_sessions(running)):
                who = f"process {_name_users(home)}" if not alone else "another program that is connected"
                raise ServerInUseError(
                    f"PostgreSQL is in use by {who}. It stops with its last user; --force stops it now."
                )
            return stop_postmaster(home.cluster)
        finally:
            users.close()

    def is_ready(self) -> bool:
        """Whether the server runs, takes connections and is looked after; starts nothing."""
        with self._guard:
            return self._find_ready() is not None

    def leave(self) -> None:
        """Give this process's share back before its end."""
        with self._guard:
            if self._share is not None:
                self._share.close()
                self._share = None

    def _find_ready(self) -> tuple[Home, Postmaster] | None:
        """The running server, if this process has a share in it and somebody looks after it."""
        home, share = self._home, self._share
        if home is None or share is None or not share.is_current() or not is_held(home.supervisor_lock):
            return None
        running = find_postmaster(home.cluster)
        return (home, running) if running and running.is_ready else None

    def _join(self) -> tuple[Home, Postmaster]:
        home, account = settle_home(self._options.data_dir, self._options.run_as)
        if self._share is None or not self._share.is_current():
            self._share = FileLock(home.users_lock)
            # Taken before anything is started: from here on no supervisor stops the server.
            self._share.acquire(
                shared=True, message="PostgreSQL is just being stopped; waiting to start it again."
            )
        self._home = home
        start = FileLock(home.start_lock)
        try:
            start.acquire(message="Waiting for another process that is starting PostgreSQL.")
            ensure_supervisor(home, self._options.linger)
            return home, self._find_or_start(home, account)
        finally:
            start.close()

    def _find_or_start(self, home: Home, account: Account) -> Postmaster:
        while running := find_postmaster(home.cluster):
            if ready := wait_for_postmaster(home.cluster, running.pid, home.log):
                return ready
        binaries = make_runnable(find_binaries(self._options.postgres_bin), home.path, account)
        if not home.cluster.exists():
            make_cluster(home, binaries, account)
        return start_postmaster(
            home.cluster,
            binaries=binaries,
            address=choose_address(home.sockets, account),
            account=account,
            log=home.log,
        )


def _keeps_sessions(running: Postmaster) -> bool:
    """Whether sessions stay; those that have just been closed need a moment to end."""
    for _ in range(SESSION_LOOKS):
        if not has_sessions(running.pid):
            return False
        time.sleep(PAUSE)
    return True


def _name_users(home: Home) -> str:
    """The processes with a share in the server, in words; only some systems tell their numbers."""
    pids = [pid for pid in lock_holders(home.users_lock) if pid != os.getpid()]
    if pids or not home.users_lock.exists():
        return ", ".join(map(str, pids)) or "none"
    users = FileLock(home.users_lock)
    alone = users.try_acquire(patience=SUPERVISORS_LOOK)
    users.close()
    return "none" if alone else "some"


@cache
def embedded_server(options: EmbeddedOptions) -> EmbeddedServer:
    """The one share of this process in a server, whichever thread or connection asks."""
    return EmbeddedServer(options)
