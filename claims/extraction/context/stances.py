"""Whether a claim is stated as a fact, and the words that narrow it."""

from types import MappingProxyType

from claims.codelists import Disposition, Modality
from claims.extraction.context.expectations import read_behind
from claims.extraction.context.senses import (
    NOUN_LINKS,
    NOUNS_OF_PLANS,
    PROOFS,
    TO_BE,
    VERB_REACH,
    has_other_sense,
    is_of_another,
)
from claims.extraction.context.tables import (
    BOUNDED,
    DENIALS,
    ESTIMATES,
    FALLS,
    FORECASTS,
    HYPOTHETICALS,
    REJECTIONS,
    RISES,
    SCOPES,
    TARGETS,
)
from claims.extraction.drafts import Draft
from claims.extraction.nouns import DETERMINERS, GENITIVES, VERBS
from claims.extraction.numerals.tables import SMALL
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.quantity import Comparator

COORDINATED = 12
"""Tokens between two figures of one statement."""
CLAUSES = words("that who has have had he she it they we already now did do does which while but")
"""Words of a clause of its own."""
VERBS_OF_STANCE = frozenset({"will", "would", "could", "may", "might"})
FALSEHOODS = words("false untrue baseless unfounded fabricated")
PASSIVES = words(
    "believed thought estimated feared expected forecast projected likely due scheduled poised going"
)
"""What a figure's own verb may say of it: "40 boats are believed lost"."""
OPENERS = frozenset({"if", "whether", "unless"})
"""Words that open a clause whose stance they give: what stands before them is of another clause."""
INVERTED = words("had were should")
"""Verbs that open a sentence like "if": "Had it rained, we would have lost 40 boats"."""
NO_INFINITIVES = words(
    "record just only some about over under nearly almost around more less up those these this that"
)
"""Words behind "is to" that no verb is."""
ASIDES = words(
    """
    which who whose where when if due expected set planned forecast estimated likely once scheduled aimed
    intended believed thought
    """
)
"""Words that open an aside between commas."""
ASIDE_REACH = 14
CLOSING = words(
    """
    estimate estimates estimated reckon reckons reckoned believe believes believed expect expects
    forecast forecasts predict predicts predicted
    """
)
"""Verbs that may end a sentence and tell how sure it is."""
COMPARING = words("above below against than compared half twice double over under versus from with")
"""Words before "estimate" that make a noun of it: "three times the original estimate"."""
PUTTING = words("put puts peg pegs pegged")
PUT_REACH = 6
PAST_ENDS = frozenset({"ago", "earlier"})
WHOLE_LINKS = NOUN_LINKS - {"to", "at"}
CLOSES_NOTHING = (Modality.STATED, 0)
PLANNING = frozenset({"is", "are"})
"""What makes a plan of the "to" behind it: "is to be raised"."""
NEGATIONS = DENIALS - REJECTIONS - words("denied denies deny denying false refuted")
"""Denials of their own clause alone; "denied" reaches over "that"."""
RELATIVES = words(
    "that which who if when as than said say says told tells think thought believe hope hoped want wanted"
)
"""Words behind a figure that open another clause: what a verb says behind them is not said of the figure."""
SUBJECT_LEADS = words(
    """
    that and but while whereas as the said says all another only just of about some which or between combined
    further total additional other
    """
)
"""Words before a figure that is the subject of the verb behind it."""
ADVERBS = words("now still also already widely currently")
STANCE_REACH = 12
IF_REACH = 8
"""Tokens behind a figure in which it does: "would lose 40 seats if"."""
CONDITION_REACH = 60
"""Tokens before a figure in which an "if" makes its "would" depend."""
SUBJECTS = words("it it's it’s they they're they’re he he's he’s she she's she’s we we're we’re")
"""Words behind a comma that open a statement of its own: "it's not 50, it's five"."""
BREAKS = frozenset({";", ":", "–", "—", "while", "whereas", "but", "although", "and"})
NO_BASES = (
    DETERMINERS
    | OPENERS
    | words(
        """
        about nearly some up more another over almost at around in on of for by from with under then also
        only just i we he she it they there these those that this who which what
        """
    )
)
"""Words behind "and" that are no verb of the subject before it."""
BASES = words("shed need feed speed proceed exceed succeed breed")
"""Verbs that end as others do in the past."""
PASTS = words(
    """
    is are was were has had have been do does did can cannot will would could may might should must rose
    fell grew sank lost won took gave made led went came sold bought built found left met paid said says
    held kept told spent became began broke brought drove fled flew got knew ran saw sent shot shrank slid
    stood stole struck swept threw wrote
    """
)
"""Verbs with a subject of their own: "will cut jobs and profits fell 5%"."""
SCOPE_PHRASES = tuple(tuple(phrase.split()) for phrase in SCOPES)
SCOPE_ENDINGS = MappingProxyType(
    {
        last: tuple(phrase for phrase in SCOPE_PHRASES if phrase[-1] == last)
        for last in {phrase[-1] for phrase in SCOPE_PHRASES}
    }
)
"""The phrases of scope by their last word, in their order."""


