"""Claims by the values that they allow."""

import pytest
from rest_framework.test import APIClient

from tests.builders import make_claim, make_fact, make_quantity

pytestmark = pytest.mark.django_db

STATED = {
    "= 31": ("=", "31"),
    "20 to 30": ("range", "20", "30"),
    "more than 31": (">", "31"),
    "at least 31": (">=", "31"),
    "less than 31": ("<", "31"),
    "up to 31": ("<=", "31"),
}
"""What claims state: [31, 31], [20, 30], (31, ), [31, ), ( , 31), ( , 31]."""


@pytest.fixture
def claims() -> None:
    """One claim for each of the statements, quoted by its name, and one without a value."""
    for name, (comparator, *numbers) in STATED.items():
        make_claim(make_quantity(comparator, *numbers), surface=name)
    make_fact()


def find(api: APIClient, **parameters: str) -> set[str]:
    answer = api.get("/api/v1/claims/", parameters)
    assert answer.status_code == 200, answer.json()
    return {row["quote"] for row in answer.json()["results"]}


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        ("value_contains", "31", {"= 31", "at least 31", "up to 31"}),
        ("value_contains", "31.000", {"= 31", "at least 31", "up to 31"}),
        ("value_contains", "30", {"20 to 30", "less than 31", "up to 31"}),
        ("value_contains", "30.5", {"less than 31", "up to 31"}),
        ("value_contains", "3.2e1", {"more than 31", "at least 31"}),
        ("value_contains", "-7", {"less than 31", "up to 31"}),
        ("value_overlaps", "30,31", {"= 31", "20 to 30", "at least 31", "less than 31", "up to 31"}),
        ("value_overlaps", "30.5, 30.9", {"less than 31", "up to 31"}),
        ("value_overlaps", "40,", {"more than 31", "at least 31"}),
        ("value_overlaps", ",19", {"less than 31", "up to 31"}),
        ("value_overlaps", "31,31", {"= 31", "at least 31", "up to 31"}),
        ("value_above", "31", {"more than 31", "at least 31"}),
        ("value_above", "30", {"= 31", "more than 31", "at least 31", "less than 31", "up to 31"}),
        ("value_below", "31", {"20 to 30", "less than 31", "up to 31"}),
        ("value_below", "20", {"less than 31", "up to 31"}),
    ],
)
def test_claims_whose_range_shares_a_value_are_found(
    api: APIClient, parameter: str, value: str, expected: set[str]
) -> None:
    assert find(api, **{parameter: value}) == expected


@pytest.mark.usefixtures("claims")
def test_value_filters_narrow_each_other_down(api: APIClient) -> None:
    assert find(api, value_above="20", value_below="31", comparator="range") == {"20 to 30"}


@pytest.mark.parametrize("parameter", ["value_contains", "value_above", "value_below"])
@pytest.mark.parametrize(
    "value",
    [
        "many",
        "1,5",
        "1_000",
        "٣١",
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "1e999",
        "1e-101",
        "9" * 101,
        "9" * 900,
    ],
)
def test_number_that_the_record_cannot_hold_is_refused(api: APIClient, parameter: str, value: str) -> None:
    answer = api.get("/api/v1/claims/", {parameter: value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [parameter]


@pytest.mark.parametrize("value", ["20", ",", "30,20", "20,30,40", "20;30", "a,b", "20,NaN"])
def test_range_that_is_none_is_refused(api: APIClient, value: str) -> None:
    answer = api.get("/api/v1/claims/", {"value_overlaps": value})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["value_overlaps"]
