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
from claims.extraction.nouns import DETERMINERS, VERBS
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.tables import SMALL
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.units import Dimension, find_unit

REACH = 6
COORDINATED = 8
"""Tokens between two figures of one statement."""
CLAUSES = words("that who has have had he she it they we already now did do does which while but")
"""Words of a clause of its own."""
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
PROOFS = words("true evidence proof indication sign suggestion")
"""Words behind "not" or "no" that deny what "that" leads to: "there is no evidence that"."""
PRICED = words("target targets targeted")
"""A target price is an analyst's estimate of a share and nobody's aim."""
NOUNS_OF_PLANS = frozenset({"plan", "plans"})
GOALS = frozenset({"goal", "goals"})
AIMS = words("of is was to for are were")
"""Words behind a goal that is an aim: others are scored."""
SEEN = words("at rising falling reaching growing hitting climbing dropping")
"""Words behind "seen" that make a forecast of it: "output is seen at 40 tonnes"."""
NOUN_LINKS = words("for of in over about to at from on with")
PURPOSES = frozenset({"to", "for"})
NEGATIONS = DENIALS - words("denied denies deny denying false refuted")
"""Denials of their own clause alone; "denied" reaches over "that"."""
RELATIVES = words(
    "that which who if when as than said say says told tells think thought believe hope hoped want wanted"
)
"""Words behind a figure that open another clause: what a verb says behind them is not said of the figure."""
RAISES = words("raise raises raised raising lose loses lost losing")
"""Verbs that get or lose money and change no sum: "raised $40 million"."""
PLACING = words("at on in for with near after during across among")
"""Words before a figure that say where or how long, and not by how much."""
SUBJECT_LEADS = words(
    "that and but while whereas as the said says all another only just of about some which or between"
)
"""Words before a figure that is the subject of the verb behind it."""
ADVERBS = words("now still also already widely currently")
ADDING = words("added adds adding")
"""Verbs of change that report speech before "that"."""
COMPARED = {
    "more": "up",
    "higher": "up",
    "above": "up",
    "fewer": "down",
    "less": "down",
    "lower": "down",
    "below": "down",
}
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
    changed: Draft | None = None
    for draft in drafts:
        if draft.disposition is Disposition.CLAIM:
            draft.change = _read_start(tokens, draft, changed) or _read_change(tokens, draft, before)
            changed = draft if draft.change else changed
            draft.modality = _read_modality(tokens, draft)
            if draft.modality is Modality.STATED and before is not None:
                draft.modality = _read_coordinated(tokens, before, draft)
            draft.scope = _read_scope(tokens, draft)
            before = draft


def _read_start(tokens: Tokens, draft: Draft, changed: Draft | None) -> Change:
    """Where a change started that an earlier figure of the unit told: "fell 6% to £812m ..., from £867m"."""
    if changed is None or tokens.words[draft.first - 1] != "from" or changed.unit != draft.unit:
        return Change.NONE
    return CHANGES.get((changed.change.split()[0], "from"), Change.NONE)


def _read_change(tokens: Tokens, draft: Draft, before: Draft | None) -> Change:
    """Which way the value went, and whether the figure says by how much, to what or from what.

    before: the claim before it, whose words say nothing of this one, but where a change from it ends.
    """
    words = tokens.words
    lead = words[draft.first - 1]
    if lead in PLACING:
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
        if word in ADDING and words[step + 1] == "that":
            break
        if word in RISES or word in FALLS:
            direction = "up" if word in RISES else "down"
            role = words[step + 1] if words[step + 1] in ROLES and lead not in ROLES else role
            break
    if not direction and role == "by":
        direction = _read_behind(tokens, draft)
    return CHANGES.get((direction, role), Change.NONE)


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
    if any(word in FALLS_BEHIND for word in behind):
        return "down"
    return "up" if any(word in RISES_BEHIND for word in behind) else ""


def _is_money(draft: Draft) -> bool:
    unit = find_unit(draft.unit.partition("/")[0])
    return unit is not None and unit.dimension is Dimension.MONEY


def _read_modality(tokens: Tokens, draft: Draft) -> Modality:
    """The strongest stance in the words of a figure's clause: those before it, and its own verb behind it."""
    put = draft.first - (tokens.words[draft.first - 1] == "between")
    if draft.approximation.lower().endswith("estimated") or tokens.words[put - 2 : put] == ["put", "at"]:
        return Modality.ESTIMATE
    window = _read_verb(tokens, draft) | _read_clause(tokens, draft)
    for stance, table in STANCES if window else ():
        if not table.isdisjoint(window):
            return Modality.HYPOTHETICAL if _is_conditional(tokens, draft, stance, window) else stance
    return Modality.STATED