def add_stances(tokens: Tokens, drafts: list[Draft], *, headline: bool = False) -> None:
    """Give each claim of a sentence its modality and scope."""
    before: Draft | None = None
    told = tokens.mentions(STANCE_SIGNS)
    closing, comma = _read_closing(tokens) if tokens.words[tokens.count - 2] in CLOSING else CLOSES_NOTHING
    falsified = not FALSEHOODS.isdisjoint(tokens.words)
    plans = headline or not PLANNING.isdisjoint(tokens.words)
    for draft in drafts:
        if draft.disposition is Disposition.CLAIM:
            false = falsified and _is_false(tokens, draft)
            stance = _read_modality(tokens, draft) if told else Modality.STATED
            draft.modality = Modality.DENIED if false else stance
            if draft.modality is Modality.STATED and draft.end <= comma:
                draft.modality = closing
            if plans and draft.modality is Modality.STATED and _is_to_come(tokens, draft, headline=headline):
                draft.modality = Modality.FORECAST
            if draft.modality is Modality.STATED and before is not None:
                draft.modality = _read_coordinated(tokens, before, draft)
            if tokens.words[draft.first - 1] in SCOPE_ENDINGS:
                draft.scope = _read_scope(tokens, draft)
            before = draft


def _read_modality(tokens: Tokens, draft: Draft) -> Modality:
    """The strongest stance in the words of a figure's clause: those before it, and its own verb behind it."""
    lead = tokens.words[draft.first - 1]
    put = draft.first - (lead == "between")
    told = draft.approximation or draft.comparator is not Comparator.EQUAL
    if (told and _is_estimated(tokens, draft)) or _is_put(tokens, put - 1):
        return Modality.ESTIMATE
    window = _read_clause(tokens, draft) | _read_verb(tokens, draft)
    if lead in DETERMINERS or lead[-2:] in GENITIVES:
        window |= read_behind(tokens, draft)
    for stance, table in STANCES if window else ():
        if not table.isdisjoint(window) and not (stance is Modality.DENIED and _is_there(tokens, draft)):
            return Modality.HYPOTHETICAL if _is_conditional(tokens, draft, stance, window) else stance
    return Modality.STATED


def _is_estimated(tokens: Tokens, draft: Draft) -> bool:
    """Whether a figure's own words make an estimate of it: "an estimated 40", "at least an estimated 40"."""
    written = draft.approximation.lower().endswith("estimated")
    return written or "estimated" in tokens.words[draft.first : draft.end]


def _is_put(tokens: Tokens, at: int) -> bool:
    """Whether somebody puts a figure at what it is: "was put at $40", "put the toll at 40"."""
    return tokens.words[at] == "at" and not PUTTING.isdisjoint(tokens.words[max(0, at - PUT_REACH) : at])


