"""Django connections outside Django's settings."""

from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler, load_backend

from config.database.configuration import configure
from tests.config.database.processes import LINGER


def open_wrapper(database_url: str | None, data_dir: Path, **changes: Any) -> BaseDatabaseWrapper:
    """A connection, not open yet, as the settings would have it."""
    entry = configure(database_url, data_dir) | changes
    if "embedded" in entry.get("OPTIONS", {}):
        entry["OPTIONS"]["embedded"]["linger"] = LINGER
    handler = ConnectionHandler({"default": entry})
    wrapper: BaseDatabaseWrapper = load_backend(entry["ENGINE"]).DatabaseWrapper(
        handler.settings["default"], "default"
    )
    return wrapper
