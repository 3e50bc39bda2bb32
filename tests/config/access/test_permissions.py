"""Who may read and write."""

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from tests.builders import make_claim, make_reviewer

LIST = "/api/v1/claims/"

pytestmark = pytest.mark.django_db


def test_anybody_reads_where_the_setting_is_on(api: APIClient) -> None:
    assert api.get(LIST).status_code == 200


@pytest.mark.parametrize("path", [LIST, "/api/v1/", "/api/v1/schema/", "/api/v1/docs/"])
def test_reading_needs_a_login_where_the_setting_is_off(
    api: APIClient, settings: Settings, path: str
) -> None:
    settings.ONRECORD_ANONYMOUS_READ = False

    answer = api.get(path)

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "not_authenticated"


def test_session_is_a_login(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_ANONYMOUS_READ = False
    api.force_login(make_reviewer())

    assert api.get(LIST).status_code == 200


def test_session_cannot_write_without_its_csrf_token() -> None:
    claim = make_claim()
    browser = APIClient(enforce_csrf_checks=True, HTTP_IF_MATCH="*")
    browser.force_login(make_reviewer())

    answer = browser.post(f"{LIST}{claim.uid}/accept/", {})

    claim.refresh_from_db()
    assert answer.status_code == 403
    assert answer.json()["code"] == "permission_denied"
    assert claim.status == "proposed"


def test_writing_needs_a_login_whatever_the_setting(api: APIClient) -> None:
    claim = make_claim()

    answer = api.post(f"{LIST}{claim.uid}/accept/", {})

    claim.refresh_from_db()
    assert answer.status_code == 401
    assert claim.status == "proposed"


@pytest.mark.parametrize("readable", [True, False])
@pytest.mark.parametrize(("method", "path"), [("put", LIST), ("delete", LIST), ("post", "/api/v1/reviews/")])
def test_who_is_not_logged_in_is_told_that_there_is_no_such_method(
    api: APIClient, settings: Settings, method: str, path: str, readable: bool
) -> None:
    settings.ONRECORD_ANONYMOUS_READ = readable

    answer = getattr(api, method)(path, {})

    assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed")
    assert method.upper() not in answer["Allow"]
