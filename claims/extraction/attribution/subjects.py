"""The subject before a verb of speech: a name, a pronoun, a role, a body, a phrase that opens a clause."""

from claims.extraction.attribution.people import (
    Register,
    find_full_name,
    is_name_word,
    read_body_after,
    read_name_after,
    read_name_before,
)
from claims.extraction.attribution.tables import (
    BODIES,
    CIVIL_TITLES,
    DOUBTFUL_SAYINGS,
    MILITARY,
    PRONOUNS,
    ROLES,
)
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

REACH = 28
"""Tokens that may stand between a name and its verb inside commas."""
ROLE_REACH = 12
OBJECTS = frozenset(["of", "in", "for", "at", "on", "by", "from", "with", "to", "under", "between", "about"])
"""Words that make the name behind them no subject."""
FINITE = words(
    "is are was were be been has have had will would can could may might must should did does that"
)
UNNAMED = frozenset({"a", "an", "one", "its", "their", "his", "her", "another"})
"""Words before a role that say it is nobody's whom the text has named."""
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "one", "another"})
CLAUSE_STARTS = frozenset({"", ",", ".", ";", "”", '"', "“", "but", "and", "as", "while", "that", "–", "—"})
PHRASE_REACH = 6
MANY_REACH = 4
MOST_LINKS = 3
LINKS = frozenset({"of", "for", "at", "from", "with"})
"""What leads from a person to the body that the person belongs to, and inside a body's name."""
LONGEST_PHRASE = 4
ASIDES = frozenset({"which", "who", "whose", "where"})
ATTACHING = frozenset({"at", "for", "from", "with", "in"})
PERSONS = words("people person man woman source sources witness resident residents locals relatives")
"""Who may speak with words behind the noun that tell who it is."""
DESCRIBERS = words(
    "close familiar briefed involved working with in near on from speaking requesting asking who present"
)
"""Words behind such a noun: "a source close to the talks"."""
CUT = words("speaking requesting asking")
"""Those that tell how it was said, and not by whom."""
DESCRIBED_REACH = 12
PARTS = words("one some many most several two three")
"""Words before "of the" that make some of many a subject: "one of the crew said"."""
BODY_REACH = 6
STATING = words("in on at via citing")
"""Words that open an aside between a speaker and the verb: "the union, in a statement, said"."""


def read_subject(tokens: Tokens, end: int, register: Register, *, strict: bool) -> str:
    """The subject right before its verb: a pronoun, a name, a role, a body."""
    word = tokens.words[end - 1] if end else ""
    if word in PRONOUNS:
        return _read_pronoun(tokens, end, register)
    if word == "it":
        register.body = register.body or find_opening_body(register)
        return register.body
    role = _find_role(tokens, end)
    if role is not None:
        phrase = tokens.text[tokens.starts[role] : tokens.ends[end - 1]]
        if register.find_role(phrase):
            return register.add(register.find_role(phrase))
    name, first = read_name_before(tokens, end)
    if name and tokens.words[first - 1] in OBJECTS:
        attached = _read_attached(tokens, first - 1, end) or _read_body_of(tokens, first - 1, end, register)
        return attached or (register.last if role is not None or _names_person(tokens, first) else "")
    if name and not (strict and end == 1 and _may_be_noun(tokens, end)):
        speaker = _add_full(tokens, first, name, register)
        register.body = speaker if tokens.words[first - 1] == "the" or " " not in speaker else ""
        return speaker
    return _read_unnamed(tokens, end, register, is_role=role is not None, strict=strict)


def _read_pronoun(tokens: Tokens, end: int, register: Register) -> str:
    """Who "he" or "they" is: who spoke last; "who" behind a comma is the name before it."""
    word = tokens.words[end - 1]
    if word == "who" and tokens.words[end - 2] == ",":
        name, _ = read_name_before(tokens, end - 2)
        if name:
            return register.add(name)
    told = register.last or (find_opening_person(register) if word in {"he", "she"} else "")
    return told or (tokens.read_raw(end - 1) if word in {"he", "she"} else "")


def _may_be_noun(tokens: Tokens, verb: int) -> bool:
    """Whether one word and a doubtful verb may be a thing: "Sales estimates fell", no "NASA estimates"."""
    return not tokens.read_raw(verb - 1).isupper() and tokens.words[verb + 1] not in {"the", "that", "its"}


def _read_unnamed(tokens: Tokens, end: int, register: Register, *, is_role: bool, strict: bool) -> str:
    """A subject without a name before its verb: a role, a body, any phrase that opens its clause."""
    word = tokens.words[end - 1] if end else ""
    if word in ROLES or is_role:
        phrase = read_phrase(tokens, end)
        if is_plural(word) and not is_role:
            return phrase
        return phrase if phrase.partition(" ")[0].lower() in UNNAMED else register.last or phrase
    phrase = read_phrase(tokens, end) if word in BODIES else ""
    attached = _read_attached(tokens, end - 1 - len(phrase.split()), end) if phrase else ""
    phrase = (
        attached or phrase or ("" if strict else _read_noun_phrase(tokens, end) or read_many(tokens, end))
    )
    register.body = phrase or register.body
    return phrase


