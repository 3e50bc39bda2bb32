"""Reads one sentence: every numeric expression in it becomes a draft."""

from collections.abc import Callable
from itertools import pairwise

from claims.codelists import Disposition
from claims.extraction.ages import read_ages
from claims.extraction.comparators import compare
from claims.extraction.drafts import Draft, mark, read_draft
from claims.extraction.ellipsis import fill_in
from claims.extraction.joins import (
    add_article_measure,
    add_article_money,
    join_parts,
    join_tolerance,
    read_article_phrase,
    share_comparators,
)
from claims.extraction.marks.bases import read_base
from claims.extraction.marks.clock import read_clock
from claims.extraction.marks.clues import find_readers
from claims.extraction.marks.decades import DECADES, read_decade_word
from claims.extraction.marks.digit_counts import read_digit_count
from claims.extraction.marks.names import read_spelled
from claims.extraction.marks.ordinals import ROMANS, end_ordinal, read_ordinal, read_roman
from claims.extraction.marks.pronouns import read_one
from claims.extraction.marks.scores import (
    read_offer,
    read_spoken_score,
    read_vote,
)
from claims.extraction.marks.spelled_years import CENTURIES, read_spelled_year
from claims.extraction.multiples import MULTIPLES, read_multiple
from claims.extraction.nouns import DETERMINERS, GENITIVES, add_noun, add_nouns_behind
from claims.extraction.numerals.digits import is_number
from claims.extraction.numerals.reader import WORD_STARTS
from claims.extraction.numerals.tables import ORDINALS
from claims.extraction.ranges import join_bounds, join_ranges
from claims.extraction.tallies import add_tallied
from claims.extraction.tokens import Tokens
from claims.measures.quantity import Comparator, are_representable
from claims.measures.units import UNITS, Dimension

Reader = Callable[[Tokens, int], Draft | None]
LABEL_JOINTS = frozenset({"and", "or", ",", "to", "&", "-", "–"})
LIST_JOINTS = frozenset({",", "-", "and", "or", "x", "×", "by"})
LONGEST_JOINT = 2
"""Tokens between two ages of a list: "4, 7", "7, and 9"."""
CERTAINTIES = frozenset({"ci", "cri", "ui", "confidence", "credible"})
PACKS = frozenset({"x", "×"})
WHOLE_LEADS = DETERMINERS | {"last", "next", "first", "past", "previous"}
STARTS = WORD_STARTS | MULTIPLES.keys() | ORDINALS.keys() | ROMANS | DECADES.keys()
"""Every word at which a figure may start; numbers in digits start at any digit token."""
WORD_READERS: dict[str, Reader] = {
    **dict.fromkeys(DECADES, read_decade_word),
    **dict.fromkeys(MULTIPLES, read_multiple),
    **dict.fromkeys(ROMANS, read_roman),
}
"""Words that are figures of one kind alone, with what reads them."""


def read_sentence(tokens: Tokens) -> list[Draft]:
    """The figures of a sentence in order, each with its disposition; claims with bounds, unit and noun."""
    drafts = _read_figures(tokens) or read_article_phrase(tokens)
    if not any(draft.disposition is Disposition.CLAIM for draft in drafts):
        return drafts
    drafts = _join(tokens, drafts)
    claims = [draft for draft in drafts if draft.disposition is Disposition.CLAIM]
    _compare_all(tokens, drafts)
    if len(drafts) > 1:
        share_comparators(tokens, drafts)
        drafts = join_bounds(tokens, drafts)
    read_ages(tokens, drafts)
    for draft in claims:
        if not draft.noun:
            add_noun(tokens, draft)
    if len(drafts) > 1:
        add_nouns_behind(tokens, drafts)
    add_tallied(tokens, drafts)
    if len(drafts) > 1:
        _share(tokens, drafts)
    _check_limits(drafts)
    return _part(drafts)


