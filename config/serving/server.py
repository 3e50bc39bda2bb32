"""The application behind a web server in this process, with threads."""

import socket

from django.core.handlers.wsgi import WSGIHandler
from gunicorn.app.base import BaseApplication

from config.serving import gunicorn_settings

HOST = "127.0.0.1"


class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn in this process: what holds the database open stays held while it serves."""

    def __init__(self, application: WSGIHandler, *, port: int) -> None:
        """Serve on the loopback address alone: the demo is for this machine."""
        self.application = application
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        """Hand over the settings that a server of one's own has too."""
        for name, value in vars(gunicorn_settings).items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)
        self.cfg.set("bind", f"{HOST}:{self.port}")

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
