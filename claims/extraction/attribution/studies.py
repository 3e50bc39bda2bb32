"""Whose research finds or shows: "a survey of 900 adults by Norstat", "a study published in a journal"."""

from claims.extraction.attribution.people import read_body_after
from claims.extraction.attribution.phrases import CLAUSE_STARTS, DETERMINERS, FINITE, SEEN, read_phrase
from claims.extraction.attribution.tables import BODIES, ROLES, STUDIES
from claims.extraction.plurals import is_plural
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

REACH = 14
"""Tokens before a verb that are searched for the study that finds."""
ASKED_REACH = 8
MAKER_REACH = 4
"""Words of any maker with an article: "data from the northern port"."""
ASKING = frozenset({"of", "among", "in"})
"""What leads from a survey to whom it asked."""
ABOUT = words("for on about into available covering to")
"""What leads from figures to what they tell of, or to whom they are told."""
MAKERS = frozenset({"by", "from"})
FOLLOWERS = words("for of published released in on into")
"""What may stand behind who made a study: "polling by Norstat for the daily"."""
PUBLISHING = SEEN | words(
    """
    published released issued commissioned conducted carried presented compiled collected collated
    gathered filed lodged submitted
    """
)
"""What may stand behind a study before where it came out."""


def read_study(tokens: Tokens, end: int) -> str:
    """Whose study ends before a verb, or the study itself; "" where none opens the clause.

    "a survey by the University of Torre" has the university, "data from the central bank" the bank,
    "a survey of 900 adults" and "a study published in Heart" the study.
    """
    for step in range(end - 1, max(0, end - REACH), -1):
        word, before = tokens.words[step], tokens.words[step - 1]
        if word in MAKERS and before not in SEEN and (before in STUDIES or _is_asked(tokens, step)):
            return _read_maker(tokens, step + 1, end) or (
                read_phrase(tokens, step) if before in STUDIES else ""
            )
        if (word in ASKING or word in PUBLISHING or word in ABOUT) and before in STUDIES:
            return read_phrase(tokens, step)
        if word in CLAUSE_STARTS:
            return ""
    return ""


def _is_asked(tokens: Tokens, by: int) -> bool:
    """Whether "by" follows whom a survey asked or when it came out: "a survey of 900 adults by"."""
    before = tokens.words[max(0, by - ASKED_REACH) : by]
    return not STUDIES.isdisjoint(before) and FINITE.isdisjoint(before)


def _read_maker(tokens: Tokens, start: int, end: int) -> str:
    """The body between "by" and a verb: by its name, or in small letters as it is written."""
    first = start + (tokens.words[start] in DETERMINERS)
    name, stop = read_body_after(tokens, first + (not tokens.is_capitalised(first)))
    if name and (stop == end or tokens.words[stop] in FOLLOWERS):
        return name
    last = tokens.words[end - 1]
    led = tokens.words[start] in DETERMINERS and end - start <= MAKER_REACH
    closes = last in BODIES or last in ROLES or led or (is_plural(last) and end - start == 1)
    plain = all(word.isalpha() and word not in FINITE for word in tokens.words[start:end])
    return tokens.text[tokens.starts[start] : tokens.ends[end - 1]] if closes and plain else ""
