"""One worker that serves the API, or a bare function with PostgreSQL's own JSON: `NAME PORT DATABASE`."""

import logging
import os
import random
import sys
import threading
from collections.abc import Iterable
from typing import Any

import django


def main(name: str, port: str, database: str) -> None:
    """Serve until ended."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    logging.disable(logging.INFO)
    from django.core.wsgi import get_wsgi_application

    from benchmarks.record_parts.database import point_to
    from config.serving.server import Server

    point_to(database)
    application: Any = get_wsgi_application() if name == "ours" else make_bare()
    Server(application, port=int(port)).run()


def make_bare() -> Any:
    """A WSGI function that reads a page at a random place and passes the JSON on."""
    from django.db import connection

    from benchmarks.api_parts.bare import connect, read_as_json
    from benchmarks.api_parts.reads import LIBPQ

    params = {k: v for k, v in connection.get_connection_params().items() if k in LIBPQ}
    held = threading.local()

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if not hasattr(held, "connection"):
            held.connection = connect(params)
        body = read_as_json(held.connection, "proposed", random.randint(100_000, 1_000_000))
        start("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return answer


if __name__ == "__main__":
    main(*sys.argv[1:4])
