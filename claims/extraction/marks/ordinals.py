"""Places in an order: "6th", "first", "twenty-first", "Louis XIV"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.tables import ORDINALS, TENS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

SUFFIXES = frozenset({"st", "nd", "rd", "th"})
ROMANS = words(
    """
    ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv
    """
)
"""Roman numerals from two on; a lone I, V or X is mostly a letter."""
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


def read_roman(tokens: Tokens, index: int) -> Draft | None:
    """A Roman numeral behind a name: "World War II", "Chapter IV", "Louis XIV"."""
    raw = tokens.read_raw(index)
    if not raw.isupper() or not tokens.is_capitalised(index - 1) or index == 0 or tokens.is_glued(index):
        return None
    return mark(index, index + 1, Disposition.NAME, "roman-in-name")
