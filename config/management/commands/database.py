"""`manage.py database status|stop|url|shell`: look at the database server, stop it, enter it."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections

from config.database.backend.base import DatabaseWrapper
from config.database.errors import DatabaseUnusableError


class Command(BaseCommand):
    """Look at the database server, stop it, enter it."""

    help = "Show the state of the database server, stop it, print its URL, or open psql on it."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the four actions."""
        actions = parser.add_subparsers(dest="action", required=True)
        actions.add_parser("status", help="where the server is, whether it runs, and who uses it")
        stop = actions.add_parser("stop", help="stop the project's own server")
        stop.add_argument("--force", action="store_true", help="also while other processes use it")
        actions.add_parser("url", help="print a URL for other programs, password included; starts the server")
        actions.add_parser("shell", help="open psql; starts the server")

    def handle(self, *, action: str, force: bool = False, **_options: Any) -> None:
        """Do the one that is named; every refusal is a CommandError."""
        database = connections[DEFAULT_DB_ALIAS]
        if not isinstance(database, DatabaseWrapper):
            raise CommandError("The settings name another database engine than the project's own.")
        try:
            self._act(action, database, force=force)
        except (DatabaseUnusableError, OperationalError, PermissionError) as error:
            raise CommandError(str(error)) from error

    def _act(self, action: str, database: DatabaseWrapper, *, force: bool) -> None:
        if action == "status":
            for name, value in database.describe().items():
                self.stdout.write(f"{name:<10}  {value}")
        elif action == "stop":
            self.stdout.write("stopped" if database.stop_server(force=force) else "was not running")
        elif action == "url":
            self.stdout.write(database.build_url())
        else:
            call_command("dbshell")
