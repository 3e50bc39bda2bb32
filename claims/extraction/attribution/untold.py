"""What a report does not tell of although it stands before its verb: another clause, an aside."""

from claims.extraction.attribution.asides import ASIDES, REACH
from claims.extraction.attribution.people import is_name_word
from claims.extraction.attribution.tables import ADVERBS, CALLING
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

JOINTS = words("and but although though while whereas because since when where so after before if until")
"""Words that open the clause of a report: "sales rose 5% although the firm warned of losses"."""
CLOSING = words(
    """
    . , ; : ” " » ’ ' ? ! ) on in at late early last this yesterday today monday tuesday wednesday thursday
    friday saturday sunday reporters recently separately earlier
    """
) | {"", "—", "–", "-"}
"""What stands behind a verb that told of what stands before it: "..., the firm said on Monday"."""
HEARERS = words("told reminded")
"""Verbs whose hearer stands behind them: "..., Anna Berg told the daily"."""
SUBJECT_REACH = 12
CLOSING_MARKS = frozenset('”"»')
SUBORDINATE = words("since after when before while although because if once until")
CLAUSE_REACH = 30
"""Tokens behind a verb in which the clause that it stands in ends."""


def find_untold(tokens: Tokens, verb: int) -> tuple[int, int]:
    """The tokens before a verb of speech that it says nothing of: `[first, last)`, or none."""
    start = _find_start(tokens, verb)
    joined = ADVERBS.issuperset(tokens.words[start:verb]) or _is_subject(tokens, start + 1, verb)
    if tokens.words[start] in JOINTS and joined and not _closes(tokens, verb):
        return 0, start
    if tokens.words[verb - 1] == ",":
        return _find_aside(tokens, verb)
    return 0, 0


def find_told_end(tokens: Tokens, verb: int) -> int:
    """Where all that is told ends: the clause that opens a sentence ("Since the mill said so, 40 ..."), or
    the quotation of what somebody calls somebody ("called him "mad" when ..."); 0 where nothing ends it.
    """
    if tokens.words[verb] in CALLING:
        last = min(tokens.count, verb + CLAUSE_REACH)
        marks = [step for step in range(verb + 1, last) if tokens.words[step] in CLOSING_MARKS]
        return marks[-1] if marks else 0
    if tokens.words[0] not in SUBORDINATE or verb > CLAUSE_REACH:
        return 0
    front = tokens.words[: verb + CLAUSE_REACH]
    comma = front.index(",") if "," in front else 0
    return comma if comma > verb else 0


def _find_start(tokens: Tokens, verb: int) -> int:
    """The nearest sign or joint before a verb, where its clause starts."""
    for step in range(verb - 1, max(0, verb - SUBJECT_REACH), -1):
        word = tokens.words[step]
        if word == "and" and is_name_word(tokens, step - 1) and is_name_word(tokens, step + 1):
            continue  # "Trade and Industry Minister Anna Berg"
        if word in JOINTS or not (word[:1].isalnum() or word in {"-", "'", "’", "."}):
            return step
    return verb


def _is_subject(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a subject of its own stands before a verb; "visited the mill and said" has none."""
    return not (tokens.words[first].endswith("ing") or ADVERBS.issuperset(tokens.words[first:verb]))


def _closes(tokens: Tokens, verb: int) -> bool:
    """Whether nothing that is said stands behind a verb: it told of what stands before its subject."""
    return tokens.words[verb] in HEARERS or tokens.words[verb + 1] in CLOSING


def _find_aside(tokens: Tokens, verb: int) -> tuple[int, int]:
    """The aside between a subject and its verb: "the firm, which has 400 shops, said"."""
    for comma in range(verb - 2, max(0, verb - REACH), -1):
        if tokens.words[comma] == "," and tokens.words[comma + 1] in ASIDES:
            return comma, verb
    return 0, 0
