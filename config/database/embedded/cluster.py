"""A new cluster: made aside and put in place whole, so that a killed start leaves no half of one."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from config.database.embedded.account import Account
from config.database.embedded.binaries import major_version
from config.database.embedded.home import Home
from config.database.embedded.locks import open_private
from config.database.errors import ServerNotStartedError

USER = "onrecord"
DATABASE = "onrecord"

SETTINGS = """

# Onrecord's settings. ALTER SYSTEM overrides them; where the server listens is on its command line.
cluster_name = 'onrecord'
shared_buffers = 256MB
work_mem = 16MB
maintenance_work_mem = 256MB
max_wal_size = 4GB
checkpoint_timeout = 15min
random_page_cost = 1.1
wal_compression = off
# A query whose client was killed ends, so that the server can.
client_connection_check_interval = 5s
timezone = 'UTC'
log_timezone = 'UTC'
log_line_prefix = '%m [%p] '
"""

BUILTIN_LOCALE_SINCE = 17

SYSTEM_LOCALE = "C" if sys.platform == "darwin" else "C.UTF-8"
"""What the C library is asked for beside the built-in locale; macOS has no C.UTF-8."""


def make_cluster(home: Home, binaries: Path, account: Account) -> None:
    """Make the cluster of a home that has none, with its user, its password and its database.

    Call it with the start lock held. Raises ServerNotStartedError with what initdb said.
    """
    for leftover in home.path.glob("new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    new = Path(tempfile.mkdtemp(prefix="new-", dir=home.path))
    try:
        _hand_over(new, _password_of(home), account)
        _run_initdb(new, binaries, account)
        _write_settings(new / "cluster", account)
        _create_database(new / "cluster", binaries, account)
        (new / "cluster").rename(home.cluster)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def read_password(home: Home) -> str:
    """The password of the home's cluster."""
    try:
        return home.password.read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise ServerNotStartedError(
            f"{home.password} is missing, and without it nobody can enter the database in {home.cluster}: "
            "put it back, or delete that folder to begin an empty database."
        ) from error


def _password_of(home: Home) -> str:
    """A password kept by an earlier attempt, or a new one."""
    fd = open_private(home.password, os.O_RDWR)
    with os.fdopen(fd, "r+", encoding="ascii") as file:
        password = file.read().strip()
        if not password:
            password = secrets.token_urlsafe(24)
            file.write(f"{password}\n")
    return password


def _hand_over(new: Path, password: str, account: Account) -> None:
    """Give the new folder, the password in it, to PostgreSQL's user; after that root writes nothing there."""
    # A pipe of ours cannot be opened by name by another user, so initdb gets a file.
    given = new / "password"
    given.touch(mode=0o600)
    given.write_text(f"{password}\n", encoding="ascii")
    account.own(given)
    account.own(new)


def _run_initdb(new: Path, binaries: Path, account: Account) -> None:
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options = [
        *(builtin if major_version(binaries, account) >= BUILTIN_LOCALE_SINCE else []),
        *(f"--locale={SYSTEM_LOCALE}", "--encoding=UTF8", "--lc-messages=C"),
        *("--auth=scram-sha-256", f"--pwfile={new / 'password'}", f"--username={USER}"),
    ]
    _run([str(binaries / "initdb"), "-D", str(new / "cluster"), *options], "", account)


def _write_settings(cluster: Path, account: Account) -> None:
    command = ["/bin/sh", "-c", 'cat >> "$1"', "sh", str(cluster / "postgresql.conf")]
    _run(command, SETTINGS, account)


def _create_database(cluster: Path, binaries: Path, account: Account) -> None:
    command = [str(binaries / "postgres"), "--single", "-D", str(cluster), "postgres"]
    _run(command, f"CREATE DATABASE {DATABASE}\n", account)


def _run(command: list[str], text: str, account: Account) -> None:
    answer = subprocess.run(
        command,
        check=False,
        input=text,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        **account.popen_options(),
    )
    # In single-user mode a failed statement leaves the exit status at zero.
    if answer.returncode or "ERROR:" in answer.stdout:
        raise ServerNotStartedError(
            f"{Path(command[0]).name} made no database, status {answer.returncode}:\n{answer.stdout}"
        )
