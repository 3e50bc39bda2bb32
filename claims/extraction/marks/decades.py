"""Decades: of a life ("in his 30s", "in her late twenties") and of a century in words ("the nineties")."""

from decimal import Decimal

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import listed, words
from claims.measures.quantity import Comparator

DECADES = {
    word: Decimal(10 * count)
    for count, word in enumerate(
        listed("twenties thirties forties fifties sixties seventies eighties nineties"), start=2
    )
}
OWNERS = words("his her their your our my whose")
PARTS = words("early mid middle late -")
"""What may stand between the owner and the decade."""
LONGEST_PART = 2
MOST_LISTED = 4
"""Decades of a list that are looked back over, so that reading stays linear."""
LIST_JOINTS = frozenset({"and", "or", ",", "to"})


def read_life_decade(tokens: Tokens, index: int) -> Draft | None:
    """The years of somebody's age at a digit token: "in her 30s", "in his mid-40s"."""
    if not _is_decade(tokens, index) or not _is_owned(tokens, index):
        return None
    return _build(index, index + 2, Decimal(tokens.words[index]))


def read_decade_word(tokens: Tokens, index: int) -> Draft | None:
    """The years of somebody's age, or the years of a century, at a word for a decade."""
    decade = DECADES.get(tokens.words[index])
    if decade is None:
        return None
    if _is_owned(tokens, index):
        return _build(index, index + 1, decade)
    return mark(index, index + 1, Disposition.DATE, "decade")


def _is_owned(tokens: Tokens, index: int) -> bool:
    step = _skip_decades(tokens, index) - 1
    floor = step - LONGEST_PART
    while step > floor and tokens.words[step] in PARTS:
        step -= 1
    return step >= 0 and tokens.words[step] in OWNERS


def _skip_decades(tokens: Tokens, index: int) -> int:
    """The first of decades in a list: "their 20s, 30s and 40s"."""
    words = tokens.words
    for _ in range(MOST_LISTED):
        if words[index - 1] not in LIST_JOINTS:
            break
        if words[index - 2] in DECADES:
            index -= 2
        elif _is_decade(tokens, index - 3):
            index -= 3
    return index


def _is_decade(tokens: Tokens, index: int) -> bool:
    """Whether "30s" stands at a token."""
    word = tokens.words[index]
    plural = tokens.words[index + 1] == "s" and tokens.is_glued(index + 1)
    return plural and word.isdecimal() and len(word) == 2 and word.endswith("0")


def _build(first: int, end: int, decade: Decimal) -> Draft:
    return Draft(
        first,
        end,
        rule="decade-of-life",
        low=decade,
        high=decade + 10,
        high_inclusive=False,
        comparator=Comparator.RANGE,
        unit="year",
        age=True,
        core_end=end,
    )
