"""Numbers of what is cited: "[2, 3]", "higher.4 Exports", "s.8 of the Act", "347 U.S. 483", "t(34) ="."""

import re

from claims.codelists import Disposition
from claims.extraction.drafts import Draft, mark
from claims.extraction.marks.tables import LABELS
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

LONGEST = 3
"""Digits of a source's number."""
MARK = 2
"""Digits of a footnote's number."""
YEAR = 4
LIST = 24
"""Tokens of a list of sources in square brackets."""
JOINTS = frozenset(",;-–—")
INTERVALS = words("ci cri interval intervals iqr range = :")
"""Words before "[2, 7]" that make it bounds and no sources."""
SHORTEST_WORD = 3
CLOSERS = frozenset("%)]”\"’'")
CLOSING_QUOTES = frozenset('”"’')
OPENERS = frozenset('“"‘([')
SHORTS = words("s ss sec secs reg regs cl cls para paras art arts ch eq eqs figs sched bldg")
"""Short for a part of a law or a paper, before a point."""
SECTIONS = frozenset({"s", "ss"})
BEHIND_SECTIONS = frozenset({"of", "(", ",", ".", ")", "and", "or", "to", "-", "–", ""})
REPORT = re.compile(r"\s(?:[A-Z][A-Za-z]{0,9}\.[ ]?){1,4}(?:[2-9](?:d|th)[ ])?\d{1,4}\b(?![.,]?\d)")
"""A law report between volume and page: "347 U.S. 483", "453 P.2d 468", "12 F. Supp. 2d 330"."""
REPORTERS = (2, 6)
"""Capital letters of a law report's name."""
SIGNS = frozenset("=<>≤≥")


def read_sources(tokens: Tokens, index: int) -> Draft | None:
    """ "[1]", "[2, 3]", "[4-6]": sources in square brackets, where no interval is told."""
    words_, end = tokens.words, index
    if not index or words_[index - 1] != "[" or (words_[index - 2] in INTERVALS and words_[index + 1] != "]"):
        return None
    while words_[end].isdecimal() and len(words_[end]) <= LONGEST and end < index + LIST:
        if words_[end + 1] == "]":
            return mark(index, end + 1, Disposition.LABEL, "citation")
        if words_[end + 1] not in JOINTS:
            return None
        end += 2
    return None


def read_footnote(tokens: Tokens, index: int) -> Draft | None:
    """ "higher.3 Exports", "fell.4,5", "so.”6 The": the mark of a note glued to the end of a sentence."""
    words_, end = tokens.words, index + 1
    digits = words_[index].removeprefix(".")
    if not (tokens.is_glued(index) and digits.isdecimal() and len(digits) <= MARK and _is_end(tokens, index)):
        return None
    while words_[end] == "," and words_[end + 1].isdecimal() and tokens.is_glued(end + 1):
        end += 2
    opens = end >= tokens.count or tokens.is_capitalised(end) or words_[end] in OPENERS
    return mark(index, end, Disposition.LABEL, "footnote") if opens and not tokens.is_glued(end) else None


def _is_end(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends right before a token, or inside the token with its point."""
    words_, last = tokens.words, index - 1
    if words_[index][0] == ".":
        return words_[last] in CLOSERS
    quoted = words_[last] in CLOSING_QUOTES and words_[last - 1] == "."
    if not tokens.is_glued(last) or not (quoted or words_[last] == "."):
        return False
    word = words_[last - 1]
    short = word in LABELS or word in SHORTS or len(word) < SHORTEST_WORD
    return word in CLOSERS or word == "." or (word.isalpha() and not short)


def read_section(tokens: Tokens, index: int) -> Draft | None:
    """ "s.8", "reg. 12(3)", "paras. 4-6": a part of a law or a paper by its short name with a point."""
    if tokens.words[index - 1] in SECTIONS:
        return _read_bare_section(tokens, index)
    named = (
        tokens.words[index - 1] == "." and tokens.words[index - 2] in SHORTS and tokens.is_glued(index - 1)
    )
    if not named or tokens.words[index - 3][:1].isdecimal() or tokens.is_glued(index - 2):
        return None
    return mark(index, _skip_parts(tokens, index + 1), Disposition.LABEL, "labelled")


def _read_bare_section(tokens: Tokens, index: int) -> Draft | None:
    """ "s 8 of the Act": a section by its letter alone, as courts write it."""
    lone = not tokens.is_glued(index - 1) and not tokens.is_glued(index) and index > 1
    if lone and tokens.words[index + 1] in BEHIND_SECTIONS and tokens.words[index].isdecimal():
        return mark(index, _skip_parts(tokens, index + 1), Disposition.LABEL, "labelled")
    return None


def _skip_parts(tokens: Tokens, end: int) -> int:
    """Past the parts of a section: "(3)(b)"."""
    while tokens.words[end] == "(" and tokens.is_glued(end) and tokens.words[end + 2] == ")":
        end += 3
    return end


def read_degrees_of_freedom(tokens: Tokens, index: int) -> Draft | None:
    """ "t(34) = 2.11", "F(2, 118) =": what a test is told with, between its letter and its value."""
    words_, end = tokens.words, index + 1
    if (
        words_[index - 1] != "("
        or len(words_[index - 2]) > MARK
        or not tokens.is_glued(index - 1)
        or not words_[index - 2].isalpha()
    ):
        return None
    if words_[end] == "," and words_[end + 1][:1].isdecimal():
        end += 2
    if words_[end] == ")" and words_[end + 1] in SIGNS:
        return mark(index, end, Disposition.LABEL, "degrees-of-freedom")
    return None


def read_report(tokens: Tokens, index: int) -> Draft | None:
    """ "347 U.S. 483", "[1994] 1 AC 212": volume, law report and page."""
    words_, volume = tokens.words, tokens.words[index]
    if not tokens.is_capitalised(index + 1) or not volume.isdecimal() or len(volume) > LONGEST:
        return None
    if words_[index + 2] == "." and tokens.is_glued(index + 2):
        found = REPORT.match(tokens.text, tokens.ends[index], tokens.ends[tokens.count - 1])
        return _mark_report(tokens, index, found.end()) if found else None
    name = tokens.read_raw(index + 1)
    dated = words_[index - 1] in {"]", ")"} and len(words_[index - 2]) == YEAR
    least, most = REPORTERS
    if dated and name.isupper() and least <= len(name) <= most and words_[index + 2].isdecimal():
        return mark(index, index + 3, Disposition.IDENTIFIER, "law-report")
    return None


def _mark_report(tokens: Tokens, index: int, stop: int) -> Draft:
    end = index + 1
    while end < tokens.count and tokens.ends[end] <= stop:
        end += 1
    return mark(index, end, Disposition.IDENTIFIER, "law-report")
