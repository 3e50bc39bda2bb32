"""Reports of speech in one sentence: who is said to have said it, and where that stands."""

from typing import NamedTuple

from claims.extraction.attribution.asides import read_coordinated, read_parenthesis
from claims.extraction.attribution.inverted import read_inverted, read_phrase_behind
from claims.extraction.attribution.labels import find_labels
from claims.extraction.attribution.openers import TELLING, read_opener, tells_clause
from claims.extraction.attribution.people import (
    Register,
    read_name_after,
)
from claims.extraction.attribution.phrases import (
    FINITE,
    OBJECTS,
    ROLE_REACH,
    read_described,
    read_long_phrase,
    read_many,
    read_noun_phrase,
    read_phrase,
    read_role,
    read_somebody,
)
from claims.extraction.attribution.silences import is_object, is_report, opens_finite, puts_at, says_nothing
from claims.extraction.attribution.sources import (
    find_credits,
    read_credited,
    read_quoted,
    read_source,
    read_tellers,
)
from claims.extraction.attribution.studies import read_study
from claims.extraction.attribution.subjects import read_subject
from claims.extraction.attribution.tables import (
    ADVERBS,
    BASES,
    BODIES,
    CIVIL_TITLES,
    DOUBTFUL_SAYINGS,
    FINDINGS,
    MILITARY,
    PASSIVES,
    ROLES,
    SAYINGS,
    STUDIES,
    THOUGHTS,
)
from claims.extraction.attribution.thoughts import (
    PARTICIPLES,
    closes_sentence,
    find_end,
    read_participle,
    read_thinker,
)
from claims.extraction.attribution.untold import find_told_end, find_untold
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

PUTS = words("put puts see sees peg pegs pegged gave gives")
"""Verbs that give a figure with "at", or a toll."""
SUGGESTING = words("suggest suggested indicate indicated")
"""Findings that many may say too: "analysts suggest"."""
TO_BE = words("is are was were been")
REPORTING = words("reported estimated wrote")
"""Doubtful verbs that report surely before a clause: "Xinhua reported 40 boats were lost"."""
TRIGGERS = SAYINGS | THOUGHTS | PARTICIPLES | TELLING | CIVIL_TITLES | MILITARY | PUTS | {"according"}
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
ASIDE_REACH = 4
"""Tokens of who speaks in an aside, behind "which"."""
RECENT = words("last this earlier")
SPANS = words("week month year")
BETWEEN = ADVERBS | WEEKDAYS | SPANS
"""Words that may stand between a subject and its verb."""


class Saying(NamedTuple):
    """A report of speech at a token: the speaker, and whether the sentence opens with it.

    until: of what is expected, believed or said in an aside ("Lee, who says") the token where it ends: it
    tells of nothing before its verb; 0 for what else is said.
    first, last: tokens before the verb that it does not tell of: another clause, an aside of its subject.
    """

    place: int
    speaker: str
    opens: bool
    until: int = 0
    first: int = 0
    last: int = 0


def read_sayings(tokens: Tokens, register: Register) -> list[Saying]:
    """The reports of speech in a sentence, in order; names met on the way go on the register."""
    labels = find_labels(tokens, register)
    if "per" in tokens.words:
        labels += find_credits(tokens, register)
    if TRIGGERS.isdisjoint(tokens.words) and not labels:
        return []
    sayings = [Saying(place, speaker, opens=False) for place, speaker in labels]
    for index in [index for index, word in enumerate(tokens.words[: tokens.count]) if word in TRIGGERS]:
        saying = _read_saying(tokens, index, register, has_told=bool(sayings))
        if saying.speaker:
            sayings.append(saying)
            register.group = register.group if saying.speaker == register.last else saying.speaker
    told = sayings[1:] if len(sayings) > 1 and _is_told_by_last(tokens, sayings) else sayings
    return sorted(told) if labels else told


