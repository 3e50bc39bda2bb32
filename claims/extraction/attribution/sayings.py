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
    DENYING,
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
PUTS = frozenset({"put", "puts"})
PUT_REACH = 7
BOUND_STARTS = frozenset({"at", "more", "less", "between", '"', "“"})
TRIGGERS = SAYINGS | CIVIL_TITLES | MILITARY | PUTS | {"according"}
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
RECENT = words("last this earlier")
SPANS = words("week month year")
SOURCE_REACH = 6
MAKERS = frozenset({"by", "from"})
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "one", "another"})
CLAUSE_STARTS = frozenset({"", ",", ".", ";", "”", '"', "“", "but", "and", "as", "while", "that", "–", "—"})
PHRASE_REACH = 6
ATTACHING = frozenset({"at", "for", "from", "with"})


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
        elif word in PUTS and _puts_at(tokens, index):
            speaker = _read_subject(tokens, index, register, strict=True) or _read_parenthesis(
                tokens, index, register
            )
            if speaker:
                sayings.append(Saying(index, speaker, opens=False))
        elif word == "according" and tokens.words[index + 1] == "to":
            speaker = _read_source(tokens, index + 2)
            if speaker:
                sayings.append(Saying(index, register.resolve(speaker), index == 0))
        elif word in CIVIL_TITLES or word in MILITARY:
            _note_titled(tokens, index, register)
    return sayings


def _puts_at(tokens: Tokens, index: int) -> bool:
    """Whether "put" gives a figure: "put the damage at $40 million"."""
    for step in range(index + 1, index + PUT_REACH):
        if tokens.words[step] == "at":
            following = tokens.words[step + 1]
            numbered = following[:1].isdecimal() or tokens.words[step + 2][:1].isdecimal()
            return numbered or following in QUANTIFIERS | WORD_STARTS | BOUND_STARTS
    return False


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
    subject = _skip_time(tokens, subject)
    if tokens.words[verb] in FINDINGS:
        if tokens.words[subject - 1] in STUDIES:
            return _read_phrase(tokens, subject)
        return _read_maker(tokens, subject)
    if tokens.words[verb] in DENYING and tokens.words[verb + 1] != "that":
        return ""
    if tokens.words[verb] in {"added", "adds"} and _is_object(tokens, verb + 1):
        return ""
    return (
        _read_inverted(tokens, verb, register)
        or _read_subject(tokens, subject, register, strict=tokens.words[verb] in DOUBTFUL_SAYINGS)
        or _read_parenthesis(tokens, subject, register)
        or _read_coordinated(tokens, subject, verb, register)
    )


def _skip_time(tokens: Tokens, subject: int) -> int:
    """Before a time between subject and verb: "officials on Wednesday confirmed"."""
    words_ = tokens.words
    if words_[subject - 1] in WEEKDAYS and subject > 1:
        return subject - 1 - (words_[subject - 2] == "on")
    if words_[subject - 1] in SPANS and words_[subject - 2] in RECENT:
        return subject - 2
    return subject


def _read_maker(tokens: Tokens, end: int) -> str:
    """ "a survey by the University of Torre found": whose survey it is."""
    for step in range(end - 1, max(0, end - ROLE_REACH), -1):
        word = tokens.words[step]
        if word in MAKERS and tokens.words[step - 1] in STUDIES:
            name, stop = read_body_after(tokens, step + 1 + (tokens.words[step + 1] in DETERMINERS))
            return name if stop == end else ""
        if word in CLAUSE_STARTS:
            return ""
    return ""


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
    if word == "it":
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
    if name and not (strict and end == 1):
        speaker = _add_full(tokens, first, name, register)
        register.body = speaker if tokens.words[first - 1] == "the" or " " not in speaker else ""
        return speaker
    return _read_unnamed(tokens, end, register, is_role=role is not None, strict=strict)


def _read_unnamed(tokens: Tokens, end: int, register: Register, *, is_role: bool, strict: bool) -> str:
    """A subject without a name before its verb: a role, a body, any phrase that opens its clause."""
    word = tokens.words[end - 1] if end else ""
    if word in ROLES or is_role:
        phrase = _read_phrase(tokens, end)
        return phrase if phrase.partition(" ")[0].lower() in UNNAMED else register.last or phrase
    phrase = _read_phrase(tokens, end) if word in BODIES else ""
    attached = _read_attached(tokens, end - 1 - len(phrase.split()), end) if phrase else ""
    phrase = attached or phrase or ("" if strict else _read_noun_phrase(tokens, end))
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
    phrase = _read_phrase(tokens, link)
    start = tokens.ends[link - 1] - len(phrase)
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


def _read_noun_phrase(tokens: Tokens, end: int) -> str:
    """Any subject that opens its clause with an article: "the water firm's owner said"."""
    for first in range(end - 2, max(-1, end - PHRASE_REACH), -1):
        word = tokens.words[first]
        if word in DETERMINERS:
            opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
            written = tokens.text[tokens.starts[first] : tokens.ends[end - 1]]
            return written if opens else _read_attached(tokens, first - 1, end)
        if not word[:1].isalpha() or word in OBJECTS or word in FINITE:
            return ""
    return ""


def _read_parenthesis(tokens: Tokens, end: int, register: Register) -> str:
    """ "Name, chief executive of the firm, said": the name before what stands in commas."""
    if tokens.words[end - 1] != ",":
        return ""
    named, first = read_name_before(tokens, end - 1)
    if " " in named and tokens.words[first - 1] == "," and tokens.words[first - 2] in ROLES:
        register.note_role(_read_role(tokens, first - 1), named)
        return register.add(named)
    if named and tokens.words[first - 1] == "," and _read_noun_phrase(tokens, first - 1):
        register.body = register.add(named)
        return register.body
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
    """Who "according to" names: a body, a person, "police", "the regional health agency"."""
    start = index + (tokens.words[index] in {"the", "a", "an"})
    name, _ = read_body_after(tokens, start)
    end = start
    while not name and end < start + SOURCE_REACH and tokens.words[end].isalnum():
        name = _read_source_at(tokens, index, end)
        end += 1
    return name


def _read_source_at(tokens: Tokens, first: int, index: int) -> str:
    """The source whose noun stands at a token: its own name, whose study it is, or its words from `first`."""
    word, following = tokens.words[index], tokens.words[index + 1]
    written = tokens.text[tokens.starts[first] : tokens.ends[index]]
    if word in STUDIES and following in MAKERS:
        maker, _ = read_body_after(tokens, index + 2 + (tokens.words[index + 2] in DETERMINERS))
        return maker or written
    if word in BODIES and is_name_word(tokens, index + 1):
        return read_body_after(tokens, index + 1)[0]
    closes = word in BODIES and following not in BODIES | ROLES
    return written if closes or (word in ROLES and not following[:1].isalpha()) else ""
