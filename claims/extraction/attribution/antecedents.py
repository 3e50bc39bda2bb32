"""Whom "he" and "it" mean where nobody has spoken: the subject of the sentence before."""

from claims.extraction.attribution.people import Register, read_body_after, read_name_after
from claims.extraction.attribution.phrases import BODY_REACH, FINITE, OBJECTS, find_body_end
from claims.extraction.attribution.tables import OFFICES, ROLES
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens

TITLE_REACH = 30
"""Tokens that open a sentence in which a person may be named with a title."""


def find_opening_body(register: Register, spoken: str) -> str:
    """The body that the sentence before told of: "The statistics office revised its figures. It said ...".

    spoken: the body that spoke earlier; only another body takes its place, and no other thing.
    """
    if not register.before:
        return spoken
    tokens = register.before[0]
    end = 0 if spoken or find_body_end(tokens) else _find_subject_end(tokens)
    thing = tokens.text[tokens.starts[0] : tokens.ends[end - 1]] if end else ""
    return thing or read_opening_body(tokens) or spoken


def read_opening_body(tokens: Tokens) -> str:
    """The body that opens a sentence: "The army denied it", "Norland Boats sold 40"."""
    end = find_body_end(tokens)
    if end:
        return tokens.text[tokens.starts[0] : tokens.ends[end - 1]]
    name, end = read_body_after(tokens, 0)
    full = " " in name and tokens.words[end][:1].isalpha()
    return name if name and (full or tokens.words[end] == ",") else ""


def _find_subject_end(tokens: Tokens) -> int:
    """Where the one thing that opens a sentence ends: "The mill opened in May"; 0 without one."""
    if tokens.words[0] != "the":
        return 0
    for step in range(2, BODY_REACH):
        word = tokens.words[step]
        if word in FINITE or word.endswith("ed"):
            return 0 if is_plural(tokens.words[step - 1]) else step
        if not (word.isalpha() or word == "-") or word in OBJECTS:
            return 0
    return 0


def find_opening_person(tokens: Tokens, register: Register) -> str:
    """The person that a sentence tells of: "Trawler owner Anna Berg lost", "Its owner, Anna Berg, lost"."""
    for step in range(min(BODY_REACH, tokens.count)):
        name, end = read_name_after(tokens, step)
        if " " in name and not (tokens.words[end] == "," and tokens.words[end - 1] in ROLES | OFFICES):
            return register.add(name) if tokens.words[end] not in OBJECTS else ""
        word = tokens.words[step]
        named = word == "," and tokens.words[step - 1] in ROLES | OFFICES
        if not (word.isalnum() or named) or word in OBJECTS | FINITE:
            return ""
    return ""


def find_opening_many(register: Register) -> str:
    """The many or the body that the sentence before told of: "Officials opened the gates. They said ..."."""
    if not register.before:
        return ""
    tokens = register.before[0]
    verb = tokens.words[1]
    if is_plural(tokens.words[0]) and (verb in FINITE or verb.endswith("ed")):
        return tokens.read_raw(0)
    return read_opening_body(tokens)


def find_titled(register: Register, title: str) -> str:
    """The person whom an earlier sentence named with a title: "Mayor Anna Berg" for "the mayor"."""
    for tokens in register.before:
        front = tokens.words[:TITLE_REACH]
        name, _ = read_name_after(tokens, front.index(title) + 1) if title in front else ("", 0)
        if " " in name:
            return name
    return ""
