"""psql on the project's own server."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import client as postgresql

from config.database.embedded.binaries import find_binaries
from config.database.embedded.server import EmbeddedOptions, embedded_server


class DatabaseClient(postgresql.DatabaseClient):
    """Starts the psql that came with the server; this process waits for it, which keeps the server."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """The command and its environment, where the password stands; starts the server."""
        options = EmbeddedOptions(**settings_dict["OPTIONS"]["embedded"])
        found = {name.upper(): value for name, value in embedded_server(options).connection_params().items()}
        arguments, environment = super().settings_to_cmd_args_env({**settings_dict, **found}, parameters)
        psql = find_binaries(options.postgres_bin) / "psql"
        return [str(psql) if psql.exists() else cls.executable_name, *arguments[1:]], environment
