"""Reports of speech in one sentence: who is said to have said it, and where that stands."""

from typing import NamedTuple

from claims.extraction.attribution.people import (
    Register,
    find_full_name,
    is_name_word,
    read_body_after,
    read_name_after,
    read_name_before,
)
from claims.extraction.attribution.tables import (
    ADVERBS,
    BODIES,
    CIVIL_TITLES,
    DOUBTFUL_SAYINGS,
    FINDINGS,
    MILITARY,
    PRONOUNS,
    ROLES,
    SAYINGS,
    STUDIES,
)
from claims.extraction.numerals.reader import WORD_STARTS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

REACH = 28
"""Tokens that may stand between a name and its verb inside commas."""
ROLE_REACH = 12
OBJECTS = frozenset(["of", "in", "for", "at", "on", "by", "from", "with", "to", "under", "between", "about"])
"""Words that make the name behind them no subject."""
QUANTIFIERS = words("a an another more about around nearly almost some over its their his her new further up")
SIGNS = frozenset("$£€¥")
FINITE = words(
    "is are was were be been has have had will would can could may might must should did does that"
)
CLAUSE = 12
"""Tokens behind "added" that are searched for a verb of what was said."""
CLAUSE_ENDS = frozenset({",", ".", ";", "", "—", "–", "and", "while", "after"})
UNNAMED = frozenset({"a", "an", "one", "its", "their", "another"})
"""Words before a role that say it is nobody's whom the text has named."""
TRIGGERS = SAYINGS | CIVIL_TITLES | MILITARY | {"according"}


class Saying(NamedTuple):
    """A report of speech at a token: the speaker, and whether the sentence opens with it."""

    place: int
    speaker: str
    opens: bool


def read_sayings(tokens: Tokens, register: Register) -> list[Saying]:
    """The reports of speech in a sentence, in order; names met on the way go on the register."""
    if TRIGGERS.isdisjoint(tokens.words):
        return []
    sayings = []
    for index, word in enumerate(tokens.words[: tokens.count]):
        if word in SAYINGS and not (index and tokens.is_capitalised(index)):
            speaker = _read_speaker(tokens, index, register)
            if speaker:
                sayings.append(Saying(index, speaker, index < ROLE_REACH // 2))
        elif word == "according" and tokens.words[index + 1] == "to":
            speaker = _read_source(tokens, index + 2)
            if speaker:
                sayings.append(Saying(index, register.resolve(speaker), index == 0))
        elif word in CIVIL_TITLES or word in MILITARY:
            _note_titled(tokens, index, register)
    return sayings


def _note_titled(tokens: Tokens, index: int, register: Register) -> None:
    """Put a person with a title on the register: "Mr. Jürgen Stock", "brigadier general Ashtari"."""
    if tokens.words[index - 1] in MILITARY:
        return
    start = index + 1 + (tokens.words[index + 1] == ".") if tokens.words[index] in CIVIL_TITLES else index
    name, _ = read_name_after(tokens, start)
    if name and name.lower() != tokens.words[index]:
        register.note(name)
        if tokens.words[index - 1] == "," and tokens.words[index - 2] in ROLES:
            register.note_role(_read_role(tokens, index - 1), name)


def _read_role(tokens: Tokens, end: int) -> str:
    """The role before a comma: "Interpol secretary general"."""
    first = end - 1
    while first > 0 and (tokens.words[first - 1] in ROLES or is_name_word(tokens, first - 1)):
        first -= 1
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]


def _read_speaker(tokens: Tokens, verb: int, register: Register) -> str:
    """Who the verb at a token lets speak; "" when nobody is told."""
    subject = verb
    while subject > 0 and tokens.words[subject - 1] in ADVERBS:
        subject -= 1
    if tokens.words[verb] in FINDINGS:
        return _read_phrase(tokens, subject) if tokens.words[subject - 1] in STUDIES else ""
    if tokens.words[verb] in {"added", "adds"} and _is_object(tokens, verb + 1):
        return ""
    return (
        _read_inverted(tokens, verb, register)
        or _read_subject(tokens, subject, register, strict=tokens.words[verb] in DOUBTFUL_SAYINGS)
        or _read_parenthesis(tokens, subject, register)
        or _read_coordinated(tokens, subject, verb, register)
    )


def _is_object(tokens: Tokens, index: int) -> bool:
    """Whether an amount or a thing is added at a token, and nothing said: "added six sen"."""
    word = tokens.words[index]
    if not (word[:1].isdecimal() or word in QUANTIFIERS or word in WORD_STARTS or word in SIGNS):
        return False
    for word in tokens.words[index : index + CLAUSE]:
        if word in FINITE:
            return False
        if word in CLAUSE_ENDS:
            return True
    return True


def _read_subject(tokens: Tokens, end: int, register: Register, *, strict: bool) -> str:
    """The subject right before its verb: a pronoun, a name, a role, a body."""
    word = tokens.words[end - 1] if end else ""
    if word in PRONOUNS:
        return register.last or (tokens.read_raw(end - 1) if word in {"he", "she"} else "")
    role = _find_role(tokens, end)
    if role is not None:
        phrase = tokens.text[tokens.starts[role] : tokens.ends[end - 1]]
        if register.find_role(phrase):
            return register.add(register.find_role(phrase))
    name, first = read_name_before(tokens, end)
    if name and tokens.words[first - 1] in OBJECTS:
        return register.last if role is not None or _names_person(tokens, first) else ""
    if name and not (strict and end == 1):
        return _add_full(tokens, first, name, register)
    if word in ROLES or role is not None:
        phrase = _read_phrase(tokens, end)
        return phrase if phrase.partition(" ")[0].lower() in UNNAMED else register.last or phrase
    return _read_phrase(tokens, end) if word in BODIES else ""


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


def _read_phrase(tokens: Tokens, end: int) -> str:
    """A subject without a name as it is written: "the ministry", "police"."""
    first = end - 1
    while (
        first > 0
        and first > end - 4
        and tokens.words[first - 1].isalpha()
        and tokens.words[first - 1] not in {"and", "that", "but", "as"}
    ):
        first -= 1
        if tokens.words[first] in {"the", "a", "an"}:
            break
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]


