"""Sentences whose case says nothing, in capitals or with a capital in each word, are read in lower case."""

import re
from dataclasses import replace

from claims.extraction.tokens import Tokens

SMALL_WORD = re.compile(
    r"""
    (?<![^\W_])(?<!['’])
    (?!(?:the|and|for|but|nor|yet|via|per|with|from|over|than|into|upon|amid|after|about|under)\b)
    [^\W\d_A-Z]{3}
    """,
    re.VERBOSE,
)
"""A word of three letters and more without a capital, but for those that titles leave so."""
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
TITLE_WORD = re.compile(r"(?<!\d)(?<!\d\s)\b[A-Z][a-z]+\b|(?<=\d\s)[A-Z][a-z]{3,}\b")
"""A word of a title; one with capitals inside, or a short one behind a number, keeps its own: GPa, 5 Nm."""


class Capitals:
    """Gives the tokens of sentences whose case says nothing a text in lower case, at the same offsets."""

    def __init__(self, text: str, lowered: str) -> None:
        """The text, and the same in lower case and of the same length."""
        self._text, self._lowered = text, lowered
        self._quiet = self._untitled = ""

    def calm(self, tokens: Tokens) -> Tokens:
        """The tokens, or where their case says nothing the same with another text to read them in."""
        start, end = tokens.starts[0], tokens.ends[tokens.count]
        if SMALL_WORD.search(self._text, start, end):
            return tokens
        sentence = self._text[start:end]
        if sentence.isupper():
            loud = len(WORD.findall(sentence)) >= FEWEST_WORDS
            return replace(tokens, text=self._read_quiet()) if loud else tokens
        titled = len(TITLED.findall(sentence)) >= FEWEST_TITLED and JOINT.search(sentence) is not None
        return replace(tokens, text=self._read_untitled()) if titled else tokens

    def _read_quiet(self) -> str:
        """The lower case of the text with the capitals that mean something."""
        if not self._quiet:
            pieces, at = [], 0
            for kept in MEANT.finditer(self._text):
                pieces += [self._lowered[at : kept.start()], kept[0]]
                at = kept.end()
            self._quiet = "".join([*pieces, self._lowered[at:]])
        return self._quiet

    def _read_untitled(self) -> str:
        """The text with the words of titles in lower case."""
        if not self._untitled:
            self._untitled = TITLE_WORD.sub(lambda word: word[0].lower(), self._text)
        return self._untitled
