"""Who opens a sentence and says something only later: "The mayor left, saying 40 boats had sunk"."""

from claims.extraction.attribution.antecedents import find_opening_person
from claims.extraction.attribution.people import Register, read_name_after
from claims.extraction.attribution.phrases import DETERMINERS, FINITE, WORD_SIGNS, find_body_end
from claims.extraction.attribution.subjects import UNNAMED, read_subject
from claims.extraction.attribution.tables import ROLES, SAYINGS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

JOINTS = frozenset({"but", "and", "yet"})
PHRASE_REACH = 12
PAST = words("gave took held met went came made sent got won lost saw led began put set hit left spoke rang")
"""Verbs in the past that no ending tells."""
TELLING = words(
    """
    saying adding stating noting stressing explaining revealing disclosing emphasising emphasizing
    announcing alleging conceding admitting confirming reporting insisting telling warning claiming arguing
    """
)
"""Forms in -ing that report what stands behind them: ", adding that 40 boats had sunk"."""
SURE = frozenset({"saying"})
CLAUSES = words("that it he she they there we i how") | frozenset(':"“')
"""What stands behind such a form where it reports: "claiming 40 lives" does not."""
NOUNS = frozenset({"adding", "claiming", "reporting"})
"""Those that have things behind them as well: "adding the 40 boats"."""
WARNED = frozenset({"of"})


def tells_clause(tokens: Tokens, index: int) -> bool:
    """Whether a form in -ing reports: "adding that 40 boats sank" does, "adding 40 boats" does not."""
    word, following = tokens.words[index], tokens.words[index + 1]
    if word in SURE or following in CLAUSES:
        return True
    if word == "reporting" and tokens.words[index - 1] in {"is", "are"}:
        return True
    return (word == "warning" and following in WARNED) or (word not in NOUNS and following in DETERMINERS)


def read_opener(tokens: Tokens, before: int, register: Register) -> str:
    """Who opens a sentence, before a token: a pronoun, a body, a person, any phrase with an article."""
    start = int(tokens.words[0] in JOINTS)
    if tokens.words[start] in {"he", "she", "it"}:
        return register.body if tokens.words[start] == "it" else register.last
    if tokens.words[start] in UNNAMED:
        return _read_phrase(tokens, start, before)
    body = find_body_end(tokens)
    if body and body < before:
        return read_subject(tokens, body, register, strict=True)
    person = find_opening_person(tokens, register)
    name, end = ("", 0) if person else read_name_after(tokens, 0)
    if name and tokens.words[end] != ",":
        return name if tokens.words[end - 1] in ROLES else register.add(name)
    return person or _read_phrase(tokens, start, before)


def _read_phrase(tokens: Tokens, start: int, before: int) -> str:
    """The phrase with an article that opens a sentence, up to its verb."""
    if tokens.words[start] not in DETERMINERS:
        return ""
    for step in range(start + 2, min(before, start + PHRASE_REACH)):
        word = tokens.words[step]
        if word in FINITE or word in SAYINGS or word in PAST or word.endswith("ed"):
            return tokens.text[tokens.starts[start] : tokens.ends[step - 1]]
        if not (word[:1].isalpha() or word in WORD_SIGNS):
            return ""
    return ""
