"""Files over real HTTP: whole for who stays, ended for who hangs up."""

import socket
from pathlib import Path

from config.database.embedded.server import EmbeddedServer
from config.database.url import format_database_url
from tests.config.database.folders import connect
from tests.config.database.processes import wait_until
from tests.config.sites import HOST, Site, listens

CLAIMS = 30


def test_a_client_that_hangs_up_frees_the_server(server: EmbeddedServer, data_dir: Path) -> None:
    params = server.connection_params()
    with Site(format_database_url("onrecord", params, {}), data_dir, claims=CLAIMS) as site:
        wait_until(lambda: listens(site), seconds=60)
        # Rows so wide that the file is more than what a connection holds for a client that does not read.
        with connect(params) as database:
            database.execute("SET session_replication_role = replica")
            database.execute("ALTER TABLE claims_claim DROP CONSTRAINT claim_quote_is_as_long_as_its_span")
            database.execute("UPDATE claims_claim SET quote = repeat('x', 3000000)")
        with socket.create_connection((HOST, site.port), timeout=60) as client:
            client.sendall(b"GET /api/v1/claims/?format=csv HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert client.recv(12) == b"HTTP/1.1 200"
        wait_until(lambda: any(line["event"] == "export_abandoned" for line in site.read_log()), seconds=60)
        with connect(params) as database:
            busy = "SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND pid <> pg_backend_pid()"
            wait_until(lambda: database.execute(busy).fetchone() == (0,), seconds=60)
        status, headers, body = site.ask("GET", "/api/v1/claims/?format=csv")

    assert (status, headers["Transfer-Encoding"]) == (200, "chunked")
    assert body.count(b"\r\n") == CLAIMS + 1
