"""Years in words: "in nineteen sixty-four", "since twenty oh-five"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.tables import SCALES, SMALL, TENS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words

CENTURIES = words("sixteen seventeen eighteen nineteen twenty")
LEADS = words("in since until till before after early late mid year by spring summer autumn winter")
OHS = frozenset({"oh", "o"})
TEN = 10


def read_spelled_year(tokens: Tokens, index: int) -> Draft | None:
    """A year in two spoken halves behind a word that leads to one; None where something is counted."""
    words = tokens.words
    lead = words[index - 2] if words[index - 1] == "of" else words[index - 1]  # "in the spring of"
    if lead not in LEADS:
        return None
    end = _skip_half(words, index + 1 + (words[index + 1] == "-"))
    counts = end and (words[end] == "-" or words[end] in SCALES or match_unit(tokens, end)[0])
    return None if not end or counts or is_plural(words[end]) else mark(index, end, Disposition.DATE, "year")


def _skip_half(words: list[str], step: int) -> int:
    """The token behind the last two digits of a spoken year, 0 when they do not stand there."""
    word = words[step]
    if word in SMALL:
        return step + 1 if SMALL[word] >= TEN else 0
    if word not in TENS and word not in OHS:
        return 0
    last = step + 1 + (words[step + 1] == "-")
    if words[last] in SMALL and 0 < SMALL[words[last]] < TEN:
        return last + 1
    return step + 1 if word in TENS else 0
