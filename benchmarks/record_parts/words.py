"""Words of which made-up names and sentences consist: the same ones on every run."""

from itertools import product

STARTS = (
    "har",
    "bel",
    "tom",
    "lin",
    "sor",
    "kel",
    "dan",
    "mur",
    "vep",
    "ral",
    "ost",
    "fen",
    "gar",
    "hul",
    "bri",
)
MIDDLES = ("a", "e", "i", "o", "u", "ande", "eri", "ola", "uti", "iso", "ave", "ento")
ENDS = ("n", "r", "s", "ton", "lic", "mar", "ding", "wick", "sted", "more", "ric", "den")

RARE = "kingfisher"
"""Stands in one sentence of RARE_EVERY, at the same place at every size."""

RARE_EVERY = 4_000

UNITS = (
    ("", "ships"),
    ("", "people"),
    ("USD", "dollars"),
    ("year", "years"),
    ("kilometre", "kilometres"),
    ("tonne", "tonnes"),
    ("hour", "hours"),
    ("hectare", "hectares"),
)
"""Unit codes, commonest first, with what stands behind the number."""


def list_words() -> list[str]:
    """The vocabulary, commonest first; none of them is RARE."""
    return ["".join(parts) for parts in product(STARTS, MIDDLES, ENDS)]
