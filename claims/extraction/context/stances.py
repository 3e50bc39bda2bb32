"""The change a claim reports, whether it is stated as a fact, and the words that narrow it."""

from types import MappingProxyType

from claims.codelists import Change, Disposition, Modality
from claims.extraction.context.tables import (
    BOUNDED,
    DENIALS,
    ESTIMATES,
    FALLS,
    FALLS_BEHIND,
    FORECASTS,
    HYPOTHETICALS,
    RISES,
    RISES_BEHIND,
    SCOPES,
    TARGETS,
)
from claims.extraction.drafts import Draft
from claims.extraction.marks.calendar import MODAL_MONTHS, is_month
from claims.extraction.nouns import DETERMINERS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.units import Dimension, find_unit

REACH = 6
VERB_REACH = 5
VERBS_OF_STANCE = frozenset({"will", "would", "could", "may", "might"})
PASSIVES = words("believed thought estimated feared expected forecast projected likely")
"""What a figure's own verb may say of it: "40 boats are believed lost"."""
TO_BE = frozenset({"is", "are", "was", "were", "been", "be"})
OPENERS = frozenset({"if", "whether", "unless"})
"""Words that open a clause whose stance they give: what stands before them is of another clause."""
ASIDES = words(
    """
    which who whose where when due expected set planned forecast estimated likely once scheduled aimed
    intended believed thought
    """
)
"""Words that open an aside between commas."""
ASIDE_REACH = 14
NOUNS_OF_PLANS = frozenset({"plan", "plans"})
PURPOSES = frozenset({"to", "for"})
NEGATIONS = DENIALS - words("denied denies deny denying false refuted")
"""Denials of their own clause alone; "denied" reaches over "that"."""
RELATIVES = frozenset({"that", "which", "who", "if", "when", "as", "than"})
RAISES = words("raise raises raised raising lose loses lost losing")
"""Verbs that get or lose money and change no sum: "raised $40 million"."""
COMPARED = {"more": "up", "higher": "up", "fewer": "down", "less": "down", "lower": "down"}
STANCE_REACH = 12
BREAKS = frozenset({";", ":", "while", "whereas", "but", "although", "and"})
ROLES = frozenset({"to", "from", "by"})
SCOPE_PHRASES = tuple(tuple(phrase.split()) for phrase in SCOPES)
SCOPE_ENDINGS = MappingProxyType(
    {
        last: tuple(phrase for phrase in SCOPE_PHRASES if phrase[-1] == last)
        for last in {phrase[-1] for phrase in SCOPE_PHRASES}
    }
)
"""The phrases of scope by their last word, in their order."""
CHANGES = {
    ("up", "by"): Change.UP_BY,
    ("up", "to"): Change.UP_TO,
    ("up", "from"): Change.UP_FROM,
    ("down", "by"): Change.DOWN_BY,
    ("down", "to"): Change.DOWN_TO,
    ("down", "from"): Change.DOWN_FROM,
}


