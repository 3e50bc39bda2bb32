"""The process that stops the server once nobody uses it: `python -m config.database.embedded.supervisor`.

It sleeps on a lock that every user of the server shares: the kernel wakes it when the last one is gone.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from config.database.embedded.home import Home
from config.database.embedded.locks import FileLock, is_held, open_private
from config.database.embedded.postmaster import find_postmaster, stop_postmaster
from config.database.embedded.processes import has_sessions
from config.database.errors import ServerNotStartedError

ROOT = Path(__file__).parents[3]
"""The project, from which the supervisor is imported."""


def ensure_supervisor(home: Home, linger: float) -> None:
    """Start the supervisor of a home unless it runs; call it with the start lock held.

    linger: seconds the server outlives its last user.
    """
    if is_held(home.supervisor_lock):
        return
    log = open_private(home.log, os.O_WRONLY | os.O_APPEND)
    module = ["-m", "config.database.embedded.supervisor", str(home.path), str(linger)]
    try:
        subprocess.run(
            [sys.executable, "-P", "-S", *module],
            check=True,
            cwd="/",
            env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        raise ServerNotStartedError(
            f"PostgreSQL's supervisor did not start ({error}), see {home.log}."
        ) from error
    finally:
        os.close(log)


def supervise(home: Home, supervisor: FileLock, linger: float) -> None:
    """Wait until nobody uses the server any more, stop it and return.

    supervisor: the lock that says that a supervisor runs, held already.
    """
    users = FileLock(home.users_lock)
    while True:
        users.acquire_blocking()
        users.release()
        time.sleep(linger)
        if not users.is_current():
            return  # the data folder was deleted; at its path may be another server by now
        if not users.try_acquire():
            continue
        running = find_postmaster(home.cluster)
        if running is None or not has_sessions(running.pid):
            break
        users.release()
    stop_postmaster(home.cluster)
    # First this one: who gets the users' lock next must see that a new supervisor is needed.
    supervisor.close()
    users.close()


def main() -> None:
    """Take the supervisor's lock, leave the starter, and supervise the home given as first argument."""
    home = Home(path=Path(sys.argv[1]))
    supervisor = FileLock(home.supervisor_lock)
    # Somebody who only looks whether the lock is held holds it for a moment.
    supervisor.acquire(message="Another supervisor is just ending.")
    if os.fork():
        os._exit(0)  # the starter goes on once the lock is held; the fork keeps it
    supervise(home, supervisor, float(sys.argv[2]))


if __name__ == "__main__":
    main()
