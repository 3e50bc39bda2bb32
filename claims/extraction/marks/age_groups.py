"""People told apart by a bound of age: "under-5s", "the over 65s"."""

from decimal import Decimal
from types import MappingProxyType

from claims.extraction.drafts import Draft
from claims.extraction.tokens import Tokens
from claims.measures.quantity import Comparator

BOUNDS = MappingProxyType({"under": Comparator.LESS, "over": Comparator.MORE})
HYPHENS = frozenset("-‐‑")
LONGEST_AGE = 2


def read_age_group(tokens: Tokens, index: int) -> Draft | None:
    """Those below or above an age, at its digits; capitals make a team's name of it: "England Under-21s"."""
    words = tokens.words
    hyphened = words[index - 1] in HYPHENS and tokens.is_glued(index) and tokens.is_glued(index - 1)
    first = index - 1 - hyphened
    comparator = BOUNDS.get(words[first])
    if comparator is None or (tokens.is_capitalised(first) and first > 0):
        return None
    plural = words[index + 1] == "s" and tokens.is_glued(index + 1)
    if not (plural and words[index].isdecimal() and len(words[index]) <= LONGEST_AGE):
        return None
    if not hyphened and words[first - 1] != "the":
        return None
    age = Decimal(words[index])
    low, high = (age, None) if comparator is Comparator.MORE else (None, age)
    return Draft(
        first,
        index + 2,
        rule="age-group",
        low=low,
        high=high,
        low_inclusive=False,
        high_inclusive=False,
        comparator=comparator,
        unit="year",
        age=True,
        core_end=index + 2,
    )