def add_stances(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give each claim of a sentence its change, modality and scope."""
    before: Draft | None = None
    for draft in drafts:
        if draft.disposition is Disposition.CLAIM:
            draft.change = _read_change(tokens, draft, before)
            draft.modality = _read_modality(tokens, draft)
            draft.scope = _read_scope(tokens, draft)
            before = draft


def _read_change(tokens: Tokens, draft: Draft, before: Draft | None) -> Change:
    """Which way the value went, and whether the figure says by how much, to what or from what.

    before: the claim before it, whose words say nothing of this one, but where a change from it ends.
    """
    words = tokens.words
    lead = words[draft.first - 1]
    if lead == "at":
        return Change.NONE
    role = lead if lead in ROLES else "by"
    if role != "by" and before is not None and draft.noun and before.unit and not draft.unit:
        return Change.NONE
    floor = before.end if before is not None and role == "by" else 0
    direction = ""
    for step in range(draft.first - 1, max(-1, draft.first - 1 - (REACH if role == "by" else 2 * REACH)), -1):
        word = words[step]
        if word in BREAKS or step < floor or (word == "," and role == "by"):
            break
        if word in RAISES and step == draft.first - 1 and _is_money(draft):
            continue
        if word in RISES or word in FALLS:
            direction = "up" if word in RISES else "down"
            break
    if not direction and role == "by":
        direction = _read_behind(tokens, draft)
    return CHANGES.get((direction, role), Change.NONE)


def _read_behind(tokens: Tokens, draft: Draft) -> str:
    """ "5% higher", "a 3 percent drop"."""
    behind = tokens.words[draft.end : draft.end + 2]
    if not behind[0].isalpha():
        return ""
    if behind[1] == "than":
        return COMPARED.get(behind[0], "")
    if any(word in FALLS_BEHIND for word in behind):
        return "down"
    return "up" if any(word in RISES_BEHIND for word in behind) else ""


def _is_money(draft: Draft) -> bool:
    unit = find_unit(draft.unit)
    return unit is not None and unit.dimension is Dimension.MONEY


def _read_modality(tokens: Tokens, draft: Draft) -> Modality:
    """The strongest stance in the words of a figure's clause: those before it, and its own verb behind it."""
    if draft.approximation.lower().endswith("estimated") or tokens.words[draft.first - 2 : draft.first] == [
        "put",
        "at",
    ]:
        return Modality.ESTIMATE
    window = _read_verb(tokens, draft) | _read_clause(tokens, draft)
    for stance, table in STANCES if window else ():
        if not table.isdisjoint(window):
            return stance
    return Modality.STATED


def _read_clause(tokens: Tokens, draft: Draft) -> set[str]:
    """The words before a figure that may tell its stance, asides between commas left out."""
    words = tokens.words
    window: set[str] = set()
    step, inner = draft.first - 1, True
    while step >= max(0, draft.first - STANCE_REACH):
        word = words[step]
        if word in BREAKS:
            break
        if word == ",":
            step = _skip_aside(tokens, step)
        elif word == "that":
            inner = False
        elif word in STANCE_WORDS and _counts(tokens, step, inner=inner):
            window.add(word)
        if word in OPENERS and inner:
            break
        step -= 1
    return window


def _skip_aside(tokens: Tokens, comma: int) -> int:
    """The comma that opens the aside which a comma closes, else the comma itself."""
    for step in range(comma - 1, max(-1, comma - ASIDE_REACH), -1):
        if tokens.words[step] == ",":
            return step if tokens.words[step + 1] in ASIDES else comma
    return comma


def _counts(tokens: Tokens, step: int, *, inner: bool) -> bool:
    """Whether a word before a figure is a stance on it; `inner` tells that no "that" stands between."""
    word, following = tokens.words[step], tokens.words[step + 1]
    if word in DENIALS and (following in BOUNDED or following == "before"):
        return False
    if word == "set" and following != "to":
        return False
    if word in NOUNS_OF_PLANS and tokens.words[step - 1] in DETERMINERS and following not in PURPOSES:
        return False
    if word in MODAL_MONTHS and is_month(tokens, step) and tokens.is_capitalised(step):
        return False
    outer = word in VERBS_OF_STANCE or (word in NEGATIONS and following != "true")
    return inner or not outer


def _read_verb(tokens: Tokens, draft: Draft) -> set[str]:
    """The modal verb whose subject the figure is: "40 boats will be built"."""
    for index in range(draft.end, draft.end + VERB_REACH):
        word = tokens.words[index]
        if word in VERBS_OF_STANCE and not tokens.is_capitalised(index):
            return {word}
        if word in PASSIVES and tokens.words[index - 1] in TO_BE:
            return {word}
        if not word.isalpha() or word in BREAKS or word in RELATIVES:
            break
    return set()


STANCES = (
    (Modality.DENIED, DENIALS),
    (Modality.HYPOTHETICAL, HYPOTHETICALS),
    (Modality.TARGET, TARGETS),
    (Modality.ESTIMATE, ESTIMATES),
    (Modality.FORECAST, FORECASTS),
)
"""The stances in the order in which they win over each other."""
STANCE_WORDS = frozenset().union(*(table for _, table in STANCES))


def _read_scope(tokens: Tokens, draft: Draft) -> str:
    words, first = tokens.words, draft.first
    for phrase in SCOPE_ENDINGS.get(words[first - 1], ()):
        start = first - len(phrase)
        if start >= 0 and tuple(words[start:first]) == phrase:
            return tokens.text[tokens.starts[start] : tokens.ends[first - 1]]
    return ""
