"""The words and suffixes that say numbers."""

from decimal import Decimal
from types import MappingProxyType

from claims.extraction.vocabulary import listed, words

SMALL = MappingProxyType(
    {
        word: Decimal(value)
        for value, spellings in enumerate(
            listed(
                """
            zero|nought|naught|nil one two three four five six seven eight nine ten eleven twelve
            thirteen fourteen fifteen sixteen seventeen eighteen nineteen
            """
            )
        )
        for word in spellings.split("|")
    }
)
"""Number words below twenty."""

TENS = MappingProxyType(
    {
        word: Decimal(10 * value)
        for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
    }
    | {"fourty": Decimal(40), "ninty": Decimal(90)}
)
"""Number words for tens, with the two misspellings that occur in print."""

SCALES = MappingProxyType(
    {
        word: Decimal(10) ** power
        for power, spellings in {
            2: "hundred",
            3: "thousand",
            5: "lakh lac lakhs lacs lkh",
            6: "million mn mln mio mil mill millions",
            7: "crore crores cr crs koti kotis",
            9: "billion bn bln billions",
            12: "trillion tn trn tln trillions",
            15: "quadrillion",
            18: "quintillion",
            21: "sextillion",
            24: "septillion",
            27: "octillion",
            30: "nonillion",
            33: "decillion",
        }.items()
        for word in spellings.split()
    }
    | {"thousands": Decimal(1000), "hundreds": Decimal(100)}
    | {word: Decimal(12) for word in listed("dozen dozens doz dozs")}
)
"""Words that multiply the number before them."""

SUFFIXES = MappingProxyType(
    {"k": Decimal(1000), "m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12), "g": Decimal(10**9)}
)
"""Single letters that multiply the number they are glued to, where nothing says that they are units."""

ORDINALS = MappingProxyType(
    {
        word: Decimal(value)
        for value, word in enumerate(
            listed(
                """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
            thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
            """
            ),
            start=1,
        )
    }
    | {
        word: Decimal(10 * value)
        for value, word in enumerate(
            listed(
                """
            thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth
            """
            ),
            start=3,
        )
    }
    | {
        "hundredth": Decimal(100),
        "thousandth": Decimal(1000),
        "millionth": Decimal(10**6),
        "billionth": Decimal(10**9),
        "trillionth": Decimal(10**12),
    }
)
"""Ordinal words; from "third" on they also name a part of one."""

PARTS = MappingProxyType(
    {word: value for word, value in ORDINALS.items() if value > 2}
    | {word + "s": value for word, value in ORDINALS.items() if value > 2}
    | {"half": Decimal(2), "halves": Decimal(2), "quarter": Decimal(4), "quarters": Decimal(4)}
)
"""What a whole is cut into: "two thirds", "three quarters"."""

GLYPHS = MappingProxyType(
    {
        "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5),
        "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7),
        "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
    }
)  # fmt: skip
"""Fractions that are one character."""

MULTIPLES = words(
    """
    hundreds thousands lakhs crores millions billions trillions dozens scores
    """
)
"""Plurals that say an order of magnitude when no number stands before them."""

STARTERS = frozenset(
    {
        *SMALL,
        *TENS,
        *GLYPHS,
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "lakh",
        "crore",
        "dozen",
    }
)
"""Words that may begin a number."""
