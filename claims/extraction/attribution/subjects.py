"""The subject right before a verb of speech: a name, a pronoun, a role, a body."""

from claims.extraction.attribution.antecedents import (
    find_opening_body,
    find_opening_many,
    find_opening_person,
    find_titled,
    read_opening_body,
)
from claims.extraction.attribution.people import Register, find_full_name, is_name_word, read_name_before
from claims.extraction.attribution.phrases import (
    BODY_REACH,
    CLAUSE_STARTS,
    DETERMINERS,
    MOST_LINKS,
    OBJECTS,
    find_role,
    is_hanging,
    join_subject,
    read_attached,
    read_long_phrase,
    read_many,
    read_noun_phrase,
    read_phrase,
    read_somebody,
)
from claims.extraction.attribution.tables import BODIES, CIVIL_TITLES, MILITARY, OFFICES, PRONOUNS, ROLES
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens

UNNAMED = frozenset({"a", "an", "one", "its", "their", "his", "her", "another"})
"""Words before a role that say it is nobody's whom the text has named."""
BRACKET_REACH = 12
OFFICIAL = frozenset({"ministry", "department", "office", "institute", "centre", "center", "secretary"})
"""Nouns whose name goes on behind "of" and "and": "the Ministry of Trade and Industry"."""
LINKS = frozenset({"of", "for", "at", "from", "with"})
"""What leads from a person to the body that the person belongs to, and inside a body's name."""


def read_subject(tokens: Tokens, end: int, register: Register, *, strict: bool) -> str:
    """The subject right before its verb: a pronoun, a name, a role, a body."""
    if end and tokens.words[end - 1] == ")":
        end = find_bracket(tokens, end)
    word = tokens.words[end - 1] if end else ""
    if word in PRONOUNS or word == "it":
        return _read_pronoun(tokens, end - 1, register)
    if word == "which" and tokens.words[end - 2] == ",":
        return read_noun_phrase(tokens, end - 2)
    role = find_role(tokens, end)
    name, first = read_name_before(tokens, end)
    speaker = _find_holder(tokens, role, end, register)
    if name and not speaker and tokens.words[first - 1] == "and" and is_name_word(tokens, first - 2):
        speaker, first = _read_joined(tokens, first, end, register)
    if name and not speaker and tokens.words[first - 1] == "the":  # "Anna Berg of the Rowers' Union said"
        speaker = _read_member(tokens, first - 2, register)
    if speaker:
        return speaker
    if name and tokens.words[first - 1] in OBJECTS:
        attached = (
            read_attached(tokens, first - 1, end)
            or _read_body_of(tokens, first, end, register)
            or _read_member(tokens, first - 1, register)
            or ("" if strict or role is not None else read_long_phrase(tokens, end))
        )
        return attached or (register.last if role is not None or _names_person(tokens, first) else "")
    if name and not (strict and end == 1 and _may_be_noun(tokens, end)):
        speaker = add_full(tokens, first, name, register)
        register.body = speaker if tokens.words[first - 1] == "the" or " " not in speaker else ""
        return speaker
    return _read_unnamed(tokens, end, register, is_role=role is not None, strict=strict)


def _find_holder(tokens: Tokens, role: int | None, end: int, register: Register) -> str:
    """The name of the one in a role that the text has told: "the chief of police said"."""
    if role is None:
        return ""
    holder = register.find_role(tokens.text[tokens.starts[role] : tokens.ends[end - 1]])
    return register.add(holder) if holder else ""


def _find_joined(tokens: Tokens, first: int, end: int) -> int:
    """Where a name starts that goes on before "and": "Marks and Berg", "the Ministry of Trade and Mines"."""
    if not OFFICES.isdisjoint(tokens.words[first:end]):  # "Trade and Industry Minister Anna Berg"
        return first
    start = read_name_before(tokens, first - 1)[1]
    lead = start - (tokens.words[start - 1] == "the")
    opens = lead == 0 or tokens.words[lead - 1] in CLAUSE_STARTS
    owned = tokens.words[lead - 1] in {"of", "for"} and tokens.words[lead - 2] in BODIES | OFFICIAL
    return start if opens or owned else first


def _read_joined(tokens: Tokens, first: int, end: int, register: Register) -> tuple[str, int]:
    """Who speaks where "and" stands before the last name; "" with where that name starts in full.

    It is the one of a body with such a name ("Anna Berg of the Centre for Boats and Rivers"), or both.
    """
    member = _read_member(tokens, read_name_before(tokens, first - 1)[1] - 1, register)
    start = _find_joined(tokens, first, end)
    if member or start == first or tokens.words[start - 1] in OBJECTS:
        return member, start
    register.add(read_name_before(tokens, end)[0])
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]], start


def _read_pronoun(tokens: Tokens, index: int, register: Register) -> str:
    """Whom a pronoun means: who spoke last, else whom the sentence before told of, else itself.

    "Who" behind a comma is the name before it.
    """
    word = tokens.words[index]
    if word == "it":
        known = register.body if register.has_spoken else ""
        known = known or (read_opening_body(tokens) if tokens.words[index - 1] == "," else "")
        register.body = known or find_opening_body(register, register.body)
        return register.body
    if word == "who" and tokens.words[index - 1] == ",":
        name, first = read_name_before(tokens, index - 1)
        if name:
            return register.add(read_bearer(tokens, first, index - 1) or name)
    if word == "they":
        return register.group or register.last or find_opening_many(register)
    if register.last or word == "who":
        return register.last
    for sentence in [tokens, *register.before] if index > BODY_REACH else register.before:
        person = find_opening_person(sentence, register)
        if person:
            return person
    return tokens.read_raw(index)


