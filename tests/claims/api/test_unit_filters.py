"""Claims by values in a unit: whatever unit of the same measure they are stated in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from claims.measures.units import UNITS, find_conversion
from claims.models import Claim
from tests.builders import make_claim, make_quantity

pytestmark = pytest.mark.django_db


def find(api: APIClient, **parameters: str) -> set[str]:
    answer = api.get("/api/v1/claims/", parameters)
    assert answer.status_code == 200, answer.json()
    return {row["quote"] for row in answer.json()["results"]}


def make_stated(name: str, *stated: str, unit: str) -> None:
    make_claim(make_quantity(*stated, unit=unit), surface=name)


@pytest.mark.parametrize(
    ("stated", "unit", "value", "asked"),
    [
        ("1000", "metre", "1", "kilometre"),
        ("1", "kilometre", "1000.0", "metre"),
        ("0.7", "per mille", "0.07", "percent"),
        ("60", "minute", "1", "hour"),
        ("36", "kilometre/hour", "10", "metre/second"),
        ("10", "metre/second", "36", "kilometre/hour"),
        ("1", "knot", "1.852", "kilometre/hour"),
        ("32", "fahrenheit", "0", "celsius"),
        ("98.6", "fahrenheit", "37", "celsius"),
        ("-40", "celsius", "-40", "fahrenheit"),
        ("1", "mile", "1.609344", "kilometre"),
        ("5", "USD/tonne", "0.005", "USD/kilogram"),
        ("120", "revolution/minute", "2", "hertz"),
        ("12", "", "12", ""),
        ("12", "USD", "12", "USD"),
    ],
)
def test_value_is_found_in_another_unit(
    api: APIClient, stated: str, unit: str, value: str, asked: str
) -> None:
    make_stated("it", "=", stated, unit=unit)

    assert find(api, value_contains=value, unit=asked) == {"it"}


@pytest.mark.parametrize(
    ("unit", "asked"),
    [
        ("percent", "percentage point"),
        ("USD", "EUR"),
        ("metre", "second"),
        ("metre", "square metre"),
        ("", "percent"),
        ("USD/tonne", "USD"),
    ],
)
def test_values_of_other_measures_do_not_compare(api: APIClient, unit: str, asked: str) -> None:
    make_stated("it", "=", "12", unit=unit)

    assert find(api, value_overlaps="0,1000000", unit=asked) == set()


def test_ranges_keep_their_ends(api: APIClient) -> None:
    make_stated("more than 1 km", ">", "1", unit="kilometre")
    make_stated("at least 1 km", ">=", "1", unit="kilometre")
    make_stated("1 to 2 km", "range", "1", "2", unit="kilometre")

    assert find(api, value_contains="1000", unit="metre") == {"at least 1 km", "1 to 2 km"}
    assert find(api, value_above="2000", unit="metre") == {"more than 1 km", "at least 1 km"}
    assert find(api, value_below="1000", unit="metre") == set()
    assert find(api, value_overlaps="100100,100200", unit="centimetre") == {
        "more than 1 km",
        "at least 1 km",
        "1 to 2 km",
    }


def test_unit_alone_finds_what_is_stated_in_it(api: APIClient) -> None:
    make_stated("1000 m", "=", "1000", unit="metre")
    make_stated("1 km", "=", "1", unit="kilometre")

    assert find(api, unit="kilometre") == {"1 km"}


def test_value_without_a_unit_is_the_number_as_stated(api: APIClient) -> None:
    make_stated("1000 m", "=", "1000", unit="metre")
    make_stated("1000 dollars", "=", "1000", unit="USD")

    assert find(api, value_contains="1000") == {"1000 m", "1000 dollars"}


def test_dimension_finds_every_unit_of_it(api: APIClient) -> None:
    for name, unit in [("m", "metre"), ("km", "kilometre"), ("USD", "USD"), ("a barrel", "USD/barrel")]:
        make_stated(name, "=", "5", unit=unit)
    make_stated("ppm", "=", "5", unit="part/million")

    assert find(api, dimension="length") == {"m", "km"}
    assert find(api, dimension="money") == {"USD"}
    assert find(api, dimension="rate") == {"a barrel"}
    assert find(api, dimension="ratio") == {"ppm"}


def test_a_list_counts_up_to_a_bound_before_it_looks(api: APIClient) -> None:
    for value in ("5", "6", "7"):
        make_stated(value, "=", value, unit="metre")

    with CaptureQueriesContext(connection) as queries:
        assert find(api, value_above="5.5", unit="metre") == {"6", "7"}

    counted, read = (query["sql"] for query in queries.captured_queries)
    assert counted.endswith("LIMIT 10001) subquery")
    assert "ANY (ARRAY(" in read


def test_correction_moves_the_base_value(api: APIClient) -> None:
    claim = make_claim(make_quantity("=", "5", unit="metre"), surface="5")
    Claim.objects.filter(pk=claim.pk).update(unit="kilometre")

    assert find(api, value_contains="5000", unit="metre") == {"5"}


@pytest.mark.parametrize("value", ["-1E+99", "1E-100", "9" * 100])
def test_any_number_that_is_held_converts(api: APIClient, value: str) -> None:
    make_stated("it", "=", value, unit="petametre")

    assert find(api, value_contains=value, unit="petametre") == {"it"}


def test_database_converts_every_unit_as_the_table_does() -> None:
    codes = [
        *(code for code, unit in UNITS.items() if unit.factor is not None),
        "USD",
        "",
        "cubit",
        "USD/barrel",
        "metre/second",
        "percent/year",
        "USD/share",
        "a/b/c",
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT code, claims_measure(code), claims_base(7.25, code) FROM unnest(%s::text[]) AS code",
            [codes],
        )
        rows = cursor.fetchall()

    for code, measure, base in rows:
        conversion = find_conversion(code)
        assert measure == conversion.measure, code
        expected = conversion.convert(type(base)("7.25"))
        assert abs(base - expected) <= abs(expected) / 10**15, code


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("km", "write kilometre."),
        ("€", "write EUR."),
        ("Metres", "write metre."),
        ("usd", "write USD."),
        ("smoot", "write one such as percent, kilometre or USD."),
        ("%s", "write one such as percent, kilometre or USD."),
    ],
)
def test_what_is_no_unit_is_told_the_one_that_it_may_mean(api: APIClient, written: str, advice: str) -> None:
    (error,) = api.get("/api/v1/claims/", {"unit": written}).json()["errors"]

    assert error == {
        "field": "unit",
        "code": "unknown_unit",
        "detail": f"“{written}” is no unit code: {advice}",
    }
