"""Numbers before the items of a list and the posts of a thread: "(1)", "2)", "3.", "4- The", "5/ Rents"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.numerals.digits import is_number
from claims.extraction.tokens import Tokens

LONGEST = 2
"""Digits of an item's number."""
DASHES = frozenset("-–—")
ITEM_ENDS = frozenset({";", ",", ".", "and", "or"})
REACH = 30
"""Tokens before "2)" within which no bracket is open."""
POST = 3
"""Tokens of a line like "2/5"."""
HALVINGS = frozenset({"2", "3", "4", "8", "16", "32"})
MANY = frozenset({"n", "x", "?"})
"""What stands for the number of posts while a thread is written: "3/n"."""


def read_enumerator(tokens: Tokens, index: int) -> Draft | None:
    """The number of an item or a post, at a digit token."""
    words = tokens.words
    if not words[index].isdecimal() or len(words[index]) > LONGEST:
        return None
    if words[index + 1] == ")" and (words[index - 1] == "(" or index == 0) and tokens.words[index - 2] != ",":
        told = is_number(words[index - 2]) and not tokens.is_glued(index - 1)  # "14.9 (92)", no "12(3)"
        behind = index > 1 and (tokens.is_capitalised(index - 2) or told)
        if words[index - 1] == "(" and behind:
            return None
        return mark(index, index + 1, Disposition.LABEL, "enumerator")
    if index == 0:
        return _read_opening(tokens)
    closes = words[index + 1] == ")" and words[index - 1] in ITEM_ENDS and tokens.is_glued(index + 1)
    if closes and "(" not in words[max(0, index - REACH) : index] and words[index + 2].isalpha():
        return mark(index, index + 1, Disposition.LABEL, "enumerator")
    return None


def _read_opening(tokens: Tokens) -> Draft | None:
    """ "3. An item", "3. 40 items", "4- The next", "5/ Rents", "3/n We", "2/5": the first token of a line."""
    words = tokens.words
    parted = words[2] == "/" and tokens.is_glued(2) and words[3].isalpha()  # "4./ The"
    spaced = words[2] != "" and not tokens.is_glued(2)
    if words[1] == "." and tokens.is_glued(1) and (words[2].isalpha() or parted or spaced):
        return mark(0, 1, Disposition.LABEL, "enumerator")
    if words[1] in DASHES and tokens.is_glued(1) and not tokens.is_glued(2) and tokens.is_capitalised(2):
        return mark(0, 1, Disposition.LABEL, "enumerator")
    if words[1] != "/" or not tokens.is_glued(1):
        return None
    if not tokens.is_glued(2):
        return mark(0, 2, Disposition.LABEL, "enumerator") if words[2][:1].isalpha() else None
    counted = words[2] in MANY or _is_last_post(tokens) or _is_post(tokens)
    return mark(0, 3, Disposition.LABEL, "enumerator") if counted else None


def _is_post(tokens: Tokens) -> bool:
    """Whether "5/6" opens a post, before a capital; halves, thirds, quarters and eighths may be measured."""
    of, total = tokens.words[0], tokens.words[2]
    short = total.isdecimal() and len(total) <= LONGEST and int(of) <= int(total) and total not in HALVINGS
    return short and tokens.is_glued(2) and not tokens.is_glued(3) and tokens.is_capitalised(3)


def _is_last_post(tokens: Tokens) -> bool:
    """Whether "2/5" stands alone on a line of a longer text."""
    if tokens.count != POST or not tokens.words[2].isdecimal() or len(tokens.words[2]) > LONGEST:
        return False
    inside = tokens.starts[0] > 0 or len(tokens.text) > tokens.ends[2]
    return inside and int(tokens.words[0]) <= int(tokens.words[2])
