"""Subjects behind their verb: "..., said Anna Berg", ""...," admitted the club"."""

from claims.extraction.attribution.people import Register, is_name_word, read_body_after, read_name_after
from claims.extraction.attribution.phrases import ATTACHING, DETERMINERS, FINITE, ROLE_REACH
from claims.extraction.attribution.tables import (
    BODIES,
    CIVIL_TITLES,
    INVERTING,
    INVERTING_QUOTES,
    NOT_NAMES,
    ROLES,
    SAYINGS,
    STUDIES,
)
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

QUOTE_ENDS = words(", ” \" ’ ' ? !") | {""}
"""What a quotation or a clause ends with before "said Anna Berg"."""
QUOTE_MARKS = frozenset('”"»')
MOST_ROLES = 4
"""Words of a role in small letters before a name: "said team captain Anna Berg"."""
PHRASE_BEHIND = 8
SPEAKING = BODIES | ROLES | STUDIES
BEHIND = words(
    """
    on in at after when as during last this yesterday today who which while late early released published
    issued
    """
)
"""Words that end who said it: "said the ministry on Tuesday"."""


def _may_invert(tokens: Tokens, verb: int) -> bool:
    """Whether a verb's subject may stand behind it: behind a comma, or of more verbs behind a quotation."""
    word, before = tokens.words[verb], tokens.words[verb - 1]
    if word in INVERTING:
        return before in QUOTE_ENDS
    return word in INVERTING_QUOTES and before in QUOTE_MARKS


def read_inverted(tokens: Tokens, verb: int, register: Register) -> str:
    """ "..., said Interpol's secretary general, Mr. Jürgen Stock.": the subject behind its verb."""
    if not _may_invert(tokens, verb):
        return ""
    name = _read_name_behind(tokens, verb + 1)
    return register.add(name) if name else ""


def _read_name_behind(tokens: Tokens, start: int) -> str:
    """A name behind a verb: at once, behind a role and a comma, or behind a role in small letters."""
    person = _read_person(tokens, start)
    if person:
        return person
    for step in range(start, min(start - 1 + ROLE_REACH, tokens.count)):
        if tokens.words[step] == ",":
            titled = tokens.words[step + 1] in CIVIL_TITLES
            if titled or is_name_word(tokens, step + 1):
                dotted = titled and tokens.words[step + 2] == "."
                name, _ = read_name_after(tokens, step + 1 + 2 * dotted)
                if name:
                    return name
    for step in range(start, start + MOST_ROLES):
        name, _ = read_name_after(tokens, step)
        if name or not tokens.words[step].isalpha() or tokens.words[step] in NOT_NAMES | ATTACHING:
            return name
    return ""


def _read_person(tokens: Tokens, start: int) -> str:
    """A whole name at a token: "said Anna Berg, its head", "said Ministry of Boats spokesman Jon Ek"."""
    name, end = read_name_after(tokens, start)
    if not name:
        return ""
    if tokens.words[end] in {"of", "for", "and"}:
        end = read_body_after(tokens, start)[1]
    if tokens.words[end] in ROLES:
        while tokens.words[end] in ROLES:
            end += 1
        person, _ = read_name_after(tokens, end)
        return person if " " in person else ""
    closes = tokens.words[end] == "," and tokens.words[end - 1] not in ROLES
    return name if closes and " " in name else ""


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on a phrase: a word, or a hyphen inside one."""
    hyphen = tokens.words[index] == "-" and tokens.is_glued(index) and tokens.is_glued(index + 1)
    return hyphen or tokens.words[index].isalpha()


def read_phrase_behind(tokens: Tokens, verb: int) -> str:
    """ "said police", "said a spokesman for the port": a body or a role without a name behind a quotation."""
    start = end = verb + 1
    if not _may_invert(tokens, verb):
        return ""
    while end < start + PHRASE_BEHIND and tokens.words[end] not in BEHIND and _goes_on(tokens, end):
        end += 1
    phrase = tokens.words[start:end]
    quoted = tokens.words[verb - 1] in QUOTE_MARKS and phrase[:1] and phrase[0] in DETERMINERS
    spoken = (quoted or not SPEAKING.isdisjoint(phrase)) and FINITE.isdisjoint(phrase)
    spoken = spoken and SAYINGS.isdisjoint(phrase)
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if spoken else ""
