"""Phrases that may be the subject of a verb of speech, without a name: as they are written."""

from claims.extraction.attribution.people import is_name_word, read_name_after
from claims.extraction.attribution.tables import BODIES, ROLES
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

ROLE_REACH = 12
OBJECTS = frozenset(["of", "in", "for", "at", "on", "by", "from", "with", "to", "under", "between", "about"])
"""Words that make the name behind them no subject."""
FINITE = words(
    "is are was were be been has have had will would can could may might must should did does that"
)
WORD_SIGNS = frozenset("-'’")
DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "one", "another"})
CLAUSE_STARTS = (
    frozenset('"”“.,;–—')
    | words("but and as while that which whom because although though if when where how what")
    | {""}
)
PHRASE_REACH = 9
MANY_REACH = 4
MANY = words(
    "traders officials residents villagers activists campaigners critics farmers doctors teachers un eu us"
)
"""Who may be joined to others that speak, besides bodies: "traders and analysts"."""
MOST_LINKS = 3
LONGEST_PHRASE = 6
MANY_LINKS = words("of in at from near for with")
LONG_REACH = 14
"""Tokens of a subject with what stands behind its noun: "a farmer in Torre County"."""
ATTACHING = frozenset({"at", "for", "from", "with", "in"})
PERSONS = words("people person man woman source sources witness resident residents locals relatives")
"""Who may speak with words behind the noun that tell who it is."""
DESCRIBERS = words(
    """
    living staying attending close familiar briefed involved working with in near on from for speaking
    requesting asking who present
    """
)
"""Words behind such a noun: "a source close to the talks"."""
CUT = words("speaking requesting asking")
"""Those that tell how it was said, and not by whom."""
DESCRIBED_REACH = 12
HANGING = frozenset({"to", "with", "by", "in", "on", "near", "at", "from"})
SEEN = words("seen obtained reviewed")
"""Words behind a paper and before "by" that tell who has it: "a memo seen by this newspaper"."""
SOMEBODY = words("one some many others most several another both")
PARTS = words("one some many most several two three")
"""Words before "of the" that make some of many a subject: "one of the crew said"."""
BODY_REACH = 6
SOURCE_PHRASE = 8


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
    return word[:1].isalpha() and word not in CLAUSE_STARTS and word != "by"


def read_noun_phrase(tokens: Tokens, end: int) -> str:
    """Any subject that opens its clause with an article: "the water firm's owner said"."""
    if _is_small(tokens.words[end - 1]) or not tokens.words[end - 1][:1].isalpha():
        return ""
    for first in range(end - 2, max(-1, end - PHRASE_REACH), -1):
        word = tokens.words[first]
        if word in DETERMINERS:
            start = _skip_part(tokens, first)
            opens = start == 0 or tokens.words[start - 1] in CLAUSE_STARTS
            written = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
            return written if opens else read_attached(tokens, first - 1, end)
        dated = word.isdecimal() and (len(word) == len("2019") or tokens.words[first + 1] == "-")
        dated = dated or (word == "-" and tokens.is_glued(first))  # "the 2019 report", "a 40-year-old man"
        if not (word[:1].isalpha() or dated) or word in OBJECTS or word in FINITE:
            return ""
    return ""


def read_long_phrase(tokens: Tokens, end: int) -> str:
    """A subject with an article and a link behind its noun, that opens a clause: "a farmer in Torre"."""
    first, is_linked = end, False
    while first > max(0, end - LONG_REACH) and tokens.words[first - 1] not in CLAUSE_STARTS:
        word = tokens.words[first - 1]
        glued = word in WORD_SIGNS and tokens.is_glued(first if word == "-" else first - 1)
        if word in FINITE or not (word[:1].isalpha() or glued):
            return ""
        is_linked = is_linked or word in OBJECTS
        first -= 1
    opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
    told = is_linked and opens and first < end and _opens_phrase(tokens, first)
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]] if told else ""


def read_somebody(tokens: Tokens, end: int) -> str:
    """One or more of those told before, who open a clause: "at least one said", "others say"."""
    if tokens.words[end - 1] not in SOMEBODY:
        return ""
    first = end - 1 - 2 * (tokens.words[end - 3 : end - 1] == ["at", "least"])
    opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]] if opens else ""


def _opens_phrase(tokens: Tokens, first: int) -> bool:
    """Whether a subject starts with an article or with many: "a farmer in Torre", "backers of the plan"."""
    word = tokens.words[first]
    if word in DETERMINERS or (word in ROLES and not is_plural(word)):
        return True
    link = next((step for step in range(first + 1, first + 4) if tokens.words[step] in MANY_LINKS), first)
    return link > first and is_plural(tokens.words[link - 1]) and tokens.words[first] not in OBJECTS


