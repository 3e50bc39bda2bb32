"""Reports of what somebody expects or believes: they tell of what stands behind their verb alone."""

from claims.extraction.attribution.asides import read_coordinated, read_parenthesis
from claims.extraction.attribution.people import Register, read_name_before
from claims.extraction.attribution.phrases import CLAUSE_STARTS, FINITE, OBJECTS, read_many
from claims.extraction.attribution.subjects import read_subject
from claims.extraction.attribution.tables import NO_THOUGHTS, NOUNS_OF_THOUGHT
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

CLAUSE_ENDS = words("; but while whereas although though against compared versus – —")
"""What ends the clause of what is expected."""
NO_SUBJECTS = words("than as widely not generally") | FINITE
"""Words before a verb of thought that has no subject there: "than expected", "is thought"."""
HELD = words("suspected believed thought feared reckoned")
"""Verbs that say before "to" what others hold their subject to be."""
ASKED = words("polled surveyed questioned interviewed")
NO_CLOSING = words("than as which who that more less fewer and but")
"""Words behind a comma that open a comparison or an aside, and not who thinks."""
LIGHT = words("now still previously currently originally also had has have")
"""Words between a subject and its verb."""
PARTICIPLES = words(
    "estimating predicting forecasting expecting suggesting warning claiming arguing reckoning"
)
"""Forms that tell who thinks or says behind "with": "with analysts expecting 40 boats"."""
WITH = words("with despite amid")
WITH_REACH = 9
WORD_PARTS = frozenset("-'’")
REACH = 6
LONGEST_CLAUSE = 60


def read_thinker(tokens: Tokens, verb: int, subject: int, register: Register) -> str:
    """Who expects or believes, by the verb at a token and where its subject ends; "" when nobody is told."""
    words_ = tokens.words
    while subject > 0 and words_[subject - 1] in LIGHT:
        subject -= 1
    if subject == 0 or words_[subject - 1] in NO_SUBJECTS or words_[verb + 1] in NO_THOUGHTS:
        return ""
    if words_[verb] in HELD and words_[verb + 1] == "to":  # "the men suspected to be from Torre left"
        return ""
    asked = _read_asked(tokens, subject)
    if asked:
        return asked
    if "and" in words_[subject:verb]:
        return read_coordinated(tokens, subject, verb, register)
    if words_[subject - 1] == ",":
        return read_parenthesis(tokens, subject, register)
    many = read_many(tokens, subject)
    strict = words_[verb] in NOUNS_OF_THOUGHT
    return many or (read_subject(tokens, subject, register, strict=strict) if _opens(tokens, subject) else "")


def _read_asked(tokens: Tokens, end: int) -> str:
    """ "Economists polled by Refina": many who were asked, with who asked them."""
    name, first = read_name_before(tokens, end)
    by = first - 1
    if not name or tokens.words[by] != "by" or tokens.words[by - 1] not in ASKED:
        return ""
    many = read_many(tokens, by - 1)
    start = tokens.ends[by - 2] - len(many)
    return tokens.text[start : tokens.ends[end - 1]] if many else ""


def read_participle(tokens: Tokens, subject: int, register: Register) -> str:
    """ "with analysts expecting", "despite Anna Berg suggesting": who stands between, up to where it ends."""
    for step in range(subject - 1, max(-1, subject - 1 - WITH_REACH), -1):
        if tokens.words[step] in WITH and step < subject - 1:
            name, _ = read_name_before(tokens, subject)
            return (
                register.add(name)
                if name
                else tokens.text[tokens.starts[step + 1] : tokens.ends[subject - 1]]
            )
        if not (tokens.words[step].isalpha() or tokens.words[step] in WORD_PARTS):
            break
    return ""


def _opens(tokens: Tokens, end: int) -> bool:
    """Whether what stands before the verb starts its clause, and no clause hangs on the verb."""
    for index in range(end - 1, max(-1, end - 1 - REACH), -1):
        word = tokens.words[index]
        if word in FINITE or (index == end - 1 and word in OBJECTS):
            return False
        if index == 0 or tokens.words[index - 1] in CLAUSE_STARTS:
            return True
    return False


def find_end(tokens: Tokens, verb: int) -> int:
    """Where the clause of what is expected ends."""
    last = min(tokens.count, verb + LONGEST_CLAUSE)
    for index in range(verb + 1, last):
        if tokens.words[index] in CLAUSE_ENDS:
            return index
    return last


def closes_sentence(tokens: Tokens, verb: int) -> bool:
    """Whether a sentence ends with who thinks what it says: "Losses may top $5m, insurers reckon."."""
    if tokens.words[verb + 1] not in {".", ""}:
        return False
    for step in range(verb - 1, max(0, verb - REACH), -1):
        if tokens.words[step] == ",":
            return tokens.words[step + 1] not in NO_CLOSING
        if tokens.words[step] in CLAUSE_STARTS:
            return False
    return False
