"""Models whose name opens with a number: "its own 787 Dreamliner", "two new 737 Max jets"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.calendar import DAYS, MONTHS
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.tables import SCALES, SMALL
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words

DIGITS = frozenset({3, 4, 5})
"""How many digits a bare model number has, or a train's."""
DETERMINERS = words("the a an its their his her our my this that own new old latest another 's ’s")
ARTICLES = frozenset({"a", "an"})
MODEL_ENDS = words(", . ; ) landed crashed flew and was is that which") | {""}
"""What may stand behind a model that an article opens: "by a 737, which"; nothing is counted by "a"."""
JOINTS = frozenset({"and", "or", ","})
PEOPLES = ("ian", "ean", "can", "man", "ese", "ish", "ch", "iss", "aeli", "stani", "qi")
"""Endings of words for people of a country, who are counted."""


def read_model(tokens: Tokens, index: int) -> Draft | None:
    """A bare number between a determiner and the capitalised rest of its name, at a digit token."""
    words = tokens.words
    if not words[index].isdecimal() or len(words[index]) not in DIGITS:
        return None
    if words[index - 1] in ARTICLES and words[index + 1] in MODEL_ENDS:
        return mark(index, index + 1, Disposition.NAME, "model")
    if not _is_title(tokens, index + 1):
        return None
    counted_before = is_number(words[index - 2]) or words[index - 2] in SMALL
    previous = words[index - 1]
    if counted_before and previous.isalpha():
        return mark(index, index + 1, Disposition.NAME, "model")
    if not (previous in DETERMINERS or previous.endswith(("'s", "’s"))):
        return None
    listed = words[index + 2] in JOINTS and is_number(words[index + 3])
    counts = is_plural(words[index + 2]) and previous not in ARTICLES
    return None if counts or listed else mark(index, index + 1, Disposition.NAME, "model")


def _is_title(tokens: Tokens, index: int) -> bool:
    """Whether a token is a capitalised singular word that is no unit, no date and no people."""
    word, raw = tokens.words[index], tokens.read_raw(index)
    return (
        raw.istitle()
        and len(word) > 2
        and word.isalpha()
        and not tokens.is_glued(index)
        and not is_plural(word)
        and not word.endswith(PEOPLES)
        and word not in MONTHS
        and word not in DAYS
        and word not in SCALES
        and not match_unit(tokens, index)[0]
    )
