"""What requests are told when the database works on them for too long, and what may take its time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from prometheus_client import REGISTRY
from pytest_django import Settings
from rest_framework.test import APIClient

from claims.models import Claim, Review
from config.time_limits import is_too_slow
from tests.builders import make_claim, make_reviewer
from tests.clients import browse_as

pytestmark = pytest.mark.django_db

SHORT = 0.1
FAILING = pytest.mark.urls("tests.config.failing_urls")


@pytest.fixture
def hasty(settings: Settings) -> Iterator[None]:
    """Requests may take a tenth of a second; the test's own connection is patient again afterwards."""
    settings.ONRECORD_STATEMENT_TIMEOUT = SHORT
    yield
    connection.limit_statements(0)  # type: ignore[attr-defined]  # our own


@contextmanager
def holding(claim: Claim) -> Iterator[None]:
    """While somebody else has the claim's row."""
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT 1 FROM claims_claim WHERE id = %s FOR UPDATE", [claim.pk])
        yield
        other.rollback()
    finally:
        other.close()


@contextmanager
def ended_while_waiting() -> Iterator[None]:
    """While another ends the first connection that waits for a row."""

    def end() -> None:
        with connection.cursor() as cursor:
            ended = None
            while ended is None:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND wait_event_type = 'Lock'"
                )
                ended = cursor.fetchone()
        connection.close()

    thread = threading.Thread(target=end)
    thread.start()
    yield
    thread.join()


def test_only_a_stopped_statement_is_too_slow() -> None:
    with pytest.raises(OperationalError) as refused, connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 20")
        cursor.execute("SELECT pg_sleep(5)")

    assert is_too_slow(refused.value)
    assert not is_too_slow(OperationalError("the connection is lost"))
    assert not is_too_slow(None)


@FAILING
@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(
    ("method", "path", "media_type", "advice"),
    [
        ("get", "/api/v1/lingering/", "application/problem+json", "more filters"),
        ("get", "/api/v1/lingering/?noun=zz&unit=", "application/problem+json", "whole words with search"),
        ("post", "/api/v1/lingering/", "application/problem+json", "send it again"),
        ("get", "/lingering/", "text/html; charset=utf-8", "more filters"),
    ],
)
def test_the_answer_says_what_to_do_in_the_form_of_the_address(
    method: str, path: str, media_type: str, advice: str
) -> None:
    counted = REGISTRY.get_sample_value("onrecord_stopped_statements_total") or 0

    answer = getattr(Client(), method)(path)

    assert (answer.status_code, answer["Content-Type"]) == (503, media_type)
    assert "Retry-After" not in answer
    assert advice in answer.content.decode()
    assert "nothing was changed" in answer.content.decode()
    assert REGISTRY.get_sample_value("onrecord_stopped_statements_total") == counted + 1


@FAILING
@pytest.mark.usefixtures("hasty")
def test_the_code_is_stable() -> None:
    problem = Client().get("/api/v1/lingering/").json()

    assert (problem["code"], problem["status"]) == ("took_too_long", 503)


@FAILING
@pytest.mark.usefixtures("committed")
def test_a_connection_that_is_opened_anew_keeps_the_limit(hasty: None) -> None:
    Client().get("/lingering/")
    connection.close()

    assert Client().get("/lingering/").status_code == 503
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("100ms",)


@pytest.mark.usefixtures("committed", "hasty")
def test_a_move_that_waits_too_long_leaves_nothing_half_written() -> None:
    claim = make_claim()
    client = log_in(make_reviewer())
    headers = {"Idempotency-Key": "once"}
    address = f"/api/v1/claims/{claim.uid}/accept/"

    with holding(claim):
        refused = client.post(address, {"reason": "As printed."}, headers=headers)

    assert (refused.status_code, refused.json()["code"]) == (503, "took_too_long")
    assert (Claim.objects.get().version, Review.objects.count()) == (1, 0)
    assert client.post(address, {"reason": "As printed."}, headers=headers).status_code == 200


@pytest.mark.usefixtures("committed", "hasty")
def test_behind_a_row_of_a_batch_that_waits_too_long_none_is_tried() -> None:
    first, held, last = make_claim(), make_claim(), make_claim()
    moves = [{"claim": str(c.uid), "version": 1, "action": "accept"} for c in (first, held, last)]

    with holding(held):
        answer = log_in(make_reviewer()).post("/api/v1/claims/moves/", {"moves": moves})

    told = answer.json()
    assert (answer.status_code, told["done"], told["refused"]) == (200, 1, 2)
    assert [row["status"] for row in told["results"]] == [200, 503, 503]
    assert "was not tried" in told["results"][2]["problem"]["detail"]
    assert list(Claim.objects.order_by("pk").values_list("status", flat=True)) == [
        "accepted",
        "proposed",
        "proposed",
    ]


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize(("atomic", "statuses", "version"), [(False, [200, 503, 503], 2), (True, [], 1)])
def test_a_batch_that_loses_the_database_tells_what_stands(
    atomic: bool, statuses: list[int], version: int
) -> None:
    first, held, last = make_claim(), make_claim(), make_claim()
    moves = [{"claim": str(c.uid), "version": 1, "action": "accept"} for c in (first, held, last)]
    client = log_in(make_reviewer())

    with holding(held), ended_while_waiting():
        answer = client.post("/api/v1/claims/moves/", {"moves": moves, "atomic": atomic})

    told = answer.json()
    assert answer.status_code == (503 if atomic else 200)
    assert [row["status"] for row in told.get("results", [])] == statuses
    assert "database_unavailable" in answer.content.decode()
    assert Claim.objects.get(pk=first.pk).version == version


@pytest.mark.usefixtures("committed", "hasty")
def test_a_page_of_the_admin_is_told_readably(django_user_model: Any) -> None:
    claim = make_claim()
    client = browse_as(django_user_model.objects.create_superuser("boss"))
    address = reverse("admin:claims_claim_review", args=[claim.pk])

    with holding(claim):
        answer = client.post(address, {"move": "accept"})

    assert answer.status_code == 503
    assert "This took too long" in answer.content.decode()
    assert Claim.objects.get().status == "proposed"


def log_in(person: User) -> APIClient:
    """A client of the API for a person, whatever the state of the rows."""
    client = APIClient(HTTP_IF_MATCH="*")
    client.force_login(person)
    return client
