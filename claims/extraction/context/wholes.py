"""What a share is of where no noun behind it tells: "of those surveyed", "Of the 40 boats, 5% sank"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.nouns import STOPS, read_whole
from claims.extraction.tokens import Tokens

FRONTS = frozenset({"of", "among"})
FRONT_REACH = 10
WHOLE_LEADS = frozenset({"those", "the"})
SHARE_REACH = 4
"""Tokens between the comma and the share: "Of those, just over 40 percent"."""


def add_wholes(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the shares of a sentence what they are of where nothing behind them has told it."""
    comma = _find_front(tokens) if tokens.words[0] in FRONTS else 0
    if not comma and "of" not in tokens.words:
        return
    for draft in drafts:
        if tokens.words[draft.end] == "of":
            draft.denominator = _read_behind(tokens, draft)
        elif comma and 0 < draft.first - comma <= SHARE_REACH and not draft.denominator:
            draft.denominator = _read_front(tokens, draft)


def _read_behind(tokens: Tokens, draft: Draft) -> str:
    """What a share is of behind "of": those, or one word that may be a verb elsewhere; else what it has."""
    following = tokens.words[draft.end + 1]
    if following not in WHOLE_LEADS or not _is_share(draft):
        return draft.denominator
    if following == "those":
        return _read_those(tokens, draft.end + 1) or draft.denominator
    alone = following == "the" and not draft.denominator
    return _read_word(tokens, draft.end + 2) if alone else draft.denominator


def _read_front(tokens: Tokens, draft: Draft) -> str:
    """What a share is of that opens its sentence behind "of" or "among"."""
    return "" if not _is_share(draft) else read_whole(tokens, 1) or _read_those(tokens, 1)


def _is_share(draft: Draft) -> bool:
    if draft.disposition is not Disposition.CLAIM:
        return False
    value = draft.low if draft.low is not None else draft.high
    fraction = not draft.unit and value is not None and 0 < value < 1
    return draft.unit == "percent" or fraction


def _find_front(tokens: Tokens) -> int:
    """The comma behind "Of the 40 boats" at a sentence's start; 0 without one."""
    front = tokens.words[:FRONT_REACH]
    return front.index(",") if "," in front else 0


def _read_word(tokens: Tokens, index: int) -> str:
    """The one word behind "of the" that may be a verb elsewhere: "44% of the vote"."""
    word, following = tokens.words[index], tokens.words[index + 1]
    closes = following in STOPS or not following[:1].isalnum()
    return tokens.read_raw(index) if closes and word.isalpha() and word not in STOPS else ""


def _read_those(tokens: Tokens, index: int) -> str:
    """ "those surveyed", "those" of "those who asked"; "" where a noun follows."""
    asked, following = tokens.words[index + 1].endswith("ed"), tokens.words[index + 1]
    if tokens.words[index] != "those" or not (asked or following in STOPS or not following.isalpha()):
        return ""
    return tokens.text[tokens.starts[index] : tokens.ends[index + asked]]
