"""Sentences whose case says nothing, in capitals or with a capital in each word, are read in lower case."""

import re
from dataclasses import replace

from claims.extraction.tokens import Tokens

SMALL_WORD = re.compile(
    r"(?<![^\W_])(?<!['’])(?!(?:with|from|over|than|into|upon|amid|after|about|under)\b)[^\W\d_A-Z]{4}"
)
"""A word of four letters and more without a capital, but for those that titles leave so."""
WORD = re.compile(r"[^\W\d_]{3}")
TITLED = re.compile(r"\b[A-Z][^\W\d_]{3}")
JOINT = re.compile(
    r"\b(?:an?|the|to|in|on|of|for|at|as|by|is|are|was|be|and|up|after|over|from|with)\b", re.IGNORECASE
)
"""A word that a title of more than names has: "Luma Adds 30 Buses to Its Fleet", and no address."""
FEWEST_WORDS = 3
"""Words of three letters and more that a sentence in capitals has at least: "NATO: 32" may be a name's."""
FEWEST_TITLED = 4
"""Words with a capital that a title has at least: fewer may all be names."""
MEANT = re.compile(
    r"""
    (?=[°A-Z])                                          # told at once of most letters
    (?:
      (?<=\d)(?:°?[CF]|V)\b | (?<=\d[ ])(?:°?[CF]|V)\b # 25 C, 12V
    | \b(?!MID|SUB|PRE|TOP)[A-Z]{1,3}(?=-?\d)           # F-150, A320, RM25
    | \b[IVX]{2,}\b                                     # World War II
    | \b(?:US|UK|UN|EU|UAE|NATO|GDP)\b
    )
    """,
    re.VERBOSE,
)
"""What keeps its capitals: symbols and codes that lower case takes for others or none, and some names."""


class Capitals:
    """Gives the tokens of sentences whose case says nothing a text in lower case, at the same offsets."""

    def __init__(self, text: str, lowered: str) -> None:
        """The text, and the same in lower case and of the same length."""
        self._text, self._lowered = text, lowered
        self._calm = ""

    def calm(self, tokens: Tokens) -> Tokens:
        """The tokens, or where their case says nothing the same with another text to read them in."""
        start, end = tokens.starts[0], tokens.ends[tokens.count]
        if SMALL_WORD.search(self._text, start, end) or not _is_loud(self._text[start:end]):
            return tokens
        if not self._calm:
            self._calm = _keep(self._text, self._lowered)
        return replace(tokens, text=self._calm)


def _is_loud(sentence: str) -> bool:
    """Whether a sentence without small words is in capitals, or a title."""
    if sentence.isupper():
        return len(WORD.findall(sentence)) >= FEWEST_WORDS
    return len(TITLED.findall(sentence)) >= FEWEST_TITLED and JOINT.search(sentence) is not None


def _keep(text: str, lowered: str) -> str:
    """The lower case of a text with the capitals that mean something."""
    pieces, at = [], 0
    for kept in MEANT.finditer(text):
        pieces += [lowered[at : kept.start()], kept[0]]
        at = kept.end()
    return "".join([*pieces, lowered[at:]])