def _may_be_noun(tokens: Tokens, verb: int) -> bool:
    """Whether one word and a doubtful verb may be a thing: "Sales estimates fell", no "NASA estimates"."""
    return not tokens.read_raw(verb - 1).isupper() and tokens.words[verb + 1] not in {"the", "that", "its"}


def _read_unnamed(tokens: Tokens, end: int, register: Register, *, is_role: bool, strict: bool) -> str:
    """A subject without a name before its verb: a role, a body, any phrase that opens its clause."""
    word = tokens.words[end - 1] if end else ""
    if word == "old" and tokens.words[end - 2] == "-":  # "the 32-year-old said"
        return register.last or read_phrase(tokens, end)
    if word in ROLES or is_role:
        return _read_role_subject(tokens, end, register, is_role=is_role)
    phrase = read_phrase(tokens, end) if word in BODIES else ""
    if phrase and phrase.partition(" ")[0].lower() not in DETERMINERS:
        phrase = read_noun_phrase(tokens, end) or phrase
    attached = read_attached(tokens, end - 1 - len(phrase.split()), end) if phrase else ""
    member = _read_member(tokens, end - 1 - len(phrase.split()), register) if phrase and not attached else ""
    if member:
        return member
    if phrase and not attached and tokens.words[end - 1 - len(phrase.split())] in OBJECTS:
        long = "" if strict else read_long_phrase(tokens, end)
        if long or is_hanging(tokens, end - 1 - len(phrase.split())):
            return long
    if phrase and not attached and is_plural(word):
        phrase = _spell_joined(tokens, end, phrase)
    phrase = attached or phrase or ("" if strict else _read_any(tokens, end))
    register.body = phrase or register.body
    return phrase


def _read_role_subject(tokens: Tokens, end: int, register: Register, *, is_role: bool) -> str:
    """A role before its verb: who has it, else who spoke last, else its words; many in it by their words."""
    word = tokens.words[end - 1]
    phrase = (read_long_phrase(tokens, end) if is_role else "") or read_phrase(tokens, end)
    if is_plural(word) and not is_role:
        return _spell_joined(tokens, end, phrase)
    if phrase.partition(" ")[0].lower() in UNNAMED:
        return phrase
    holder = register.find_role(phrase) or find_titled(register, word)
    return register.add(holder) if holder else register.last or phrase


def _read_any(tokens: Tokens, end: int) -> str:
    """Any phrase that may say something: with an article, of many, with what stands behind its noun."""
    phrase = read_noun_phrase(tokens, end) or read_many(tokens, end) or read_long_phrase(tokens, end)
    return phrase or read_somebody(tokens, end)


def _spell_joined(tokens: Tokens, end: int, phrase: str) -> str:
    """The phrase of many before a verb with whom "and" joins to it: "the army and police officials"."""
    joined = join_subject(tokens, end - len(phrase.split()))
    return tokens.text[tokens.starts[joined] : tokens.ends[end - 1]]


def _read_member(tokens: Tokens, link: int, register: Register) -> str:
    """ "Anna Berg of the weather service said": the person before the body that one is of."""
    if link < 1 or tokens.words[link] not in {"of", "from", "at"}:
        return ""
    name, first = read_name_before(tokens, link)
    if " " not in name or tokens.words[first - 1] in OBJECTS or tokens.words[link - 1] in BODIES:
        return ""
    return register.add(name)


def _read_body_of(tokens: Tokens, first: int, end: int, register: Register) -> str:
    """ "the Department of Health": a body whose name goes on behind "of", once or more.

    first: where the last name before the verb starts.
    """
    for _ in range(MOST_LINKS):
        link = first - 1 - (tokens.words[first - 1] == "the")
        if tokens.words[link] not in {"of", "for"}:
            return ""
        name, first = read_name_before(tokens, link)
        if not name or link < 1:
            return ""
        if tokens.words[link - 1] in BODIES and tokens.words[first - 1] not in OBJECTS:
            register.body = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
            return register.body
    return ""


def _names_person(tokens: Tokens, end: int) -> bool:
    """Whether a person with a title stands earlier in the sentence: the subject before its by-phrases."""
    return not (CIVIL_TITLES | MILITARY).isdisjoint(tokens.words[:end])


def add_full(tokens: Tokens, first: int, name: str, register: Register) -> str:
    """Put a speaker on the register by the fullest form of the name so far, mentions included."""
    if " " not in name and register.resolve(name) == name:
        name = find_full_name(tokens.text, tokens.starts[first], name) or name
    if tokens.words[first] in ROLES:
        register.note_role(tokens.words[first], name)
    return register.add(name)


def find_bracket(tokens: Tokens, end: int) -> int:
    """Where the bracket opens that closes before a token: "Anna Berg (Lab, Norland) said"; 0 without one."""
    for step in range(end - 2, max(0, end - BRACKET_REACH), -1):
        if tokens.words[step] == "(":
            return step
    return 0


def read_bearer(tokens: Tokens, first: int, comma: int) -> str:
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
