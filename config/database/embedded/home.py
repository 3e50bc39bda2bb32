"""The folder of the cluster: inside the data folder, or elsewhere where PostgreSQL's user cannot go there."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.data_folder import make_data_folder
from config.database.embedded.account import Account, choose_account
from config.database.errors import ServerNotStartedError

ELSEWHERE = Path("/var/lib/onrecord")
"""Where root keeps the clusters of data folders that the unprivileged user cannot reach."""

NOTE = "elsewhere"
"""The file of a data folder that names the cluster's place, so that it is found again and can be deleted."""

BELONGS_TO = "belongs-to"
"""The file of a place elsewhere that names its data folder, for whoever wonders what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The folder that holds one cluster and what belongs to it."""

    path: Path

    @property
    def cluster(self) -> Path:
        """PostgreSQL's data directory."""
        return self.path / "cluster"

    @property
    def sockets(self) -> Path:
        """The folder of the Unix socket, open to PostgreSQL's user alone."""
        return self.path / "run"

    @property
    def password(self) -> Path:
        """The file of the password."""
        return self.path / "password"

    @property
    def log(self) -> Path:
        """What PostgreSQL and its supervisor have to say."""
        return self.path / "server.log"

    @property
    def users_lock(self) -> Path:
        """Shared by every process that uses the server, for its life."""
        return self.path / "users.lock"

    @property
    def start_lock(self) -> Path:
        """Held by the one process that starts the server."""
        return self.path / "start.lock"

    @property
    def supervisor_lock(self) -> Path:
        """Held by the supervisor for its life."""
        return self.path / "supervisor.lock"


def locate_home(data_dir: Path) -> Home | None:
    """The home that a data folder has already, or None."""
    inside = data_dir / "database"
    note = inside / NOTE
    if note.exists():
        place = Path(note.read_text(encoding="utf-8").strip())
        if place.is_dir() and not _is_claimed(place, data_dir):
            return Home(path=place)
    return Home(path=inside) if inside.is_dir() else None


def _is_claimed(place: Path, data_dir: Path) -> bool:
    """Whether a place is that of another data folder, of which this one is a copy (not one that moved)."""
    try:
        owner = Path((place / BELONGS_TO).read_text(encoding="utf-8").strip())
        note = (owner / "database" / NOTE).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return False
    return owner != data_dir and note == str(place)


def settle_home(data_dir: Path, run_as: str) -> tuple[Home, Account]:
    """Find or make the home of a data folder, and the user that PostgreSQL runs as there.

    Raises ServerNotStartedError where there is no place for it.
    """
    inside = data_dir / "database"
    try:
        for folder in (data_dir, inside):
            make_data_folder(folder)
        with _alone_in(inside):
            home = locate_home(data_dir) or Home(path=inside)
            account = choose_account([home.cluster, home.path], run_as)
            if not account.can_enter(home.path):
                home = _move_out(home, data_dir, account)
    except PermissionError as error:
        raise ServerNotStartedError(
            f"The folder of the database, {inside}, cannot be used by this user ({error}). "
            "Set ONRECORD_DATA_DIR to a folder of yours, or DATABASE_URL to a server that runs already."
        ) from error
    return home, account


def _move_out(home: Home, data_dir: Path, account: Account) -> Home:
    """Make a home outside a data folder that PostgreSQL's user cannot reach, and note where it is."""
    if home.cluster.exists():
        raise ServerNotStartedError(
            f"The user {account.name}, who runs PostgreSQL for root, can no longer reach {home.path}: "
            "let others pass (chmod o+x) through the folders above it."
        )
    make_data_folder(ELSEWHERE)
    # A name of its own, not one made from the path: a data folder that was deleted and made again is empty.
    place = Path(tempfile.mkdtemp(prefix=f"{data_dir.parent.name}-", dir=ELSEWHERE))
    place.chmod(0o711)
    if not account.can_enter(place):
        place.rmdir()
        raise ServerNotStartedError(
            f"The user {account.name}, who runs PostgreSQL for root, can reach neither {home.path} nor "
            f"{ELSEWHERE}: set ONRECORD_DATA_DIR to a folder that it can enter, or DATABASE_URL to a server."
        )
    (place / BELONGS_TO).write_text(f"{data_dir}\n", encoding="utf-8")
    note = home.path / f"{NOTE}.new"
    note.write_text(f"{place}\n", encoding="utf-8")
    note.rename(home.path / NOTE)
    return Home(path=place)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder: two first starts must not settle in two places."""
    fd = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)
