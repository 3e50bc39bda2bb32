"""Scales that count nothing: the base of a rate ("cases per million") and a table's head ("Rs crore")."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.tables import SCALES
from claims.extraction.tokens import Tokens
from claims.extraction.units.currencies import MARKS
from claims.extraction.units.spellings import match_unit
from claims.extraction.vocabulary import words
from claims.measures.units.registry import SIGNS

BASES = words("hundred thousand million billion 100 1,000 1000 10,000 10000 100,000 100000 1,000,000")


SPACED = frozenset({"1", "10", "100"})
HEADS = frozenset(SCALES.keys() - words("hundred hundreds dozen dozens doz dozs mil"))
HEAD_LEADS = frozenset({"in", "("})
HEAD_ENDS = frozenset("),:;.") | {""}


def read_base(tokens: Tokens, index: int) -> Draft | None:
    """A power of ten that claims nothing by itself: behind "per" or "for every", or over a column."""
    word = tokens.words[index]
    if word in HEADS and _heads_column(tokens, index):
        return mark(index, index + 1, Disposition.LABEL, "column-scale")
    if word not in BASES and not (word in SPACED and tokens.words[index + 1] == "000"):
        return None
    lead = tokens.words[index - 1]
    if lead != "per" and not (lead in {"every", "each"} and tokens.words[index - 2] == "for"):
        return None
    end = index + 1
    while tokens.words[end] == "000" and not tokens.is_glued(end):  # "per 100 000"
        end += 1
    return mark(index, end, Disposition.LABEL, "rate-base")


def _heads_column(tokens: Tokens, index: int) -> bool:
    """Whether a scale tells how numbers elsewhere are written: "Rs crore", "(million tonnes)"."""
    lead, end = tokens.words[index - 1], tokens.words[index + 1]
    if lead in MARKS or tokens.read_raw(index - 1) in SIGNS:
        return True
    measured = match_unit(tokens, index + 1)[1]
    if lead in HEAD_LEADS:
        return end in HEAD_ENDS or tokens.words[measured] in HEAD_ENDS
    return lead == "," and measured > index + 1 and tokens.words[measured] in HEAD_ENDS
