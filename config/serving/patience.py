"""How long a client may take to send a request: while it does, a thread is nobody else's."""

import socket
import time

PATIENCE = 30.0
"""Seconds for the head of a request, and for what is left of its body at the end."""

SLOWEST = 10_000
"""Bytes a second at which a body takes no patience; a telephone far from any town has that."""


class PatientSocket(socket.socket):
    """A client's connection that is over when the client takes too long to send what it began.

    gunicorn waits for ever behind the first byte. What is late reads as an end, and nothing is read any more:
    what comes behind half a request is no request.
    """

    patience = PATIENCE
    _until = 0.0
    _is_late = False

    @classmethod
    def take(cls, other: socket.socket) -> "PatientSocket":
        """The same connection, which the other socket gives up."""
        return cls(other.family, other.type, other.proto, fileno=other.detach())

    def begin(self) -> None:
        """Give the client its time for the next request."""
        self._until = time.monotonic() + self.patience

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        """What has come; b"" at the end, or where the time is over."""
        limit = self.gettimeout()
        if limit is not None and not self._is_late:  # gunicorn's own, as for what nobody has read
            return super().recv(size, flags)
        left = self._until - time.monotonic()
        data = b"" if self._is_late or left <= 0 else self._wait(left, size, flags)
        self._is_late = not data
        self._until += len(data) / SLOWEST
        return data

    def _wait(self, seconds: float, size: int, flags: int) -> bytes:
        """What comes within so many seconds; b"" where nothing does."""
        try:
            self.settimeout(seconds)
            return super().recv(size, flags)
        except TimeoutError:
            return b""
        finally:
            self.settimeout(None)
