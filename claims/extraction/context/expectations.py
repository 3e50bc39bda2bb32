"""Words behind a figure that make an estimate or a forecast of it: "the 4.3% median estimate"."""

from claims.extraction.drafts import Draft
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

NOUNS = words("estimate forecast projection prediction target goal")
"""Nouns whose figure stands before them."""
NOUN_REACH = 3
EXPECTING = words("expected forecast forecasted predicted projected estimated anticipated")
"""Verbs that end what somebody made of a figure: "the 98 cents that analysts expected"."""
RELATIVE_REACH = 9
CLOSED = words("for in on by and") | frozenset({".", ",", ";", ")", ""})
"""What stands behind such a verb where nothing more is expected."""


def read_behind(tokens: Tokens, draft: Draft) -> set[str]:
    """The word behind a figure with an article that tells its stance: a noun, or what "analysts expected"."""
    if not tokens.words[draft.end].isalpha():
        return set()
    for word in tokens.words[draft.end : draft.end + NOUN_REACH]:
        if word in NOUNS:
            return {word}
        if not word.isalpha():
            return set()
    return _read_relative(tokens, draft.end)


def _read_relative(tokens: Tokens, start: int) -> set[str]:
    """The verb of a clause behind a figure: "that analysts surveyed by Norstat expected"."""
    for step in range(start + 1, start + RELATIVE_REACH):
        word = tokens.words[step]
        if word in EXPECTING and tokens.words[step + 1] in CLOSED:
            return {word}
        if not word.isalpha():
            break
    return set()