def _read_parenthesis(tokens: Tokens, end: int, register: Register) -> str:
    """ "Name, chief executive of the firm, said": the name before what stands in commas."""
    if tokens.words[end - 1] != ",":
        return ""
    named, first = read_name_before(tokens, end - 1)
    if " " in named and tokens.words[first - 1] == "," and tokens.words[first - 2] in ROLES:
        register.note_role(_read_role(tokens, first - 1), named)
        return register.add(named)
    comma = end - 2
    while comma > max(0, end - REACH):
        if tokens.words[comma] == ",":
            name, _ = read_name_before(tokens, comma)
            if name and " " in name:
                role = tokens.text[tokens.starts[comma + 1] : tokens.ends[end - 2]]
                if not ROLES.isdisjoint(tokens.words[comma + 1 : end - 1]):
                    register.note_role(role, name)
                return register.add(name)
        comma -= 1
    return ""


def _read_coordinated(tokens: Tokens, subject: int, verb: int, register: Register) -> str:
    """ "The minister visited the site and said that ...": the subject that opened the sentence."""
    if subject == verb or "and" not in tokens.words[subject:verb] or tokens.words[verb] in DOUBTFUL_SAYINGS:
        return ""
    if tokens.words[0] in {"he", "she"}:
        return register.last
    name, end = read_name_after(tokens, 0)
    if not name or tokens.words[end] == ",":
        return ""
    return name if tokens.words[end - 1] in ROLES else register.add(name)


def _read_inverted(tokens: Tokens, verb: int, register: Register) -> str:
    """ "..., said Interpol's secretary general, Mr. Jürgen Stock.": the subject behind its verb."""
    if (
        verb
        and tokens.words[verb - 1] not in {",", "”", '"', "’", "'", "?", "!"}
        and tokens.words[verb - 1] != ""
    ):
        return ""
    if tokens.words[verb] not in {
        "said",
        "says",
        "added",
        "adds",
        "explained",
        "wrote",
        "noted",
        "warned",
        "told",
        "argued",
    }:
        return ""
    step = verb + 1
    while step < verb + ROLE_REACH and step < tokens.count:
        if tokens.words[step] == "," and (
            tokens.words[step + 1] in CIVIL_TITLES or is_name_word(tokens, step + 1)
        ):
            name, _ = read_name_after(
                tokens,
                step + 1 + 2 * (tokens.words[step + 1] in CIVIL_TITLES and tokens.words[step + 2] == "."),
            )
            if name:
                return register.add(name)
        step += 1
    name, _ = read_name_after(tokens, verb + 1)
    return register.add(name) if name else ""


def _read_source(tokens: Tokens, index: int) -> str:
    """Who "according to" names: a body, a person, or "police"."""
    start = index + (tokens.words[index] in {"the", "a", "an"})
    name, _ = read_body_after(tokens, start)
    if name:
        return name
    if tokens.words[start] in BODIES:
        return tokens.text[tokens.starts[index] : tokens.ends[start]]
    return ""
