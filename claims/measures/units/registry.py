"""The one table of units, built from its rows, and the look-up of a code."""

from collections.abc import Iterator
from decimal import Context, Decimal
from types import MappingProxyType

from claims.measures.units.money import (
    CODES,
    CURRENCIES,
    PARTS,
    SHARED_NAMES,
    SHARED_SIGNS,
    WORDLIKE_CODES,
    Money,
)
from claims.measures.units.physical import OFFSETS, PHYSICAL, PREFIXES, SYMBOL_VARIANTS
from claims.measures.units.unit import Dimension, Unit

ARITHMETIC = Context(prec=40)
EXTRA_NAMES = (
    ("kilo", "kilogram"),
    ("kilos", "kilogram"),
    ("micron", "micrometre"),
    ("microns", "micrometre"),
    ("mcg", "microgram"),
    ("kilohm", "kiloohm"),
    ("kilohms", "kiloohm"),
    ("megohm", "megaohm"),
    ("megohms", "megaohm"),
    ("millimole", "millimole"),
    ("millimoles", "millimole"),
    *(
        ("deka" + name, "deca" + code)
        for name, code in (("meter", "metre"), ("liter", "litre"), ("gram", "gram"))
    ),
    *(
        ("deka" + name, "deca" + code)
        for name, code in (("meters", "metre"), ("liters", "litre"), ("grams", "gram"))
    ),
)
"""Short names that no row's rule gives."""
EXTRA_SYMBOLS = (
    ("µF", "microfarad"),
    ("μF", "microfarad"),
    ("uF", "microfarad"),
    ("nF", "nanofarad"),
    ("pF", "picofarad"),
    ("kDa", "kilodalton"),
    ("kb", "kilobyte"),
    ("mb", "megabyte"),
    ("gb", "gigabyte"),
    ("tb", "terabyte"),
    *((symbol, "metre") for symbol in ("mtr", "mtrs")),
    *((symbol, "kilometre") for symbol in ("kms", "Kms", "KM", "KMS")),
    *((symbol, "kilogram") for symbol in ("Kgs", "KG")),
    *((symbol, "tablespoon") for symbol in ("Tbsp", "TBSP")),
    *((symbol, "teaspoon") for symbol in ("Tsp", "TSP")),
    ("cms", "centimetre"),
    ("mms", "millimetre"),
    ("mls", "millilitre"),
    ("um", "micrometre"),
    ("us", "microsecond"),
    ("OZ", "ounce"),
)
"""Symbols that no row's rule gives: F alone is a temperature; in lower case alone people mean bytes."""
POWERS = (("square", 2, Dimension.AREA, "²"), ("cubic", 3, Dimension.VOLUME, "³"))


