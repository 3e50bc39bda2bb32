"""What requests are told while the database is gone, and that they work again when it is back."""

import json
import threading
import time

import psycopg
import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client

from config.database.embedded.server import EmbeddedServer
from config.database.url import format_database_url
from config.outages import is_outage
from tests.config.database.folders import connect
from tests.config.database.processes import wait_until
from tests.config.sites import Site, listens

WORKERS = 4
CLAIMS = 40
PAUSE = 0.02


def fail(statement: str) -> Exception:
    """The error with which the database refuses a statement."""
    with pytest.raises(OperationalError) as refused, connection.cursor() as cursor:
        cursor.execute(statement)
    return refused.value


def test_an_address_where_nothing_listens_is_an_outage() -> None:
    with pytest.raises(psycopg.OperationalError) as refused:
        psycopg.connect("host=127.0.0.1 port=1 connect_timeout=2")
    error = OperationalError(str(refused.value))
    error.__cause__ = refused.value

    assert is_outage(error)
    assert is_outage(InterfaceError("connection already closed"))


@pytest.mark.django_db
def test_a_statement_that_takes_too_long_is_none() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 20")

    assert not is_outage(fail("SELECT pg_sleep(5)"))
    assert not is_outage(ValueError())
    assert not is_outage(None)


@pytest.mark.urls("tests.config.failing_urls")
@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/api/v1/outage/", "application/problem+json"),
        ("/outage/", "text/html; charset=utf-8"),
    ],
)
def test_the_answer_is_in_the_form_of_the_address(path: str, media_type: str) -> None:
    answer = Client().get(path)

    assert (answer.status_code, answer["Content-Type"]) == (503, media_type)
    assert answer["Retry-After"] == "5"
    assert "cannot be reached" in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_restart_under_load_leaves_whole_rows_and_a_site_that_works(site_server: EmbeddedServer) -> None:
    params = site_server.connection_params()
    url = format_database_url("onrecord", params, {})
    answers: list[tuple[int, dict[str, str], bytes]] = []

    def work(site: Site, claims: list[str]) -> None:
        for claim in claims:
            status = 503
            while status == 503:
                answer = site.ask("POST", f"/api/v1/claims/{claim}/accept/", {"reason": "As printed."})
                status = answer[0]
                answers.append(answer)
                time.sleep(PAUSE)

    with Site(url, site_server.data_dir, claims=CLAIMS) as site:
        wait_until(lambda: listens(site), seconds=60)
        threads = [
            threading.Thread(target=work, args=(site, site.claims[number::WORKERS]))
            for number in range(WORKERS)
        ]
        for thread in threads:
            thread.start()
        wait_until(lambda: len(answers) >= WORKERS, seconds=60)
        site_server.stop(force=True)
        wait_until(lambda: any(status == 503 for status, _, _ in answers), seconds=60)
        live, ready, page = (site.ask("GET", path) for path in ("/health/live", "/health/ready", "/admin/"))
        assert site_server.connection_params() == params
        for thread in threads:
            thread.join()
        assert site.ask("GET", "/health/ready")[0] == 200
        assert site.ask("GET", "/admin/")[0] == 302  # rita is no staff
        log = site.read_log()

    assert live[0] == 200
    assert (ready[0], json.loads(ready[2])["code"]) == (503, "database_unavailable")
    assert (page[0], page[1]["Content-Type"]) == (503, "text/html; charset=utf-8")
    refused = [answer for answer in answers if answer[0] == 503]
    assert {headers["Retry-After"] for _, headers, _ in refused} == {"5"}
    assert {json.loads(body)["code"] for _, _, body in refused} == {"database_unavailable"}
    # 409: the commit had reached the disk when the connection was lost, and the claim was accepted already.
    assert {status for status, _, _ in answers} <= {200, 409, 503}
    with connect(params) as database:
        whole = database.execute(
            "SELECT count(*), count(*) FILTER (WHERE status = 'accepted' AND version = 2 AND "
            "(SELECT count(*) FROM claims_review r WHERE r.claim_id = c.id) = 1) FROM claims_claim c"
        ).fetchone()
    assert whole == (CLAIMS, CLAIMS)
    lines = [line for line in log if line["event"] == "database_unavailable"]
    assert len(lines) >= len(refused)
    assert all(line["request_id"] for line in lines)
