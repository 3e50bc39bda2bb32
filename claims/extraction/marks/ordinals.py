"""Places in an order: "6th", "first", "twenty-first", "Louis XIV"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.tables import ORDINALS, SCALES, SMALL, TENS
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
ROMANS = words(
    """
    ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv
    """
)
"""Roman numerals from two on; a lone I, V or X is mostly a letter."""
JOINTS = frozenset({"and", "-"})
OWNERS = words("the its their his her my our your this that every")
TEN, HUNDRED = 10, 100
TIME_WORDS = frozenset({"a", "per", "each", "one", "every", "split", "of", "half"})


def read_ordinal(tokens: Tokens, index: int) -> Draft | None:
    """An ordinal at a token, in digits or words; None for a unit ("a second") or a fraction."""
    words = tokens.words
    word = words[index]
    if word[:1].isdecimal():
        step = index + 1
        stone = words[step] == "st" and (not word.endswith("1") or word.endswith("11"))
        if words[step] in SUFFIXES and tokens.is_glued(step) and "." not in word and not stone:
            return mark(index, step + 1, Disposition.ORDINAL, "ordinal")
        return None
    if word in TENS:
        step = index + 1 + (words[index + 1] == "-")
        if words[step] in ORDINALS and ORDINALS[words[step]] < 10 and words[index - 1] not in {"a", "one"}:
            return mark(index, step + 1, Disposition.ORDINAL, "ordinal-word")
        return None
    if word == "second" and words[index - 1] in TIME_WORDS and not words[index + 1].isalpha():
        return None
    return mark(index, index + 1, Disposition.ORDINAL, "ordinal-word") if word in ORDINALS else None


def end_ordinal(tokens: Tokens, draft: Draft | None) -> Draft | None:
    """A draft, or the ordinal that its number and the word behind it say: "one hundred and sixth"."""
    number = draft.numeral if draft is not None else None
    if number is None or number.value is None:
        return draft
    step = number.end + (tokens.words[number.end] in JOINTS)
    if tokens.words[step] not in ORDINALS or not number.spelled or number.part:
        return draft
    if not _goes_on(tokens, number.first, number.end, step, int(number.value)):
        return draft
    return mark(number.first, step + 1, Disposition.ORDINAL, "ordinal-word")


def _goes_on(tokens: Tokens, first: int, end: int, step: int, value: int) -> bool:
    """Whether an ordinal word at a token is the last of a number: the next smaller place is free for it."""
    word, last = tokens.words[step], tokens.words[end - 1]
    place = ORDINALS[word]
    if tokens.words[step + 1] == "-":
        return False
    if step == end and is_plural(tokens.words[step + 1]) and tokens.words[first - 1] not in OWNERS:
        return False  # "five hundred third prizes"
    if place >= HUNDRED:  # "the two hundredth visitor"
        owned = tokens.words[first - 1] in OWNERS or value > place
        return step == end and (last in SMALL or last in TENS) and owned
    if value < HUNDRED or (word == "second" and last not in TENS):
        return False
    return last in SCALES or (last in TENS and place < TEN)


def read_roman(tokens: Tokens, index: int) -> Draft | None:
    """A Roman numeral behind a name: "World War II", "Chapter IV", "Louis XIV"."""
    raw = tokens.read_raw(index)
    if not raw.isupper() or not tokens.is_capitalised(index - 1) or index == 0 or tokens.is_glued(index):
        return None
    return mark(index, index + 1, Disposition.NAME, "roman-in-name")
