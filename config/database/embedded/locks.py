"""Locks on files, which the kernel releases when their last holder is gone, however it went."""

import fcntl
import os
import sys
import time
from pathlib import Path

PATIENCE = 2.0
"""Seconds after which somebody who waits is told what for."""

PAUSE = 0.01
"""Seconds between two looks at something that is waited for."""


class Waiting:
    """A wait without an end, which says after a while what it waits for."""

    def __init__(self, message: str) -> None:
        self._message = message
        self._begin = time.monotonic()
        self._told = False

    @property
    def seconds(self) -> float:
        """How long it has lasted."""
        return time.monotonic() - self._begin

    def pause(self) -> None:
        """Sleep a moment; write the message once, after PATIENCE."""
        if not self._told and self.seconds > PATIENCE:
            self._told = True
            sys.stderr.write(f"{self._message}\n")
            sys.stderr.flush()
        time.sleep(PAUSE)


class FileLock:
    """One open lock file: any number of processes share it, or one has it alone.

    It is inherited by forks (they hold it too) and closed by exec.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._fd = open_private(path, os.O_RDWR)

    def try_acquire(self, *, shared: bool = False, patience: float = 0.0) -> bool:
        """Take the lock if that is possible at once, or within some seconds; says whether it was."""
        end = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(self._fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= end:
                    return False
                time.sleep(PAUSE)
            else:
                return True

    def acquire(self, *, shared: bool = False, message: str) -> None:
        """Wait for the lock, with a message once it takes long."""
        waiting = Waiting(message)
        while not self.try_acquire(shared=shared):
            waiting.pause()

    def acquire_blocking(self) -> None:
        """Sleep in the kernel until nobody else holds the lock."""
        fcntl.flock(self._fd, fcntl.LOCK_EX)

    def release(self) -> None:
        """Give the lock back, keep the file open."""
        fcntl.flock(self._fd, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close this process's hold on the file; the lock goes when no fork holds it either."""
        os.close(self._fd)

    def is_current(self) -> bool:
        """Whether the path still names the locked file: a deleted data folder takes its locks along."""
        try:
            return os.path.samestat(os.fstat(self._fd), self._path.stat())
        except FileNotFoundError:
            return False


def is_held(path: Path) -> bool:
    """Whether some process holds a lock alone; a missing file is held by nobody."""
    if not path.exists():
        return False
    lock = FileLock(path)
    free = lock.try_acquire(shared=True)
    lock.close()
    return not free


def open_private(path: Path, flags: int) -> int:
    """Open a file of ours, made with mode 0600 and the owner of its folder if missing; never through a link.

    Returns a descriptor that is closed on exec.
    """
    fd = os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    folder = path.parent.stat()
    if os.geteuid() == 0 and os.fstat(fd).st_uid != folder.st_uid:
        # Root in somebody's checkout: the files must still serve that user's own commands.
        os.fchown(fd, folder.st_uid, folder.st_gid)
    return fd
