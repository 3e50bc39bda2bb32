"""A period as a sentence states it, with its place among the words."""

from typing import NamedTuple

from claims.extraction.context.days import Days
from claims.extraction.tokens import Tokens
from claims.measures.periods import Period


class Stated(NamedTuple):
    """A period at tokens `[first, end)`.

    opening: a preposition of time leads it, so that at the start of a sentence it holds for all of it.
    owning: it owns what follows ("last year's $40m") and says nothing of what stands before it.
    """

    first: int
    end: int
    period: Period
    opening: bool
    owning: bool = False


def state(tokens: Tokens, first: int, end: int, days: Days, *, opening: bool = True) -> Stated:
    """The period at tokens `[first, end)`, by the words there."""
    written = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
    return Stated(first, end, Period(text=written, start=days[0], end=days[1]), opening)


def own(tokens: Tokens, first: int, end: int, days: Days) -> Stated:
    """The period at tokens `[first, end)` whose last letters are "'s": it owns what follows."""
    written = tokens.text[tokens.starts[first] : tokens.ends[end - 1] - len("'s")]
    return Stated(first, end, Period(text=written, start=days[0], end=days[1]), opening=True, owning=True)
