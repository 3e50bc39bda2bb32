"""The web server as an operator starts it: what it refuses itself, what it logs, and two workers."""

import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.config.database.processes import ROOT, wait_until

HOST = "127.0.0.1"
COMMAND = ["-m", "gunicorn", "config.wsgi", "--config", "python:config.serving.gunicorn_settings"]


class Served:
    """Gunicorn with two workers in processes of their own; nothing asked of it here needs a database."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Start it on a port that was free."""
        with socket.socket() as probe:
            probe.bind((HOST, 0))
            self.port: int = probe.getsockname()[1]
        counts = folder / "counts"
        counts.mkdir()
        self.log = folder / "log"
        self.home = folder / "home"
        environment = {
            "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none",
            "ONRECORD_DATA_DIR": str(folder),
            "PROMETHEUS_MULTIPROC_DIR": str(counts),
            "DJANGO_SETTINGS_MODULE": "",
            "HOME": str(folder / "home"),
            "XDG_RUNTIME_DIR": "",
            **settings,
        }
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, *COMMAND, "--bind", f"{HOST}:{self.port}", "--workers", "2"],
                cwd=ROOT,
                env={name: value for name, value in (os.environ | environment).items() if value},
                stderr=log,
            )

    def send(self, request: bytes) -> tuple[str, dict[str, str], bytes]:
        """First line, headers and body of the answer to these bytes; ("", {}, b"") where nobody listens."""
        try:
            with socket.create_connection((HOST, self.port), timeout=30) as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                answer = b"".join(iter(lambda: connection.recv(65536), b""))
        except ConnectionRefusedError:
            return "", {}, b""
        head, _, body = answer.partition(b"\r\n\r\n")
        first, *lines = head.decode().split("\r\n")
        return first, dict(line.split(": ", 1) for line in lines), body

    def get(self, path: str) -> tuple[str, dict[str, str], bytes]:
        """The answer to a plain request."""
        return self.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())

    def end(self) -> None:
        """End it, workers included."""
        self._process.terminate()
        self._process.communicate(timeout=30)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that answers."""
    site = Served(tmp_path_factory.mktemp("served"))
    try:
        wait_until(lambda: site.get("/health/live")[0].endswith("200 OK"))
        yield site
    finally:
        site.end()


@pytest.mark.parametrize(
    ("request_sent", "status", "code", "told"),
    [
        (b"GET /api/v1/?noun=" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n", 414, "uri_too_long", "8,190 bytes"),
        (b"GET / HTTP/1.1\r\nCookie: " + b"a" * 9000 + b"\r\n\r\n", 431, "headers_too_large", "shorter"),
        (b"HELLO\r\n\r\n", 400, "bad_request", "HELLO"),
        (b"GET / HTTP/9.9\r\n\r\n", 400, "bad_request", "Version"),
        (b"GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n", 400, "bad_request", "CONTENT-LENGTH"),
        (b"GET / HTTP/1.1\r\nExpect: cake\r\n\r\n", 417, "expectation_failed", "100-continue"),
        (
            b"POST / HTTP/1.1\r\nTransfer-Encoding: morse\r\n\r\n",
            501,
            "transfer_coding_unknown",
            "Content-Length",
        ),
    ],
)
def test_what_is_no_request_is_answered_with_a_problem(
    served: Served, request_sent: bytes, status: int, code: str, told: str
) -> None:
    first, headers, body = served.send(request_sent)

    problem = json.loads(body)
    assert first.startswith(f"HTTP/1.1 {status} ")
    assert headers["Content-Type"] == "application/problem+json"
    assert int(headers["Content-Length"]) == len(body)
    assert (problem["status"], problem["code"]) == (status, code)
    assert told in problem["detail"]


def test_a_long_address_that_fits_is_answered_by_the_application(served: Served) -> None:
    first, headers, _ = served.get("/nowhere?" + "a" * 8000)

    assert first == "HTTP/1.1 404 Not Found"
    assert "X-Request-ID" in headers


@pytest.mark.parametrize(
    ("path", "header", "status"),
    [
        ("/x/health/live", "SCRIPT_NAME: /x", 404),
        ("/health/live", "SCRIPT_NAME: /x", 200),
        ("/nowhere", "PATH_INFO: /health/live", 404),
    ],
)
def test_no_header_chooses_the_path(served: Served, path: str, header: str, status: int) -> None:
    first, _, _ = served.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{header}\r\n\r\n".encode())

    assert first.startswith(f"HTTP/1.1 {status} ")


def test_every_line_of_the_log_is_json(served: Served) -> None:
    served.send(b"HELLO\r\n\r\n")

    lines = [json.loads(line) for line in served.log.read_text(encoding="utf-8").splitlines()]
    refused = [line for line in lines if line["event"].startswith("Refused a request of 127.0.0.1")]
    assert refused[-1]["logger"] == "gunicorn.error"
    assert refused[-1]["level"] == "warning"


def test_lines_of_the_server_have_the_level_of_the_others(tmp_path: Path) -> None:
    site = Served(tmp_path, ONRECORD_LOG_LEVEL="WARNING")
    try:
        wait_until(lambda: site.get("/health/live")[0].endswith("200 OK"))
        site.send(b"HELLO\r\n\r\n")
    finally:
        site.end()

    lines = [json.loads(line)["level"] for line in site.log.read_text(encoding="utf-8").splitlines()]
    assert set(lines) == {"warning"}


def test_nothing_is_left_in_the_home_folder(served: Served) -> None:
    assert served.get("/health/live")[0] == "HTTP/1.1 200 OK"
    assert not served.home.exists()


def test_any_worker_tells_the_counts_of_all(served: Served) -> None:
    def count() -> list[float]:
        text = served.get("/metrics")[2].decode()
        found = re.findall(
            r"^django_http_responses_total_by_status_view_method_total\{[^}]*health-live[^}]*\} (\S+)$",
            text,
            re.MULTILINE,
        )
        return [float(number) for number in found]

    before = sum(count())
    for _ in range(12):
        served.get("/health/live")

    assert [sum(count()) for _ in range(6)] == [before + 12] * 6