def _is_there(tokens: Tokens, draft: Draft) -> bool:
    """Whether a figure stands all the same: "not one of the 14 bridges", "was not hit 14 months ago"."""
    before, lead = tokens.words[draft.first - 2], tokens.words[draft.first - 1]
    return (before in WHOLE_LINKS and lead in DETERMINERS) or tokens.words[draft.end] in PAST_ENDS


def _is_false(tokens: Tokens, draft: Draft) -> bool:
    """Whether a figure's clause is said to be false behind it: "the claim that 40 boats sank is false"."""
    behind = tokens.words[draft.end : draft.end + STANCE_REACH]
    for index, word in enumerate(behind):
        if word in FALSEHOODS:
            return index > 0 and behind[index - 1] in TO_BE
        if word in {",", ";", "but", "while"}:
            return False
    return False


def _is_to_come(tokens: Tokens, draft: Draft, *, headline: bool) -> bool:
    """Whether "is to" tells what is planned: "is to be raised by 5%"; in a headline "to" does alone."""
    words_ = tokens.words
    start = max(1, draft.first - VERB_REACH)
    end = draft.end + VERB_REACH if _is_subject(tokens, draft) else draft.first
    if "to" not in words_[start:end]:
        return False
    for index in range(start, end):
        lead, word, following = words_[index - 1 : index + 2]
        if word == "to" and (lead in PLANNING or (headline and lead not in RISES | FALLS)):
            return following.isalpha() and following not in DETERMINERS | NO_INFINITIVES
    return False


def _is_subject(tokens: Tokens, draft: Draft) -> bool:
    """Whether a figure may be the subject of the verb behind it."""
    lead = tokens.words[draft.first - 1]
    return not lead.isalpha() or lead in SUBJECT_LEADS


def _read_closing(tokens: Tokens) -> tuple[Modality, int]:
    """What the verb at a sentence's end makes of what stands before its comma: "..., the bank estimates."."""
    verb = tokens.count - 2
    word, subject = tokens.words[verb], tokens.words[verb - 1]
    if not (word.endswith(("s", "ed")) or is_plural(subject) or subject in {"they", "we"}):
        return CLOSES_NOTHING  # "twice the original estimate"
    for step in range(verb - 1, max(0, verb - ASIDE_REACH), -1):
        following = tokens.words[step + 1]
        if following in COMPARING or following in SMALL or following.endswith("ing"):
            return CLOSES_NOTHING
        if tokens.words[step] == "," and following not in RELATIVES | BREAKS:
            return Modality.ESTIMATE if word in ESTIMATES else Modality.FORECAST, step
    return CLOSES_NOTHING


def _read_coordinated(tokens: Tokens, left: Draft, right: Draft) -> Modality:
    """What was said of the figure before and goes on: "expects sales of $5m and a loss of $1m"."""
    if left.modality is Modality.STATED:
        return Modality.STATED
    stretch = tokens.words[left.end : right.first]
    if not 0 < len(stretch) <= COORDINATED or ("and" not in stretch and "or" not in stretch):
        return Modality.STATED
    joint = stretch.index("and") if "and" in stretch else stretch.index("or")
    plain = stretch[:-2] if stretch[-2:] == [",", "or"] else stretch  # "8% of its staff, or 6,800 jobs"
    ends = any(map(_closes, plain)) or any(map(_is_verb, stretch[joint + 1 :]))
    return Modality.STATED if ends else left.modality


def _closes(word: str) -> bool:
    """Whether what was said before ends at a word."""
    return not (word.isalnum() or word == "-") or word in TO_BE or word in CLAUSES


def _is_verb(word: str) -> bool:
    """Whether a word may open a statement of its own."""
    return word in VERBS or word in PASTS or word.endswith("ed")


def _is_conditional(tokens: Tokens, draft: Draft, stance: Modality, window: set[str]) -> bool:
    """Whether "would" depends on an "if" anywhere before: "if it rained, we would lose 40 boats"."""
    return (
        stance is Modality.FORECAST
        and "would" in window
        and (
            tokens.words[0] in INVERTED
            or "if" in tokens.words[draft.end : draft.end + IF_REACH]
            or not OPENERS.isdisjoint(tokens.words[max(0, draft.first - CONDITION_REACH) : draft.first])
        )
    )