def _is_told_by_last(tokens: Tokens, sayings: list[Saying]) -> bool:
    """Whether who closes a sentence credits another: "According to reports, 40 sank, Anna Berg said."."""
    first, last = sayings[0], sayings[-1]
    credited = first.place == 0 and tokens.words[0] in {"according", "per"}
    return credited and not last.until and tokens.words[last.place + 1] in {".", ""}


def _read_expecting(tokens: Tokens, index: int, register: Register) -> Saying:
    """Who is expecting, at a form in -ing: "analysts were expecting 40", "with analysts expecting 40"."""
    subject = _skip_adverbs(tokens, index)
    goes_on = tokens.words[subject - 1] in TO_BE
    speaker = (
        read_thinker(tokens, index, subject - 1, register)
        if goes_on
        else read_participle(tokens, subject, register)
    )
    return Saying(index, speaker, opens=False, until=find_end(tokens, index))


def _find_until(tokens: Tokens, verb: int) -> int:
    """Where a report ends that tells of no more than stands behind it; 0 for any other.

    It stands in an aside ("Lee, who says ...", "the crash, which police said was loud, hurt two"), or in a
    clause of its own.
    """
    subject = _skip_adverbs(tokens, verb)
    if tokens.words[subject - 1] == "who":
        return find_end(tokens, verb)
    near = tokens.words[max(0, subject - ASIDE_REACH) : subject - 1]
    behind = tokens.words[verb : verb + ROLE_REACH]
    if "which" in near and "," in behind:
        return verb + behind.index(",")
    return find_told_end(tokens, verb)


def _is_telling(tokens: Tokens, index: int) -> bool:
    """Whether a form in -ing goes on what its sentence tells: "..., saying that", "is warning that"."""
    lead = tokens.words[_skip_adverbs(tokens, index) - 1]
    return (lead == "," or lead in TO_BE) and tells_clause(tokens, index)


