"""The system user that PostgreSQL runs as: the one who calls, or an unprivileged one where root calls."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.database.errors import ServerNotStartedError

FALLBACKS = ("postgres", "nobody")
"""Tried in this order where root names no user: the first comes with PostgreSQL, the last with any system."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A system user, by number, name and main group."""

    uid: int
    gid: int
    name: str

    @property
    def is_switched_to(self) -> bool:
        """Whether commands have to change user to run as this one."""
        return self.uid != os.geteuid()

    def popen_options(self) -> dict[str, Any]:
        """What makes a subprocess run as this user, with nothing of our environment that it need not know."""
        names = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
        environment = {name: os.environ[name] for name in names if name in os.environ}
        options: dict[str, Any] = {"cwd": "/", "env": environment | {"LC_ALL": "C"}, "umask": 0o077}
        if self.is_switched_to:
            options |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return options

    def own(self, path: Path) -> None:
        """Give a file or folder that we have just made to this user."""
        if self.is_switched_to:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def can_enter(self, folder: Path) -> bool:
        """Whether this user can reach a folder, tried for real, so that access lists count too."""
        command = ["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)]
        return (
            subprocess.run(command, check=False, capture_output=True, **self.popen_options()).returncode == 0
        )

    def can_run(self, program: Path) -> bool:
        """Whether this user can execute a program that knows `--version`."""
        try:
            answer = subprocess.run(
                [str(program), "--version"], check=False, capture_output=True, **self.popen_options()
            )
        except OSError:
            return False
        return answer.returncode == 0


def choose_account(owned: list[Path], wanted: str) -> Account:
    """The user for a data folder.

    owned: folders, the most telling first; as root, the first that exists and is not root's decides, so that
    a cluster keeps its user. wanted: a user name, or "" for the first of FALLBACKS that there is.
    """
    if os.geteuid() != 0:
        return _account_numbered(os.geteuid())
    for folder in owned:
        if folder.is_dir() and (uid := folder.stat().st_uid) != 0:
            return _account_numbered(uid)
    for name in [wanted] if wanted else FALLBACKS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid != 0:
            return _account_of(entry)
    raise ServerNotStartedError(
        f"PostgreSQL does not run as root, and there is no other user {wanted or ' or '.join(FALLBACKS)}: "
        "name one in ONRECORD_DATABASE_USER, or set DATABASE_URL to a server that runs already."
    )


def _account_numbered(uid: int) -> Account:
    try:
        return _account_of(pwd.getpwuid(uid))
    except KeyError:
        raise ServerNotStartedError(
            f"PostgreSQL would run as user number {uid}, which has no name on this system: "
            "give it an entry in /etc/passwd, or set DATABASE_URL to a server that runs already."
        ) from None


def _account_of(entry: pwd.struct_passwd) -> Account:
    return Account(uid=entry.pw_uid, gid=entry.pw_gid, name=entry.pw_name)
