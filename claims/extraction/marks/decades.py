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


def read_life_decade(tokens: Tokens, index: int) -> Draft | None:
    """The years of somebody's age at a digit token: "in her 30s", "in his mid-40s"."""
    word, following = tokens.words[index], tokens.words[index + 1]
    if not (word.isdecimal() and len(word) == 2 and word.endswith("0") and following == "s"):
        return None
    if not tokens.is_glued(index + 1) or not _is_owned(tokens, index):
        return None
    return _build(index, index + 2, Decimal(word))


def read_decade_word(tokens: Tokens, index: int) -> Draft | None:
    """The years of somebody's age, or the years of a century, at a word for a decade."""
    decade = DECADES.get(tokens.words[index])
    if decade is None:
        return None
    if _is_owned(tokens, index):
        return _build(index, index + 1, decade)
    return mark(index, index + 1, Disposition.DATE, "decade")


def _is_owned(tokens: Tokens, index: int) -> bool:
    step = index - 1
    while step >= index - LONGEST_PART and tokens.words[step] in PARTS:
        step -= 1
    return step >= 0 and tokens.words[step] in OWNERS


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
