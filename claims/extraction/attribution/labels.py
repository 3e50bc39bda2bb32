"""Speakers told by signs: "Mayor Berg: "We ..."", "23 dead - police", ""... 40 boats," sighs Anna Berg"."""

from claims.extraction.attribution.openers import read_opener
from claims.extraction.attribution.people import Register, read_name_after
from claims.extraction.attribution.phrases import DETERMINERS
from claims.extraction.attribution.tables import BODIES, ROLES, SAYINGS, STUDIES
from claims.extraction.tokens import Tokens

LONGEST = 5
"""Tokens of a speaker before a colon, or behind the sign at a headline's end."""
COLON_REACH = 14
"""Tokens that open a sentence in which a colon may lead to what is quoted."""
READING = frozenset({"read", "reads", "ran"})
"""Verbs that a paper behind a quotation has."""
ENDING_SIGNS = frozenset(":-–—")
QUOTES = frozenset("“\"«„‘'")
CLOSING = frozenset('”"»')
COMMAS = frozenset(",?!")
ENDS = frozenset('.!?…"”')
SPEAKING = BODIES | ROLES | STUDIES | {"source", "witness"}


def find_labels(tokens: Tokens, register: Register) -> list[tuple[int, str]]:
    """The places of the signs in a sentence that tell a speaker, with the speaker."""
    found = []
    if ":" in tokens.words[1:COLON_REACH]:
        found.append(_read_before(tokens, tokens.words.index(":"), register))
    if tokens.words[tokens.count - 1].isalpha():
        found.append(_read_behind(tokens))
    if not CLOSING.isdisjoint(tokens.words):
        found += [_read_behind_quote(tokens, mark, register) for mark in _find_closings(tokens)]
    return [label for label in found if label[1]] if found else found


def _find_closings(tokens: Tokens) -> list[int]:
    """The marks that close a quotation behind a comma: what follows tells who spoke."""
    return [
        index
        for index, word in enumerate(tokens.words[: tokens.count])
        if word in CLOSING and index and tokens.words[index - 1] in COMMAS and tokens.is_glued(index)
    ]


def _read_behind_quote(tokens: Tokens, mark: int, register: Register) -> tuple[int, str]:
    """ ""...," sighs Anna Berg", ""...," one woman shouted": who stands beside any verb."""
    first = mark + 1
    word = tokens.words[first]
    if word in READING and tokens.words[first + 1] in DETERMINERS:  # "read a statement from the ministry"
        near = range(first + 2, min(first + COLON_REACH, tokens.count))
        end = next((step for step in near if not tokens.words[step].isalpha()), first)
        return first, tokens.text[tokens.starts[first + 1] : tokens.ends[end - 1]] if end > first + 1 else ""
    if word in DETERMINERS or word in {"he", "she"}:
        verb = _find_last_verb(tokens, first + 1)
        spoken = tokens.text[tokens.starts[first] : tokens.ends[verb - 1]]
        return verb, (register.last or spoken if word in {"he", "she"} else spoken) if verb else ""
    if tokens.is_capitalised(first):
        name, verb = read_name_after(tokens, first)
        end = verb + 1
    else:
        verb = first
        name, end = read_name_after(tokens, first + 1)
    told = _is_telling(tokens.words[verb]) and not tokens.words[end][:1].isdecimal()
    return verb, register.add(name) if told and name else ""


def _is_telling(word: str) -> bool:
    """Whether a word may be a verb beside a quotation, and no report of its own."""
    return word not in SAYINGS and word.endswith(("s", "ed"))


def _find_last_verb(tokens: Tokens, start: int) -> int:
    """The verb that ends a sentence a few words on: "one woman shouted."; 0 without one."""
    for verb in range(start, min(start + LONGEST, tokens.count)):
        if tokens.words[verb + 1] in {".", "", ","}:
            return verb if _is_telling(tokens.words[verb]) else 0
        if not tokens.words[verb].isalpha():
            return 0
    return 0


def _read_before(tokens: Tokens, colon: int, register: Register) -> tuple[int, str]:
    """ "Mayor Berg: "We ..."": a name or a role before what is quoted; before a headline's words a body."""
    quoted = tokens.words[colon + 1] in QUOTES
    if quoted or tokens.words[tokens.count - 1] not in ENDS:
        name, end = read_name_after(tokens, 0)
        if quoted and name and end == colon:
            return colon, register.add(name)
        if colon <= LONGEST and _is_speaking(tokens, 0, colon):
            return colon, tokens.text[tokens.starts[0] : tokens.ends[colon - 1]]
        if quoted and SAYINGS.isdisjoint(tokens.words[:colon]):  # "Anna Berg went on: "We ...""
            return colon, read_opener(tokens, colon, register)
    return colon, ""


def _read_behind(tokens: Tokens) -> tuple[int, str]:
    """ "..., 23 dead - police": a body or a role behind the sign that ends a headline."""
    last = tokens.count
    for sign in range(last - 2, max(1, last - 2 - LONGEST), -1):
        if tokens.words[sign] in ENDING_SIGNS:
            apart = not tokens.is_glued(sign + 1)
            spoken = apart and _is_speaking(tokens, sign + 1, last)
            return sign, tokens.text[tokens.starts[sign + 1] : tokens.ends[last - 1]] if spoken else ""
    return last - 1, ""


def _is_speaking(tokens: Tokens, first: int, end: int) -> bool:
    """Whether words are nothing but who speaks: the last a body, a role or a study."""
    last = tokens.words[end - 1]
    known = last in SPEAKING or last.removesuffix("s") in SPEAKING
    return known and all(word.isalpha() for word in tokens.words[first:end])
