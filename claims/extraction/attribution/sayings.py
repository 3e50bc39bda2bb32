"""Reports of speech in one sentence: who is said to have said it, and where that stands."""

from typing import NamedTuple

from claims.extraction.attribution.asides import read_coordinated, read_parenthesis
from claims.extraction.attribution.labels import find_labels
from claims.extraction.attribution.people import (
    Register,
    is_name_word,
    read_body_after,
    read_name_after,
)
from claims.extraction.attribution.phrases import (
    ATTACHING,
    DETERMINERS,
    FINITE,
    ROLE_REACH,
    read_described,
    read_many,
    read_phrase,
    read_role,
    read_source_phrase,
)
from claims.extraction.attribution.studies import MAKERS, PUBLISHING, read_study
from claims.extraction.attribution.subjects import read_subject
from claims.extraction.attribution.tables import (
    ADVERBS,
    BASES,
    BODIES,
    CALLING,
    CIVIL_TITLES,
    DENYING,
    DOUBTFUL_SAYINGS,
    FINDINGS,
    INVERTING,
    INVERTING_QUOTES,
    MILITARY,
    NOT_NAMES,
    PASSIVES,
    ROLES,
    SAYINGS,
    STUDIES,
    THOUGHTS,
)
from claims.extraction.attribution.thoughts import closes_sentence, find_end, read_thinker
from claims.extraction.nouns import GENITIVES
from claims.extraction.numerals.reader import WORD_STARTS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

QUANTIFIERS = words("a an another more about around nearly almost some over its their his her new further up")
SIGNS = frozenset("$£€¥")
CLAUSE = 12
"""Tokens behind "added" that are searched for a verb of what was said."""
CLAUSE_ENDS = frozenset({",", ".", ";", "", "—", "–", "and", "while", "after"})
REPORTING = words("reported estimated wrote")
"""Doubtful verbs that report surely before a clause: "Xinhua reported 40 boats were lost"."""
PUTS = words("put puts see sees")
"""Verbs that give a figure with "at"."""
PUT_REACH = 9
BOUND_STARTS = frozenset({"at", "more", "less", "between", '"', "“"})
TRIGGERS = SAYINGS | THOUGHTS | CIVIL_TITLES | MILITARY | PUTS | {"according"}
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
RECENT = words("last this earlier")
SPANS = words("week month year")
SOURCE_REACH = 6
LEADS_ON = words("in on about of")
"""Words behind a study that tell where it came out or what it is about."""
QUOTE_ENDS = words(", ” \" ’ ' ? !") | {""}
"""What a quotation or a clause ends with before "said Anna Berg"."""
QUOTE_STARTS = frozenset('“"«„')
QUOTE_MARKS = frozenset('”"»')
MOST_ROLES = 4
"""Words of a role in small letters before a name: "said team captain Anna Berg"."""
PHRASE_BEHIND = 8
BEHIND = words("on in at after when as during last this yesterday today who which while late early")
"""Words that end who said it: "said the ministry on Tuesday"."""


class Saying(NamedTuple):
    """A report of speech at a token: the speaker, and whether the sentence opens with it.

    until: of what is expected, believed or said in an aside ("Lee, who says") the token where it ends: it
    tells of nothing before its verb; 0 for what else is said.
    """

    place: int
    speaker: str
    opens: bool
    until: int = 0


def read_sayings(tokens: Tokens, register: Register) -> list[Saying]:
    """The reports of speech in a sentence, in order; names met on the way go on the register."""
    labels = find_labels(tokens, register)
    if TRIGGERS.isdisjoint(tokens.words) and not labels:
        return []
    sayings = [Saying(place, speaker, opens=False) for place, speaker in labels]
    for index in [index for index, word in enumerate(tokens.words[: tokens.count]) if word in TRIGGERS]:
        saying = _read_saying(tokens, index, register)
        if saying.speaker:
            sayings.append(saying)
    return sorted(sayings) if labels else sayings


