"""Sums told by how many digits they have, or by their scale: "a six-figure fine", "multi-million"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.digits import HYPHENS
from claims.extraction.numerals.tables import SCALES
from claims.extraction.tokens import Tokens

FIGURES = frozenset({"figure", "figures"})
MANY = frozenset({"multi", "several"})


def read_digit_count(tokens: Tokens, index: int) -> Draft | None:
    """How many digits a sum has, at the number of them: it counts nothing."""
    if tokens.words[index - 1] in HYPHENS and _is_many_times(tokens, index):
        return mark(index - 2, index + 1, Disposition.IDIOM, "many-times")
    joined = tokens.words[index + 1] in HYPHENS
    if tokens.words[index + 1 + joined] not in FIGURES or not (joined or tokens.words[index + 2] == "sum"):
        return None
    return mark(index, index + 2 + joined, Disposition.IDIOM, "digit-count")


def _is_many_times(tokens: Tokens, index: int) -> bool:
    """Whether a scale is only said to be there several times over: "a multi-million pound deal"."""
    return tokens.words[index] in SCALES and tokens.words[index - 2] in MANY
