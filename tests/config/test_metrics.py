"""Metrics, and who may read them."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings


def test_this_machine_reads_the_metrics() -> None:
    Client().get("/health/live")

    answer = Client().get("/metrics")

    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/plain")
    text = answer.content.decode()
    assert 'view="health-live"' in text
    assert "onrecord_database_outages_total" in text


@pytest.mark.parametrize(
    "request_of",
    [
        {"REMOTE_ADDR": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"},
        {"REMOTE_ADDR": "::1", "HTTP_FORWARDED": "for=192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_REAL_IP": "192.0.2.7"},
        {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_PROTO": "https"},
        {"REMOTE_ADDR": "", "HTTP_VIA": "1.1 proxy"},
        {"HTTP_AUTHORIZATION": "Bearer guess", "REMOTE_ADDR": "192.0.2.7"},
    ],
)
def test_another_machine_does_not(request_of: dict[str, str]) -> None:
    answer = Client().get("/metrics", **request_of)  # type: ignore[arg-type]  # WSGI's variables

    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_where_a_token_is_set_it_is_needed_and_enough(settings: Settings) -> None:
    settings.ONRECORD_METRICS_TOKEN = "open sesame"

    assert Client().get("/metrics").status_code == 403
    assert Client().get("/metrics", headers={"authorization": "Bearer sesame"}).status_code == 403
    answer = Client(REMOTE_ADDR="192.0.2.7").get("/metrics", headers={"authorization": "Bearer open sesame"})
    assert answer.status_code == 200


def test_a_made_up_method_is_no_time_series_of_its_own() -> None:
    Client().generic("MAKEUP", "/health/live")

    assert 'method="MAKEUP"' not in Client().get("/metrics").content.decode()
