"""Values in words."""

from decimal import Decimal

import pytest

from claims.admin.wording import word_value
from claims.measures.quantity import Comparator, Quantity
from claims.models import Claim
from tests.builders import make_quantity


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (make_quantity("=", "70", unit="percent"), "70 percent"),
        (make_quantity(">", "100"), "more than 100"),
        (make_quantity(">=", "24"), "at least 24"),
        (make_quantity("<", "1500000", unit="USD"), "less than 1,500,000 USD"),
        (make_quantity("<=", "4", unit="year"), "at most 4 years"),
        (make_quantity("range", "20", "30", unit="percent"), "20 to 30 percent"),
        (make_quantity("~", "5", unit="kilometre"), "about 5 kilometres"),
        (make_quantity("~", "90", "110", unit="foot"), "about 90 to 110 feet"),
        (make_quantity("=", "1", unit="year"), "1 year"),
        (make_quantity("=", "4.20", unit="kilogram"), "4.20 kilograms"),
        (make_quantity("=", "-3", unit="USD/barrel"), "-3 USD/barrel"),
    ],
)
def test_a_value_reads_as_people_say_it(quantity: Quantity, words: str) -> None:
    assert word_value(quantity) == words


def test_ends_that_are_left_out_are_said() -> None:
    bounds = {"low": Decimal(20), "high": Decimal(30), "comparator": Comparator.RANGE}
    assert word_value(Claim(low_inclusive=False, high_inclusive=False, **bounds)) == "above 20 to below 30"


def test_a_fact_has_no_value() -> None:
    assert word_value(Claim()) == ""
