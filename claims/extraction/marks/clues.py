"""Which rules a number in digits asks: those for which something beside it gives a clue.

Most numbers of a text stand between plain words, where no rule could find a date, a label or a score. A rule
that is not asked costs nothing, so each names what must stand beside a number for it to find anything.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from claims.extraction.accounts import read_bracketed_amount
from claims.extraction.drafts import Draft
from claims.extraction.marks.age_groups import read_age_group, read_age_span
from claims.extraction.marks.bases import read_base
from claims.extraction.marks.calendar import (
    MONTHS,
    QUARTER_LEADS,
    SPANS,
    read_date,
    read_year,
)
from claims.extraction.marks.citations import (
    CLOSING_QUOTES,
    SECTIONS,
    read_degrees_of_freedom,
    read_footnote,
    read_report,
    read_section,
    read_sources,
)
from claims.extraction.marks.clock import (
    HOUR_PARTS,
    MERIDIEM,
    NAMED_ZONES,
    ZONED_DIGITS,
    ZONES,
    read_clock,
    read_time,
)
from claims.extraction.marks.decades import read_life_decade
from claims.extraction.marks.digit_counts import FIGURES, read_digit_count
from claims.extraction.marks.enumerators import read_enumerator
from claims.extraction.marks.identifiers import (
    CALLS,
    read_called,
    read_code,
    read_docket,
    read_groups,
    read_hash,
    read_place,
    read_web,
)
from claims.extraction.marks.labels import NUMBERED, STAGES, read_label
from claims.extraction.marks.models import ARTICLES, read_model
from claims.extraction.marks.names import (
    TOPS,
    read_hyphened,
    read_mixed,
    read_named,
    read_rank,
    read_series,
    read_year_group,
)
from claims.extraction.marks.ordinals import SUFFIXES, read_ordinal
from claims.extraction.marks.references import (
    LINES,
    ROUNDS,
    WINDS,
    read_act,
    read_coordinate,
    read_group,
    read_line,
    read_verse,
)
from claims.extraction.marks.scores import (
    DASHES,
    SIDES_OF_A_VOTE,
    read_figures_for,
    read_goals,
    read_grade,
    read_odds,
    read_score,
    read_slash_pair,
    read_vote,
)
from claims.extraction.marks.tables import CITATION_SIGNS, INDEXES, LABELS, SERIES
from claims.extraction.numerals.digits import HYPHENS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

Reader = Callable[[Tokens, int], Draft | None]
QUOTES = frozenset("'’‘")
CHAIN_BEFORE, LETTERS_BEFORE, NAME_BEFORE, CAPITALS_BEFORE = 1, 2, 4, 8
LETTERS_BEHIND, DIGIT_BEHIND, NAME_BEHIND = 16, 32, 64
"""Kinds of what stands beside a number: more than a sign, or letters, tied to it; a word with a capital, or
in capitals; digits."""
OPENS, CODE, YEAR, LINE = 128, 256, 512, 1024
"""Kinds of numbers: the first token, an odd form, four digits, in a sentence about telephones or accounts."""
KINDS = 11
"""How many kinds there are: a bit each, and above them a bit for each rule."""
LAST_ASCII = "\x7f"
COUNTED = LABELS | NUMBERED
"""Nouns whose number names one of a kind."""


class Clues(NamedTuple):
    """A rule with what may stand beside a number for it to find anything; without that it finds nothing.

    before, behind: the words right beside the number. beyond: the words before the one before it.
    """

    read: Reader
    kinds: int = 0
    before: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()


DIGIT_READERS = (
    Clues(read_bracketed_amount, before=frozenset("(")),
    Clues(read_base, before=words("per every each")),
    Clues(read_digit_count, behind=HYPHENS | FIGURES),
    Clues(
        read_clock,
        kinds=CODE,
        before=frozenset({"half"}),
        behind=frozenset({"in"}),
        beyond=HOUR_PARTS | NAMED_ZONES,
    ),
    Clues(
        read_time,
        behind=MERIDIEM | words("a p : o'clock o’clock") | {zone.lower() for zone in ZONES},
    ),
    Clues(
        read_date,
        kinds=CODE,
        before=QUARTER_LEADS | QUOTES | MONTHS.keys(),
        behind=SUFFIXES | SPANS | QUOTES | MONTHS.keys() | words("s of / )"),
        beyond=frozenset(MONTHS),
    ),
    Clues(read_code, kinds=CODE),
    Clues(read_web, kinds=CHAIN_BEFORE),
    Clues(read_groups, kinds=CODE, behind=words("- – / .")),
    Clues(read_hash, before=CITATION_SIGNS),
    Clues(read_called, before=CALLS),
    Clues(read_docket, before=frozenset("/"), behind=frozenset("-")),
    Clues(
        read_place,
        kinds=LETTERS_BEHIND | DIGIT_BEHIND | CAPITALS_BEFORE | NAME_BEHIND,
        behind=words("- – zip postcode"),
    ),
    Clues(read_sources, before=frozenset("[")),
    Clues(read_footnote, before=CLOSING_QUOTES | set(".%)")),
    Clues(read_section, before=SECTIONS | {"."}),
    Clues(read_degrees_of_freedom, before=frozenset("(")),
    Clues(read_report, kinds=NAME_BEHIND),
    Clues(read_act, behind=frozenset("/")),
    Clues(read_verse, behind=frozenset(":")),
    Clues(read_coordinate, behind=frozenset("°,") | {wind.lower() for wind in WINDS}),
    Clues(read_line, kinds=LINE | CAPITALS_BEFORE, before=words("+ unit (")),
    Clues(read_group, behind=frozenset("-"), beyond=ROUNDS),
    Clues(read_enumerator, kinds=OPENS, behind=frozenset(")")),
    Clues(read_ordinal, behind=SUFFIXES),
    Clues(read_slash_pair, behind=frozenset("/")),
    Clues(read_score, behind=DASHES),
    Clues(read_odds, behind=DASHES | {"to"}),
    Clues(read_vote, before=SIDES_OF_A_VOTE | {":"}, behind=frozenset({"to"})),
    Clues(read_grade, before=frozenset(":")),
    Clues(read_figures_for, behind=frozenset({"for"})),
    Clues(read_goals, behind=frozenset("(")),
    Clues(read_life_decade, behind=frozenset("s")),
    Clues(read_age_group, behind=frozenset("s")),
    Clues(read_age_span, behind=HYPHENS | {"–"}),
    Clues(read_rank, before=TOPS),
    Clues(read_mixed, kinds=LETTERS_BEFORE | LETTERS_BEHIND, behind=frozenset("(")),
    Clues(read_hyphened, before=HYPHENS),
    Clues(read_label, before=COUNTED | {f"{label}s" for label in COUNTED} | STAGES | set(".#:")),
    Clues(read_series, behind=words("series class")),
    Clues(read_year_group, before=frozenset({"year"})),
    Clues(read_named, kinds=NAME_BEFORE, before=INDEXES | SERIES | {"p"}),
    Clues(read_year, kinds=YEAR),
    Clues(read_model, kinds=NAME_BEHIND, before=ARTICLES),
)
"""The rules for numbers in digits, in the order in which they are asked."""


def _spread(clues: dict[str, int], told: frozenset[str], rule: int) -> None:
    for word in told:
        clues[word] = clues.get(word, 0) | rule


def _compile() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """For each word before, behind and beyond a number the rules that it is a clue for, a bit each."""
    before: dict[str, int] = {}
    behind: dict[str, int] = {}
    beyond: dict[str, int] = {}
    for place, clues in enumerate(DIGIT_READERS, start=KINDS):
        _spread(before, clues.before, 1 << place)
        _spread(behind, clues.behind, 1 << place)
        _spread(beyond, clues.beyond, 1 << place)
    return before, behind, beyond


BEFORE, BEHIND, BEYOND = _compile()


@lru_cache(maxsize=4096)
def _choose(clues: int) -> tuple[Reader, ...]:
    """The rules that a set of clues asks, in order."""
    return tuple(
        one.read
        for place, one in enumerate(DIGIT_READERS, start=KINDS)
        if clues & (1 << place) or clues & one.kinds
    )


def find_readers(tokens: Tokens, index: int) -> tuple[Reader, ...]:
    """The rules that may find something else than a plain quantity at a digit token, in order."""
    words_ = tokens.words
    word, before, behind = words_[index], words_[index - 1], words_[index + 1]
    clues = BEFORE.get(before, 0) | BEHIND.get(behind, 0) | BEYOND.get(words_[index - 2], 0)
    if index == 0:
        clues |= OPENS
    elif tokens.ends[index - 1] == tokens.starts[index]:
        chained = len(before) > 1 or before == "@" or tokens.is_glued(index - 1)
        clues |= CHAIN_BEFORE * chained | LETTERS_BEFORE * before.isalpha()
    if before.isalnum() and not (raw := tokens.read_raw(index - 1)).islower():
        clues |= NAME_BEFORE | CAPITALS_BEFORE * raw.isupper()
    if word[0] == "0" or word.count(".") > 1:
        clues |= CODE
    if len(word) == ZONED_DIGITS:
        clues |= YEAR
    if tokens.mentions(LINES):
        clues |= LINE
    return _choose(clues | _look_behind(tokens, index + 1, behind))


def _look_behind(tokens: Tokens, index: int, word: str) -> int:
    """The kind of what stands behind a number: letters tied to it or with a capital, or other digits."""
    opening = word[:1]
    if not opening.isalpha():
        return DIGIT_BEHIND if opening.isdecimal() else NAME_BEHIND * (opening > LAST_ASCII)
    start = tokens.starts[index]
    first = tokens.text[start]
    capital = NAME_BEHIND * (first.istitle() or first > LAST_ASCII)
    return capital | LETTERS_BEHIND * (start == tokens.ends[index - 1])