def _read_clause(tokens: Tokens, draft: Draft) -> set[str]:
    """The words before a figure that may tell its stance, asides between commas left out."""
    words = tokens.words
    if STANCE_WORDS.isdisjoint(words[max(0, draft.first - STANCE_REACH) : draft.first]):
        return set()
    window: set[str] = set()
    step, inner, near, own, doing, joined = draft.first - 1, True, True, True, False, False
    floor = max(0, draft.first - STANCE_REACH)
    while step >= floor:
        word = words[step]
        if word not in SIGNPOSTS:
            step -= 1
            continue
        if word == "and" and _joins_verbs(tokens, step, draft.first):
            step, joined = step - 1, True
            continue
        if word in BREAKS or _opens_relative(tokens, step):
            break
        if word == ",":
            doing = doing or words[step + 1].endswith("ing")
            own = own and words[step + 1] not in SUBJECTS and words[step + 1] != "with"
            inner = inner and words[step + 1] not in {"which", "who"}
            step, near = _skip_aside(tokens, step), False
        elif word == "that":
            inner = inner and words[step + 1] in {
                "to",
                "by",
                "same",
            }  # "would cut that to 60" opens no clause
        elif (
            word in STANCE_WORDS
            and (near or word not in NOUNS_OF_PLANS)
            and not (doing and (word in DENIALS or word in TARGETS))  # "denied it, putting the toll at 40"
            and (own or word not in NEGATIONS)
            and (near or word != "no")
            and (not joined or word in VERBS_OF_STANCE or words[step + 1] == "to")
            and not (word == "estimated" and _is_next(tokens, step + 1, draft.first))
            and _counts(tokens, step, inner=inner)
            and not is_of_another(tokens, step, draft.first)
        ):
            window.add(word)
        if word in OPENERS and inner:
            break
        step -= 1
    return window


def _joins_verbs(tokens: Tokens, joint: int, figure: int) -> bool:
    """Whether "and" leads on to another verb of one subject: "will close yards and cut 40 jobs"."""
    behind = tokens.words[joint + 1 : figure]
    first = behind[1:2] if behind[:1] == ["to"] else behind[:1]
    if not first or not first[0].isalpha() or first[0] in NO_BASES:
        return False
    told = any((word.endswith("ed") and word not in BASES) or word == "," for word in behind)
    return PASTS.isdisjoint(behind) and not told


def _is_next(tokens: Tokens, index: int, figure: int) -> bool:
    """Whether another figure stands at a token: "an estimated 3,000 people in four boats"."""
    return index < figure and (tokens.words[index][0].isdecimal() or tokens.words[index] in SMALL)


def _opens_relative(tokens: Tokens, comma: int) -> bool:
    """Whether a comma opens what is told of those before: ", of whom 40 were charged"."""
    return tokens.words[comma : comma + 2] == [",", "of"] and tokens.words[comma + 2] in {"whom", "which"}


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
    if has_other_sense(tokens, step):
        return False
    outer = word in VERBS_OF_STANCE or (word in NEGATIONS and following not in PROOFS)
    return inner or not outer


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
        if not word.isalnum() or word in BREAKS or word in RELATIVES:
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
STANCE_SIGNS = STANCE_WORDS | PUTTING
"""Without any of these words nothing in a sentence is but stated."""
SIGNPOSTS = STANCE_WORDS | BREAKS | OPENERS | {",", "that"}
"""Every word before a figure that may tell something of its stance."""


def _read_scope(tokens: Tokens, draft: Draft) -> str:
    words, first = tokens.words, draft.first
    for phrase in SCOPE_ENDINGS[words[first - 1]]:
        start = first - len(phrase)
        if start >= 0 and tuple(words[start:first]) == phrase:
            return tokens.text[tokens.starts[start] : tokens.ends[first - 1]]
    return ""
