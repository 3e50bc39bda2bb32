"""The words that lead from a level to another of the same thing: "62 percent, down from a revised 65"."""

from claims.extraction.nouns import DETERMINERS, GENITIVES
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.tables import SMALL
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import phrases, words

COMPARISONS = frozenset(
    tuple(phrase.split())
    for phrase in phrases(
        """
        up from|down from|compared with|compared to|against|versus|vs|vs .|as against|rather than|instead of|
        higher than|lower than|more than|not|better than|worse than|as high as|as low as|as good as|as bad as|
        as many as|as much as
        """
    )
)
"""What leads from a level to another of the same thing: "62 percent, down from 65"."""
CHANGED = words("rise fall increase decrease gain drop decline contraction expansion growth")
"""What a change may be compared with: "were 0.4 percent lower, against a rise of 1.1"."""
LEVELS = CHANGED | words(
    "target goal forecast estimate average mean median peak low high record total rate figure"
)
"""What a level may be: "compared with a target of eight", "down from a peak of 9.1"."""
ADJECTIVES = words(
    """
    revised upwardly downwardly preliminary provisional initial previous earlier original forecast expected
    estimated projected predicted record median mean
    """
)
"""What a level may be called: "from a revised 2.1", "against a forecast 40"."""
LONGEST_LEAD = 3
LONGEST_NAME = 3
"""Words of the name that owns a level: "against New South Wales's 41"."""
SPANS = words("day week month quarter year decade game match")
POINTS = words("last this previous prior")
"""Words before "year's" that tell which one."""
PRIMES = frozenset({"'", "’"})


def find_lead(tokens: Tokens, first: int) -> int:
    """Where the words of a comparison that lead to a number start; its own place when there are none."""
    step = skip_level(tokens, first)
    for length in range(LONGEST_LEAD, 0, -1):
        if tuple(tokens.words[max(0, step - length) : step]) in COMPARISONS:
            return step - length
    return step - 2 if step < first and tokens.words[step - 1] == "than" else first


def skip_level(tokens: Tokens, first: int) -> int:
    """Where the words that call a number a level start: "a target of", "last year's", "a revised"."""
    words, step = tokens.words, first
    if words[step - 1] == "of" and words[step - 2] in LEVELS:
        step = _skip_span(tokens, step - 2)
    else:
        step = skip_owner(tokens, step)
    for _ in range(2):
        step -= words[step - 1] in ADJECTIVES
    return step - (words[step - 1] in DETERMINERS)


def _skip_span(tokens: Tokens, step: int) -> int:
    """Past the span of an average: "a five-year average"."""
    words = tokens.words
    span = words[step - 1] in SPANS and words[step - 2] == "-"
    return step - 3 if span and (words[step - 3] in SMALL or is_number(words[step - 3])) else step


def skip_owner(tokens: Tokens, first: int) -> int:
    """Past whose level it is: "April's", "2015's", "last year's", "New Norland's", "the Tories'"."""
    words, step = tokens.words, first - 1
    if words[step] == "s" and words[step - 1] in PRIMES and tokens.is_glued(step):
        return step - 2 if is_number(words[step - 2]) else first
    if words[step] in PRIMES and words[step - 1].endswith("s") and tokens.is_glued(step):
        step -= 1
    elif not words[step].endswith(GENITIVES):
        return first
    if tokens.is_capitalised(step):
        for _ in range(LONGEST_NAME - 1):
            step -= tokens.is_capitalised(step - 1)
    return step - (words[step - 1] in POINTS)
