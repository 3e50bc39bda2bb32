"""Which sites of the web may call the API from a browser."""

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

SITE = "https://news.example"

pytestmark = pytest.mark.django_db


def ask_before(api: APIClient, path: str = "/api/v1/claims/") -> dict[str, str]:
    """What the server tells a browser that asks whether a script of the site may write."""
    headers = {
        "origin": SITE,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,idempotency-key,if-match,x-request-id",
    }
    return dict(api.options(path, headers=headers).headers)


def test_no_site_may_unless_it_is_named(api: APIClient) -> None:
    assert "access-control-allow-origin" not in {name.lower() for name in ask_before(api)}
    assert "Access-Control-Allow-Origin" not in api.get("/api/v1/claims/", headers={"origin": SITE})


def test_site_that_is_named_may_and_its_scripts_see_what_they_need(
    api: APIClient, settings: Settings
) -> None:
    settings.CORS_ALLOWED_ORIGINS = [SITE]

    told = {name.lower(): value for name, value in ask_before(api).items()}
    answer = api.get("/api/v1/claims/", headers={"origin": SITE})

    assert told["access-control-allow-origin"] == SITE
    assert {"authorization", "idempotency-key", "if-match", "x-request-id"} <= set(
        told["access-control-allow-headers"].split(", ")
    )
    assert answer["Access-Control-Allow-Origin"] == SITE
    assert {"Date", "ETag", "X-Request-ID", "Retry-After"} <= set(
        answer["Access-Control-Expose-Headers"].split(", ")
    )
    assert "Access-Control-Allow-Credentials" not in answer


def test_admin_is_open_to_no_site(api: APIClient, settings: Settings) -> None:
    settings.CORS_ALLOWED_ORIGINS = [SITE]

    assert "Access-Control-Allow-Origin" not in api.get("/admin/login/", headers={"origin": SITE})
