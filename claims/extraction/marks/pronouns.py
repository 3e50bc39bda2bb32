"""The word "one" where it counts nothing: a pronoun or part of a phrase."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.tables import IDIOM_NOUNS
from claims.extraction.nouns import GENITIVES
from claims.extraction.numerals.digits import HYPHENS, is_number
from claims.extraction.numerals.tables import SMALL
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

ONES = frozenset({"one", "ones"})
PRONOUN_LEADS = words(
    """
    this that the no any every each which another same right wrong first last next new big good
    bad old latest other second third big small great better best every such everyone some whichever
    whatever loved little ' ’
    """
)
"""Words before "one" that make it stand for a noun."""
ARTICLES = frozenset({"the", "a", "an", "this"})
"""Words before a measure that "one" behind it stands for: "the 64kWh one"."""
STANDING = frozenset(
    [
        "that",
        "who",
        "which",
        "whose",
        "is",
        "was",
        "has",
        "had",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "would",
        "will",
        "does",
        "did",
        "cannot",
        "of",
        "needs",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "”",
        '"',
        "'s",
        "another",
    ]
) | {""}
"""What follows "one" when it stands alone."""
OWNERS = words(
    """
    the my our your his her its their these those them us which whom all many several a
    """
)
MODALS = words("not would will can could must should may might to n't")
"""Words before a verb whose object "one" is: "would not buy one."."""
CLAUSES = words("to i we he she they")
"""What tells which one is meant: "the one to watch"."""
PAIRINGS = frozenset({"by", "on", "to"})
"""What ties two ones to a phrase: "one by one", "one on one"."""
SUPERLATIVES = words("most least best worst top leading")
NO_SUPERLATIVES = words(
    "honest modest earnest guest forest harvest interest protest contest request west rest test conquest"
)
"""Words in "est" that tell nothing to be the most."""
REACH = 12
"""Tokens between a number and a "one" that counts the same."""
LONGEST_OWNER = 3
"""Words of whose kind it is: "one of the world's", "one of New South Wales's"."""
PLACES = words("in on at with from near by for to before after above below")
"""What tells by its place which one is meant: "the one in the red van"."""
THOUGHTS = words("hopes wonders imagines suspects assumes expects feels thinks wishes")
"""Verbs before which "One" at the start is anybody."""
COUNTERS = words("just exactly only")
HAVING = words("with without own owned owning buy buying want wanted need needed getting using seen")
CLAUSE_ENDS = frozenset({".", "?", "!", "", ",", ";", "while", "because", "but", "if", "when"})
SENTENCE_ENDS = frozenset({".", "?", "!", ""})
VERBS = words(
    """
    is was has had can could may might must should would will does did cannot needs needn't isn't
    """
)


def read_one(tokens: Tokens, index: int) -> Draft | None:
    """ "one of the members", "the one that", "at one point", "one day"; None where "one" counts."""
    words = tokens.words
    if words[index] == "dozen" and words[index - 1] in {"baker's", "baker’s"}:
        return mark(index, index + 1, Disposition.IDIOM, "baker's-dozen")
    if words[index] != "one" or (index and tokens.is_capitalised(index) and tokens.is_capitalised(index - 1)):
        return None
    return _judge_one(tokens, index)


def _judge_one(tokens: Tokens, index: int) -> Draft | None:
    previous, following = tokens.words[index - 1], tokens.words[index + 1]
    named = previous in {"day", "square", "number"} and following not in {"-", "and"}
    if named or _is_phrase(tokens, index):
        return mark(index, index + 1, Disposition.IDIOM, "day-one" if named else "one-phrase")
    if _is_pronoun(tokens, index, previous, following):
        return mark(index, index + 1, Disposition.PRONOUN, "one-pronoun")
    return None


def _is_phrase(tokens: Tokens, index: int) -> bool:
    words = tokens.words
    previous, following, after = words[index - 1], words[index + 1], words[index + 2]
    if previous == "at" and following in {"point", "time", "stage", "end", "moment"}:
        return True
    if previous == "the" and following in IDIOM_NOUNS:
        return True
    if following in {"day", "time"} and (
        after in {",", "when"} or index == 0 or previous in {"that", "perhaps", "maybe"}
    ):
        return index == 0 or after == "when" or previous in {"that", "perhaps", "maybe"} or previous != "in"
    if _is_paired(tokens, index, 1) or _is_paired(tokens, index, -1):
        return True
    if following == "after" and after in {"another", "the"}:
        return True
    return (
        following == "-"
        and after in {"off", "time", "sided", "liner", "liners", "way", "up", "timer", "stop", "size"}
        and tokens.is_glued(index + 1)
    )


def _is_paired(tokens: Tokens, index: int, way: int) -> bool:
    """Whether a word ties another one to this, ahead or behind: "one by one", "one-on-one"."""
    step = index + way
    step += way * (tokens.words[step] in HYPHENS)
    if tokens.words[step] not in PAIRINGS:
        return False
    step += way
    step += way * (tokens.words[step] in HYPHENS)
    return tokens.words[step] == "one"


def _is_superlative(tokens: Tokens, index: int) -> bool:
    """Whether what "one" is of is told to be the most of its kind: "one of the largest dams"."""
    words, step = tokens.words, index + 2
    step += words[step] in OWNERS
    for _ in range(LONGEST_OWNER):
        step += tokens.is_capitalised(step) or words[step].endswith(GENITIVES)
    word = words[step]
    return word in SUPERLATIVES or (word.endswith("est") and word not in NO_SUPERLATIVES)


def _is_object(tokens: Tokens, index: int) -> bool:
    """Whether a verb's object closes the sentence: "would not buy one."."""
    words = tokens.words
    return words[index - 2] in MODALS and words[index - 1].isalpha() and words[index + 1] in SENTENCE_ENDS