def _skip_part(tokens: Tokens, first: int) -> int:
    """Before "one of" that leads to what opens at a token: "one of the crew"."""
    return first - 2 if tokens.words[first - 1] == "of" and tokens.words[first - 2] in PARTS else first


def read_source_phrase(tokens: Tokens, start: int) -> str:
    """Many whom "according to" names by what stands behind the noun: "people who attended"."""
    end = start
    while end < start + SOURCE_PHRASE and tokens.words[end].isalpha():
        end += 1
    described = _is_speaking(tokens.words[start]) and tokens.words[start + 1] in DESCRIBERS
    closes = tokens.words[end] in {",", ".", ""}
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if described and closes else ""


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
    if not is_plural(tokens.words[end - 1]) or end == 0 or tokens.words[end - 1] in FINITE:
        return ""
    first = end - 1
    while first > max(0, end - MANY_REACH) and _describes(tokens, first - 1):
        first -= 1
    if first > 0 and tokens.words[first - 1] in ATTACHING:
        attached = read_attached(tokens, first - 1, end)
        first = first - 1 - len(read_phrase(tokens, first - 1).split()) if attached else first
    first = join_subject(tokens, first)
    opens = first == 0 or tokens.words[first - 1] in CLAUSE_STARTS
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]] if opens else ""


def join_subject(tokens: Tokens, first: int) -> int:
    """Where a subject starts that goes on before "and": "traders and analysts", "the ministry and rowers"."""
    joined = first - 2
    if tokens.words[first - 1] != "and" or joined < 0 or tokens.words[joined] not in BODIES | MANY:
        return first
    while joined > max(0, first - MANY_REACH - 2) and _describes(tokens, joined - 1):
        joined -= 1
    joined -= joined > 0 and tokens.words[joined - 1] == "the"
    return joined if joined == 0 or tokens.words[joined - 1] in CLAUSE_STARTS else first


def _describes(tokens: Tokens, index: int) -> bool:
    """Whether a word may go before the plural of a subject."""
    word = tokens.words[index]
    if word in {"'", "’"}:
        return tokens.is_glued(index) and not tokens.is_glued(index + 1)
    if word == "-":
        return tokens.is_glued(index) and tokens.is_glued(index + 1)
    return word.isalpha() and not _is_small(word) and word not in CLAUSE_STARTS and word not in DETERMINERS


def read_attached(tokens: Tokens, link: int, end: int) -> str:
    """ "researchers at Lund University": a body or a role with whom it belongs to."""
    if tokens.words[link] not in ATTACHING or tokens.words[link - 1] not in BODIES | ROLES or link < 1:
        return ""
    phrase = read_phrase(tokens, link)
    start = tokens.ends[link - 1] - len(phrase)
    if tokens.words[link] == "in" and is_name_word(tokens, link - 1):  # where a bank is belongs to no name
        return phrase
    return tokens.text[start : tokens.ends[end - 1]]


def find_body_end(tokens: Tokens) -> int:
    """Where the body without a name that opens a sentence ends: "The army denied it"; 0 without one."""
    if tokens.words[0] not in DETERMINERS and tokens.words[0] not in BODIES:
        return 0
    for step in range(min(BODY_REACH, tokens.count)):
        word = tokens.words[step]
        if word in BODIES and tokens.words[step + 1] in ATTACHING:
            return read_name_after(tokens, step + 2 + (tokens.words[step + 2] in DETERMINERS))[1]
        if word in BODIES and tokens.words[step + 1] not in BODIES | ROLES | OBJECTS:
            return step + 1
        if word in FINITE or not (word.isalpha() or word == "-"):
            return 0
    return 0


def read_role(tokens: Tokens, end: int) -> str:
    """The role before a comma: "Interpol secretary general"."""
    first = end - 1
    while first > 0 and (tokens.words[first - 1] in ROLES or is_name_word(tokens, first - 1)):
        first -= 1
    return tokens.text[tokens.starts[first] : tokens.ends[end - 1]]


def find_role(tokens: Tokens, end: int) -> int | None:
    """The role that the phrase before a verb is about: "the chief of cyber police of Iran"."""
    step = end - 1
    while step > max(-1, end - 1 - ROLE_REACH) and (
        tokens.words[step][:1].isalpha() or tokens.words[step] == "."
    ):
        if tokens.words[step] in ROLES and tokens.words[step + 1] == "of":
            return step
        step -= 1
    return None


def is_hanging(tokens: Tokens, before: int) -> bool:
    """Whether a phrase belongs to a noun before it and is no subject: "people close to the company said"."""
    by, behind = tokens.words[before], tokens.words[before - 1] if before > 0 else ""
    return by in HANGING and (behind in DESCRIBERS or behind in SEEN)
