"""Who may read and write."""

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from tests.builders import make_claim, make_reviewer, make_token

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


@pytest.mark.parametrize("keyword", ["Bearer", "Token"])
def test_token_is_a_login(api: APIClient, settings: Settings, keyword: str) -> None:
    settings.ONRECORD_ANONYMOUS_READ = False
    key = make_token(make_reviewer())

    assert api.get(LIST, headers={"authorization": f"{keyword} {key}"}).status_code == 200


@pytest.mark.parametrize("header", ["Bearer nonsense", "Token nonsense", "Bearer", "Bearer two words"])
def test_unknown_token_is_refused_even_for_reading(api: APIClient, header: str) -> None:
    answer = api.get(LIST, headers={"authorization": header})

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["code"] == "authentication_failed"


def test_token_of_a_person_who_has_left_is_refused(api: APIClient) -> None:
    key = make_token(make_reviewer(is_active=False))

    assert api.get(LIST, headers={"authorization": f"Bearer {key}"}).status_code == 401


def test_session_is_a_login(api: APIClient, settings: Settings) -> None:
    settings.ONRECORD_ANONYMOUS_READ = False
    api.force_login(make_reviewer())

    assert api.get(LIST).status_code == 200


def test_session_cannot_write_without_its_csrf_token() -> None:
    claim = make_claim()
    browser = APIClient(enforce_csrf_checks=True)
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
