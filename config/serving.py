"""The application behind a web server in this process, with threads."""

import socket
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication

HOST = "127.0.0.1"


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn in this process: what holds the database open stays held while it serves."""

    def __init__(self, application: WSGIHandler, *, port: int, threads: int = 8) -> None:
        """Serve on the loopback address alone: the demo is for this machine."""
        self.application = application
        self.settings: dict[str, Any] = {
            "bind": f"{HOST}:{port}",
            "worker_class": "gthread",
            "threads": threads,
            "proc_name": "onrecord",
            "loglevel": "warning",
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand over the settings."""
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        """The application itself."""
        return self.application


def is_port_free(port: int) -> bool:
    """Whether a server could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
