"""Words of stance that are another word where they stand: "a set of", "target price", "no remorse for"."""

from claims.extraction.context.tables import REJECTIONS
from claims.extraction.marks.calendar import MODAL_MONTHS, is_month, is_year
from claims.extraction.nouns import DETERMINERS
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.tables import SMALL
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

VERB_REACH = 5
NOUN_REACH = 6
"""Tokens behind a noun of stance in which the figure that it has stands: "estimate of about 5%"."""
TO_BE = frozenset({"is", "are", "was", "were", "been", "be"})
REJECTED = words("claims reports suggestions allegations accusations rumours rumors claim report suggestion")
"""What is denied where it is rejected: "rejected reports that it had sold 40 boats"."""
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
WEIGHING = words("considering mulling risks")
"""Words that weigh a deed: "is considering building 40 boats"."""
SIGHTS = frozenset({"see", "sees"})
NOUN_LINKS = words("for of in over about to at from on with")
PURPOSES = frozenset({"to", "for"})
DOUBLE = (
    PRICED
    | NOUNS_OF_PLANS
    | GOALS
    | SIGHTS
    | REJECTIONS
    | MODAL_MONTHS
    | words("set planning expected going seen no considering mulling risks calling due")
)
"""Words that have another sense."""


def has_other_sense(tokens: Tokens, step: int) -> bool:
    """Whether a word of stance is another word here: "a set of", "planning officer", "target price"."""
    word = tokens.words[step]
    if word not in DOUBLE:
        return False
    following, lead = tokens.words[step + 1], tokens.words[step - 1]
    return (
        (word == "set" and following != "to")
        or (word == "planning" and following not in PURPOSES and lead not in TO_BE)
        or (word in PRICED and "price" in {following, lead})
        or (word in NOUNS_OF_PLANS and _is_owner(lead) and following not in PURPOSES)
        or (word in GOALS and (following not in AIMS or is_number(lead) or lead in SMALL))
        or (word == "expected" and lead in {"than", "as"})
        or (word == "going" and not _is_to_do(tokens, step))
        or (word in WEIGHING and not following.endswith("ing"))
        or (word == "due" and following == "to" and lead not in TO_BE)
        or (word == "calling" and following != "for")
        or (word == "seen" and following not in SEEN)
        or (word in SIGHTS and not _sees_ahead(tokens, step))
        or (word in REJECTIONS and following not in REJECTED)
        or (word == "no" and (following == "." or _negates_noun(tokens, step)))
        or (word in MODAL_MONTHS and is_month(tokens, step) and tokens.is_capitalised(step))
    )


def is_of_another(tokens: Tokens, step: int, figure: int) -> bool:
    """Whether a noun of stance has another figure than one: "an estimate of 5%, to bring in 40 boats"."""
    own = tokens.words[step + 1] == "of" and step + NOUN_REACH < figure
    return own and any(map(is_number, tokens.words[step + 2 : step + NOUN_REACH]))


def _sees_ahead(tokens: Tokens, step: int) -> bool:
    """Whether "sees" is a forecast: "analysts see the rate at 5%"."""
    near = tokens.words[step + 1 : step + VERB_REACH]
    counted = is_number(near[0]) and not is_year(near[0])  # "sees 2025 revenue at $9bn"
    return "at" in near and not counted and near[0] not in SMALL


def _is_to_do(tokens: Tokens, step: int) -> bool:
    """Whether "going to" tells what is to come: "is going to cost $40", no "going to 40 mills"."""
    verb = tokens.words[step + 2]
    plain = verb.isalpha() and verb not in SMALL and verb not in DETERMINERS
    return tokens.words[step + 1] == "to" and plain and not tokens.is_capitalised(step + 2)


def _negates_noun(tokens: Tokens, step: int) -> bool:
    """Whether "no" denies a thing and not what is told of it: "no remorse for the $40 fraud"."""
    following, behind = tokens.words[step + 1], tokens.words[step + 2 : step + 4]
    return following not in PROOFS and (behind[0] in NOUN_LINKS or behind[1] in NOUN_LINKS)


def _is_owner(word: str) -> bool:
    """Whether a word opens a noun phrase: "the", "the mayor's"."""
    return word in DETERMINERS or word.endswith(("'s", "’s"))
