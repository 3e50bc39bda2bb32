"""Which of a sentence's periods each claim is for: the nearest one in the claim's own stretch."""

from bisect import bisect_left, bisect_right

from claims.extraction.context.stated import Stated
from claims.extraction.drafts import Draft
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.periods import Period

BREAKS = frozenset(
    {
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
        "while",
        "whereas",
        "but",
        "although",
        "compared",
        "opposed",
        "versus",
        "vs",
    }
)
"""What parts a sentence into stretches that a period does not reach over."""

LEADS = 2
"""Words before a period that opens a sentence ("In the past three years, ..."), or behind an owner."""


STATES = words("is are was were has have had will would")
"""Verbs behind "and" that start another statement: "was fixed in 1970 and is a tenth of it"."""
LEVELS = words("at to by from")
"""Words behind a comma that tell the value of what a time stands for: "was lower in May, at 5%"."""
NEAR = 3
AFTER = words("after before while")
"""Words before a form in -ing that open what was before or meanwhile: "fell 5% after rising on Monday"."""
FAR = 6
PARTING = BREAKS | AFTER | {"from", "and", "-"}
"""Every sign and word that may part a sentence."""
BRACKETED = 14
"""Tokens in brackets at most over which a period still reaches: "burned 40 acres (16 hectares) by Friday"."""
MOST_PAIRS = 2
SUBJECTS = words(
    "i we he she it they we're we’re they're they’re it's it’s i'm i’m we've we’ve they've they’ve"
)
"""Words behind "and" that open another statement: "we lost 40 boats and we're back on Friday"."""
NO_RESULTS = words("including excluding following according regarding concerning depending owing during")
"""Forms in -ing that tell no result: "sank on Monday, killing 40" does."""
THAN_REACH = 3
START_REACH = 11
"""Tokens behind "from" in which the figure stands that a change started from."""
EVENT_LEADS = words("in during")
FRONT_REACH = 12
"""Tokens that may lead to a time which opens a sentence: "In a separate case on 25 May, ..."."""
FRONTS = words("in at on during after by following under amid along near for")
SHORT = 6
"""Tokens of a figure that "or" says in another way: "$40m, or 80 cents per share, in May"."""


def _opens(tokens: Tokens, one: Stated) -> bool:
    """Whether a period opens its sentence, or what is told behind "that": "said that in May, 40 sank"."""
    dated = tokens.words[one.first - 1] == "," and one.first == LEADS + 1  # "On Monday, May 4, the mill"
    return one.first <= LEADS or dated or "that" in tokens.words[one.first - 1 - LEADS : one.first]


def _pair(tokens: Tokens, breaks: list[int]) -> dict[int, int]:
    """Where each short pair of brackets among the breaks opens, and where it closes."""
    pairs: dict[int, int] = {}
    opened = -1
    for index in breaks:
        if tokens.words[index] == "(":
            opened = index
        elif tokens.words[index] == ")" and opened >= 0 and index - opened <= BRACKETED:
            pairs[opened], opened = index, -1
    return pairs


