"""Whether a verb of speech says anything: "added that 40 boats sank" does, "added six boats" does not."""

from types import MappingProxyType

from claims.extraction.attribution.phrases import FINITE, OBJECTS, ROLE_REACH
from claims.extraction.attribution.tables import CALLING, DENYING, DOUBTFUL_SAYINGS, PASSIVES
from claims.extraction.numerals.reader import WORD_STARTS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

QUANTIFIERS = words("a an another more about around nearly almost some over its their his her new further up")
SIGNS = frozenset("$£€¥")
SHADES = words("only just roughly approximately at least more than")
"""Words before an amount that is added: "added only 40 boats"."""
HEARER_REACH = 8
"""Tokens behind "informed" in which "that" stands behind the hearer."""
SUBJECT_REACH = 5
CLAUSE = 12
"""Tokens behind "added" that are searched for a verb of what was said."""
CLAUSE_ENDS = frozenset({",", ".", ";", "", "—", "–", "and", "while", "after"})
RELATIVES = words("that which who whose where when")
GIVING = words("gave gives")
TOLLS = words("toll figure total tally count number")
PUT_REACH = 9
BOUND_STARTS = frozenset({"at", "more", "less", "between", '"', "“"})
GOING_ON = words("continue continues continued")
"""Verbs that say nothing before "to": "continues to search"."""
CLAUSE_LEADS = words("that it he she they there this these")
"""Words behind "claim" that open what is claimed: "floods claim 40 boats" has none."""
NOUN_VERBS = words("said say says quoted cited suggest suggested show showed")
"""Verbs behind "reports" and the like that make a noun of it."""
LEADING = MappingProxyType({"posted": words("on that"), "spoke": words("of"), "speaks": words("of")})
"""Verbs that say something only before these words: "spoke of 40 dead"."""
QUOTE_STARTS = frozenset('“"«„')


def says_nothing(tokens: Tokens, verb: int) -> bool:
    """Whether a verb is no speech here: "denied 40 requests", "added six sen"."""
    if tokens.words[verb] in PASSIVES and tokens.words[verb + 1] == "by":
        return False
    if _is_other(tokens, verb):
        return True
    if tokens.words[verb] in CALLING:
        return QUOTE_STARTS.isdisjoint(tokens.words[verb + 1 : verb + ROLE_REACH // 2])
    if tokens.words[verb] in DENYING and not (
        tokens.words[verb] == "informed" and tokens.words[verb - 1] == ","
    ):
        closes = tokens.words[verb + 1] in {".", ""} and tokens.words[verb] not in {"denied", "denies"}
        return not closes and not _denies_clause(tokens, verb + 1)
    return tokens.words[verb] in {"added", "adds"} and is_object(tokens, verb + 1)


def _is_other(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of speech is another word by what follows: "continued to search", "posted a loss"."""
    word, following = tokens.words[verb], tokens.words[verb + 1]
    if word in LEADING:
        return following not in LEADING[word]
    if word == "said":  # "a man said to have owned 40 boats"
        return following == "to" and tokens.words[verb + 2] in {"be", "have"}
    if word == "claim":
        return not (following in CLAUSE_LEADS or opens_finite(tokens, verb + 1))
    noun = word in DOUBTFUL_SAYINGS and following == "," and tokens.words[0] == "according"
    noun = noun or (word in DOUBTFUL_SAYINGS and following in NOUN_VERBS)  # "reports quoted Anna Berg"
    return noun or (word in GOING_ON and following in {"to", "with"})


def _denies_clause(tokens: Tokens, index: int) -> bool:
    """Whether what is denied is told in a clause: "denied that 40 boats sank", "denied losing 40 boats"."""
    word, verb = tokens.words[index], tokens.words[index - 1]
    if word == "that" or (verb in PASSIVES and "that" in tokens.words[index : index + HEARER_REACH]):
        return True
    if verb not in {"denied", "denies"}:
        return False
    return (word.endswith("ing") and word != "wrongdoing") or _opens_clause(tokens, index)


def _opens_clause(tokens: Tokens, index: int) -> bool:
    """Whether a subject and its verb stand at a token: "denied the mill was losing 40 boats"."""
    for step in range(index, index + SUBJECT_REACH):
        word = tokens.words[step]
        if word in FINITE:
            return word != "that" and step > index
        if not word.isalpha() or word in OBJECTS:
            return False
    return False


def is_report(tokens: Tokens, verb: int) -> bool:
    """Whether "found" reports and finds no thing: "found that", ", the regulator found."."""
    closes = tokens.words[verb + 1] in {".", ""} and "," in tokens.words[max(0, verb - ROLE_REACH) : verb]
    return closes or tokens.words[verb + 1] == "that"


def is_object(tokens: Tokens, index: int) -> bool:
    """Whether an amount or a thing is added at a token, and nothing said: "added six sen"."""
    while tokens.words[index] in SHADES:
        index += 1
    word = tokens.words[index]
    if not (word[:1].isdecimal() or word in QUANTIFIERS or word in WORD_STARTS or word in SIGNS):
        return False
    for step in range(index, min(index + CLAUSE, tokens.count)):
        if tokens.words[step] in FINITE and not tokens.is_capitalised(step):  # "in May"
            return False
        if tokens.words[step] in CLAUSE_ENDS:
            return True
    return True


def opens_finite(tokens: Tokens, index: int) -> bool:
    """Whether a clause with its own verb stands at a token: "found 40 lakes were dead"."""
    for step in range(index, min(index + CLAUSE, tokens.count)):
        if tokens.words[step] in RELATIVES or tokens.words[step] in CLAUSE_ENDS:
            return False
        if tokens.words[step] in FINITE and not tokens.is_capitalised(step):
            return step > index
    return False


def puts_at(tokens: Tokens, index: int) -> bool:
    """Whether "put" gives a figure, or "gave" a toll: "put the damage at $4m", "gave a toll of 40"."""
    if tokens.words[index] in GIVING:
        return not TOLLS.isdisjoint(tokens.words[index + 1 : index + PUT_REACH])
    for step in range(index + 1, index + PUT_REACH):
        following = tokens.words[step + 1]
        numbered = following[:1].isdecimal() or tokens.words[step + 2][:1].isdecimal()
        if tokens.words[step] == "at" and (numbered or following in QUANTIFIERS | WORD_STARTS | BOUND_STARTS):
            return True
    return False
