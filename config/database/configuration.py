"""The database's entry in Django's settings."""

import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from config.database.url import parse_database_url

TEST_DATABASE = {"TEMPLATE": "template0", "CHARSET": "UTF8"}
"""From the empty template: what somebody added to template1 of their server stays out of the tests."""

LASTING = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
"""A thread keeps its connection for ten minutes, and a request opens it anew where it was lost meanwhile."""


def configure(
    database_url: str | None,
    data_dir: Path,
    *,
    postgres_bin: Path | None = None,
    run_as: str = "",
) -> dict[str, Any]:
    """The entry of DATABASES: the server of a URL, or without one the project's own under a data folder.

    postgres_bin, run_as: for the project's own server, the directory of PostgreSQL's programs and the user
    that runs it for root. Nothing is started. Raises ImproperlyConfigured.
    """
    if database_url:
        parsed = parse_database_url(database_url)
        return {"ENGINE": "config.database.backend", **parsed, **LASTING, "TEST": dict(TEST_DATABASE)}
    if sys.platform == "win32":
        raise ImproperlyConfigured(
            "On Windows the project runs no PostgreSQL of its own: set DATABASE_URL to a server, 15 or newer."
        )
    options = {"data_dir": data_dir.absolute(), "postgres_bin": postgres_bin, "run_as": run_as}
    return {
        "ENGINE": "config.database.embedded",
        "NAME": "onrecord",
        "OPTIONS": {"embedded": options},
        **LASTING,
        "TEST": dict(TEST_DATABASE),
    }