class Stretches:
    """A sentence cut into stretches, its periods in order and apart; looking one up costs no walk."""

    def __init__(self, tokens: Tokens, claims: list[Draft], stated: list[Stated]) -> None:
        """Find what parts the sentence: signs, words, "from" before a figure, "and" before a period."""
        self._stated = stated
        self._words = tokens.words
        self._firsts = [one.first for one in stated]
        self._ends = [one.end for one in stated]
        self._figures = [draft.first for draft in claims]
        self._breaks = [
            index
            for index, word in enumerate(tokens.words[: tokens.count])
            if word in PARTING and self._parts(tokens, index, word)
        ]
        self._pairs = _pair(tokens, self._breaks)
        self._hard: list[int] | None = None
        self._opens = bool(stated) and (_opens(tokens, stated[0]) or self._fronts(tokens, stated[0]))

    def _fronts(self, tokens: Tokens, one: Stated) -> bool:
        """Whether a period stands in what leads to a sentence: "In a separate case on 25 May, ..."."""
        if tokens.words[0] not in FRONTS or one.first > FRONT_REACH:
            return False
        lead = tokens.words[: one.first]
        return tokens.words[one.end] in {",", "("} and "," not in lead and STATES.isdisjoint(lead)

    def _parts(self, tokens: Tokens, index: int, word: str) -> bool:
        """Whether a sign or a word parts the sentence where it stands."""
        following = tokens.words[index + 1]
        if word == ",":
            return not self._goes_on(tokens, index)
        if word == "from":
            return self._is_start(index)
        if word == "and":
            return following in STATES or following in SUBJECTS or self._is_period(index + 1)
        if word == "-":
            return not (tokens.is_glued(index) or tokens.is_glued(index + 1))
        return word in BREAKS or following.endswith("ing")

    def _goes_on(self, tokens: Tokens, comma: int) -> bool:
        """Whether what stands before a comma holds behind it: "in May, at 5%", "$40, or 5%, in May"."""
        lead = tokens.words[comma + 1]
        if comma + 2 >= self._firsts[-1] and self._closes(tokens, comma):
            return True
        figure = bisect_right(self._figures, comma)
        near = figure < len(self._figures) and self._figures[figure] - comma <= NEAR
        if lead == "or":
            return near
        if (lead in LEVELS and near) or lead == "when":
            place = bisect_left(self._ends, comma)
            return place < len(self._ends) and self._ends[place] == comma
        before = self._figures[figure - 1] if figure else None
        if before is None or comma - before > SHORT or "or" not in tokens.words[before - NEAR : before]:
            return False
        place = bisect_right(self._firsts, comma)
        return place < len(self._firsts) and self._firsts[place] - comma <= FAR

    def _closes(self, tokens: Tokens, comma: int) -> bool:
        """Whether a period right behind a comma ends the sentence: "sold 40 boats, since May."."""
        last = self._stated[-1]
        first = last.first - (tokens.words[last.first - 1] in FRONTS)
        return comma + 1 == first and last.end + 1 >= tokens.count

    def _is_start(self, index: int) -> bool:
        """Whether "from" leads to a figure before any period ("up from 40 in 2013") or to a time gone by."""
        figure, place = bisect_right(self._figures, index), bisect_left(self._firsts, index)
        period = self._stated[place] if place < len(self._stated) else None
        if period is not None and period.first == index:  # a span, or what is yet to come
            return False
        if period is not None and period.first == index + 1:
            return True
        if figure == len(self._figures) or self._figures[figure] - index > START_REACH:
            return False
        return period is None or self._figures[figure] < period.first

    def _is_period(self, index: int) -> bool:
        place = bisect_left(self._firsts, index)
        return place < len(self._firsts) and self._firsts[place] == index

    def choose(self, draft: Draft) -> Period | None:
        """The nearest period in a claim's own stretch of the sentence; else one that opens the sentence."""
        first, end = draft.first, draft.end
        if (
            self._pairs and self._words[first - 1] == "(" and self._words[end] == ")"
        ):  # "a third (33%) of them in May"
            first, end = first - 1, end + 1
        place = bisect_left(self._firsts, end)
        behind = self._stated[place] if place < len(self._stated) else None
        place = bisect_right(self._ends, first)
        ahead = self._stated[place - 1] if place else None
        if behind is not None and not self._holds_before(end, behind):
            behind = None
        if ahead is not None and not self._holds_behind(ahead, first):
            ahead = None
        if ahead and ahead.owning:
            if draft.first - ahead.end <= LEADS:
                return ahead.period
            ahead = ahead if self._is_owned(draft, ahead) else None
        if behind and ahead:
            nearer = behind.first - draft.end <= draft.first - ahead.end
            return (behind if nearer or self._opens_next(draft, ahead) else ahead).period
        near = behind or ahead or self._find_opening(draft)
        return near.period if near else None

    def _opens_next(self, draft: Draft, ahead: Stated) -> bool:
        """Whether "and" leads from one figure's time to the next figure: "40 on Monday and 50 on Tuesday"."""
        return self._words[ahead.end : draft.first] == ["and"] and self._figures[0] < ahead.first

    def _holds_before(self, end: int, behind: Stated) -> bool:
        """Whether a time holds for a figure before it."""
        reaches = not self._owns(behind) and self._reaches(end, behind.first, self._breaks)
        return reaches and not self._is_compared_with_another(end, behind)

    def _holds_behind(self, ahead: Stated, first: int) -> bool:
        """Whether a time holds for a figure behind it, over what goes on telling of it as well."""
        if self._reaches(ahead.end, first, self._breaks):
            return True
        if self._hard is None:
            self._hard = [index for index in self._breaks if not _goes_on(self._words, index)]
        return self._reaches(ahead.end, first, self._hard)

    def _is_compared_with_another(self, end: int, behind: Stated) -> bool:
        """Whether a time behind "than" is that of a later figure: "40 boats, five more than in May"."""
        place = bisect_left(self._figures, end)
        counted = place < len(self._figures) and self._figures[place] < behind.first
        return counted and "than" in self._words[behind.first - THAN_REACH : behind.first]

    def _owns(self, behind: Stated) -> bool:
        """Whether a time has only what stands behind it: "Monday's", no "died in Monday's storm"."""
        return behind.owning and self._words[behind.first - 1] not in EVENT_LEADS

    def _is_owned(self, draft: Draft, owner: Stated) -> bool:
        """Whether a figure has the time that owns one before it: no "from last year's 40 boats to 50"."""
        place = bisect_left(self._figures, owner.end)
        return not (self._figures[place] < draft.first and self._words[draft.first - 1] == "to")

    def _find_opening(self, draft: Draft) -> Stated | None:
        opening = self._stated[0]
        opens = opening.opening and self._opens and opening.end <= draft.first
        return opening if opens else None

    def _reaches(self, first: int, end: int, breaks: list[int]) -> bool:
        """Whether no break stands between two tokens but for short brackets."""
        for _ in range(MOST_PAIRS + 1):
            place = bisect_left(breaks, first)
            if place == len(breaks) or breaks[place] >= end:
                return True
            first = self._pairs.get(breaks[place], end) + 1
            if first > end:
                return False
        return False


def _goes_on(words_: list[str], index: int) -> bool:
    """Whether what stands before a break holds behind it: "on Monday, killing 40", "and it sold 40"."""
    word, following = words_[index : index + 2]
    if word == ",":
        counted = following == "with" and words_[index + 2][:1].isdecimal()
        return counted or (following.endswith("ing") and following not in NO_RESULTS)
    return word == "and" and following in SUBJECTS
