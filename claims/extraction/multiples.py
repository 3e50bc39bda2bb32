"""How many times something is another, in one word: "twice as many", "double the rate"."""

from decimal import Decimal
from types import MappingProxyType

from claims.extraction.drafts import Draft
from claims.extraction.nouns import read_whole
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

ADVERBS = MappingProxyType({"twice": Decimal(2), "thrice": Decimal(3)})
ADJECTIVES = MappingProxyType(
    {"double": Decimal(2), "triple": Decimal(3), "treble": Decimal(3), "quadruple": Decimal(4)}
)
"""Those that are verbs too: "to double the number" says a change and no multiple."""
MULTIPLES = MappingProxyType({**ADVERBS, **ADJECTIVES})
DEGREES = words(
    """
    many much likely high large big great long fast often old heavy expensive costly common deadly wide
    deep strong rich quickly frequently
    """
)
"""What is so many times as much: measures, and no manners."""
LEADS = words("than nearly almost about roughly around over just is are was were at , ; ( – — -")
"""Words before "double the" that make no verb of it."""
WHOLES = words("the its their his her my your our this that these those last")
"""Words that open what the multiple is of; "twice a week" says how often."""


def read_multiple(tokens: Tokens, index: int) -> Draft | None:
    """The multiple that a word says of what follows it; None where it says how often, or is a verb."""
    word, following = tokens.words[index], tokens.words[index + 1]
    if word in ADVERBS and following == "as" and tokens.words[index + 2] in DEGREES:
        return _build(index, MULTIPLES[word], "")
    if following not in WHOLES or (word in ADJECTIVES and tokens.words[index - 1] not in LEADS):
        return None
    return _build(index, MULTIPLES[word], read_whole(tokens, index + 1))


def _build(index: int, value: Decimal, whole: str) -> Draft:
    return Draft(
        index, index + 1, rule="multiple", low=value, high=value, denominator=whole, core_end=index + 1
    )
