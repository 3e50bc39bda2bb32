"""Subjects that stand apart from their verb: before an aside between commas, before another verb."""

from claims.extraction.attribution.antecedents import find_opening_person
from claims.extraction.attribution.people import Register, read_name_after, read_name_before
from claims.extraction.attribution.phrases import (
    MOST_LINKS,
    find_body_end,
    read_many,
    read_noun_phrase,
    read_role,
)
from claims.extraction.attribution.subjects import find_bracket, read_subject
from claims.extraction.attribution.tables import BODIES, CIVIL_TITLES, DOUBTFUL_SAYINGS, ROLES
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

REACH = 28
"""Tokens that may stand between a name and its verb inside commas."""
LINKS = frozenset({"of", "for", "at", "from", "with"})
"""What leads from a person to the body that the person belongs to, and inside a body's name."""
ASIDES = frozenset({"which", "who", "whose", "where"})
STATING = words("in on at via citing")
"""Words that open an aside between a speaker and the verb: "the union, in a statement, said"."""


def read_parenthesis(tokens: Tokens, end: int, register: Register) -> str:
    """ "Name, chief executive of the firm, said": the name before what stands in commas."""
    if tokens.words[end - 1] != ",":
        return ""
    named, first = read_name_before(tokens, end - 1)
    if " " in named and tokens.words[first - 1] == "," and tokens.words[first - 2] in ROLES:
        register.note_role(read_role(tokens, first - 1), named)
        return register.add(named)
    if (
        named
        and not CIVIL_TITLES.isdisjoint(tokens.words[first : end - 1])
        and tokens.words[first - 1] == ","
    ):
        return register.add(named)
    if named and tokens.words[first - 1] == "," and read_noun_phrase(tokens, first - 1):
        register.body = register.add(named)
        return register.body
    for comma in range(end - 2, max(0, end - REACH), -1):
        if tokens.words[comma] == ",":
            speaker = _read_before_aside(tokens, comma, end, register)
            if speaker or tokens.words[comma + 1] in ASIDES:
                return speaker
    return ""


def _read_before_aside(tokens: Tokens, comma: int, end: int, register: Register) -> str:
    """Who stands before the comma of an aside: a full name, or anybody before "which" and "speaking"."""
    closed = find_bracket(tokens, comma) if tokens.words[comma - 1] == ")" else comma
    name, first = read_name_before(tokens, closed)
    name = _read_bearer(tokens, first, closed) or name
    if name and (" " in name or _is_person(tokens, first, comma)):
        role = tokens.text[tokens.starts[comma + 1] : tokens.ends[end - 2]]
        if not ROLES.isdisjoint(tokens.words[comma + 1 : end - 1]):
            register.note_role(role, name)
        return register.add(name)
    word = tokens.words[comma + 1]
    if word in ASIDES:
        register.body = read_noun_phrase(tokens, comma) or register.body
        return read_noun_phrase(tokens, comma) or read_many(tokens, comma)
    states = word in STATING or word.endswith("ing")
    if not states:
        return ""
    return read_subject(tokens, comma, register, strict=True) or read_many(tokens, comma)


def _is_person(tokens: Tokens, first: int, comma: int) -> bool:
    """Whether one name before a comma is a person's: by a title, or by an age ("Amina, 19, said")."""
    titled = not CIVIL_TITLES.isdisjoint(tokens.words[first:comma])
    return titled or (tokens.words[comma + 1].isdecimal() and tokens.words[comma + 2] == ",")


def _read_bearer(tokens: Tokens, first: int, comma: int) -> str:
    """ "Anna Berg of the Institute for Boats, who ..., said": the person before the body before a comma.

    first: where the name before the comma starts. A body that goes on behind "of" is given whole.
    """
    start, name = first, ""
    for _ in range(MOST_LINKS):
        link = start - 1 - (tokens.words[start - 1] == "the")
        if link < 1 or tokens.words[link] not in LINKS:
            break
        named, start = read_name_before(tokens, link)
        if not named:
            return ""
        name = named
    is_body = name and tokens.words[start + len(name.split()) - 1] in BODIES | {"department", "ministry"}
    return tokens.text[tokens.starts[start] : tokens.ends[comma - 1]] if is_body else name


def read_coordinated(tokens: Tokens, subject: int, verb: int, register: Register) -> str:
    """ "The minister visited the site and said that ...": the subject that opened the sentence."""
    joined = {"and", "but"}.isdisjoint(tokens.words[subject:verb])
    if subject == verb or joined or tokens.words[verb] in DOUBTFUL_SAYINGS:
        return ""
    if tokens.words[tokens.words[0] in {"but", "and", "yet"}] in {"he", "she"}:
        return register.last
    body = find_body_end(tokens)
    if body and body < subject:
        return read_subject(tokens, body, register, strict=True)
    person = find_opening_person(tokens, register)
    if person:
        return person
    name, end = read_name_after(tokens, 0)
    if not name or tokens.words[end] == ",":
        return ""
    return name if tokens.words[end - 1] in ROLES else register.add(name)