def _read_body_of(tokens: Tokens, link: int, end: int, register: Register) -> str:
    """ "the Department of Health": a body whose name goes on behind "of"."""
    link -= tokens.words[link] == "the"
    if tokens.words[link] not in {"of", "for"} or tokens.words[link - 1] not in BODIES:
        return ""
    name, first = read_name_before(tokens, link)
    if not name or tokens.words[first - 1] in OBJECTS:
        return ""
    register.body = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
    return register.body


def _read_attached(tokens: Tokens, link: int, end: int) -> str:
    """ "researchers at Lund University": a body or a role with whom it belongs to."""
    if tokens.words[link] not in ATTACHING or tokens.words[link - 1] not in BODIES | ROLES or link < 1:
        return ""
    phrase = read_phrase(tokens, link)
    start = tokens.ends[link - 1] - len(phrase)
    if tokens.words[link] == "in" and is_name_word(tokens, link - 1):  # where a bank is belongs to no name
        return phrase
    return tokens.text[start : tokens.ends[end - 1]]


def _names_person(tokens: Tokens, end: int) -> bool:
    """Whether a person with a title stands earlier in the sentence: the subject before its by-phrases."""
    return not (CIVIL_TITLES | MILITARY).isdisjoint(tokens.words[:end])


def _add_full(tokens: Tokens, first: int, name: str, register: Register) -> str:
    """Put a speaker on the register by the fullest form of the name so far, mentions included."""
    if " " not in name and register.resolve(name) == name:
        name = find_full_name(tokens.text, tokens.starts[first], name) or name
    return register.add(name)


def _find_role(tokens: Tokens, end: int) -> int | None:
    """The role that the phrase before a verb is about: "the chief of cyber police of Iran"."""
    step = end - 1
    while step > max(-1, end - 1 - ROLE_REACH) and (
        tokens.words[step][:1].isalpha() or tokens.words[step] == "."
    ):
        if tokens.words[step] in ROLES and tokens.words[step + 1] == "of":
            return step
        step -= 1
    return None


def read_phrase(tokens: Tokens, end: int) -> str:
    """A subject without a name as it is written: "the ministry", "police", "the 312-page report"."""
    first, floor = end - 1, end - LONGEST_PHRASE
    while first > max(0, floor) and _goes_before(tokens, first - 1):
        first -= 1
        floor -= tokens.words[first] in {"-", "'", "’"}
        if tokens.words[first] in {"the", "a", "an"}:
            break
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]


