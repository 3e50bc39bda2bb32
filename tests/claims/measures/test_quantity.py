"""Quantities: what their bounds may be."""

from decimal import Decimal

import pytest

from claims.measures.quantity import Comparator, InvalidQuantityError, Quantity, is_representable


def make_quantity(
    low: str | None, high: str | None, *, inclusive: tuple[bool, bool] = (True, True)
) -> Quantity:
    return Quantity(
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        low_inclusive=inclusive[0],
        high_inclusive=inclusive[1],
        comparator=Comparator.RANGE,
    )


def test_closed_range_is_kept() -> None:
    quantity = make_quantity("2", "3")

    assert (quantity.low, quantity.high) == (Decimal(2), Decimal(3))


@pytest.mark.parametrize(
    ("low", "high", "inclusive"),
    [
        pytest.param(None, None, (False, False), id="no bound at all"),
        pytest.param("3", "2", (True, True), id="low above high"),
        pytest.param("3", "3", (True, False), id="a point without its end"),
        pytest.param(None, "3", (True, True), id="an open low that is inclusive"),
        pytest.param("3", None, (True, True), id="an open high that is inclusive"),
        pytest.param("NaN", "3", (True, True), id="not a number"),
        pytest.param("1", "Infinity", (True, True), id="infinity"),
        pytest.param("1", "1e100", (True, True), id="past the largest exponent"),
    ],
)
def test_contradicting_bounds_are_refused(
    low: str | None, high: str | None, inclusive: tuple[bool, bool]
) -> None:
    with pytest.raises(InvalidQuantityError):
        make_quantity(low, high, inclusive=inclusive)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", True),
        ("9" * 100, True),
        ("9" * 101, False),
        ("1e99", True),
        ("1e100", False),
        ("1e-100", True),
        ("1e-101", False),
        ("NaN", False),
        ("-Infinity", False),
    ],
)
def test_number_is_representable_within_a_hundred_digits(number: str, expected: bool) -> None:
    assert is_representable(Decimal(number)) is expected
