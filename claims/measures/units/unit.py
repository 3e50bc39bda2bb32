"""What a unit is: a code with its dimension, its symbol and its factor to the dimension's base unit."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Dimension(StrEnum):
    """What is measured; two units can be compared exactly when their dimensions are the same."""

    RATIO = "ratio"
    RATIO_CHANGE = "ratio change"  # a difference of two ratios: percentage points
    MONEY = "money"
    TIME = "time"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    ACCELERATION = "acceleration"
    FREQUENCY = "frequency"
    FUEL_ECONOMY = "fuel economy"
    ENERGY = "energy"
    POWER = "power"
    TORQUE = "torque"
    FORCE = "force"
    PRESSURE = "pressure"
    VOLTAGE = "voltage"
    CURRENT = "current"
    CHARGE = "charge"
    CAPACITANCE = "capacitance"
    INDUCTANCE = "inductance"
    RESISTANCE = "resistance"
    MAGNETIC_FIELD = "magnetic field"
    LUMINOUS_FLUX = "luminous flux"
    ILLUMINANCE = "illuminance"
    LUMINOUS_INTENSITY = "luminous intensity"
    RADIOACTIVITY = "radioactivity"
    AMOUNT = "amount"  # of substance: moles
    LEVEL = "level"  # a logarithm of a ratio: decibels
    TEMPERATURE = "temperature"
    ANGLE = "angle"
    INFORMATION = "information"
    DATA_RATE = "data rate"
    PIXELS = "pixels"
    RADIATION_DOSE = "radiation dose"
    RATE = "rate"  # one unit for each other unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit of measure: 1 kilometre is 1000 of the base unit of length.

    factor: how many base units one of this unit is; None where there is no fixed one (money, rates of money).
    offset: what is added after the factor, for temperatures alone: celsius to kelvin adds 273.15.
    """

    code: str
    dimension: Dimension
    symbol: str
    factor: Decimal | None
    offset: Decimal = Decimal(0)
