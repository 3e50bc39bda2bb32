"""The change a claim reports: which way a value went, and by how much, to what or from what."""

from claims.codelists import Change, Disposition
from claims.extraction.context.tables import (
    COMPARED,
    FALLS,
    FALLS_BEHIND,
    NOT_DOWN,
    NOT_UP,
    RISES,
    RISES_BEHIND,
)
from claims.extraction.drafts import Draft
from claims.extraction.nouns import VERBS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator
from claims.measures.units import Dimension, find_unit

REACH = 6
RAISES = words("raise raises raised raising lose loses lost losing")
"""Verbs that get or lose money and change no sum: "raised $40 million"."""
SETTLING = words("settle close trade finish end stand")
FINDING = words("recovered recover recovers recovering lifted lifting")
"""Verbs that get what is counted behind them: "recovered 28 bodies"."""
PLACING = words("at on in for with near after during across among")
"""Words before a figure that say where or how long, and not by how much."""
ADDING = words("added adds adding")
TO_BE = words("is are was were")
SPEAKING = words("he she they")
GRADED = words("higher lower")
"""Words that "than" makes a comparison of: "a higher bid than the $40" is no change."""
"""Verbs of change that report speech before "that"."""
BREAKS = frozenset({";", ":", "(", "while", "whereas", "but", "although", "and"})
ROLES = frozenset({"to", "from", "by"})
NOT_TO = words("opposed compared due close equal relative prior according thanks")
"""Words before a "to" that no value went to: "as opposed to 5%"."""
BETWEEN = words(
    """
    a an the revised earlier just only record all - time new high low peak year month of almost nearly total
    its their previous prior forecast estimate average median
    """
)
"""Words between "to" and its figure: "to a record $40", "to a two-year low of 5%"."""
BETWEEN_REACH = 8
CHANGE_WORDS = RISES | FALLS | RISES_BEHIND | FALLS_BEHIND
"""Every word near a figure that may tell of its change; right behind it "more" may too."""
BRINGS = words("bring brings brought bringing takes taking")
ANY_CHANGE = CHANGE_WORDS | COMPARED.keys() | BRINGS
CHANGE_SIGNS = ANY_CHANGE | {"from"}
MODALS = words("will would can could may might should must did to")
"""Words behind a figure that make a verb of what follows: "40 mm could fall"."""
COUNTED = frozenset({"more", "fewer", "less"})
"""Words behind a count that "than" makes a change further on: "40 fewer boats in May than a year before"."""
THAN_REACH = 9
TALLIES = words("toll total tally number count sum")
TALLY_REACH = 14
"""Tokens before a figure in which a tally is brought up to it."""
REACHED = 14
BEST = words("highest lowest biggest smallest best worst strongest weakest fastest slowest")
CHANGES = {
    ("up", "by"): Change.UP_BY,
    ("up", "to"): Change.UP_TO,
    ("up", "from"): Change.UP_FROM,
    ("down", "by"): Change.DOWN_BY,
    ("down", "to"): Change.DOWN_TO,
    ("down", "from"): Change.DOWN_FROM,
}


