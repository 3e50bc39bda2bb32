"""The base of a rate whose number stands elsewhere: "cases per million stood at 312"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

BASES = words("hundred thousand million billion 100 1,000 1000 10,000 10000 100,000 100000 1,000,000")


def read_base(tokens: Tokens, index: int) -> Draft | None:
    """A power of ten right behind "per" or "for every": it claims nothing by itself."""
    if tokens.words[index] not in BASES:
        return None
    lead = tokens.words[index - 1]
    if lead != "per" and not (lead in {"every", "each"} and tokens.words[index - 2] == "for"):
        return None
    return mark(index, index + 1, Disposition.LABEL, "rate-base")
