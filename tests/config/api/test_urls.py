"""The API as a whole: its root, its addresses and the pages about it."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from rest_framework.test import APIClient

from tests.builders import (
    make_claim,
    make_publisher,
    make_snapshot,
    make_speaker,
    make_statistic,
    make_subject,
)

RESOURCES = (
    "publishers",
    "sources",
    "snapshots",
    "sentences",
    "figures",
    "claims",
    "speakers",
    "subjects",
    "statistics",
    "reviews",
    "verdicts",
    "evidence",
)

LISTS = ("claims/deleted", "figures/deleted", "assignments")
"""What has no page of a row, or is not for everybody."""


def test_root_leads_to_every_resource_and_to_the_schema(api: APIClient) -> None:
    answer = api.get("/api/v1/")

    assert answer.status_code == 200
    assert answer.json() == {
        **{name: f"http://testserver/api/v1/{name}/" for name in (*RESOURCES, *LISTS, "agreement")},
        "extract": "http://testserver/api/v1/extract/",
        "schema": "http://testserver/api/v1/schema/",
        "docs": "http://testserver/api/v1/docs/",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("resource", RESOURCES)
def test_empty_list_is_a_page_without_rows(api: APIClient, resource: str) -> None:
    assert api.get(f"/api/v1/{resource}/").json() == {"next": None, "previous": None, "results": []}


@pytest.mark.django_db
@pytest.mark.parametrize("resource", RESOURCES)
@pytest.mark.parametrize("key", ["01a20bd7-aca6-70da-804f-fcfefc3fa4c1", "1", "no-uuid"])
def test_row_that_is_not_there_is_not_found(api: APIClient, resource: str, key: str) -> None:
    answer = api.get(f"/api/v1/{resource}/{key}/")

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "not_found"


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/api/", "/api/v2/claims/", "/api/v1/verdict", "/api/v1/claims/a/b/c/"])
def test_address_of_nothing_is_not_found_whatever_the_method(api: APIClient, method: str, path: str) -> None:
    answer = getattr(api, method)(path)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == f"There is nothing at {path}."


@pytest.mark.parametrize("method", ["get", "post"])
def test_address_without_its_last_slash_is_sent_on_with_its_query(api: APIClient, method: str) -> None:
    answer = getattr(api, method)("/api/v1/claims?status=accepted")

    assert answer.status_code == 308
    assert answer["Location"] == "/api/v1/claims/?status=accepted"


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_what_was_read_is_read_only(reviewer_api: APIClient, method: str) -> None:
    snapshot = make_snapshot("The port handled 12 ships.")

    for path in ("/api/v1/snapshots/", f"/api/v1/snapshots/{snapshot.uid}/"):
        answer = getattr(reviewer_api, method)(path, {})

        assert answer.status_code == 405
        assert answer["Allow"] == "GET, HEAD, OPTIONS"
        assert answer.json()["code"] == "method_not_allowed"


def test_browser_page_of_the_schema_loads_local_files_only(api: APIClient) -> None:
    page = api.get(reverse("api-docs")).content.decode()

    assert 'src="/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js"' in page
    assert "https://" not in page
    assert "//cdn" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("resource", RESOURCES)
def test_who_may_do_everything_sees_pages_too(resource: str) -> None:
    make_claim(speaker=make_speaker(), subject=make_subject(), statistic=make_statistic())
    browser = APIClient(HTTP_ACCEPT="text/html")
    browser.force_login(User.objects.create_superuser("boss"))

    assert browser.get(f"/api/v1/{resource}/").status_code == 200
    rows = APIClient().get(f"/api/v1/{resource}/").json()["results"]
    for row in rows:
        assert browser.get(row["url"]).status_code == 200


@pytest.mark.django_db
def test_browser_sees_a_list_as_a_page(api: APIClient) -> None:
    make_publisher("Harbour Gazette")

    answer = api.get("/api/v1/publishers/", headers={"accept": "text/html"})

    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert "Harbour Gazette" in answer.content.decode()
    assert "Elsewhere" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "heading"),
    [("sources/", "Sources"), ("statistics/", "Statistics"), ("claims/deleted/", "Deleted claims")],
)
def test_page_of_a_list_is_headed_by_what_it_lists(api: APIClient, path: str, heading: str) -> None:
    page = api.get(f"/api/v1/{path}", headers={"accept": "text/html"}).content.decode()

    assert f"<h1>{heading}</h1>" in page