def add_changes(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give each claim of a sentence its change."""
    if CHANGE_SIGNS.isdisjoint(tokens.words):
        return
    starts = "from" in tokens.words
    before: Draft | None = None
    changed: Draft | None = None
    tallied = not BRINGS.isdisjoint(tokens.words)
    for draft in drafts:
        if draft.disposition is Disposition.CLAIM:
            draft.change = _read_start(tokens, draft, changed) or _read_change(tokens, draft, before)
            if tallied and not draft.change and _is_tallied(tokens, draft):
                draft.change = Change.UP_TO
            if starts and before is not None:
                _compare(tokens, before, draft)
            if before and not draft.change and _says_again(tokens, before, draft):
                draft.change = before.change
            changed = draft if draft.change else changed
            before = draft


def _is_tallied(tokens: Tokens, draft: Draft) -> bool:
    """Whether more are counted up to a figure: "bringing the toll to 40"."""
    if _find_role(tokens, draft) != "to":
        return False
    near = tokens.words[max(0, draft.first - TALLY_REACH) : draft.first]
    brought = [index for index, word in enumerate(near) if word in BRINGS]
    return bool(brought) and not TALLIES.isdisjoint(near[brought[-1] :])


def _says_again(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a figure says in another way by how much the one before changed: "rose $2, or 5%"."""
    again = tokens.words[right.first - 1] == "or" and right.first - left.end <= 2
    return again and left.change.endswith("by")


def _read_start(tokens: Tokens, draft: Draft, changed: Draft | None) -> Change:
    """Where a change started that an earlier figure of the unit told: "fell 6% to £812m ..., from £867m"."""
    if changed is None or _find_role(tokens, draft) != "from" or changed.unit != draft.unit:
        return Change.NONE
    return CHANGES.get((changed.change.split()[0], "from"), Change.NONE)


def _compare(tokens: Tokens, left: Draft, right: Draft) -> None:
    """ "revised to 2.6% from 2.9%": two figures that only their values tell which way it went."""
    words_ = tokens.words
    tied = right.first == left.end + 1 and words_[left.end] == "from" and _find_role(tokens, left) == "to"
    exact = left.comparator is right.comparator is Comparator.EQUAL and left.unit == right.unit
    if not tied or not exact or left.low is None or right.low is None or left.low == right.low:
        return
    direction = "up" if left.low > right.low else "down"
    left.change, right.change = CHANGES[direction, "to"], CHANGES[direction, "from"]


def _find_role(tokens: Tokens, draft: Draft) -> str:
    """ "to", "from" or "by" before a figure, at once or before "a record"; "" without one."""
    step = draft.first - 1
    floor = max(0, step - BETWEEN_REACH)
    while step > floor and tokens.words[step] in BETWEEN:
        step -= 1
    word = tokens.words[step]
    return word if word in ROLES and not (word == "to" and tokens.words[step - 1] in NOT_TO) else ""


def _read_change(tokens: Tokens, draft: Draft, before: Draft | None) -> Change:
    """Which way the value went, and whether the figure says by how much, to what or from what.

    before: the claim before it, whose words say nothing of this one, but where a change from it ends.
    """
    near = tokens.words[max(0, draft.first - 2 * REACH) : draft.end + 2]
    if tokens.words[draft.end] not in COMPARED and CHANGE_WORDS.isdisjoint(near):
        return Change.NONE
    role = _find_role(tokens, draft)
    if _is_more(tokens, draft):
        return CHANGES[COMPARED[tokens.words[draft.end]], "by"]
    if tokens.words[draft.first - 1] in PLACING or tokens.words[draft.end] == "ago":
        return _read_reached(tokens, draft.first)
    if role in {"to", "from"} and before is not None and draft.noun and before.unit and not draft.unit:
        return Change.NONE
    step = _find_word(tokens, draft, before, role)
    if step < 0:
        return CHANGES.get(("" if role in {"to", "from"} else _read_behind(tokens, draft), "by"), Change.NONE)
    if not role and tokens.words[step + 1] in ROLES:
        role = tokens.words[step + 1]
    return CHANGES["up" if tokens.words[step] in RISES else "down", role or "by"]


def _read_reached(tokens: Tokens, first: int) -> Change:
    """What a value reached that is told behind its rank: "rose to its highest in two years, at 7%"."""
    if tokens.words[first - 2 : first] != [",", "at"]:
        return Change.NONE
    near = tokens.words[max(0, first - REACHED) : first]
    for step, word in enumerate(near[:-2]):
        if near[step + 1] == "to" and not BEST.isdisjoint(near[step + 2 : step + 4]):
            return CHANGES[("up" if word in RISES else "down"), "to"] if word in CHANGE_WORDS else Change.NONE
    return Change.NONE


def _is_more(tokens: Tokens, draft: Draft) -> bool:
    """Whether a figure says how much more or less something is: "ended 5% higher", "40 fewer boats than"."""
    word = tokens.words[draft.end]
    counted = word in COUNTED and "than" in tokens.words[draft.end : draft.end + THAN_REACH]
    return counted or (draft.unit == "percent" and word in COMPARED)


def _find_word(tokens: Tokens, draft: Draft, before: Draft | None, role: str) -> int:
    """Where the word stands that tells which way a figure went; -1 without one."""
    floor = before.end if before is not None and role not in {"to", "from"} else 0
    far = role in {"to", "from"} or (role == "by" and not draft.noun)
    reach = 2 * REACH if far else REACH
    words_ = tokens.words
    for step in range(draft.first - 1, max(-1, draft.first - 1 - reach), -1):
        word = words_[step]
        if word in BREAKS or step < floor or (word == "," and not far):
            return -1
        if (
            word in RAISES
            and step == draft.first - 1
            and _is_money(draft)
            and not _settles(tokens, draft.end)
        ):
            continue
        if word in FINDING and step == draft.first - 1 and draft.noun:
            return -1
        if word in ADDING and (tokens.words[step + 1] == "that" or tokens.words[step - 1] in SPEAKING):
            return -1
        if word in GRADED and step < draft.first - 1 and "than" in words_[step + 1 : draft.first]:
            return -1
        if (word in RISES or word in FALLS) and not _is_particle(tokens, step):
            counted = (
                word.endswith(("ed", "lost")) and words_[draft.first - 1] in TO_BE
            )  # "those who recovered are 40"
            return -1 if counted or _governs(tokens, step + 1, draft) else step
    return -1


def _is_particle(tokens: Tokens, step: int) -> bool:
    """Whether "up" or "down" changes nothing: "make up a quarter", "a follow-up of 3 years"."""
    word, lead = tokens.words[step], tokens.words[step - 1]
    if lead == "-" and tokens.is_glued(step):
        return True
    return (word == "up" and lead in NOT_UP) or (word == "down" and lead in NOT_DOWN)


def _governs(tokens: Tokens, index: int, draft: Draft) -> bool:
    """Whether a verb behind a noun of change has the figure: "the cut hit 40 homes"."""
    word = tokens.words[index]
    if index >= draft.first or word in RISES or word in FALLS:
        return False
    return word in VERBS or word == "hit" or word.endswith("ed")


def _read_behind(tokens: Tokens, draft: Draft) -> str:
    """ "5% higher", "a 3 percent drop"."""
    behind = tokens.words[draft.end : draft.end + 2]
    if not behind[0].isalpha():
        return ""
    if behind[1] == "than" or draft.unit == "percent":
        if behind[0] in COMPARED:
            return COMPARED[behind[0]]
        if behind[1] == "than":
            return ""
    if behind[0] in MODALS or ("loss" in behind and _is_money(draft)):  # "a $3m net loss" is no change
        return ""
    if any(word in FALLS_BEHIND for word in behind):
        return "down"
    return "up" if any(word in RISES_BEHIND for word in behind) else ""


def _settles(tokens: Tokens, end: int) -> bool:
    """Whether a price stands behind what it lost or gained: "lost $1.01 to settle at $49.16"."""
    return tokens.words[end] == "to" and tokens.words[end + 1] in SETTLING


def _is_money(draft: Draft) -> bool:
    unit = find_unit(draft.unit.partition("/")[0])
    return unit is not None and unit.dimension is Dimension.MONEY
