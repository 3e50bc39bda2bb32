"""A real site in a process of its own, over real HTTP, for tests of what happens to either end of it."""

import http.client
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.config.database.processes import ROOT

CSRF = "c" * 32
HOST = "127.0.0.1"

PREPARE = """
import json, sys
import django
django.setup()
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from tests.builders import make_claim, make_reviewer
reviewer = make_reviewer("rita")
session = SessionStore()
session[SESSION_KEY] = str(reviewer.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = reviewer.get_session_auth_hash()
session.save()
claims = [str(make_claim().uid) for _ in range(int(sys.argv[1]))]
print(json.dumps({"session": session.session_key, "claims": claims}))
"""

SERVE = """
import socket, sys
import django
django.setup()
from django.core.handlers.wsgi import WSGIHandler
from config.serving.server import Server
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
print(port, flush=True)
Server(WSGIHandler(), port=port).run()
"""


def name_database(database_url: str, folder: Path) -> dict[str, str]:
    """The environment of a process that uses a database of its own."""
    return os.environ | {
        "DATABASE_URL": database_url,
        "ONRECORD_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def migrate(database_url: str, folder: Path) -> None:
    """Make the project's tables in an empty database."""
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=name_database(database_url, folder), check=True)


class Site:
    """A database with claims and a reviewer's session, and the server in front of it."""

    def __init__(self, database_url: str, folder: Path, *, claims: int, **environment: str) -> None:
        """Fill a database that has its tables; `log` has what the server writes."""
        self.log = folder / "site.log"
        self._environment = name_database(database_url, folder) | environment
        made = subprocess.run(
            [sys.executable, "-c", PREPARE, str(claims)],
            cwd=ROOT,
            env=self._environment,
            check=True,
            capture_output=True,
        )
        prepared = json.loads(made.stdout)
        self.session: str = prepared["session"]
        self.claims: list[str] = prepared["claims"]

    def __enter__(self) -> "Site":
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", SERVE],
                cwd=ROOT,
                env=self._environment,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=30)

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of a request by the reviewer; raises OSError where nobody listens."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        headers = {
            "Content-Type": "application/json",
            "If-Match": "*",
            "Cookie": f"sessionid={self.session}; csrftoken={CSRF}",
            "X-CSRFToken": CSRF,
        }
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def read_log(self) -> list[dict[str, Any]]:
        """The lines that the server has written, those of gunicorn aside."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.startswith("{")]


def listens(site: Site) -> bool:
    """Whether the server takes requests."""
    try:
        return site.ask("GET", "/health/live")[0] == 200
    except OSError:
        return False
