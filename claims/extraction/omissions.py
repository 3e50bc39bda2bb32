"""When a bare number means the unit or noun of one before it: "62 percent, down from 65"."""

from claims.extraction.drafts import Draft
from claims.extraction.levels import CHANGED, SPANS, find_lead, skip_level, skip_owner
from claims.extraction.marks.tables import LABELS
from claims.extraction.nouns import DETERMINERS, STOPS, VERBS
from claims.extraction.numerals.numeral import ONE
from claims.extraction.numerals.tables import SMALL
from claims.extraction.ranges import CHANGES
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words
from claims.measures.units import Dimension, find_unit

PLACES = words(
    """
    in on at last this a for during year before by the late early elsewhere nationally overall today now then
    previously earlier yesterday since when among across and but while with from after as
    """
)
"""Words behind a number that say where or when, and name nothing that is counted."""
DIRECTIONS = words("wide deep high tall long thick across away apart")
COMPARATIVES = words("more less fewer higher lower")
PARALLELS = words("on at to")
ROOMS = words("in on at for during by among")
"""Words that tell of what each of two numbers is said: "40 deaths in May and 35 in June"."""
JOINTS = words("and but while ; ,")
ENDS = words("and but while ; , or")
RIVALS = words("to against and while versus over but than from")
"""Words between a number and another's."""
ASIDES = words("in of from for after over within")
"""Words before a count that only tells where or out of how many: "27 goals in 31 games, 4 more than"."""
GAPS = words("and but while ; ,")
GAP_ENDS = words(", ; . and (") | {""}
SUBJECTS = words("he she they the")
ACTIONS = ("ing", "ed", "ly")
LONGEST_NAME = 4
"""Words of a name and what parts it from the number before."""
FURTHER = words("further another additional")
BESIDES = words("compared against versus vs as")
"""What sets a change beside another: "grew 4 percent, compared with 3"."""
LEADS = words("to at was is were are of")
"""Words before a level from which it may be told where it came from."""
STANCES = words("against opposed undecided unsure disagreed opposing")
"""Words behind a share that say what the rest of those asked thought."""
FAVOURS = (["in", "favour"], ["in", "favor"])
BEINGS = words("is was are were")
FATES = words("hurt missing dead shot sick ill homeless unhurt taken sold cut lost left")
"""What befell those counted, besides words in "ed"."""
ORDER = 20
"""How many times one number may be the other when they share a unit that only one states."""
CLOSE = 7
"""Tokens of the first number's noun that may stand before the comparison."""
WIDE = 12
"""Tokens that may stand between two numbers of which the same is told."""
HUNDRED = 100
BREAKS = words("and but while whereas although which who that")


