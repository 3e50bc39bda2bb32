"""What is counted by a number that might be a year: "2018 sales", "of 1995 eligible children"."""

from claims.extraction.nouns import STOPS, VERBS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

COUNTED = words("people men women children or per")
COHORTS = words(
    """
    children women men patients participants adults people subjects respondents infants individuals pupils
    households volunteers newborns adolescents
    """
)
"""Those whom studies count, who are of no year."""
OWNERS = words("the this that its his her their our these those")
"""Words before "2019 participants" that make it the year they took part."""
REACH = 3
"""Words before those counted: "1995 eligible Irish children"."""


def counts(following: str) -> bool:
    """Whether the word behind four digits looks like something counted."""
    return following.endswith("s") or following in COUNTED


def counts_cohort(tokens: Tokens, index: int) -> bool:
    """Whether four digits count those whom a study followed, a few words behind them."""
    words_ = tokens.words
    if words_[index - 1] in OWNERS or not words_[index + 1].isalpha():
        return False
    for step in range(index + 1, index + 2 + REACH):
        word = words_[step]
        if word in COHORTS:
            return True
        if not word.isalpha() or word in STOPS or word in VERBS:
            return False
    return False
