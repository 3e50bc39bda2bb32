"""Speakers told by a sign alone: "Mayor Berg: "We have 40 boats"", "Ferry sinks, 23 dead - police"."""

from claims.extraction.attribution.people import Register, read_name_after
from claims.extraction.attribution.tables import BODIES, ROLES, STUDIES
from claims.extraction.tokens import Tokens

LONGEST = 5
"""Tokens of a speaker before a colon, or behind the sign at a headline's end."""
SIGNS = frozenset(":-–—")
QUOTES = frozenset("“\"«„‘'")
ENDS = frozenset('.!?…"”')
SPEAKING = BODIES | ROLES | STUDIES | {"source", "witness"}


def find_labels(tokens: Tokens, register: Register) -> list[tuple[int, str]]:
    """The places of the signs in a sentence that tell a speaker, with the speaker."""
    found = []
    if ":" in tokens.words[1 : LONGEST + 2]:
        found.append(_read_before(tokens, tokens.words.index(":"), register))
    if tokens.count and tokens.words[tokens.count - 1].isalpha():
        found.append(_read_behind(tokens))
    return [label for label in found if label[1]]


def _read_before(tokens: Tokens, colon: int, register: Register) -> tuple[int, str]:
    """ "Mayor Berg: "We ..."": a name or a role before what is quoted; before a headline's words a body."""
    quoted = tokens.words[colon + 1] in QUOTES
    if quoted or tokens.words[tokens.count - 1] not in ENDS:
        name, end = read_name_after(tokens, 0)
        if quoted and name and end == colon:
            return colon, register.add(name)
        if _is_speaking(tokens, 0, colon):
            return colon, tokens.text[tokens.starts[0] : tokens.ends[colon - 1]]
    return colon, ""


def _read_behind(tokens: Tokens) -> tuple[int, str]:
    """ "..., 23 dead - police": a body or a role behind the sign that ends a headline."""
    last = tokens.count
    for sign in range(last - 2, max(1, last - 2 - LONGEST), -1):
        if tokens.words[sign] in SIGNS:
            apart = not tokens.is_glued(sign + 1)
            spoken = apart and _is_speaking(tokens, sign + 1, last)
            return sign, tokens.text[tokens.starts[sign + 1] : tokens.ends[last - 1]] if spoken else ""
    return last - 1, ""


def _is_speaking(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words are nothing but who speaks: the last a body, a role or a study."""
    last = tokens.words[end - 1]
    known = last in SPEAKING or last.removesuffix("s") in SPEAKING
    return known and all(word.isalpha() for word in tokens.words[first:end])
