"""What a bare number counts because words before it tell of a number: "the number of cases rose to 881"."""

from claims.codelists import Disposition
from claims.extraction.drafts import Draft
from claims.extraction.nouns import read_whole
from claims.extraction.tokens import Tokens
from claims.extraction.vocabulary import words

TALLIES = words("number numbers")
LEADS = words(
    "to at was were is are be reached reaching hit topped passed exceeded surpassed from by averaged totalled"
)
"""Words before a number that may say how large a tally is, or by how much it changed."""
BREAKS = words("and but while whereas although ; :")
REACH = 16
"""Tokens that may stand between "the number of" and the number."""


def add_tallied(tokens: Tokens, drafts: list[Draft]) -> None:
    """Give bare numbers the noun of the tally before them."""
    for draft in drafts:
        if tokens.words[draft.first - 1] in LEADS and _is_bare(draft):
            start = _find_counted(tokens, draft.first)
            draft.noun = read_whole(tokens, start) if start else ""


def _is_bare(draft: Draft) -> bool:
    """Whether a claim is a plain number that counts nothing yet."""
    part = draft.numeral is not None and draft.numeral.part
    return (
        draft.disposition is Disposition.CLAIM
        and not (draft.unit or draft.noun or part)
        and draft.rule != "multiple"
    )


def _find_counted(tokens: Tokens, first: int) -> int:
    """Where the words behind "the number of" start, 0 when none stands before a number in its clause."""
    words = tokens.words
    for step in range(first - 1, max(0, first - REACH), -1):
        if words[step] in BREAKS:
            return 0
        if words[step] == "of" and words[step - 1] in TALLIES:
            return step + 1
    return 0
