"""Sentences in capitals, which are read as if they stood in lower case: their case says nothing."""

import re
from dataclasses import replace

from claims.extraction.tokens import Tokens

FEWEST_WORDS = 3
"""Words of three letters and more that a sentence in capitals has at least: "NATO: 32" may be a name's."""
WORD = re.compile(r"[^\W\d_]{3}")
MEANT = re.compile(
    r"(?<=\d)(?:°?[CF]|V)\b|(?<=\d )(?:°?[CF]|V)\b|\bRM(?=\d)|\b(?:US|UK|UN|EU|UAE|NATO|GDP)\b"
)
"""What keeps its capitals: symbols that lower case takes for others or for none, and some short names."""


class Capitals:
    """Gives the tokens of a text's sentences in capitals a text in lower case, at the same offsets."""

    def __init__(self, text: str, lowered: str) -> None:
        """The text, and the same in lower case and of the same length."""
        self._text, self._lowered = text, lowered
        self._calm = ""

    def calm(self, tokens: Tokens) -> Tokens:
        """The tokens, or for a sentence in capitals the same with another text to read them in."""
        sentence = self._text[tokens.starts[0] : tokens.ends[tokens.count]]
        if not sentence.isupper() or len(WORD.findall(sentence)) < FEWEST_WORDS:
            return tokens
        if not self._calm:
            self._calm = _keep(self._text, self._lowered)
        return replace(tokens, text=self._calm)


def _keep(text: str, lowered: str) -> str:
    """The lower case of a text with the capitals that mean something."""
    pieces, at = [], 0
    for kept in MEANT.finditer(text):
        pieces += [lowered[at : kept.start()], kept[0]]
        at = kept.end()
    return "".join([*pieces, lowered[at:]])
