"""The table of units: codes, dimensions, factors."""

import json
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

from claims.measures.units import UNITS, Dimension, find_conversion, find_unit, is_unit
from claims.measures.units.conversion import Conversion
from tests.annotated import TOOLS, needs_annotated

MIGRATIONS = Path(__file__).parents[3] / "claims" / "migrations"


@pytest.mark.parametrize(
    ("code", "dimension", "factor"),
    [
        ("percent", Dimension.RATIO, "0.01"),
        ("percentage point", Dimension.RATIO_CHANGE, "0.01"),
        ("basis point", Dimension.RATIO_CHANGE, "0.0001"),
        ("kilometre", Dimension.LENGTH, "1000"),
        ("mile", Dimension.LENGTH, "1609.344"),
        ("square kilometre", Dimension.AREA, "1000000"),
        ("square foot", Dimension.AREA, "0.09290304"),
        ("cubic centimetre", Dimension.VOLUME, "0.000001"),
        ("millilitre", Dimension.VOLUME, "0.000001"),
        ("kilogram", Dimension.MASS, "1"),
        ("pound", Dimension.MASS, "0.45359237"),
        ("megawatt", Dimension.POWER, "1000000"),
        ("kilowatt hour", Dimension.ENERGY, "3600000"),
        ("day", Dimension.TIME, "86400"),
        ("gigabyte", Dimension.INFORMATION, "8000000000"),
        ("zettabyte", Dimension.INFORMATION, "8000000000000000000000"),
        ("mebibyte", Dimension.INFORMATION, "8388608"),
        ("decametre", Dimension.LENGTH, "10"),
        ("imperial pint", Dimension.VOLUME, "0.00056826125"),
        ("hundredweight", Dimension.MASS, "45.359237"),
        ("inch of mercury", Dimension.PRESSURE, "3386.389"),
        ("therm", Dimension.ENERGY, "105505585.262"),
        ("pound-force", Dimension.FORCE, "4.4482216152605"),
        ("g-force", Dimension.ACCELERATION, "9.80665"),
    ],
)
def test_unit_has_its_dimension_and_factor(code: str, dimension: Dimension, factor: str) -> None:
    unit = UNITS[code]

    assert (unit.dimension, unit.factor) == (dimension, Decimal(factor))


def test_every_unit_stands_under_its_own_code() -> None:
    assert all(unit.code == code for code, unit in UNITS.items())


@pytest.mark.parametrize("code", ["metre", "kilogram", "second", "watt", "joule", "kelvin", "litre"])
def test_base_units_have_factor_one(code: str) -> None:
    assert UNITS[code].factor == (Decimal("0.001") if code == "litre" else 1)


def test_money_has_no_fixed_factor() -> None:
    assert UNITS["USD"].dimension is Dimension.MONEY
    assert UNITS["USD"].factor is None


def test_temperatures_reach_kelvin_with_factor_and_offset() -> None:
    celsius, fahrenheit = UNITS["celsius"], UNITS["fahrenheit"]
    assert celsius.factor is not None
    assert fahrenheit.factor is not None

    boiling = 100 * celsius.factor + celsius.offset

    assert boiling == Decimal("373.15")
    assert abs(212 * fahrenheit.factor + fahrenheit.offset - boiling) < Decimal("1e-20")


def test_rate_of_two_units_is_composed() -> None:
    unit = find_unit("metre/minute")

    assert unit is not None
    assert unit.dimension is Dimension.RATE
    assert unit.factor is not None
    assert unit.factor * 60 == pytest.approx(Decimal(1))


def test_rate_over_what_is_counted_has_no_factor() -> None:
    unit = find_unit("USD/share")

    assert unit is not None
    assert (unit.dimension, unit.factor) == (Dimension.RATE, None)


@pytest.mark.parametrize("code", ["", "furlongs", "share/USD", "USD/", "/day"])
def test_what_is_no_unit_is_not_found(code: str) -> None:
    assert find_unit(code) is None
    assert not is_unit(code)


@needs_annotated
def test_codes_agree_with_the_shared_unit_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    units = import_module("units")

    for code in (
        "percent",
        "kilometre",
        "USD",
        "square metre",
        "kilometre/hour",
        "watt hour",
        "celsius",
        "year",
    ):
        assert units.canonical(code) == code.lower()


def test_the_newest_migration_gives_the_database_the_table_as_it_is() -> None:
    # Where this fails, the database needs the table anew: a further units_N.json, and a migration as 0029.
    newest = max(MIGRATIONS.glob("units_*.json"), key=lambda path: int(path.stem.removeprefix("units_")))
    copied = json.loads(newest.read_text(encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
    told = {
        unit.code: (find_conversion(unit.code), unit.dimension.value, unit.symbol) for unit in UNITS.values()
    }

    assert {
        code: (
            Conversion(measure=measure, multiplier=multiplier, addend=addend, divisor=divisor),
            dimension,
            symbol,
        )
        for code, (measure, multiplier, addend, divisor, dimension, symbol) in copied.items()
    } == told
