"""Whom "according to" and "told by" name: a body, a person, whose study it is, many without a name."""

from claims.extraction.attribution.people import (
    Register,
    is_name_word,
    read_body_after,
    read_name_after,
    read_name_before,
)
from claims.extraction.attribution.phrases import DETERMINERS, FINITE, SEEN, read_source_phrase
from claims.extraction.attribution.studies import MAKERS, PUBLISHING
from claims.extraction.attribution.subjects import read_subject
from claims.extraction.attribution.tables import BODIES, ROLES, STUDIES
from claims.extraction.nouns import GENITIVES
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

SOURCE_REACH = 6
MOST_WORDS = 4
"""Words of many without a name: "told by school advisers that"."""
CLOSING = frozenset({",", ".", ";", ")", ""})
"""What stands behind a source without a name."""
QUOTED_REACH = 22
QUOTING = words("quoted cited")
PASSIVE = words("was were is are been be being has have had also earlier later")
"""Words before "quoted" whose subject is who said it: "Anna Berg was quoted by the daily as saying"."""
COUNTING = words("only just about some more less fewer at nearly almost over under up half one two three")
"""Words that open what is counted behind a study without a comma: "according to the results only 40"."""
LEADS_ON = words("in on about of")
"""Words behind a study that tell where it came out or what it is about."""


def read_credited(tokens: Tokens, place: int, register: Register) -> str:
    """Whom "according to", "as per" or a sentence's first "per" credits with what is said."""
    named = tokens.words[place + 1] == "to" or tokens.words[place] == "per"
    index = place + 1 + (tokens.words[place] == "according")
    if tokens.words[index] in {"him", "her", "them"} and not tokens.words[index + 1].isalpha():
        return register.group if tokens.words[index] == "them" else register.last
    source = (read_source(tokens, index) or read_source_phrase(tokens, index)) if named else ""
    return register.add_source(source) if source else ""


def find_credits(tokens: Tokens, register: Register) -> list[tuple[int, str]]:
    """Where "per" tells who says it, and no rate, with who: "as per the police", "Per the police, ..."."""
    place = tokens.words.index("per")
    if place and tokens.words[place - 1] != "as":
        return []
    speaker = read_credited(tokens, place, register)
    return [(place, speaker)] if speaker else []


def read_source(tokens: Tokens, index: int) -> str:
    """Who "according to" names: a body, a person, "police", "the regional health agency"."""
    start = index + (tokens.words[index] in {"the", "a", "an"})
    name, end = read_body_after(tokens, start)
    if name.endswith(GENITIVES) and _is_owned(tokens, end):
        name = ""
    end = start
    while (
        not name
        and end < start + SOURCE_REACH
        and (tokens.words[end][:1].isalnum() or tokens.words[end] == "-")
    ):
        name = _read_source_at(tokens, index, end)
        end += 1
    return _cut_genitive(name) or _read_plain(tokens, index)


def _read_plain(tokens: Tokens, index: int) -> str:
    """Any few words up to a sign: "court papers", "one resident", "rower Anna Berg"."""
    end = index
    while end < index + SOURCE_REACH and _goes_on(tokens, end):
        end += 1
    if end == index or tokens.words[end] not in CLOSING:
        return ""
    name, first = read_name_before(tokens, end)
    return name if " " in name and first > index else tokens.text[tokens.starts[index] : tokens.ends[end - 1]]


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a token goes on a source: a word that is no verb, or a hyphen inside one."""
    word = tokens.words[index]
    return (word[:1].isalpha() and word not in FINITE) or (word == "-" and tokens.is_glued(index))


def _is_owned(tokens: Tokens, end: int) -> bool:
    """Whether a role of what a name owns speaks: "according to Norland's fisheries minister, Anna Berg"."""
    return any(
        tokens.words[step] in ROLES and (tokens.words[step + 1] == "," or is_name_word(tokens, step + 1))
        for step in range(end, end + MOST_WORDS)
    )


def _cut_genitive(name: str) -> str:
    """ "the Energy Agency" of "the Energy Agency's forecast"."""
    return name[:-2] if name.endswith(GENITIVES) else name


def _read_source_at(tokens: Tokens, first: int, index: int) -> str:
    """The source whose noun stands at a token: its own name, whose study it is, or its words from `first`."""
    word, following = tokens.words[index], tokens.words[index + 1]
    written = tokens.text[tokens.starts[first] : tokens.ends[index]]
    made = index + 1 + (following in PUBLISHING)
    link = tokens.words[made]
    if word in STUDIES and following not in SEEN and (link in MAKERS or (link == "in" and made > index + 1)):
        maker, _ = read_body_after(tokens, made + 1 + (tokens.words[made + 1] in DETERMINERS))
        return maker or _read_maker(tokens, made + 1) or written
    if word.endswith(GENITIVES) and word[:-2] in BODIES:
        whole = tokens.words[index + 2] in CLOSING and following not in STUDIES  # "the study's authors"
        return "" if whole else written
    if word in BODIES and is_name_word(tokens, index + 1):
        name, end = read_body_after(tokens, index + 1)
        return name if tokens.words[end] not in STUDIES else ""  # "county COVID data"
    if word in ROLES and following == ",":
        name, end = read_name_after(tokens, index + 2)
        if " " in name and not tokens.words[end][:1].isalnum():
            return name
    ends = not following[:1].isalpha() or following in COUNTING
    if word in STUDIES and (following in LEADS_ON or following in SEEN or ends):
        return written
    closes = word in BODIES and following not in BODIES | ROLES | STUDIES
    return written if closes or (word in ROLES and not following[:1].isalpha()) else ""


def _read_maker(tokens: Tokens, start: int) -> str:
    """Who made a study, in small letters: "figures released by the ministry"."""
    for end in range(start, start + MOST_WORDS):
        if not tokens.words[end].isalpha():
            return ""
        if tokens.words[end] in BODIES and not tokens.words[end + 1].isalpha():
            return tokens.text[tokens.starts[start] : tokens.ends[end]]
    return ""


def read_tellers(tokens: Tokens, start: int) -> str:
    """ "told by advisers that": many without a name behind "by"."""
    end = start
    while (
        end < start + MOST_WORDS and tokens.words[end].isalpha() and tokens.words[end] not in {"that", "to"}
    ):
        end += 1
    told = tokens.words[end] in {"that", "to"} and is_plural(tokens.words[end - 1])
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if told else ""


def read_quoted(tokens: Tokens, end: int, register: Register) -> str:
    """Who is quoted, at the "as" of "as saying": "was quoted as saying", "quoted Anna Berg as saying"."""
    for verb in range(end - 1, max(0, end - QUOTED_REACH), -1):
        if tokens.words[verb] in QUOTING:
            break
    else:
        return ""
    subject = verb
    while subject > 0 and tokens.words[subject - 1] in PASSIVE:
        subject -= 1
    if subject < verb:
        return read_subject(tokens, subject, register, strict=False)
    name, _ = read_name_before(tokens, end)
    for step in range(verb + 1, verb + MOST_WORDS):  # "quoted rower Anna Berg, head of the mill, as saying"
        name = name or read_name_after(tokens, step)[0]
    return register.add(name) if name else tokens.text[tokens.starts[verb + 1] : tokens.ends[end - 1]]
