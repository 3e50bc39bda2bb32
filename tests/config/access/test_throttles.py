"""How often the API may be asked."""

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from config.access.throttles import read_rate
from tests.builders import make_token, make_user

LIST = "/api/v1/claims/"

pytestmark = pytest.mark.django_db


def ask(client: APIClient, times: int = 1, **headers: str) -> list[int]:
    """The statuses that answer some requests in a row."""
    return [client.get(LIST, headers=headers).status_code for _ in range(times)]


def test_address_without_a_login_is_answered_so_often(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_ANONYMOUS = "2/day"

    assert ask(api, 3) == [200, 200, 429]
    refused = api.get(LIST)
    assert refused.json()["code"] == "throttled"
    assert 0 < int(refused["Retry-After"]) <= 86400


def test_each_token_is_counted_by_itself(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_LOGGED_IN = "2/day"
    person = make_user()
    first, second = make_token(person), make_token(person)

    assert ask(api, 3, authorization=f"Bearer {first}") == [200, 200, 429]
    assert ask(api, 1, authorization=f"Bearer {second}") == [200]
    assert ask(api, 3) == [200, 200, 200]


def test_person_with_a_session_is_counted_too(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_LOGGED_IN = "1/day"
    api.force_login(make_user())

    assert ask(api, 2) == [200, 429]


def test_client_cannot_hide_behind_a_header_that_no_proxy_wrote(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_ANONYMOUS = "1/day"

    statuses = [ask(api, 1, **{"x-forwarded-for": f"10.0.0.{number}"})[0] for number in range(2)]

    assert statuses == [200, 429]


def test_requests_without_an_address_are_counted_together(settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_ANONYMOUS = "1/day"

    # So it is behind a server that listens on a Unix socket.
    assert ask(APIClient(REMOTE_ADDR=None), 2) == [200, 429]


def test_wrong_tokens_count_as_requests_without_a_login(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_ANONYMOUS = "2/day"

    assert ask(api, 3, authorization="Bearer nonsense") == [401, 401, 429]
    refused = api.get(LIST, headers={"authorization": "Token other"})
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert 0 < int(refused["Retry-After"]) <= 86400
    assert ask(api) == [429]
    assert ask(api, 1, authorization=f"Bearer {make_token(make_user())}") == [200]


def test_wrong_token_of_a_request_to_be_done_once_counts_once(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_ANONYMOUS = "2/day"
    headers = {"authorization": "Bearer nonsense", "idempotency-key": "once"}

    statuses = [api.post("/api/v1/extract/", {}, headers=headers).status_code for _ in range(3)]

    assert statuses == [401, 401, 429]


def test_no_rate_is_no_limit(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_THROTTLE_ANONYMOUS = ""

    assert ask(api, 5) == [200] * 5


@pytest.mark.parametrize(
    ("text", "rate"),
    [("600/minute", (600, 60)), ("1/second", (1, 1)), ("5/day", (5, 86400)), ("", None)],
)
def test_rate_is_read(text: str, rate: tuple[int, int] | None) -> None:
    assert read_rate(text) == rate


@pytest.mark.parametrize("text", ["600", "0/minute", "600/m", "-1/hour", "6 00/hour"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no rate"):
        read_rate(text)
