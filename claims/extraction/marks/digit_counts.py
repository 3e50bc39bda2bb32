"""Sums told by how many digits they have: "a six-figure fine"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.digits import HYPHENS
from claims.extraction.tokens import Tokens

FIGURES = frozenset({"figure", "figures"})


def read_digit_count(tokens: Tokens, index: int) -> Draft | None:
    """How many digits a sum has, at the number of them: it counts nothing."""
    joined = tokens.words[index + 1] in HYPHENS
    if tokens.words[index + 1 + joined] not in FIGURES or not (joined or tokens.words[index + 2] == "sum"):
        return None
    return mark(index, index + 2 + joined, Disposition.IDIOM, "digit-count")
