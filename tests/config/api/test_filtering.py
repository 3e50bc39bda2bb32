"""Query parameters that an endpoint does not know."""

import gc
from weakref import ref

import pytest
from rest_framework.test import APIClient

from claims.api.filters import ClaimFilters
from config.api.filtering import list_faults, narrow
from config.api.urls import router
from tests.builders import make_claim, make_publisher, make_source

FILTERS = [
    (resource, parameter)
    for resource, view, _ in router.registry
    for parameter in getattr(getattr(view, "filterset_class", None), "base_filters", ())
]
"""Every filter of every list."""

pytestmark = pytest.mark.django_db


def test_unknown_parameter_is_refused_with_the_known_ones(api: APIClient) -> None:
    answer = api.get("/api/v1/publishers/?nmae=Gazette")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"] == [
        {
            "field": "nmae",
            "code": "unknown_parameter",
            "detail": "There is no such parameter here. Known are: count, cursor, "
            "expand, fields, format, name, ordering, page_size, search, "
            "updated_before, updated_since.",
        }
    ]


def test_every_wrong_parameter_is_named(api: APIClient) -> None:
    answer = api.get("/api/v1/publishers/?a=1&b=2&name=x")

    assert [error["field"] for error in answer.json()["errors"]] == ["a", "b"]


def test_parameter_given_twice_is_refused(api: APIClient) -> None:
    answer = api.get("/api/v1/claims/?status=proposed&status=accepted")

    assert answer.status_code == 400
    assert [(error["field"], error["code"]) for error in answer.json()["errors"]] == [
        ("status", "repeated_parameter")
    ]


def test_detail_knows_no_filter(api: APIClient) -> None:
    publisher = make_publisher("Gazette")

    answer = api.get(f"/api/v1/publishers/{publisher.uid}/?name=Gazette")

    assert answer.status_code == 400
    assert "Known are: expand, fields, format." in answer.json()["detail"]


def test_move_knows_no_filter(reviewer_api: APIClient) -> None:
    claim = make_claim()

    answer = reviewer_api.post(f"/api/v1/claims/{claim.uid}/accept/?status=accepted", {})

    claim.refresh_from_db()
    assert answer.status_code == 400
    assert claim.status == "proposed"


def test_parameter_without_a_value_filters_nothing(api: APIClient) -> None:
    make_source(language="fa")

    assert len(api.get("/api/v1/sources/?language=&kind=").json()["results"]) == 1


def test_unknown_format_is_refused_with_the_known_ones(api: APIClient) -> None:
    answer = api.get("/api/v1/sources/?format=xml")

    assert answer.status_code == 400
    assert answer.json()["detail"] == "format: There is no format “xml” here. Known are: api, json."


@pytest.mark.parametrize(("resource", "parameter"), FILTERS)
def test_senseless_value_is_refused_or_matches_nothing(
    reviewer_api: APIClient, resource: str, parameter: str
) -> None:
    for text in ("%", "%s", "50% (of)", "\x00", "'", "🙂", "x" * 5000):
        answer = reviewer_api.get(f"/api/v1/{resource}/", {parameter: text})

        assert answer.status_code in {200, 400}, text
        if answer.status_code == 400:
            assert {error["field"] for error in answer.json()["errors"]} == {parameter}


def test_filters_of_the_same_parameters_are_put_together_once() -> None:
    assert narrow(ClaimFilters, ("status", "unit")) is narrow(ClaimFilters, ("status", "unit"))
    assert list(narrow(ClaimFilters, ("status", "unit")).base_filters) == ["status", "unit"]


def test_refused_parameters_leave_nothing_of_their_request_behind() -> None:
    filters = ClaimFilters({"status": "open"})
    kept = ref(filters)

    assert list(list_faults(filters)) == ["status"]
    del filters
    gc.collect()
    assert kept() is None