def _read_saying(tokens: Tokens, index: int, register: Register) -> Saying:
    """The report at a trigger; its speaker is "" where nobody is told to say anything."""
    word = tokens.words[index]
    if word in THOUGHTS:
        speaker = read_thinker(tokens, index, _skip_adverbs(tokens, index), register)
        ahead = speaker and not closes_sentence(tokens, index)
        return Saying(index, speaker, opens=False, until=find_end(tokens, index) if ahead else 0)
    if word in SAYINGS:
        named = index and tokens.is_capitalised(index)
        speaker = "" if named else _read_speaker(tokens, index, register)
        aside = speaker and tokens.words[_skip_adverbs(tokens, index) - 1] == "who"
        until = find_end(tokens, index) if aside else 0
        return Saying(index, speaker, index < ROLE_REACH // 2, until=until)
    if word in PUTS and _puts_at(tokens, index):
        subject = _skip_adverbs(tokens, index)
        speaker = (
            read_subject(tokens, subject, register, strict=True)
            or read_parenthesis(tokens, subject, register)
            or read_described(tokens, subject)
            or (read_many(tokens, subject) if tokens.words[subject - 1] not in FINITE else "")
        )
        return Saying(index, speaker, opens=False)
    if word == "according" and tokens.words[index + 1] == "to":
        source = _read_source(tokens, index + 2) or read_source_phrase(tokens, index + 2)
        return Saying(index, register.add_source(source) if source else "", index == 0)
    if word in CIVIL_TITLES or word in MILITARY:
        _note_titled(tokens, index, register)
    return Saying(index, "", opens=False)


def _puts_at(tokens: Tokens, index: int) -> bool:
    """Whether "put" gives a figure: "put the damage at $40 million"."""
    for step in range(index + 1, index + PUT_REACH):
        following = tokens.words[step + 1]
        numbered = following[:1].isdecimal() or tokens.words[step + 2][:1].isdecimal()
        if tokens.words[step] == "at" and (numbered or following in QUANTIFIERS | WORD_STARTS | BOUND_STARTS):
            return True
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
            register.note_role(read_role(tokens, index - 1), name)


def _read_speaker(tokens: Tokens, verb: int, register: Register) -> str:
    """Who the verb at a token lets speak; "" when nobody is told."""
    subject, word = _skip_adverbs(tokens, verb), tokens.words[verb]
    if word in BASES:
        return _read_many_or_they(tokens, subject, register)
    if word in FINDINGS and not _is_report(tokens, verb):
        finds = tokens.words[subject - 1] in STUDIES
        return read_phrase(tokens, subject) if finds else read_study(tokens, subject)
    if _says_nothing(tokens, verb):
        return ""
    if word in PASSIVES and tokens.words[verb + 1] == "by":
        return register.resolve(_read_source(tokens, verb + 2) or _read_tellers(tokens, verb + 2))
    studied = not STUDIES.isdisjoint(tokens.words[max(0, subject - ROLE_REACH) : max(0, subject - 1)])
    strict = word in DOUBTFUL_SAYINGS and not (word in REPORTING and not _is_object(tokens, verb + 1))
    return (
        _read_inverted(tokens, verb, register)
        or (read_study(tokens, subject) if studied else "")
        or read_subject(tokens, subject, register, strict=strict)
        or read_parenthesis(tokens, subject, register)
        or read_coordinated(tokens, subject, verb, register)
        or _read_phrase_behind(tokens, verb)
        or read_described(tokens, subject)
    )


def _read_tellers(tokens: Tokens, start: int) -> str:
    """ "told by advisers that": many without a name behind "by"."""
    end = start
    while (
        end < start + MOST_ROLES and tokens.words[end].isalpha() and tokens.words[end] not in {"that", "to"}
    ):
        end += 1
    told = tokens.words[end] in {"that", "to"} and is_plural(tokens.words[end - 1])
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if told else ""


def _says_nothing(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is no speech here: "denied 40 requests", "added six sen"."""
    if tokens.words[verb] in PASSIVES and tokens.words[verb + 1] == "by":
        return False
    if tokens.words[verb] == "posted":
        return tokens.words[verb + 1] not in {"on", "that"}
    if tokens.words[verb] in CALLING:
        return QUOTE_STARTS.isdisjoint(tokens.words[verb + 1 : verb + ROLE_REACH // 2])
    if tokens.words[verb] in DENYING:
        closes = tokens.words[verb + 1] in {".", ""} and tokens.words[verb] not in {"denied", "denies"}
        return not closes and not _denies_clause(tokens, verb + 1)
    return tokens.words[verb] in {"added", "adds"} and _is_object(tokens, verb + 1)


def _denies_clause(tokens: Tokens, index: int) -> bool:
    """Whether what is denied is told in a clause: "denied that 40 boats sank", "denied losing 40 boats"."""
    word = tokens.words[index]
    denied = tokens.words[index - 1] in {"denied", "denies"}
    return word == "that" or (denied and word.endswith("ing") and word != "wrongdoing")


def _is_report(tokens: Tokens, verb: int) -> bool:
    """Whether "found" reports and finds no thing: "found that", ", the regulator found."."""
    closes = tokens.words[verb + 1] in {".", ""} and "," in tokens.words[max(0, verb - ROLE_REACH) : verb]
    return closes or tokens.words[verb + 1] == "that"


def _skip_adverbs(tokens: Tokens, verb: int) -> int:
    """Where the subject of a verb ends: before adverbs and the time between them."""
    subject = verb
    while subject > 0 and tokens.words[subject - 1] in ADVERBS:
        subject -= 1
    return _skip_time(tokens, subject)


def _read_many_or_they(tokens: Tokens, subject: int, register: Register) -> str:
    """ "Doctors warn", "they warn": the subject of a verb that only many have."""
    if tokens.words[subject - 1] == "they":
        return register.last
    return (
        read_many(tokens, subject)
        or read_described(tokens, subject)
        or (
            read_subject(tokens, subject, register, strict=True)
            if is_plural(tokens.words[subject - 1])
            else ""
        )
    )


def _skip_time(tokens: Tokens, subject: int) -> int:
    """Before a time between subject and verb: "officials on Wednesday confirmed"."""
    words_ = tokens.words
    if words_[subject - 1] in WEEKDAYS and subject > 1:
        return subject - 1 - (words_[subject - 2] == "on")
    if words_[subject - 1] in SPANS and words_[subject - 2] in RECENT:
        return subject - 2
    return subject


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


def _may_invert(tokens: Tokens, verb: int) -> bool:
    """Whether a verb's subject may stand behind it: behind a comma, or of more verbs behind a quotation."""
    word, before = tokens.words[verb], tokens.words[verb - 1]
    if word in INVERTING:
        return before in QUOTE_ENDS
    return word in INVERTING_QUOTES and before in QUOTE_MARKS


def _read_inverted(tokens: Tokens, verb: int, register: Register) -> str:
    """ "..., said Interpol's secretary general, Mr. Jürgen Stock.": the subject behind its verb."""
    if not _may_invert(tokens, verb):
        return ""
    name = _read_name_behind(tokens, verb + 1)
    return register.add(name) if name else ""


def _read_name_behind(tokens: Tokens, start: int) -> str:
    """A name behind a verb: behind a role and a comma, at once, or behind a role in small letters."""
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


def _read_phrase_behind(tokens: Tokens, verb: int) -> str:
    """ "said police", "said a spokesman for the port": a body or a role without a name behind a quotation."""
    start = end = verb + 1
    if not _may_invert(tokens, verb):
        return ""
    while end < start + PHRASE_BEHIND and tokens.words[end].isalpha() and tokens.words[end] not in BEHIND:
        end += 1
    phrase = tokens.words[start:end]
    spoken = not (BODIES | ROLES).isdisjoint(phrase) and FINITE.isdisjoint(phrase)
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if spoken else ""


def _read_source(tokens: Tokens, index: int) -> str:
    """Who "according to" names: a body, a person, "police", "the regional health agency"."""
    start = index + (tokens.words[index] in {"the", "a", "an"})
    name, _ = read_body_after(tokens, start)
    end = start
    while not name and end < start + SOURCE_REACH and tokens.words[end][:1].isalnum():
        name = _read_source_at(tokens, index, end)
        end += 1
    return _cut_genitive(name)


def _cut_genitive(name: str) -> str:
    """ "the Energy Agency" of "the Energy Agency's forecast"."""
    return name[:-2] if name.endswith(GENITIVES) else name


def _read_source_at(tokens: Tokens, first: int, index: int) -> str:
    """The source whose noun stands at a token: its own name, whose study it is, or its words from `first`."""
    word, following = tokens.words[index], tokens.words[index + 1]
    written = tokens.text[tokens.starts[first] : tokens.ends[index]]
    made = index + 1 + (following in PUBLISHING)
    link = tokens.words[made]
    if word in STUDIES and (link in MAKERS or (link == "in" and following in PUBLISHING)):
        maker, _ = read_body_after(tokens, made + 1 + (tokens.words[made + 1] in DETERMINERS))
        return maker or written
    if word.endswith(GENITIVES) and word[:-2] in BODIES:
        return written
    if word in BODIES and is_name_word(tokens, index + 1):
        return read_body_after(tokens, index + 1)[0]
    if word in ROLES and following == ",":
        name, end = read_name_after(tokens, index + 2)
        if " " in name and not tokens.words[end][:1].isalnum():
            return name
    if word in STUDIES and following in LEADS_ON:
        return written
    closes = word in BODIES and following not in BODIES | ROLES
    return written if closes or (word in ROLES and not following[:1].isalpha()) else ""
