"""Why a database cannot be used."""


class DatabaseUnusableError(Exception):
    """The database cannot be used; the message says why and what mends it."""

    code = "database_unusable"


class ServerNotStartedError(DatabaseUnusableError):
    """The project's own PostgreSQL could not be started."""

    code = "server_not_started"


class ServerInUseError(DatabaseUnusableError):
    """The project's own PostgreSQL is not stopped while other processes use it."""

    code = "server_in_use"


class ServerTooOldError(DatabaseUnusableError):
    """The server is older than the oldest PostgreSQL that the project supports."""

    code = "server_too_old"


class NotOurServerError(DatabaseUnusableError):
    """What is asked for can only be done to the project's own server."""

    code = "not_our_server"