def _goes_before(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on a phrase towards its start: a word, or part of a word with a hyphen."""
    word = tokens.words[index]
    if word == "-" or tokens.words[index + 1] == "-":
        return tokens.is_glued(index + 1) and word.isalnum() != (word == "-")
    if word in {"'", "’"}:
        return tokens.is_glued(index) and not tokens.is_glued(index + 1)
    return word[:1].isalpha() and word not in {"and", "that", "but", "as"}


def _read_noun_phrase(tokens: Tokens, end: int) -> str:
    """Any subject that opens its clause with an article: "the water firm's owner said"."""
    if _is_small(tokens.words[end - 1]) or not tokens.words[end - 1][:1].isalpha():
        return ""
    for first in range(end - 2, max(-1, end - PHRASE_REACH), -1):
        word = tokens.words[first]
        if word in DETERMINERS:
            start = _skip_part(tokens, first)
            opens = start == 0 or tokens.words[start - 1] in CLAUSE_STARTS
            written = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
            return written if opens else _read_attached(tokens, first - 1, end)
        if not word[:1].isalpha() or word in OBJECTS or word in FINITE:
            return ""
    return ""


def _skip_part(tokens: Tokens, first: int) -> int:
    """Before "one of" that leads to what opens at a token: "one of the crew"."""
    return first - 2 if tokens.words[first - 1] == "of" and tokens.words[first - 2] in PARTS else first


def read_described(tokens: Tokens, end: int) -> str:
    """Somebody told by what stands behind the noun, who opens a clause: "a source close to the talks"."""
    noun, step, floor = -1, end - 1, max(0, end - DESCRIBED_REACH)
    while step > floor and tokens.words[step].isalpha() and tokens.words[step] not in FINITE | CLAUSE_STARTS:
        if tokens.words[step] in DESCRIBERS and _is_speaking(tokens.words[step - 1]):
            noun = step - 1
        step -= 1
    if noun < 0:
        return ""
    phrase = read_phrase(tokens, noun + 1)
    first = noun + 1 - len(phrase.split())
    stop = noun + 1 if tokens.words[noun + 1] in CUT else end
    opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
    return tokens.text[tokens.starts[first] : tokens.ends[stop - 1]] if opens else ""


def _is_speaking(word: str) -> bool:
    return word in PERSONS or word in BODIES or word in ROLES


def _is_small(word: str) -> bool:
    """Whether a word closes no subject: "the right to say"."""
    return word in OBJECTS or word in FINITE or word == "not"


def read_many(tokens: Tokens, end: int) -> str:
    """Many without an article that open their clause: "aid workers said", "Insurers expect"."""
    if not is_plural(tokens.words[end - 1]) or end == 0:
        return ""
    first = end - 1
    while first > max(0, end - MANY_REACH) and _describes(tokens, first - 1):
        first -= 1
    opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]] if opens else ""


def _describes(tokens: Tokens, index: int) -> bool:
    """Whether a word may go before the plural of a subject."""
    word = tokens.words[index]
    return word.isalpha() and not _is_small(word) and word not in CLAUSE_STARTS and word not in DETERMINERS


def find_opening_body(register: Register) -> str:
    """The body that the sentence before told of: "The statistics office revised its figures. It said ..."."""
    tokens = register.before
    if tokens is None:
        return ""
    end = find_body_end(tokens) or _find_subject_end(tokens)
    if end:
        return tokens.text[tokens.starts[0] : tokens.ends[end - 1]]
    name, end = read_body_after(tokens, 0)
    return name if name and tokens.words[end][:1].isalpha() else ""


def _find_subject_end(tokens: Tokens) -> int:
    """Where the one thing that opens a sentence ends: "The mill opened in May"; 0 without one."""
    if tokens.words[0] != "the":
        return 0
    for step in range(2, BODY_REACH):
        word = tokens.words[step]
        if word in FINITE or word.endswith("ed"):
            return 0 if is_plural(tokens.words[step - 1]) else step
        if not word.isalpha() or word in OBJECTS:
            return 0
    return 0


def find_body_end(tokens: Tokens) -> int:
    """Where the body without a name that opens a sentence ends: "The army denied it"; 0 without one."""
    if tokens.words[0] not in DETERMINERS and tokens.words[0] not in BODIES:
        return 0
    for step in range(min(BODY_REACH, tokens.count)):
        word = tokens.words[step]
        if word in BODIES and tokens.words[step + 1] not in BODIES | ROLES | OBJECTS:
            return step + 1
        if word in FINITE or not word.isalpha():
            return 0
    return 0


def find_opening_person(register: Register) -> str:
    """The person that the sentence before told of: "Trawler owner Anna Berg lost two boats. She said ..."."""
    tokens = register.before
    if tokens is None:
        return ""
    for step in range(min(BODY_REACH, tokens.count)):
        name, end = read_name_after(tokens, step)
        if " " in name:
            return register.add(name) if tokens.words[end] not in OBJECTS else ""
        if not tokens.words[step].isalpha() or tokens.words[step] in OBJECTS | FINITE:
            return ""
    return ""


def read_parenthesis(tokens: Tokens, end: int, register: Register) -> str:
    """ "Name, chief executive of the firm, said": the name before what stands in commas."""
    if tokens.words[end - 1] != ",":
        return ""
    named, first = read_name_before(tokens, end - 1)
    if " " in named and tokens.words[first - 1] == "," and tokens.words[first - 2] in ROLES:
        register.note_role(read_role(tokens, first - 1), named)
        return register.add(named)
    if named and tokens.words[first - 1] == "," and _read_noun_phrase(tokens, first - 1):
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
    name, first = read_name_before(tokens, comma)
    name = _read_bearer(tokens, first, comma) or name
    if name and " " in name:
        role = tokens.text[tokens.starts[comma + 1] : tokens.ends[end - 2]]
        if not ROLES.isdisjoint(tokens.words[comma + 1 : end - 1]):
            register.note_role(role, name)
        return register.add(name)
    word = tokens.words[comma + 1]
    if word in ASIDES:
        register.body = _read_noun_phrase(tokens, comma) or register.body
        return _read_noun_phrase(tokens, comma) or read_many(tokens, comma)
    states = word in STATING or word.endswith("ing")
    return read_subject(tokens, comma, register, strict=True) if states else ""


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
    if subject == verb or "and" not in tokens.words[subject:verb] or tokens.words[verb] in DOUBTFUL_SAYINGS:
        return ""
    if tokens.words[0] in {"he", "she"}:
        return register.last
    body = find_body_end(tokens)
    if body and body < subject:
        return read_subject(tokens, body, register, strict=True)
    name, end = read_name_after(tokens, 0)
    if not name or tokens.words[end] == ",":
        return ""
    return name if tokens.words[end - 1] in ROLES else register.add(name)


def read_role(tokens: Tokens, end: int) -> str:
    """The role before a comma: "Interpol secretary general"."""
    first = end - 1
    while first > 0 and (tokens.words[first - 1] in ROLES or is_name_word(tokens, first - 1)):
        first -= 1
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
