"""People told apart by a bound of age: "under-5s", "the over 65s"."""

from decimal import Decimal
from types import MappingProxyType

from claims.extraction.drafts import Draft
from claims.extraction.numerals.digits import HYPHENS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator

BOUNDS = MappingProxyType({"under": Comparator.LESS, "over": Comparator.MORE})
LONGEST_AGE = 2


OLDEST = 100
LEADS = words("the of on for among to and or most many some all") | {",", ";", ""}
"""Words before "under 18s" that show it is people; "in under 25s" is a time."""


def read_age_group(tokens: Tokens, index: int) -> Draft | None:
    """Those below or above an age, at its digits; capitals make a team's name of it: "England Under-21s"."""
    hyphened = tokens.words[index - 1] in HYPHENS and tokens.is_glued(index) and tokens.is_glued(index - 1)
    first = index - 1 - hyphened
    comparator = BOUNDS.get(tokens.words[first])
    if comparator is None or (tokens.is_capitalised(first) and first > 0):
        return None
    plural = tokens.words[index + 1] == "s" and tokens.is_glued(index + 1)
    if not (plural and tokens.words[index].isdecimal() and len(tokens.words[index]) <= LONGEST_AGE):
        return None
    if not hyphened and not _tells_people(tokens, first):
        return None
    age = Decimal(tokens.words[index])
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


def read_age_span(tokens: Tokens, index: int) -> Draft | None:
    """Those between two ages, at the digits of the first: "15-29s"."""
    words = tokens.words
    end = index + 2
    joined = words[index + 1] in HYPHENS or words[index + 1] == "–"
    plural = words[end + 1] == "s" and tokens.is_glued(end + 1)
    if not (joined and plural and words[index].isdecimal() and words[end].isdecimal()):
        return None
    low, high = Decimal(words[index]), Decimal(words[end])
    if not low < high < OLDEST:
        return None
    return Draft(
        index,
        end + 2,
        rule="age-group",
        low=low,
        high=high,
        comparator=Comparator.RANGE,
        unit="year",
        age=True,
        core_end=end + 2,
    )


def _tells_people(tokens: Tokens, index: int) -> bool:
    """Whether a bound without a hyphen is of people's ages: "the over 65s", "Under 16s go free"."""
    return index == 0 or (
        tokens.words[index - 1] in LEADS and tokens.words[index - 2] not in {"time", "times"}
    )
