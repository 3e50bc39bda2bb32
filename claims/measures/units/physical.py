"""The units of measure that are not money: one row a unit, base unit of its dimension first.

Factors: SI brochure (9th edition) and NIST Special Publication 811, appendix B; US customary measures for
gallon and the like, as news in English uses them; binary multiples of bytes after IEC 80000-13; dalton and
solar mass after CODATA 2018 and the Unicode CLDR. A year is 365.2425 days and a month its twelfth
(Gregorian calendar).
"""

from typing import NamedTuple


class Row(NamedTuple):
    """A unit as the table writes it.

    symbols: exact, case counts; the first is shown. names: lower case, singular, plurals follow by rule;
    `name=plural` gives an irregular one. prefixes: letters of the SI prefixes that text puts
    before its symbol; with any, or when `spelled`, every SI prefix may stand before its name.
    """

    code: str
    dimension: str
    factor: str
    symbols: str
    names: str = ""
    prefixes: str = ""
    spelled: bool = False


BARREL = "barrel|barrel of oil=barrels of oil|barrel of oil equivalent=barrels of oil equivalent|oil barrel"
PHYSICAL = (
    # ratios: a share of one
    Row("percent", "ratio", "0.01", "%|pct|pc|٪|％", "percent|per cent|percentage|percents=percents"),
    Row(
        "per mille", "ratio", "0.001", "‰", "per mille|per mil|permille|part per thousand=parts per thousand"
    ),
    Row("part/million", "ratio", "0.000001", "ppm", "part per million=parts per million"),
    Row("part/billion", "ratio", "0.000000001", "ppb", "part per billion=parts per billion"),
    Row("part/trillion", "ratio", "0.000000000001", "", "part per trillion=parts per trillion"),
    Row("karat", "ratio", "0.04166666666666666666666666667", "", "karat"),
    Row(
        "percentage point",
        "ratio change",
        "0.01",
        "pp|ppt|pps",
        "percentage point|percent point|per cent point|% point|% pt|%-point|%pt",
    ),
    Row("basis point", "ratio change", "0.0001", "bp|bps", "basis point"),
    # time
    Row("second", "time", "1", "s|sec|secs", "second|sec|seconde", "mµn"),
    Row("minute", "time", "60", "min|mins", "minute|min"),
    Row("hour", "time", "3600", "h|hr|hrs", "hour|hr"),
    Row("day", "time", "86400", "d", "day"),
    Row("week", "time", "604800", "wk|wks", "week|wk"),
    Row("fortnight", "time", "1209600", "", "fortnight"),
    Row("month", "time", "2629746", "mo|mos", "month|mth"),
    Row("year", "time", "31556952", "yr|yrs|a", "year|yr"),
    Row("decade", "time", "315569520", "", "decade"),
    Row("century", "time", "3155695200", "", "century"),
    Row("millennium", "time", "31556952000", "", "millennium=millennia"),
    # length
    Row("metre", "length", "1", "m", "metre|meter", "kmµncdph"),
    Row("inch", "length", "0.0254", "in|″", "inch"),
    Row("foot", "length", "0.3048", "ft|′", "foot=feet|ft"),
    Row("yard", "length", "0.9144", "yd|yds", "yard|yd"),
    Row("mile", "length", "1609.344", "mi", "mile"),
    Row("nautical mile", "length", "1852", "nmi", "nautical mile"),
    Row("light year", "length", "9460730472580800", "ly", "light year"),
    Row("furlong", "length", "201.168", "", "furlong"),
    Row("fathom", "length", "1.8288", "", "fathom"),
    Row("astronomical unit", "length", "149597870700", "AU", "astronomical unit"),
    Row("parsec", "length", "30856775814913673", "", "parsec"),
    Row("angstrom", "length", "0.0000000001", "Å", "angstrom|ångström"),
    Row("hand", "length", "0.1016", "", ""),
    # area
    Row("hectare", "area", "10000", "ha", "hectare"),
    Row("acre", "area", "4046.8564224", "ac", "acre"),
    Row("dunam", "area", "1000", "", "dunam|dunum"),
    # volume
    Row("litre", "volume", "0.001", "l|L", "litre|liter|ltr", "mµcdhkM"),
    Row("gallon", "volume", "0.003785411784", "gal|gals", "gallon|us gallon"),
    Row("imperial gallon", "volume", "0.00454609", "", "imperial gallon|uk gallon"),
    Row("imperial quart", "volume", "0.0011365225", "", "imperial quart|uk quart"),
    Row("imperial pint", "volume", "0.00056826125", "", "imperial pint|uk pint"),
    Row("imperial fluid ounce", "volume", "0.0000284130625", "", "imperial fluid ounce"),
    Row("acre foot", "volume", "1233.48183754752", "", "acre foot=acre feet"),
    Row("bushel", "volume", "0.03523907016688", "bu", "bushel"),
    Row("peck", "volume", "0.00880976754172", "", "peck"),
    Row("quart", "volume", "0.000946352946", "qt|qts", "quart|us quart"),
    Row("pint", "volume", "0.000473176473", "pt", "pint|us pint"),
    Row("cup", "volume", "0.0002365882365", "", "cup"),
    Row("fluid ounce", "volume", "0.0000295735295625", "fl oz|fl. oz", "fluid ounce|us fluid ounce"),
    Row("tablespoon", "volume", "0.00001478676478125", "tbsp|tbsps", "tablespoon"),
    Row("teaspoon", "volume", "0.00000492892159375", "tsp|tsps", "teaspoon"),
    Row("dessertspoon", "volume", "0.0000098578431875", "", "dessertspoon|dessert spoon"),
    Row("jigger", "volume", "0.00004436029434375", "", "jigger"),
    Row("fluid dram", "volume", "0.0000036966911953125", "", "fluid dram"),
    Row("barrel", "volume", "0.158987294928", "bbl|bbls|boe", BARREL),
    # mass
    Row("gram", "mass", "0.001", "g|gs|gm|gms", "gram|gramme", "kmµn"),
    Row("tonne", "mass", "1000", "t|MT", "tonne|metric ton|metric tonne", "M"),
    Row("ton", "mass", "907.18474", "", "ton|short ton|us ton", spelled=True),
    Row("long ton", "mass", "1016.0469088", "", "long ton|imperial ton"),
    Row("quintal", "mass", "100", "", "quintal"),
    Row("hundredweight", "mass", "45.359237", "cwt", "hundredweight"),
    Row("dalton", "mass", "0.00000000000000000000000000166053906660", "", "dalton", spelled=True),
    Row("solar mass", "mass", "1988470000000000000000000000000", "", "solar mass"),
    Row("troy ounce", "mass", "0.0311034768", "ozt", "troy ounce"),
    Row("pound", "mass", "0.45359237", "lb|lbs", "pound|lb"),
    Row("ounce", "mass", "0.028349523125", "oz|ozs", "ounce"),
    Row("stone", "mass", "6.35029318", "st", "stone=stone"),
    Row("carat", "mass", "0.0002", "ct", "carat"),
    Row("dram", "mass", "0.0017718451953125", "", "dram|drachm"),
    # speed
    Row("mile/hour", "speed", "0.44704", "mph|MPH", "mph"),
    Row("kilometre/hour", "speed", "0.2777777777777777777777777778", "kph|kmh|kmph|KPH", "kph|kmh|kmph"),
    Row("knot", "speed", "0.5144444444444444444444444444", "kt|kts|kn", "knot"),
    Row(
        "metre/second squared",
        "acceleration",
        "1",
        "m/s²|m/s2|m/s^2",
        "metre per second squared=metres per second squared|"
        "meter per second squared=meters per second squared",
    ),
    Row("g-force", "acceleration", "9.80665", "", "g-force|g force"),
    # frequency
    Row("hertz", "frequency", "1", "Hz", "hertz=hertz", "kMGT"),
    Row(
        "revolution/minute",
        "frequency",
        "0.01666666666666666666666666667",
        "rpm|RPM",
        "rpm|revolution per minute=revolutions per minute",
    ),
    # fuel economy
    Row("mile/gallon", "fuel economy", "1", "mpg|MPG", "mpg"),
    # energy
    Row("joule", "energy", "1", "J", "joule", "kMG"),
    Row("watt hour", "energy", "3600", "Wh", "watt hour|watthour", "kMGT"),
    Row("calorie", "energy", "4184", "cal|kcal", "calorie"),
    Row("kilocalorie", "energy", "4184", "", "kilocalorie"),
    Row(
        "electronvolt", "energy", "0.0000000000000000001602176634", "eV", "electronvolt|electron volt", "kMGT"
    ),
    Row("british thermal unit", "energy", "1055.05585262", "BTU|Btu", "british thermal unit|btu"),
    Row("therm", "energy", "105505585.262", "", "therm"),
    Row("erg", "energy", "0.0000001", "", "erg"),
    Row(
        "mega british thermal unit",
        "energy",
        "1055055852.62",
        "MMBtu|mmBtu|mmBTU|MMBTU",
        "mmbtu|million british thermal unit",
    ),
    # power
    Row("watt", "power", "1", "W", "watt", "kMGTm"),
    Row(
        "horsepower",
        "power",
        "745.69987158227022",
        "hp|bhp|PS|HP|BHP",
        "horsepower=horsepower|hp|bhp|brake horsepower=brake horsepower",
    ),
    # torque, force, pressure
    Row("newton metre", "torque", "1", "Nm|N⋅m|N·m", "newton metre|newton meter", "k"),
    Row(
        "pound foot",
        "torque",
        "1.3558179483314004",
        "lb ft|lb.ft|ft lb|lbft",
        "pound foot=pound feet|foot pound",
    ),
    Row("newton", "force", "1", "N", "newton", "k"),
    Row(
        "pound-force",
        "force",
        "4.4482216152605",
        "lbf",
        "pound-force=pounds-force|pound of force=pounds of force",
    ),
    Row("kilogram-force", "force", "9.80665", "kgf", "kilogram-force=kilograms-force"),
    Row("pascal", "pressure", "1", "Pa", "pascal", "kMGh"),
    Row("bar", "pressure", "100000", "bar", "bar", "m"),
    Row("atmosphere", "pressure", "101325", "atm", "atmosphere"),
    Row(
        "millimetre of mercury",
        "pressure",
        "133.322387415",
        "mmHg|mm Hg",
        "millimetre of mercury=millimetres of mercury|millimeter of mercury=millimeters of mercury",
    ),
    Row("inch of mercury", "pressure", "3386.389", "inHg", "inch of mercury=inches of mercury"),
    Row("torr", "pressure", "133.3223684210526315789473684", "", "torr=torr"),
    Row(
        "pound/square inch",
        "pressure",
        "6894.757293168361",
        "psi",
        "psi|pound per square inch=pounds per square inch|"
        "pound-force per square inch=pounds-force per square inch",
    ),
    Row(
        "kilopound/square inch",
        "pressure",
        "6894757.293168361",
        "ksi",
        "ksi|kilopound per square inch=kilopounds per square inch",
    ),
    # electricity
    Row("volt", "voltage", "1", "V", "volt", "mkM"),
    Row("ampere", "current", "1", "A|amp|amps", "ampere|amp", "mk"),
    Row("ampere hour", "charge", "3600", "Ah", "ampere hour|amp hour", "mk"),
    Row("coulomb", "charge", "1", "", "coulomb"),
    Row("farad", "capacitance", "1", "", "farad", "mµnp"),
    Row("henry", "inductance", "1", "", "henries=henries"),
    Row("ohm", "resistance", "1", "Ω|Ω", "ohm", "kMm"),
    Row("gauss", "magnetic field", "0.0001", "", "gauss=gauss"),
    # light, radioactivity, amount
    Row("lumen", "luminous flux", "1", "lm", "lumen"),
    Row("lux", "illuminance", "1", "lx", "lux=lux"),
    Row("candela", "luminous intensity", "1", "", "candela"),
    Row("becquerel", "radioactivity", "1", "Bq", "becquerel", "kMGT"),
    Row("mole", "amount", "1", "mol", "", "mµn"),
    Row("decibel", "level", "1", "dB|dBA", "decibel"),
    # temperature, angle
    Row(
        "kelvin",
        "temperature",
        "1",
        "K|°K",
        "kelvin|kelvin=kelvin|degree kelvin=degrees kelvin|deg kelvin=deg kelvin|degree k=degrees k",
    ),
    Row(
        "celsius",
        "temperature",
        "1",
        "°C|℃|ºC|C",
        "celsius=celsius|celcius=celcius|centigrade=centigrade|centigrate=centigrate|"
        "degree celsius=degrees celsius|degree celcius=degrees celcius|degree centigrade=degrees centigrade|"
        "degree c=degrees c|deg celsius=deg celsius|deg c=deg c|"
        "deg. c=deg. c|deg. celsius=deg. celsius|° celsius=° celsius|°c=°c|"
        "degree of celsius=degrees of celsius",
    ),
    Row(
        "fahrenheit",
        "temperature",
        "0.5555555555555555555555555556",
        "°F|℉|ºF|F",
        "fahrenheit=fahrenheit|farenheit=farenheit|degree fahrenheit=degrees fahrenheit|"
        "degree farenheit=degrees farenheit|"
        "degree f=degrees f|deg fahrenheit=deg fahrenheit|deg f=deg f|"
        "deg. f=deg. f|deg. fahrenheit=deg. fahrenheit|° fahrenheit=° fahrenheit|°f=°f",
    ),
    Row(
        "rankine",
        "temperature",
        "0.5555555555555555555555555556",
        "°R",
        "rankine=rankine|degree rankine=degrees rankine",
    ),
    Row("degree", "angle", "0.01745329251994329576923690768", "°|deg|º", "degree"),
    Row(
        "arcminute",
        "angle",
        "0.0002908882086657215961539484614",
        "arcmin",
        "arcminute|arc minute|minute of arc=minutes of arc",
    ),
    Row(
        "arcsecond",
        "angle",
        "0.000004848136811095359935899141023",
        "arcsec",
        "arcsecond|arc second|second of arc=seconds of arc",
        "",
    ),
    Row("radian", "angle", "1", "rad", "radian"),
    Row("turn", "angle", "6.283185307179586476925286767", "", ""),
    # information
    Row("bit", "information", "1", "b|bit", "bit", "kMGT"),
    Row("byte", "information", "8", "B", "byte", "kMGTPEZY"),
    Row("kibibyte", "information", "8192", "KiB", "kibibyte"),
    Row("mebibyte", "information", "8388608", "MiB", "mebibyte"),
    Row("gibibyte", "information", "8589934592", "GiB", "gibibyte"),
    Row("tebibyte", "information", "8796093022208", "TiB", "tebibyte"),
    Row("bit/second", "data rate", "1", "bps|bit/s", "bit per second=bits per second", "kMGT"),
    Row("megapixel", "pixels", "1000000", "MP", ""),
    Row("sievert", "radiation dose", "1", "Sv", "sievert", "mµ"),
    Row("barrel/day", "rate", "0.000001840130728333333333333333333", "bpd|b/d|boepd|boe/d", ""),
    Row("pixel", "pixels", "1", "px", "pixel", "M"),
)

OFFSETS = {"celsius": "273.15", "fahrenheit": "255.3722222222222222222222222"}
"""What is added after the factor to reach kelvin."""

PREFIXES = {
    "T": ("tera", "1000000000000"),
    "E": ("exa", "1000000000000000000"),
    "Z": ("zetta", "1000000000000000000000"),
    "Y": ("yotta", "1000000000000000000000000"),
    "P": ("peta", "1000000000000000"),
    "G": ("giga", "1000000000"),
    "M": ("mega", "1000000"),
    "k": ("kilo", "1000"),
    "h": ("hecto", "100"),
    "da": ("deca", "10"),
    "d": ("deci", "0.1"),
    "c": ("centi", "0.01"),
    "m": ("milli", "0.001"),
    "µ": ("micro", "0.000001"),
    "n": ("nano", "0.000000001"),
    "p": ("pico", "0.000000000001"),
}
"""Letter of an SI prefix to its name and factor."""

SYMBOL_VARIANTS = {"µ": "µμ", "k": "kK"}
"""How text writes a prefix letter: micro sign or Greek mu; kilo also as a capital."""
