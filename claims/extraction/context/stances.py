"""The change a claim reports, whether it is stated as a fact, and the words that narrow it."""

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
from claims.extraction.tokens import Tokens

REACH = 6
STANCE_REACH = 12
BREAKS = frozenset({";", ":", "while", "whereas", "but", "although", "and"})
ROLES = frozenset({"to", "from", "by"})
SCOPE_PHRASES = tuple(tuple(phrase.split()) for phrase in SCOPES)
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
    for draft in drafts:
        if draft.disposition is Disposition.CLAIM:
            draft.change = _read_change(tokens, draft)
            draft.modality = _read_modality(tokens, draft)
            draft.scope = _read_scope(tokens, draft)


def _read_change(tokens: Tokens, draft: Draft) -> Change:
    """Which way the value went, and whether the figure says by how much, to what or from what."""
    words = tokens.words
    lead = words[draft.first - 1]
    role = lead if lead in ROLES else "by"
    direction = ""
    for step in range(draft.first - 1, max(-1, draft.first - 1 - (REACH if role == "by" else 2 * REACH)), -1):
        word = words[step]
        if word in BREAKS or (word == "," and role == "by"):
            break
        if word in RISES or word in FALLS:
            direction = "up" if word in RISES else "down"
            break
    if not direction and role == "by":
        direction = _read_behind(tokens, draft)
    return CHANGES.get((direction, role), Change.NONE)


def _read_behind(tokens: Tokens, draft: Draft) -> str:
    """ "5% higher", "a 3 percent drop"."""
    behind = tokens.words[draft.end : draft.end + 2]
    if any(word in FALLS_BEHIND for word in behind):
        return "down"
    return "up" if any(word in RISES_BEHIND for word in behind) else ""


def _read_modality(tokens: Tokens, draft: Draft) -> Modality:
    """The strongest stance in the words before a figure, up to the clause's start."""
    words = tokens.words
    window: set[str] = set()
    for step in range(draft.first - 1, max(-1, draft.first - 1 - STANCE_REACH), -1):
        word = words[step]
        if word in BREAKS:
            break
        if word in DENIALS and words[step + 1] in BOUNDED:
            continue
        window.add(word)
    if draft.approximation.lower().endswith("estimated"):
        return Modality.ESTIMATE
    for stance, table in STANCES:
        if not table.isdisjoint(window):
            return stance
    return Modality.STATED


STANCES = (
    (Modality.DENIED, DENIALS),
    (Modality.HYPOTHETICAL, HYPOTHETICALS),
    (Modality.TARGET, TARGETS),
    (Modality.ESTIMATE, ESTIMATES),
    (Modality.FORECAST, FORECASTS),
)
"""The stances in the order in which they win over each other."""


def _read_scope(tokens: Tokens, draft: Draft) -> str:
    words, first = tokens.words, draft.first
    for phrase in SCOPE_PHRASES:
        start = first - len(phrase)
        if start >= 0 and tuple(words[start:first]) == phrase:
            return tokens.text[tokens.starts[start] : tokens.ends[first - 1]]
    return ""
