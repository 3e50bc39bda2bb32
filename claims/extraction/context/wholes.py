"""What a share is of where no noun behind it tells: "of those surveyed", "Of the 40 boats, 5% sank"."""

from bisect import bisect_left

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.nouns import STOPS, VERBS, read_phrase, read_whole
from claims.extraction.tokens import Tokens

FRONTS = frozenset({"of", "among"})
FRONT_REACH = 10
WHOLE_LEADS = frozenset({"those", "the"})
OWNERS = frozenset("'’")
HIDING = OWNERS | {word for word in VERBS if word.endswith("s")}
"""What stands behind a whole that goes on: an owner's sign, a noun that may be a verb."""
CLOSING = frozenset({".", ",", ";", ")", "and", ""})
WHOLE_REACH = 12
"""Tokens in which what a share is of ends."""
SHARE_REACH = 4
"""Tokens between the comma and the share: "Of those, just over 40 percent"."""


def add_wholes(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give the shares of a sentence what they are of where nothing behind them has told it."""
    comma = _find_front(tokens) if tokens.words[0] in FRONTS else 0
    if not comma and "of" not in tokens.words:
        return
    for place, draft in enumerate(drafts):
        behind = tokens.words[draft.end]
        if behind == "of":
            draft.denominator = _read_behind(tokens, draft) or _read_counted(
                draft, drafts[place + 1 : place + 2]
            )
            if draft.denominator:
                whole = draft.denominator.removesuffix(" ages")  # "31% of women ages 18 to 49"
                draft.denominator = _lengthen(tokens, draft.end + 1, whole)
        elif behind == ")" and tokens.words[draft.end + 1] == "of":
            draft.denominator = read_whole(tokens, draft.end + 2) if _is_share(draft) else ""
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


def _lengthen(tokens: Tokens, start: int, whole: str) -> str:
    """What a share is of, with a noun that an owner or a verb hides: "farmers' incomes", "court costs"."""
    last = min(start + WHOLE_REACH, tokens.count) - 1
    at = tokens.text.find(whole, tokens.starts[start], tokens.ends[last])
    end = bisect_left(tokens.ends, at + len(whole), start, last + 1) + 1
    if at < 0 or end > last or tokens.words[end] not in HIDING:
        return whole
    owned = tokens.words[end] in OWNERS and tokens.is_glued(end) and not tokens.is_glued(end + 1)
    last = read_phrase(tokens, end + 1)[1] if owned else end
    last += _is_noun(tokens, last)
    return tokens.text[at : tokens.ends[last - 1]] if last > end + owned else whole


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether a word that may be a verb is a noun, since nothing follows it: "the court costs."."""
    word = tokens.words[index]
    return word in VERBS and word.endswith("s") and tokens.words[index + 1] in CLOSING


def _read_counted(draft: Draft, following: list[Draft]) -> str:
    """What a share is of that a figure right behind "of" counts: "85 percent of 40 million voters"."""
    counted = following and following[0].first == draft.end + 1 and _is_share(draft)
    return following[0].noun if counted else ""


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