def _read_coordinated(tokens: Tokens, left: Draft, right: Draft) -> Modality:
    """What was said of the figure before and goes on: "expects sales of $5m and a loss of $1m"."""
    if left.modality is Modality.STATED:
        return Modality.STATED
    stretch = tokens.words[left.end : right.first]
    if not 0 < len(stretch) <= COORDINATED or ("and" not in stretch and "or" not in stretch):
        return Modality.STATED
    joint = stretch.index("and") if "and" in stretch else stretch.index("or")
    ends = any(map(_closes, stretch)) or any(map(_is_verb, stretch[joint + 1 :]))
    return Modality.STATED if ends else left.modality


def _closes(word: str) -> bool:
    """Whether what was said before ends at a word."""
    return not word.isalnum() or word in TO_BE or word in CLAUSES


def _is_verb(word: str) -> bool:
    """Whether a word may open a statement of its own."""
    return word in VERBS or word.endswith("ed")


def _is_conditional(tokens: Tokens, draft: Draft, stance: Modality, window: set[str]) -> bool:
    """Whether "would" depends on an "if" anywhere before: "if it rained, we would lose 40 boats"."""
    return (
        stance is Modality.FORECAST
        and "would" in window
        and any(word in OPENERS for word in tokens.words[: draft.first])
    )


def _read_clause(tokens: Tokens, draft: Draft) -> set[str]:
    """The words before a figure that may tell its stance, asides between commas left out."""
    words = tokens.words
    window: set[str] = set()
    step, inner, near = draft.first - 1, True, True
    floor = max(0, draft.first - STANCE_REACH)
    while step >= floor:
        word = words[step]
        if word not in SIGNPOSTS:
            step -= 1
            continue
        if word in BREAKS:
            break
        if word == ",":
            step, near = _skip_aside(tokens, step), False
        elif word == "that":
            inner = False
        elif (
            word in STANCE_WORDS
            and (near or word not in NOUNS_OF_PLANS)
            and _counts(tokens, step, inner=inner)
        ):
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
    if _has_other_sense(tokens, step):
        return False
    outer = word in VERBS_OF_STANCE or (word in NEGATIONS and following not in PROOFS)
    return inner or not outer


def _has_other_sense(tokens: Tokens, step: int) -> bool:
    """Whether a word of stance is another word here: "a set of", "planning officer", "target price"."""
    word, following, lead = tokens.words[step], tokens.words[step + 1], tokens.words[step - 1]
    return (
        (word == "set" and following != "to")
        or (word == "planning" and following not in PURPOSES and lead not in TO_BE)
        or (word in PRICED and "price" in {following, lead})
        or (word in NOUNS_OF_PLANS and _is_owner(lead) and following not in PURPOSES)
        or (word in GOALS and (following not in AIMS or is_number(lead) or lead in SMALL))
        or (word == "seen" and following not in SEEN)
        or (word == "no" and (following == "." or _negates_noun(tokens, step)))
        or (word in MODAL_MONTHS and is_month(tokens, step) and tokens.is_capitalised(step))
    )


def _negates_noun(tokens: Tokens, step: int) -> bool:
    """Whether "no" denies a thing and not what is told of it: "no remorse for the $40 fraud"."""
    following, behind = tokens.words[step + 1], tokens.words[step + 2]
    return following not in PROOFS and behind in NOUN_LINKS


def _is_owner(word: str) -> bool:
    """Whether a word opens a noun phrase: "the", "the mayor's"."""
    return word in DETERMINERS or word.endswith(("'s", "’s"))


def _read_verb(tokens: Tokens, draft: Draft) -> set[str]:
    """The modal verb whose subject the figure is: "40 boats will be built"."""
    lead = tokens.words[draft.first - 1]
    if lead.isalpha() and lead not in SUBJECT_LEADS:
        return set()
    for index in range(draft.end, draft.end + VERB_REACH):
        word = tokens.words[index]
        if word in VERBS_OF_STANCE and not tokens.is_capitalised(index):
            return {word}
        if word in PASSIVES and tokens.words[index - 1 - (tokens.words[index - 1] in ADVERBS)] in TO_BE:
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
SIGNPOSTS = STANCE_WORDS | BREAKS | OPENERS | {",", "that"}
"""Every word before a figure that may tell something of its stance."""


def _read_scope(tokens: Tokens, draft: Draft) -> str:
    words, first = tokens.words, draft.first
    for phrase in SCOPE_ENDINGS.get(words[first - 1], ()):
        start = first - len(phrase)
        if start >= 0 and tuple(words[start:first]) == phrase:
            return tokens.text[tokens.starts[start] : tokens.ends[first - 1]]
    return ""
