"""A stretch of text as tokens: words, numbers and signs with their exact offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""
      [^\W\d_¼-¾⅐-⅞]+(?:['’][^\W\d_]+)*           # a word, with its apostrophes: don't, people's
    | \d{1,3}(?:[,'’]\d{3}){1,40}(?!\d)(?:\.\d+)? # thousands: 1,234,567.8
    | \d{1,2}(?:,\d{2}){1,20},\d{3}(?!\d)         # Indian thousands: 12,34,567
    | \d+(?:\.\d+)*                               # plain, decimal or dotted: 12  12.5  12.5.2018
    | (?<![\w.)\]])\.\d+(?!\.?\d)                 # .25
    | [¼-¾⅐-⅞]                                    # a fraction of one character, glued or not
    | [^\w\s]                                     # one sign
    | _+                                          # a blank to fill in
    """,
    re.VERBOSE,
)
SPACE = re.compile(r"\s")
WINDOW = 50_000
"""Longer sentences are read in pieces of this many characters, so that memory stays bounded."""
PAD = 12
"""Empty tokens behind the last one, so that rules may look this far over either end."""
BLANKS = [""] * PAD


@dataclass(slots=True)
class Tokens:
    """The tokens of `text[start:end]`: `words` in lower case, offsets into the whole text.

    numbers: which tokens are written in digits.
    mentioned: which sets of words have been looked for in all of them, and whether one stands there.
    Looking over either end gives "": behind the last token stand PAD empty ones, which negative
    indices reach too.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    count: int
    numbers: list[int]
    mentioned: dict[frozenset[str], bool] = field(default_factory=dict)

    def is_glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def mentions(self, words: frozenset[str]) -> bool:
        """Whether any of some words stands in the stretch: looked up once, however often it is asked."""
        known = self.mentioned.get(words)
        if known is None:
            known = self.mentioned[words] = not words.isdisjoint(self.words)
        return known

    def read_raw(self, index: int) -> str:
        """A token as written, case kept."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_capitalised(self, index: int) -> bool:
        """Whether a token starts with a capital letter."""
        start = self.starts[index]
        return self.ends[index] > start and self.text[start].isupper()


def lower(text: str) -> str:
    """A text in lower case, of exactly the same length; a hyphen that breaks no line is a hyphen."""
    lowered = text.lower()
    lowered = lowered if len(lowered) == len(text) else text.replace("\u0130", "i").lower()
    return lowered.replace("\u2010", "-").replace("\u2011", "-")


def tokenise(text: str, lowered: str, start: int, end: int) -> Tokens:
    """Cut one stretch of a text into tokens; `lowered` is `lower(text)`.

    What stands between two spaces is mostly one word of letters; only the rest asks the pattern.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numbers: list[int] = []
    at = start
    for piece in lowered[start:end].split(" "):
        stop = at + len(piece)
        if piece.isalpha():
            words.append(piece)
            starts.append(at)
            ends.append(stop)
        elif piece:
            for word in TOKEN.findall(lowered, at, stop):
                at = lowered.index(word, at)  # only white space stands between two tokens
                if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
                    numbers.append(len(words))
                words.append(word)
                starts.append(at)
                at += len(word)
                ends.append(at)
        at = stop + 1
    count, beyond = len(words), [end] * PAD
    return Tokens(text, words + BLANKS, starts + beyond, ends + beyond, count, numbers)


def cut_windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span of a sentence in pieces, cut at white space: one piece unless it is very long."""
    while end - start > WINDOW:
        space = SPACE.search(text, start + WINDOW, end)
        if space is None:
            break
        yield start, space.start()
        start = space.end()
    yield start, end
