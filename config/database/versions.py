"""Which PostgreSQL servers the project works with."""

from config.database.errors import ServerTooOldError

OLDEST = 150000
"""PostgreSQL 15, as `server_version_num` counts: the oldest that the project is tested with."""


def check_version(number: int) -> None:
    """Refuse a server that is too old.

    number: `server_version_num`, such as 150018 for 15.18. Raises ServerTooOldError.
    """
    if number < OLDEST:
        raise ServerTooOldError(
            f"The database server is PostgreSQL {format_version(number)}, and Onrecord needs "
            f"{format_version(OLDEST).split('.')[0]} or newer: point DATABASE_URL at a newer server, "
            "or leave it unset so that the project runs a PostgreSQL of its own."
        )


def format_version(number: int) -> str:
    """The version as people write it: 150018 is "15.18", 90624 is "9.6.24"."""
    major, minor = divmod(number, 10000)
    if major < 10:
        return f"{major}.{minor // 100}.{minor % 100}"
    return f"{major}.{minor}"