def _is_meant(tokens: Tokens, index: int) -> bool:
    """Whether "one" is a thing told of before that somebody has: "live with one", "owning one, while"."""
    return tokens.words[index - 1] in HAVING and tokens.words[index + 1] in CLAUSE_ENDS


def _is_counted_out(tokens: Tokens, index: int) -> bool:
    """Whether "one" is so many of a number: "just one of the 14 firms", "one of the two"."""
    step = index + 3 + (tokens.words[index + 3] in {"last", "next", "first", "past", "remaining", "other"})
    word = tokens.words[step]
    return is_number(word) or (word in SMALL and word != "one")


def _is_number_of(tokens: Tokens, index: int) -> bool:
    """Whether "one" before a verb is a number: "just one was hurt", "six fled and one was hurt"."""
    step = index - 1
    if tokens.words[step] == "and" and _is_led_by_number(tokens, index):
        return True
    counted = tokens.words[step] in COUNTERS
    step -= counted
    return (counted and tokens.words[step] not in OWNERS) or (
        tokens.words[step] in {"whom", "which"} and tokens.words[step - 1] == "of"
    )


def _is_led_by_number(tokens: Tokens, index: int) -> bool:
    """Whether a number stands shortly before: "34 people were hurt, one of whom is in hospital"."""
    return any(_counts_next(tokens, step) for step in range(max(0, index - REACH), index))


def _counts_next(tokens: Tokens, index: int) -> bool:
    """Whether a number stands at a token: "the one in five who"."""
    word = tokens.words[index]
    return is_number(word) or word in SMALL


def _is_described(tokens: Tokens, index: int, previous: str, following: str) -> bool:
    """Whether words before "one" tell which is meant: "the 64kWh one", "a free-range one.", "this one"."""
    words = tokens.words
    if is_number(words[index - 2]) and words[index - 3] in ARTICLES and previous.isalpha():
        return True
    if words[index - 2] == "-" and is_number(words[index - 3]) and tokens.is_glued(index - 1):
        return True
    lead = words[index - 4] if words[index - 2] == "-" and tokens.is_glued(index - 1) else words[index - 2]
    described = previous in PRONOUN_LEADS or (previous.isalpha() and (lead in ARTICLES or lead == "that"))
    tied = following in HYPHENS and tokens.is_glued(index + 1)  # "an over one-week low"
    if described and not following[:1].isalpha() and not tied:
        return True
    return previous in {"this", "that", "any", "no", "another", "which", "every", "each", "same"}


def _is_pronoun(tokens: Tokens, index: int, previous: str, following: str) -> bool:
    if following in {"of", "another"}:
        return following == "another" or (
            tokens.words[index + 2] in OWNERS
            and not _is_counted_out(tokens, index)
            and not _is_superlative(tokens, index)
            and not (tokens.words[index + 2] == "whom" and _is_led_by_number(tokens, index))
        )
    if _is_described(tokens, index, previous, following):
        return True
    if following in VERBS:
        return not _is_number_of(tokens, index)
    if (index == 0 and following in THOUGHTS) or _is_object(tokens, index) or _is_meant(tokens, index):
        return True
    placed = following in PLACES and not _counts_next(tokens, index + 2)
    return (previous == "the" and (following in STANDING or following in CLAUSES or placed)) or (
        following in {"that", "who", "whose", "'s", "’s"} and index > 0
    )
