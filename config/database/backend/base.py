"""The connection; Django wants it in a module of this name."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import OperationalError
from django.db.backends.postgresql import base as postgresql
from django.db.backends.postgresql.base import ServerBindingCursor
from django_prometheus.db.common import DatabaseWrapperMixin as CountedConnections

from config.database.backend.creation import DatabaseCreation
from config.database.errors import DatabaseUnusableError, NotOurServerError
from config.database.url import format_database_url
from config.database.versions import check_version, format_version

PREPARE_FROM = 2
"""A statement that comes so many times on one connection is prepared."""


INDEX_TUPLE_COST = 0.02
"""What the planner takes an entry of an index for, 0.005 unless told: decision 18 has the measurements."""


class DatabaseWrapper(CountedConnections, postgresql.DatabaseWrapper):
    """A connection to a PostgreSQL that is new enough; refusals are OperationalErrors that say what to do."""

    creation_class = DatabaseCreation
    _limit = _limit_in_force = 0.0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect and check the server's version, at no round trip: the server tells it in its greeting."""
        try:
            connection = super().get_new_connection(conn_params)
        except psycopg.Error as error:
            raise OperationalError(self.explain_refusal(error)) from error
        try:
            check_version(connection.info.server_version)
        except DatabaseUnusableError as error:
            connection.close()
            raise OperationalError(str(error)) from error
        return connection

    def init_connection_state(self) -> None:
        """Set a new connection up as Django does, with the limit of its statements."""
        super().init_connection_state()
        with self.wrap_database_errors:
            self.connection.execute(f"SET cpu_index_tuple_cost = {INDEX_TUPLE_COST}")
        self._limit_in_force = 0.0
        self._enforce_limit()

    def limit_statements(self, seconds: float) -> None:
        """Have statements stopped that take longer, also on a connection opened anew; 0 is no limit."""
        self._limit = seconds
        if self.connection is not None:
            self._enforce_limit()

    def _enforce_limit(self) -> None:
        """Tell the server the limit where it does not know it yet: once a connection, not once a request."""
        if self._limit == self._limit_in_force:
            return
        with self.wrap_database_errors:
            self.connection.execute(f"SET statement_timeout = {round(self._limit * 1000)}")
        self._limit_in_force = self._limit

    def create_cursor(self, name: str | None = None) -> Any:
        """Django's own cursor: the metrics count connections, and not every statement at its cost."""
        return postgresql.DatabaseWrapper.create_cursor(self, name)

    def explain_refusal(self, error: psycopg.Error) -> str:
        """What to tell when a connection is refused; libpq's words name host, port and user, no password."""
        return (
            f"The database of DATABASE_URL cannot be used: {error}\n"
            "Check the URL and that its server runs, or unset it for a PostgreSQL of the project's own."
        )

    def read(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows of one read that comes again and again, which the server prepares and plans as written.

        Django's own cursors write parameters into the statement, so that PostgreSQL plans each anew; the
        audit trail needs them so (it sends two statements at once). Only reads come here.
        """
        self.ensure_connection()
        with self._prepare_cursor(ServerBindingCursor(self.connection)) as cursor:  # type: ignore[call-arg]  # not in the stubs
            self.connection.prepare_threshold = PREPARE_FROM
            try:
                cursor.execute(sql, params)
                rows: list[tuple[Any, ...]] = cursor.fetchall()
            finally:
                self.connection.prepare_threshold = None
        return rows

    def describe(self) -> dict[str, str]:
        """What there is to know of the server, by name."""
        self.ensure_connection()
        info = self.connection.info
        return {
            "server": f"PostgreSQL {format_version(info.server_version)}, of DATABASE_URL",
            "address": f"{info.host}, port {info.port}",
            "database": info.dbname,
            "user": info.user,
        }

    def build_url(self) -> str:
        """A URL with which other programs can connect, password included."""
        settings = self.settings_dict
        params = {
            "user": settings["USER"],
            "password": settings["PASSWORD"],
            "host": settings["HOST"],
            "port": settings["PORT"],
        }
        options = {name: value for name, value in settings["OPTIONS"].items() if isinstance(value, str)}
        return format_database_url(settings["NAME"], params, options)

    def stop_server(self, *, force: bool) -> bool:
        """Refuse: the server is not the project's. Raises NotOurServerError."""
        raise NotOurServerError(
            "The server of DATABASE_URL is not the project's own: stop it where it was started."
        )