def _read_telling(tokens: Tokens, index: int, register: Register, *, has_told: bool) -> Saying:
    """Who opens the sentence and tells what stands behind a form in -ing; nobody where a report led to it."""
    subject = _skip_adverbs(tokens, index)
    if tokens.words[subject - 1] in TO_BE:
        end = _skip_adverbs(tokens, subject - 1)
        speaker = read_subject(tokens, end, register, strict=False) or read_parenthesis(tokens, end, register)
        first, last = find_untold(tokens, index) if speaker else (0, 0)
        return Saying(index, speaker, index < ROLE_REACH // 2, 0, first, last)
    speaker = "" if has_told else read_opener(tokens, index, register)
    return Saying(index, speaker, opens=False, until=tokens.count)


def _read_saying(tokens: Tokens, index: int, register: Register, *, has_told: bool) -> Saying:
    """The report at a trigger; its speaker is "" where nobody is told to say anything."""
    word = tokens.words[index]
    if word in TELLING and _is_telling(tokens, index):
        return _read_telling(tokens, index, register, has_told=has_told)
    if word in THOUGHTS:
        speaker = read_thinker(tokens, index, _skip_adverbs(tokens, index), register)
        ahead = speaker and not closes_sentence(tokens, index)
        return Saying(index, speaker, opens=False, until=find_end(tokens, index) if ahead else 0)
    if word in SAYINGS:
        named = index and tokens.is_capitalised(index)
        speaker = "" if named else _read_speaker(tokens, index, register)
        until = _find_until(tokens, index) if speaker else 0
        first, last = find_untold(tokens, index) if speaker else (0, 0)
        return Saying(index, speaker, index < ROLE_REACH // 2, until, first, last)
    if word in PARTICIPLES:
        return _read_expecting(tokens, index, register)
    if word in PUTS and puts_at(tokens, index):
        subject = _skip_adverbs(tokens, index)
        speaker = (
            read_subject(tokens, subject, register, strict=True)
            or read_parenthesis(tokens, subject, register)
            or read_described(tokens, subject)
            or (read_many(tokens, subject) if tokens.words[subject - 1] not in FINITE else "")
            or read_coordinated(tokens, subject, index, register)
        )
        return Saying(index, speaker, opens=False)
    if word in CIVIL_TITLES or word in MILITARY:
        _note_titled(tokens, index, register)
    speaker = read_credited(tokens, index, register) if word == "according" else ""
    return Saying(index, speaker, index == 0)


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
    if word == "saying" and tokens.words[verb - 1] == "as":
        return read_quoted(tokens, verb - 1, register)
    if word in BASES:
        return "" if says_nothing(tokens, verb) else _read_many_or_they(tokens, subject, register)
    if word in FINDINGS and not is_report(tokens, verb):
        return _read_finder(tokens, subject, verb, register)
    if says_nothing(tokens, verb):
        return ""
    if word in PASSIVES and tokens.words[verb + 1] == "by":
        return register.resolve(read_source(tokens, verb + 2) or read_tellers(tokens, verb + 2))
    return read_coordinated(tokens, subject, verb, register) or _read_near(tokens, subject, verb, register)


def _read_near(tokens: Tokens, subject: int, verb: int, register: Register) -> str:
    """Who stands beside a verb that lets somebody speak, before it or behind it."""
    word = tokens.words[verb]
    studied = not STUDIES.isdisjoint(tokens.words[max(0, subject - ROLE_REACH) : max(0, subject - 1)])
    strict = word in DOUBTFUL_SAYINGS and not (word in REPORTING and not is_object(tokens, verb + 1))
    return (
        read_inverted(tokens, verb, register)
        or (read_study(tokens, subject) if studied else "")
        or read_subject(tokens, subject, register, strict=strict)
        or read_parenthesis(tokens, subject, register)
        or read_phrase_behind(tokens, verb)
        or read_described(tokens, subject)
    )


def _read_finder(tokens: Tokens, subject: int, index: int, register: Register) -> str:
    """Whose research finds, the many who suggest, or the body that found what a clause tells."""
    word = tokens.words[index]
    if tokens.words[subject - 1] in STUDIES:
        return read_phrase(tokens, subject)
    study = read_study(tokens, subject)
    if study:
        return study
    able = tokens.words[subject - 1] in BODIES
    if able and word not in SUGGESTING and opens_finite(tokens, index + 1):
        return read_subject(tokens, subject, register, strict=True)
    many = able and word in SUGGESTING
    return read_many(tokens, subject) if many else ""


def _skip_adverbs(tokens: Tokens, verb: int) -> int:
    """Where the subject of a verb ends: before adverbs and the time between them."""
    if tokens.words[verb - 1] not in BETWEEN:
        return verb
    timed = _skip_time(tokens, _skip_light(tokens, verb))
    return _skip_light(tokens, timed)


def _skip_light(tokens: Tokens, subject: int) -> int:
    while subject > 0 and tokens.words[subject - 1] in ADVERBS:
        subject -= 1
    return subject


def _read_many_or_they(tokens: Tokens, subject: int, register: Register) -> str:
    """ "Doctors warn", "they warn": the subject of a verb that only many have."""
    if tokens.words[subject - 1] == "they":
        return register.group or register.last
    if tokens.words[subject - 1] in OBJECTS:
        return ""
    many = is_plural(tokens.words[subject - 1])
    return (
        read_many(tokens, subject)
        or read_described(tokens, subject)
        or (
            read_subject(tokens, subject, register, strict=True)
            if many or tokens.words[subject - 1] in BODIES
            else ""
        )
        or (read_noun_phrase(tokens, subject) if many else read_long_phrase(tokens, subject))
        or read_somebody(tokens, subject)
    )


def _skip_time(tokens: Tokens, subject: int) -> int:
    """Before a time between subject and verb: "officials on Wednesday confirmed"."""
    words_ = tokens.words
    if words_[subject - 1] in WEEKDAYS and subject > 1:
        return subject - 1 - (words_[subject - 2] == "on")
    if words_[subject - 1] in SPANS and words_[subject - 2] in RECENT:
        return subject - 2
    return subject