def is_left_out(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a number without a unit leaves out that of the one before it, or its noun."""
    reasons = REASONS if _is_bare(tokens, right) else SPOKEN_REASONS
    return any(shows(tokens, left, right) for shows in reasons)


def is_part(draft: Draft) -> bool:
    """Whether a number is a part of a whole, which has no unit: "half of it"."""
    return draft.numeral is not None and draft.numeral.part


def is_bracketed_alike(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "Berg (36.6 percent) and Ek (29.1)": a number alone in brackets counts what another in them does."""
    return bool(left.unit or left.noun) and _is_bare(tokens, right) and _are_comparable(left, right)


def _is_bare(tokens: Tokens, draft: Draft) -> bool:
    """Whether nothing counted stands behind a number."""
    following = tokens.words[draft.end]
    if draft.noun or not following.isalpha() or following in PLACES:
        return not draft.noun
    return following in SMALL and tokens.words[draft.end + 1].removesuffix("s") in SPANS


def _is_compared(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """Whether a bare number is compared with a level right before it, and not with a change."""
    if left.numeral is None or is_part(left) != is_part(right):
        return False
    lead = find_lead(tokens, right.first)
    between = tokens.words[left.end : lead]
    return (
        left.end <= lead < right.first
        and len(between) <= CLOSE
        and between[:-1].count(",") <= (between[:1] == [","])
        and all((word.isalnum() or word == ",") and word not in BREAKS for word in between[:-1])
        and have_one_scale(left, right)
        and (
            not _follows_change(tokens, left)
            or _is_change(tokens, right)
            or (left.unit == "percent" and tokens.words[lead] in BESIDES and _are_comparable(left, right))
        )
    )


def _follows_change(tokens: Tokens, draft: Draft) -> bool:
    """Whether a number is how much something changed: "rose 4 percent", and not "rose to 4 percent"."""
    lead, before = tokens.words[draft.first - 1], tokens.words[draft.first - 2]
    return lead in CHANGES or (before in CHANGES and lead not in {"to", "at"})


def _is_change(tokens: Tokens, draft: Draft) -> bool:
    """Whether a number is said to be a change: "a rise of 1.1"."""
    return tokens.words[draft.first - 1] == "of" and tokens.words[draft.first - 2] in CHANGED


def have_one_scale(left: Draft, right: Draft) -> bool:
    """Whether two numbers are written alike, so that one unit may serve both."""
    if left.numeral is None or right.numeral is None:
        return False
    return left.numeral.scale == right.numeral.scale or (
        right.numeral.scale != ONE and left.unit not in SPANS
    )


def _is_second_change(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "fell by 2 percent and costs by 3": a bare change behind one with a unit."""
    return (
        bool(left.unit)
        and tokens.words[right.first - 1] == "by"
        and tokens.words[left.first - 1] == "by"
        and right.numeral is not None
        and right.numeral.scale == ONE
    )


def _is_second_place(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "on 41 percent and Labor's on 35", "opened at 12 euros and closed at 9": the same word leads both."""
    lead = tokens.words[right.first - 1]
    return (
        bool(left.unit or left.noun)
        and lead in PARALLELS
        and tokens.words[left.first - 1] == lead
        and right.first - left.end <= CLOSE
        and not JOINTS.isdisjoint(tokens.words[left.end : right.first])
        and _are_comparable(left, right)
    )


def _is_difference(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "38,500 euros, 2,000 more than for the old one": a difference right behind a level."""
    between = tokens.words[left.end : right.first]
    return (
        bool(left.unit or (left.noun and tokens.words[left.first - 1] not in ASIDES))
        and tokens.words[right.end] in COMPARATIVES
        and tokens.words[right.end + 1] == "than"
        and not right.noun
        and 0 < len(between) <= CLOSE
        and between[-1] == ","
        and all(word.isalnum() for word in between[:-1])
        and right.low is not None
        and left.low is not None
        and right.low < left.low
    )


def _is_rival(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "51.8 percent to Bello's 46.9": another's number in the unit of the first."""
    owner = skip_owner(tokens, right.first)
    return (
        bool(left.unit or left.noun)
        and owner < right.first
        and (tokens.is_capitalised(right.first - 1) or tokens.is_capitalised(right.first - 2))
        and right.first - left.end <= CLOSE
        and not RIVALS.isdisjoint(tokens.words[left.end : owner])
        and _are_comparable(left, right)
    )


def _are_comparable(left: Draft, right: Draft) -> bool:
    """Whether two numbers are written alike and of one order, so that one unit may serve both."""
    one, other = left.high or left.low, right.high or right.low
    return have_one_scale(left, right) and bool(one and other and other < one * ORDER and one < other * ORDER)


def _is_second_size(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "180 kilometres wide and 20 deep": a bare size behind one of another direction."""
    unit = find_unit(left.unit)
    return (
        unit is not None
        and unit.dimension is Dimension.LENGTH
        and tokens.words[left.end] in DIRECTIONS
        and tokens.words[right.end] in DIRECTIONS
        and tokens.words[left.end + 1 : right.first] in (["and"], [","], [",", "and"], ["by"])
    )


def _is_start(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "cut to 31 million tonnes from 34 million": where a level came from, right behind it."""
    between = tokens.words[left.end : skip_level(tokens, right.first)]
    return (
        bool(left.unit)
        and tokens.words[left.first - 1] in LEADS
        and between in (["from"], [",", "from"])
        and have_one_scale(left, right)
    )


def _is_end(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "fell from 40 per cent in 2012 to under 2": where a change ended, bounded."""
    return (
        bool(left.unit)
        and tokens.words[left.first - 1] == "from"
        and tokens.words[right.first - 1] == "to"
        and right.first - left.end <= CLOSE
        and have_one_scale(left, right)
    )


def _is_tally(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "carried by 214 votes to 197": the same is counted on the other side."""
    words, end = tokens.words, right.first - 1
    return (
        bool(left.noun)
        and not left.unit
        and words[end] == "to"
        and words[end - 1] != "points"
        and tokens.text[tokens.starts[left.end] : tokens.ends[end - 1]] == left.noun
        and _are_comparable(left, right)
    )


def _is_parallel(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "40 deaths in 2019 and 35 in 2020": the same word behind both tells when or where each was so."""
    words, room = tokens.words, tokens.words[right.end]
    return (
        bool(left.noun or left.unit)
        and room in ROOMS
        and words[right.first - 1] in ENDS
        and right.first - left.end <= WIDE
        and room in words[left.end : right.first]
        and (not left.unit or _are_comparable(left, right))
    )


def _is_gapped(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "Beef fetched 5.10 euros, lamb 7.45": another's number behind its name, the verb left out."""
    return (
        bool(left.unit or left.noun)
        and tokens.words[right.end] in GAP_ENDS
        and right.first - left.end <= WIDE
        and is_behind_name(tokens, right)
        and _are_comparable(left, right)
    )


def is_behind_name(tokens: Tokens, draft: Draft) -> bool:
    """Whether only another's name stands between a number and the sign or joint before it."""
    start = draft.first - 1
    while start > draft.first - LONGEST_NAME and tokens.words[start] not in GAPS:
        start -= 1
    name = range(start + 1, draft.first)
    return tokens.words[start] in GAPS and bool(name) and all(_is_name(tokens, step) for step in name)


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether a word may name another of whom a number is told; "size 12" and "lap 12" are labels."""
    word = tokens.words[index]
    if word in SUBJECTS or not word.isalpha() or word in STOPS or word in VERBS or word in LABELS:
        return word in SUBJECTS
    return tokens.is_capitalised(index) or not word.endswith(ACTIONS)


def _is_further(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "killed 30 people and hurt another 12", "28 per cent came from coal and a further 12 from gas"."""
    return (
        (bool(left.noun) or left.unit == "percent")
        and not right.noun
        and (tokens.words[right.first - 1] in FURTHER or _are_more(tokens, left, right.end))
        and right.first - left.end <= WIDE
        and (not left.unit or _are_comparable(left, right))
    )


def _are_more(tokens: Tokens, left: Draft, index: int) -> bool:
    """Whether "more" behind a number says that they are further ones: "and injured 30 more"."""
    following = tokens.words[index + 1]
    told = following in GAP_ENDS or following in PLACES or following in BEINGS or following == "people"
    return tokens.words[index] == "more" and told and tokens.words[left.first] not in ASIDES


def _is_sum_of_which(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "4.5 trillion shillings, of which 2.1 trillion": a part of the sum right before it."""
    return (
        bool(left.unit)
        and left.unit != "percent"
        and tokens.words[right.first - 2 : right.first] == ["of", "which"]
        and right.first - left.end <= CLOSE
        and not right.noun
    )


def _is_rest(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "48 per cent were in favour and 19 against": another share of those asked."""
    return (
        left.unit == "percent"
        and (tokens.words[right.end] in STANCES or tokens.words[right.end : right.end + 2] in FAVOURS)
        and (tokens.words[right.first - 1] in ENDS or tokens.words[right.first - 1] == "with")
        and right.first - left.end <= CLOSE
        and have_one_scale(left, right)
        and left.low is not None
        and right.low is not None
        and left.low + right.low <= HUNDRED
    )


def _is_same_fate(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "Four people were killed and 17 wounded", "12 firms closed, while 3 were sold": what befell others."""
    words, end = tokens.words, right.end
    if not left.noun or left.noun in FATES or left.unit or right.noun or right.first - left.end > WIDE:
        return False
    end += words[end] in BEINGS
    befallen = words[end] in FATES or words[end].endswith("ed")
    return (
        (befallen or end > right.end)
        and (words[right.first - 1] in ENDS or words[right.first - 1] == "with")
        and not right.prefixed
    )


def _is_part_of_front(tokens: Tokens, left: Draft, right: Draft) -> bool:
    """ "Of the 36 states, 22 have begun": so many of those that the sentence opens with."""
    words, lead = tokens.words, left.first - 1
    lead -= words[lead] in DETERMINERS
    front = words[lead] == "of" and (lead == 0 or not words[lead - 1].isalnum())
    return (
        front
        and bool(left.noun)
        and not right.noun
        and "," in words[left.end : right.first]
        and right.first - left.end <= WIDE
        and left.low is not None
        and right.low is not None
        and right.low <= left.low
    )


REASONS = (
    _is_compared,
    _is_start,
    _is_second_change,
    _is_second_place,
    _is_rival,
    _is_tally,
    _is_parallel,
    _is_further,
    _is_rest,
    _is_end,
    _is_gapped,
    _is_sum_of_which,
)
"""When a number with nothing counted behind it means the unit or noun of the one before it."""
SPOKEN_REASONS = (
    _is_second_size,
    _is_difference,
    _is_rest,
    _is_further,
    _is_same_fate,
    _is_part_of_front,
    _is_sum_of_which,
)
"""When the word behind it shows that it does."""