def _join(tokens: Tokens, drafts: list[Draft]) -> list[Draft]:
    """The figures of a sentence, those made one that say one quantity."""
    if len(drafts) > 1:
        drafts = join_parts(tokens, drafts)
    add_article_money(tokens, drafts)
    add_article_measure(tokens, drafts)
    if len(drafts) > 1:
        drafts = join_ranges(tokens, drafts)
    join_tolerance(tokens, drafts)
    return drafts


def _share(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give figures what another one beside them tells: a unit, a noun, an age, a name, a label."""
    _share_units(tokens, drafts)
    _share_ages(tokens, drafts)
    _inherit_units(tokens, drafts)
    fill_in(tokens, drafts)
    _name_repeats(tokens, drafts)
    _spread_labels(tokens, drafts)


def _compare_all(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give every claim its comparator from the words that no other figure holds."""
    ceilings = [draft.first for draft in drafts[1:]] + [tokens.count]
    floor = 0
    for draft, ceiling in zip(drafts, ceilings, strict=True):
        if draft.disposition is Disposition.CLAIM:
            compare(tokens, draft, floor, ceiling)
        floor = draft.end


def _check_limits(drafts: list[Draft]) -> None:
    """A sum of parts past what the record holds is unreadable, as a single number is."""
    for draft in drafts:
        if draft.disposition is Disposition.CLAIM and not are_representable(draft.low, draft.high):
            draft.disposition, draft.rule = Disposition.UNREADABLE, "past-limits"


def _part(drafts: list[Draft]) -> list[Draft]:
    """The figures without overlap, whatever the rules stretched: what a figure covers starts no other."""
    parted: list[Draft] = []
    for draft in drafts:
        if parted:
            draft.first = max(draft.first, parted[-1].end)
        if draft.first < draft.end:
            parted.append(draft)
    return parted


def _read_figures(tokens: Tokens) -> list[Draft]:
    drafts: list[Draft] = []
    end = 0
    for index in _find_starts(tokens):
        if index >= end:
            draft = _read_figure(tokens, index, drafts[-1].end if drafts else 0)
            if draft is not None and draft.end > index:
                _append(drafts, draft)
                end = draft.end
    return drafts


def _find_starts(tokens: Tokens) -> list[int]:
    """The tokens at which a figure may start: numbers in digits, and the few words that start one."""
    if STARTS.isdisjoint(tokens.words):
        return tokens.numbers
    starts = [index for index, word in enumerate(tokens.words) if word in STARTS]
    return sorted(tokens.numbers + starts) if tokens.numbers else starts


def _append(drafts: list[Draft], draft: Draft) -> None:
    """Keep figures in order without overlap: a figure that reaches back starts behind the last one."""
    if drafts and draft.first < drafts[-1].end:
        draft.first = drafts[-1].end
    drafts.append(draft)


def _read_figure(tokens: Tokens, index: int, floor: int) -> Draft | None:
    """The figure that starts at a token; tokens before `floor` belong to the figure before it."""
    word = tokens.words[index]
    if is_number(word):
        for read in find_readers(tokens, index):
            found = read(tokens, index)
            if found is not None:
                return found
        return read_draft(tokens, index, floor) or mark(
            index, index + 1, Disposition.IDENTIFIER, "unread-digits"
        )
    if word in WORD_READERS:
        return WORD_READERS[word](tokens, index)
    if word in WORD_STARTS:
        draft = _read_word(tokens, index, floor)
        if draft is not None:
            return draft
    return read_ordinal(tokens, index)


def _read_word(tokens: Tokens, index: int, floor: int) -> Draft | None:
    """A figure that starts with a number word."""
    for read in (read_one, read_clock, read_ordinal) if tokens.words[index] not in ORDINALS else (read_one,):
        found = read(tokens, index)
        if found is not None:
            return found
    return (
        read_base(tokens, index)
        or (read_spelled_year(tokens, index) if tokens.words[index] in CENTURIES else None)
        or read_digit_count(tokens, index)
        or read_vote(tokens, index)
        or read_offer(tokens, index)
        or read_spoken_score(tokens, index)
        or read_spelled(tokens, index)
        or end_ordinal(tokens, read_draft(tokens, index, floor))
    )


def _share_units(tokens: Tokens, drafts: list[Draft]) -> None:
    """Lend a later number's unit or noun to those before it: "four-, five- and six-cylinder"."""
    for position in range(len(drafts) - 2, -1, -1):
        left, right = drafts[position], drafts[position + 1]
        if (
            left.unit
            or left.noun
            or left.disposition is not Disposition.CLAIM
            or right.disposition is not Disposition.CLAIM
        ):
            continue
        between = tokens.words[left.end : right.first]
        listed = 0 < len(between) <= 3 and LIST_JOINTS.issuperset(between)
        listed = listed and tokens.words[right.end] not in CERTAINTIES  # "OR 2.1, 95% CI"
        if (listed and between != [",", "or"] and not _is_packed(right, between)) or _is_part_of(
            left, between
        ):
            left.unit, left.noun = right.unit, right.noun


def _is_packed(right: Draft, between: list[str]) -> bool:
    """Whether "x" parts how many there are from what each holds: "6 x 330 ml", no sides of a board."""
    unit = UNITS.get(right.unit)
    return not PACKS.isdisjoint(between) and unit is not None and unit.dimension is not Dimension.LENGTH


def _is_part_of(left: Draft, between: list[str]) -> bool:
    """Whether a number is so many of the next: "30 of the 222 seats", "six of their last eight games"."""
    part = left.numeral is not None and left.numeral.part
    return (
        not part
        and between[:1] == ["of"]
        and len(between) <= 3
        and all(word in WHOLE_LEADS or word.endswith(GENITIVES) for word in between[1:])
    )


def _share_ages(tokens: Tokens, drafts: list[Draft]) -> None:
    """Lend an age to the bare numbers of its list: "ages 4, 7 and 9"."""
    for left, right in pairwise(drafts):
        if (
            left.age
            and left.comparator is Comparator.EQUAL
            and 0 < right.first - left.end <= LONGEST_JOINT
            and LIST_JOINTS.issuperset(tokens.words[left.end : right.first])
            and right.disposition is Disposition.CLAIM
            and not right.unit
            and not right.noun
        ):
            right.unit, right.age, right.rule = left.unit, True, "age"


def _inherit_units(tokens: Tokens, drafts: list[Draft]) -> None:
    """Lend the unit of a range to the bare number it leads to: "from 14-18 mpg to 24"."""
    for left, right in pairwise(drafts):
        if (
            left.comparator is Comparator.RANGE
            and left.unit
            and right.disposition is Disposition.CLAIM
            and not right.unit
            and not right.noun
            and tokens.words[left.end : right.first] == ["to"]
        ):
            right.unit = left.unit


def _spread_labels(tokens: Tokens, drafts: list[Draft]) -> None:
    """A bare number listed behind a labelled one is labelled too: "Nos. 12 and 14"."""
    for left, right in pairwise(drafts):
        listed = right.first == left.end + 1 and tokens.words[left.end] in LABEL_JOINTS
        bare = right.disposition is Disposition.CLAIM and not right.unit and not right.noun
        if left.rule == "labelled" and listed and bare:
            right.disposition, right.rule = Disposition.LABEL, "labelled"


def _name_repeats(tokens: Tokens, drafts: list[Draft]) -> None:
    """A number that was a name before is one again: "iPhone 11 Pro and 11 Pro Max"."""
    names: set[str] = set()
    for draft in drafts:
        surface = tokens.words[draft.first]
        if draft.disposition is Disposition.NAME:
            names.add(surface)
        elif (
            draft.disposition is Disposition.CLAIM
            and surface in names
            and tokens.is_capitalised(draft.end)
            and not draft.unit
        ):
            draft.disposition, draft.rule = Disposition.NAME, "name-again"
