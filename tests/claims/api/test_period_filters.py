"""Claims by the period that they state."""

from datetime import date

import pytest
from rest_framework.test import APIClient

from tests.builders import make_claim

pytestmark = pytest.mark.django_db

PERIODS = {
    "in 2017": (date(2017, 1, 1), date(2017, 12, 31)),
    "in March 2017": (date(2017, 3, 1), date(2017, 3, 31)),
    "since 2018": (date(2018, 1, 1), None),
    "until 2016": (None, date(2016, 12, 31)),
    "last year": (None, None),
}


@pytest.fixture
def claims() -> None:
    """One claim a period, named by it, and one without."""
    for words, (first, last) in PERIODS.items():
        make_claim(noun=words, period=words, period_start=first, period_end=last)
    make_claim(noun="none")


def find(api: APIClient, **parameters: str) -> set[str]:
    answer = api.get("/api/v1/claims/", parameters)
    assert answer.status_code == 200, answer.json()
    return {row["noun"] for row in answer.json()["results"]}


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        ("period_overlaps", "2017", {"in 2017", "in March 2017"}),
        ("period_overlaps", "2017-03", {"in 2017", "in March 2017"}),
        ("period_overlaps", "2017-04-01,2017-05-01", {"in 2017"}),
        ("period_overlaps", "2016-12,2017-03-01", {"until 2016", "in 2017", "in March 2017"}),
        ("period_overlaps", "2017-12-31,", {"in 2017", "since 2018"}),
        ("period_overlaps", ",2016", {"until 2016"}),
        ("period_overlaps", "2030", {"since 2018"}),
        ("period_contains", "2017-03-31", {"in 2017", "in March 2017"}),
        ("period_contains", "2017-02-28", {"in 2017"}),
        ("period_contains", "1900", {"until 2016"}),
    ],
)
def test_claims_whose_period_shares_a_day_are_found(
    api: APIClient, parameter: str, value: str, expected: set[str]
) -> None:
    assert find(api, **{parameter: value}) == expected


@pytest.mark.parametrize(
    "value", ["17", "2017-13", "2017-02-30", ",", "2018,2017", "a", "0000", "٢٠١٧", "2017-1-1", "1,2,3"]
)
def test_days_that_are_none_are_refused(api: APIClient, value: str) -> None:
    answer = api.get("/api/v1/claims/", {"period_overlaps": value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["period_overlaps"]
