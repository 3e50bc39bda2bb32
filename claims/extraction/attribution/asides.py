"""Subjects that stand apart from their verb: before an aside between commas, before another verb."""

from claims.extraction.attribution.openers import read_opener
from claims.extraction.attribution.people import Register, read_name_before
from claims.extraction.attribution.phrases import (
    CLAUSE_STARTS,
    DETERMINERS,
    OBJECTS,
    read_long_phrase,
    read_many,
    read_noun_phrase,
    read_role,
)
from claims.extraction.attribution.subjects import add_full, find_bracket, read_bearer, read_subject
from claims.extraction.attribution.tables import CIVIL_TITLES, DOUBTFUL_SAYINGS, OFFICES, ROLES
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

REACH = 28
"""Tokens that may stand between a name and its verb inside commas."""
OWNED_REACH = 7
"""Words that open "the mayor of", before what it is of."""
ASIDES = frozenset({"which", "who", "whose", "where"})
QUOTE_MARKS = frozenset('”"»')
DASHES = frozenset("-–—")
STATING = words("in on at via citing")
"""Words that open an aside between a speaker and the verb: "the union, in a statement, said"."""


def read_parenthesis(tokens: Tokens, end: int, register: Register) -> str:
    """ "Name, chief executive of the firm, said": the name before what stands in commas."""
    if tokens.words[end - 1] in DASHES:
        return _read_between_dashes(tokens, end - 1, register)
    if tokens.words[end - 1] != ",":
        return ""
    named = _read_apposed(tokens, end - 1, register)
    if named:
        return named
    for comma in range(end - 2, max(0, end - REACH), -1):
        if tokens.words[comma] == ",":
            speaker = _read_before_aside(tokens, comma, end, register)
            if speaker or tokens.words[comma + 1] in ASIDES:
                return speaker
    return ""


def _read_apposed(tokens: Tokens, comma: int, register: Register) -> str:
    """The name in commas behind who it is, or before it: "The mayor, Anna Berg,", "UNHCR, the agency,"."""
    named, first = read_name_before(tokens, comma)
    follows = named and tokens.words[first - 1] == ","
    if named and tokens.words[first - 1] in QUOTE_MARKS:  # ""...," Berg, told the daily"
        return add_full(tokens, first, named, register)
    if follows and " " in named and tokens.words[first - 2] in ROLES:
        register.note_role(read_role(tokens, first - 1), named)
        return register.add(named)
    titled = not CIVIL_TITLES.isdisjoint(tokens.words[first:comma])
    if follows and (titled or (" " in named and _opens_with_role(tokens, first - 1))):
        return register.add(named)
    apposed = _find_apposition(tokens, comma)
    if apposed and tokens.is_capitalised(apposed - 1):
        name, start = read_name_before(tokens, apposed)
        if name and " " not in name and tokens.words[start - 1] not in OBJECTS:
            return register.add(name)
    if follows and read_noun_phrase(tokens, first - 1):
        register.body = register.add(named)
        return register.body
    return ""


def _read_between_dashes(tokens: Tokens, dash: int, register: Register) -> str:
    """ "Anna Berg - the mayor of Torre - said": who stands before what stands between dashes."""
    for step in range(dash - 1, max(0, dash - REACH), -1):
        if tokens.words[step] == tokens.words[dash] and not tokens.is_glued(step):
            return read_subject(tokens, step, register, strict=False)
    return ""


def _read_before_aside(tokens: Tokens, comma: int, end: int, register: Register) -> str:
    """Who stands before the comma of an aside: a full name, or anybody before "which" and "speaking"."""
    word = tokens.words[comma + 1]
    closed = find_bracket(tokens, comma) if tokens.words[comma - 1] == ")" else comma
    name, first = read_name_before(tokens, closed)
    whole = _read_whole(tokens, comma, end, register) if word in ASIDES else ""
    if whole:
        return whole
    name = read_bearer(tokens, first, closed) or name
    if name and (" " in name or _is_person(tokens, first, comma)):
        role = tokens.text[tokens.starts[comma + 1] : tokens.ends[end - 2]]
        if not ROLES.isdisjoint(tokens.words[comma + 1 : end - 1]):
            register.note_role(role, name)
        return add_full(tokens, first, name, register)
    opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
    if name and opens and (word in ASIDES or word in ROLES | OFFICES):
        return register.add(name)
    return _read_told_of(tokens, comma, register)


def _read_whole(tokens: Tokens, comma: int, end: int, register: Register) -> str:
    """Whom an aside tells of past its own name: "Anna Berg, the mayor of Torre,", "a farmer in Torre,"."""
    apposed = _find_apposition(tokens, comma)
    bearer = _read_before_aside(tokens, apposed, end, register) if apposed else ""
    name, first = read_name_before(tokens, comma)
    hangs = name and tokens.words[first - 1] in OBJECTS
    return bearer or (read_long_phrase(tokens, comma) if hangs else "")


def _read_told_of(tokens: Tokens, comma: int, register: Register) -> str:
    """Who stands without a name before an aside that tells of it: "The report, released on Monday, says"."""
    word = tokens.words[comma + 1]
    phrase = read_noun_phrase(tokens, comma) if word in ASIDES or word.endswith("ed") else ""
    if word in ASIDES:
        register.body = phrase or register.body
        return phrase or read_many(tokens, comma)
    if phrase or not (word in STATING or word.endswith("ing")):
        return phrase
    return read_subject(tokens, comma, register, strict=word != "citing") or read_many(tokens, comma)


def _find_apposition(tokens: Tokens, comma: int) -> int:
    """The comma before words with an article that tell who somebody is, up to a comma; 0 without them."""
    for step in range(comma - 1, max(0, comma - REACH), -1):
        if tokens.words[step] == ",":
            return step if tokens.words[step + 1] in DETERMINERS else 0
        if not tokens.words[step][:1].isalpha():
            return 0
    return 0


def _opens_with_role(tokens: Tokens, comma: int) -> bool:
    """Whether a role with what it is of stands before a comma: "The mayor of Torre, Anna Berg, said"."""
    phrase = read_long_phrase(tokens, comma).lower().split()
    return not {"of", "for"}.isdisjoint(phrase[:OWNED_REACH])


def _is_person(tokens: Tokens, first: int, comma: int) -> bool:
    """Whether one name before a comma is a person's: by a title, or by an age ("Amina, 19, said")."""
    titled = not CIVIL_TITLES.isdisjoint(tokens.words[first:comma])
    return titled or (tokens.words[comma + 1].isdecimal() and tokens.words[comma + 2] == ",")


def read_coordinated(tokens: Tokens, subject: int, verb: int, register: Register) -> str:
    """ "The minister visited the site and said that ...": the subject that opened the sentence."""
    joined = {"and", "but"}.isdisjoint(tokens.words[subject:verb])
    if subject == verb or joined or tokens.words[verb] in DOUBTFUL_SAYINGS:
        return ""
    return read_opener(tokens, subject, register)
