"""The connection to the project's own server; Django wants it in a module of this name."""

from typing import Any

import psycopg
from django.db import OperationalError

from config.database.backend import base as backend
from config.database.embedded.client import DatabaseClient
from config.database.embedded.locks import Waiting
from config.database.embedded.server import EmbeddedOptions, EmbeddedServer, embedded_server
from config.database.errors import DatabaseUnusableError
from config.database.url import format_database_url

RECOVERING = "the database system is"
"""How PostgreSQL begins to say that it is starting up, in recovery mode or shutting down."""

MOMENT = 1.0
"""Seconds in which a killed process certainly disappears."""


class DatabaseWrapper(backend.DatabaseWrapper):
    """A connection that starts its server where it does not run, when it is first opened and not before."""

    client_class = DatabaseClient

    @property
    def server(self) -> EmbeddedServer:
        """This process's share in the server."""
        return embedded_server(EmbeddedOptions(**self.settings_dict["OPTIONS"]["embedded"]))

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters with the place of the running server."""
        params: dict[str, Any] = super().get_connection_params()
        del params["embedded"]
        return params | self._find_server()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; wait while the server recovers from a lost process, start it again if it is gone."""
        waiting = Waiting("PostgreSQL lost a process and recovers; waiting as long as that takes.")
        while True:
            try:
                return super().get_new_connection(conn_params)
            except OperationalError as error:
                if not self._may_pass(str(error), waiting.seconds):
                    raise
                waiting.pause()
            conn_params |= self._find_server()

    def _may_pass(self, refusal: str, seconds: float) -> bool:
        """Whether a refusal comes from a server on its way down or up again."""
        if RECOVERING in refusal:
            return True
        # A killed server can still be seen for a moment, but it no longer gives an answer of its own.
        return "FATAL:" not in refusal and (seconds < MOMENT or not self.server.is_ready())

    def _find_server(self) -> dict[str, str]:
        try:
            return self.server.connection_params()
        except DatabaseUnusableError as error:
            raise OperationalError(str(error)) from error

    def explain_refusal(self, error: psycopg.Error) -> str:
        """What to tell when the server runs but refuses a connection."""
        return f"The project's own PostgreSQL refuses the connection: {error}"

    def describe(self) -> dict[str, str]:
        """What there is to know of the server, by name; starts nothing."""
        state = self.server.inspect()
        if state.home is None:
            return {"server": "none yet: the first connection makes it", "data": str(self.server.data_dir)}
        lines = {"server": "not running", "data": str(state.home.cluster), "log": str(state.home.log)}
        running = state.postmaster
        if running is None:
            return lines
        return lines | {
            "server": f"PostgreSQL {state.version}, {running.status}, process {running.pid}",
            "address": f"{running.host}, port {running.port}",
            "users": state.users,
            "supervisor": "running" if state.supervised else "gone: the next connection starts another",
        }

    def build_url(self) -> str:
        """A URL with which other programs can connect, password included; starts the server."""
        return format_database_url(self.settings_dict["NAME"], self.server.connection_params(), {})

    def stop_server(self, *, force: bool) -> bool:
        """Stop the server; False if it was not running. Raises ServerInUseError."""
        return self.server.stop(force=force)
