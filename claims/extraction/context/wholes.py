"""What a share is of where no noun behind it tells: "of those surveyed", "Of the 40 boats, 5% sank"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.nouns import STOPS, read_whole
from claims.extraction.tokens import Tokens

FRONTS = frozenset({"of", "among"})
FRONT_REACH = 10
SHARE_REACH = 4
"""Tokens between the comma and the share: "Of those, just over 40 percent"."""


def add_wholes(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the shares of a sentence what they are of where nothing behind them has told it."""
    comma = _find_front(tokens)
    for draft in drafts:
        if not _is_share(draft):
            continue
        if tokens.words[draft.end] == "of" and tokens.words[draft.end + 1] == "those":
            draft.denominator = _read_those(tokens, draft.end + 1) or draft.denominator
        elif comma and not draft.denominator and 0 < draft.first - comma <= SHARE_REACH:
            draft.denominator = read_whole(tokens, 1) or _read_those(tokens, 1)


def _is_share(draft: Draft) -> bool:
    if draft.disposition is not Disposition.CLAIM:
        return False
    fraction = not draft.unit and draft.low is not None and 0 < draft.low < 1
    return draft.unit == "percent" or fraction


def _find_front(tokens: Tokens) -> int:
    """The comma behind "Of the 40 boats" at a sentence's start; 0 without one."""
    front = tokens.words[:FRONT_REACH]
    return front.index(",") if front[0] in FRONTS and "," in front else 0


def _read_those(tokens: Tokens, index: int) -> str:
    """ "those surveyed", "those" of "those who asked"; "" where a noun follows."""
    asked, following = tokens.words[index + 1].endswith("ed"), tokens.words[index + 1]
    if tokens.words[index] != "those" or not (asked or following in STOPS or not following.isalpha()):
        return ""
    return tokens.text[tokens.starts[index] : tokens.ends[index + asked]]
