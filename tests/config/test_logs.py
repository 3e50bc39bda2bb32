"""The id of a request, and the lines that tell of it."""

import json
import logging
from typing import Any

import pytest
from django.test import Client
from rest_framework.test import APIClient

from claims.models import ClaimEvent
from config.logs import choose_id, configure_logs
from tests.builders import make_claim


@pytest.mark.parametrize("given", ["abcd1234", "a-b_c.d-0", "7" * 128])
def test_a_sane_id_is_taken_over(given: str) -> None:
    assert choose_id(given) == given


@pytest.mark.parametrize(
    "given", ["", "short", "7" * 129, "two words", "a\nline-more", "<script>", "نمونه-نمونه"]
)
def test_any_other_id_is_replaced(given: str) -> None:
    assert choose_id(given) != given
    assert len(choose_id(given)) == 36


def test_the_answer_names_the_request() -> None:
    answer = Client().get("/health/live", headers={"x-request-id": "from-the-proxy-1"})

    assert answer["X-Request-ID"] == "from-the-proxy-1"
    assert Client().get("/health/live")["X-Request-ID"] != Client().get("/health/live")["X-Request-ID"]


@pytest.mark.django_db
def test_the_line_and_the_audit_trail_have_the_same_id(
    reviewer_api: APIClient, caplog: pytest.LogCaptureFixture
) -> None:
    claim = make_claim()
    path = f"/api/v1/claims/{claim.uid}/accept/"

    with caplog.at_level(logging.INFO):
        answer = reviewer_api.post(path, {}, headers={"x-request-id": "request-of-rita"})

    event: Any = ClaimEvent._default_manager.get()
    (line,) = [record.msg for record in caplog.records if isinstance(record.msg, dict)]
    assert answer.status_code == 200
    assert (line["event"], line["code"], line["request"]) == ("request_finished", 200, f"POST {path}")
    assert line["request_id"] == "request-of-rita"
    assert event.pgh_context["request"] == "request-of-rita"


def test_a_line_is_json() -> None:
    configuration = configure_logs(level="INFO", form="json")
    formatter = configuration["formatters"]["line"]["()"](
        **{name: value for name, value in configuration["formatters"]["line"].items() if name != "()"}
    )
    record = logging.LogRecord("sources", logging.WARNING, __file__, 1, "read %s", ("ü",), None)

    line = json.loads(formatter.format(record))

    assert (line["event"], line["level"], line["logger"]) == ("read ü", "warning", "sources")
    assert line["timestamp"].endswith("Z")
