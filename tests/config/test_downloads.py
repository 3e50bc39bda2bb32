"""Files over real HTTP: whole for who stays, ended for who hangs up, broken off where the database fails."""

import http.client
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from config.database.embedded.server import EmbeddedServer
from config.database.url import format_database_url
from tests.config.database.folders import connect
from tests.config.database.processes import wait_until
from tests.config.sites import HOST, Site, listens

CLAIMS = 20

BUSY = "FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid() AND datname = 'onrecord'"


@pytest.fixture
def database(site_server: EmbeddedServer) -> Iterator[Any]:
    """A connection of its own to the site's server."""
    with connect(site_server.connection_params()) as connection:
        yield connection


@pytest.fixture
def site(site_server: EmbeddedServer, database: Any) -> Iterator[Site]:
    """A site whose files are more than what a connection holds for a client that does not read."""
    url = format_database_url("onrecord", site_server.connection_params(), {})
    with Site(url, site_server.data_dir, claims=CLAIMS) as site:
        wait_until(lambda: listens(site), seconds=60)
        database.execute("SET session_replication_role = replica")
        database.execute("ALTER TABLE claims_claim DROP CONSTRAINT claim_quote_is_as_long_as_its_span")
        database.execute("UPDATE claims_claim SET quote = repeat('x', 1000000)")
        yield site


def is_idle(database: Any) -> bool:
    """Whether no query of the site runs or waits."""
    return bool(database.execute(f"SELECT count(*) {BUSY}").fetchone() == (0,))


def logs(site: Site, event: str) -> bool:
    """Whether the site has written of something."""
    return any(line["event"] == event for line in site.read_log())


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_client_that_hangs_up_frees_the_server(site: Site, database: Any, form: str) -> None:
    path = f"/api/v1/claims/?format={form}"
    with socket.create_connection((HOST, site.port), timeout=60) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert client.recv(12) == b"HTTP/1.1 200"
    wait_until(lambda: logs(site, "export_abandoned"), seconds=60)
    wait_until(lambda: is_idle(database), seconds=60)

    status, headers, body = site.ask("GET", path)

    assert (status, headers["Transfer-Encoding"]) == (200, "chunked")
    assert body.count(b"\n") == CLAIMS + (form == "csv")


def test_a_file_whose_query_fails_is_not_ended_as_if_it_were_whole(site: Site, database: Any) -> None:
    path = "/api/v1/claims/?format=jsonl"
    client = http.client.HTTPConnection(HOST, site.port, timeout=60)
    client.request("GET", path)
    answer = client.getresponse()
    assert answer.status == 200
    database.execute(f"SELECT pg_terminate_backend(pid) {BUSY}")

    with pytest.raises((http.client.IncompleteRead, ConnectionResetError)):
        answer.read()

    client.close()
    wait_until(lambda: site.ask("GET", path)[0] == 200, seconds=60)