def pluralise(name: str) -> str:
    """The regular English plural of a unit's name: "century" gives "centuries"."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    return name + ("es" if name.endswith(("s", "x", "ch", "sh", "z")) else "s")


def _read_names(names: str) -> Iterator[str]:
    for entry in filter(None, names.split("|")):
        singular, _, plural = entry.partition("=")
        yield singular
        yield plural or pluralise(singular)


def _read_signs(signs: str) -> list[str]:
    return [sign for sign in signs.split("|") if sign]


def _make_physical() -> Iterator[Unit]:
    prefixes = {prefix: (name, Decimal(factor)) for prefix, (name, factor) in PREFIXES.items()}
    plain = {"": ("", Decimal(1))}
    for row in PHYSICAL:
        dimension, factor = Dimension(row.dimension), Decimal(row.factor)
        offset, symbol = Decimal(OFFSETS.get(row.code, "0")), row.symbols.split("|")[0] or row.code
        for prefix, (name, power) in (plain | prefixes if row.prefixes or row.spelled else plain).items():
            yield Unit(
                code=name + row.code,
                dimension=dimension,
                symbol=prefix + symbol,
                factor=ARITHMETIC.multiply(power, factor),
                offset=offset,
            )


def _make_powers(lengths: list[Unit]) -> Iterator[Unit]:
    for length in lengths:
        for word, power, dimension, sign in POWERS:
            factor = ARITHMETIC.power(length.factor or Decimal(1), Decimal(power))
            yield Unit(
                code=f"{word} {length.code}", dimension=dimension, symbol=length.symbol + sign, factor=factor
            )


def _make_money() -> Iterator[Unit]:
    signs = {money.code: money.signs.split("|")[0] for money in CURRENCIES}
    for code in sorted({*CODES, *signs}):
        yield Unit(code=code, dimension=Dimension.MONEY, symbol=signs.get(code) or code, factor=None)
    for code in (*SHARED_NAMES.values(), *(part.code for part in PARTS)):
        yield Unit(code=code, dimension=Dimension.MONEY, symbol=code, factor=None)


def _collect_units() -> dict[str, Unit]:
    physical = list(_make_physical())
    powers = _make_powers([unit for unit in physical if unit.dimension is Dimension.LENGTH])
    return {unit.code: unit for unit in (*physical, *powers, *_make_money())}


UNITS = MappingProxyType(_collect_units())
"""Every simple unit by its code; rates are composed by `find_unit`."""


def find_unit(code: str) -> Unit | None:
    """The unit of a code, composed when it is a rate ("USD/square metre"), None when it is none.

    A rate over what is counted ("USD/share") is a unit without a factor.
    """
    if code in UNITS:
        return UNITS[code]
    above, _, below = code.partition("/")
    if above not in UNITS or not below:
        return None
    return _compose(UNITS[above], UNITS.get(below), code)


def _compose(above: Unit, below: Unit | None, code: str) -> Unit:
    factor = None
    if below and above.factor is not None and below.factor is not None:
        factor = ARITHMETIC.divide(above.factor, below.factor)
    symbol = f"{above.symbol}/{below.symbol if below else code.partition('/')[2]}"
    return Unit(code=code, dimension=Dimension.RATE, symbol=symbol, factor=factor)


def is_unit(code: str) -> bool:
    """Whether a code names a unit: one of the table or a rate of two."""
    return find_unit(code) is not None


def _spell_symbols() -> Iterator[tuple[str, str]]:
    yield from EXTRA_SYMBOLS
    for row in PHYSICAL:
        symbols = _read_signs(row.symbols)
        yield from ((symbol, row.code) for symbol in symbols)
        for prefix in row.prefixes:
            for letter in SYMBOL_VARIANTS.get(prefix, prefix):
                yield from ((letter + symbol, PREFIXES[prefix][0] + row.code) for symbol in symbols)


def _spell_names() -> Iterator[tuple[str, str]]:
    for row in PHYSICAL:
        for name in _read_names(row.names):
            yield name, row.code
            if len(name) > 2 and (row.prefixes or row.spelled):
                yield from ((prefix + name, prefix + row.code) for prefix, _ in PREFIXES.values())
    yield from EXTRA_NAMES
    yield from ((code.lower(), code) for code in sorted(CODES - WORDLIKE_CODES))
    for money in CURRENCIES:
        yield from ((name, money.code) for name in _spell_money(money))
    for name, code in SHARED_NAMES.items():
        yield from ((spelled, code) for spelled in _read_names(name))
    for part in PARTS:
        yield from ((name, part.code) for name in _read_names(part.names))


def _spell_money(money: Money) -> Iterator[str]:
    """A currency's own names, and those with an adjective: "euros", "Australian dollar", "Thai baht"."""
    own = list(_read_names(money.names))
    yield from own
    yield from (pluralise(name) for name in own if not name.endswith("s"))
    plain = [name for name in own if " " not in name and "." not in name]
    plain += [pluralise(name) for name in plain if not name.endswith("s")]
    for land in _read_signs(money.lands):
        yield from (f"{land} {name}" for name in (*plain, *_read_names(money.shared)))


def _spell_signs() -> Iterator[tuple[str, str]]:
    for money in CURRENCIES:
        yield from ((sign, money.code) for sign in _read_signs(money.signs))
    yield from ((code, code) for code in CODES)
    yield from SHARED_SIGNS.items()


SYMBOLS = MappingProxyType(dict(reversed(list(_spell_symbols()))))
"""Symbols as written, where case counts, to codes; of two with the same symbol the first row holds it."""

NAMES = MappingProxyType(dict(reversed(list(_spell_names()))))
"""Names in lower case, singular and plural, to codes."""

SIGNS = MappingProxyType(dict(_spell_signs()))
"""Currency signs and codes as written, to currency codes."""

PART_SIGNS = MappingProxyType({sign: part.code for part in PARTS for sign in _read_signs(part.signs)})
"""Signs of parts of a currency, which stand behind the number: "14c", "118p"."""

WHOLES = MappingProxyType({part.code: Decimal(part.whole) for part in PARTS})
"""How many of a part of a currency make one of it."""
