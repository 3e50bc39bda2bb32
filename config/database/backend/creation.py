"""Test databases: one for each test run, also where several run at once on the same server."""

import atexit
from typing import Any

from django.db import OperationalError
from django.db.backends.base.base import NO_DB_ALIAS, BaseDatabaseWrapper
from django.db.backends.postgresql import creation as postgresql

BUILTIN_LOCALE_SINCE = 170000

MAX_RUNS = 100
"""Test runs at once; a name beyond them is not looked for."""


class DatabaseCreation(postgresql.DatabaseCreation):
    """Makes `test_NAME`, or `test_NAME_2` and so on while another run is at work in the first."""

    _claim: BaseDatabaseWrapper | None = None

    def create_test_db(self, *args: Any, **kwargs: Any) -> str:
        """Claim a free name, then create the database as Django does, over what a killed run has left."""
        self._claim_name()
        return super().create_test_db(*args, **kwargs)

    def destroy_test_db(self, *args: Any, **kwargs: Any) -> None:
        """Destroy the database, then give its name back."""
        super().destroy_test_db(*args, **kwargs)
        if self._claim is not None:
            self._claim.close()
            self._claim = None

    def _claim_name(self) -> None:
        """Hold an advisory lock on a test database's name; PostgreSQL releases it when we are gone."""
        first = self._get_test_db_name()  # type: ignore[attr-defined]  # Django's own, not in its stubs
        claim = self.connection.__class__({**self.connection.settings_dict, "NAME": None}, alias=NO_DB_ALIAS)
        try:
            with claim.cursor() as cursor:
                names = (first if number == 1 else f"{first}_{number}" for number in range(1, MAX_RUNS))
                free = next(name for name in names if _try_lock(cursor, name))
        except OperationalError:
            return  # no right to the database "postgres": Django tries another way, without the claim
        self._claim = claim
        atexit.register(claim.close)
        self.connection.settings_dict["TEST"]["NAME"] = free

    def _execute_create_test_db(self, cursor: Any, parameters: dict[str, str], keepdb: bool = False) -> None:
        """Create a test database with the locale of the project's own servers, wherever it is made anew."""
        suffix = parameters["suffix"]
        if '"template0"' in suffix and cursor.connection.info.server_version >= BUILTIN_LOCALE_SINCE:
            parameters = {
                **parameters,
                "suffix": f"{suffix} LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'",
            }
        super()._execute_create_test_db(cursor, parameters, keepdb)  # type: ignore[misc]  # not in the stubs


def _try_lock(cursor: Any, name: str) -> bool:
    cursor.execute("SELECT pg_try_advisory_lock(hashtext('onrecord test database'), hashtext(%s))", [name])
    return bool(cursor.fetchone()[0])
