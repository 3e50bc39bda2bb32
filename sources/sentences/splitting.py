"""The whole way from a text to its sentences."""

import re
from collections.abc import Iterable, Iterator

from sources.sentences.boundaries import cut_sentences
from sources.sentences.paragraphs import find_paragraphs
from sources.sentences.roles import list_parts
from sources.sentences.spans import Role, SentenceSpan

_WHOLE = frozenset({Role.FURNITURE, Role.DATELINE})
# Longer than any sentence people write; what is stored and shown by the sentence stays small.
LONGEST = 5000
_VISIBLE = re.compile(r"\S")


def split(text: str) -> list[SentenceSpan]:
    """Cut a text into its sentences, in order; every visible character is in exactly one of them.

    Any text will do: offsets count the code points of the text as it is, line breaks and all. A sentence has
    at most LONGEST code points; what runs on longer is cut between words.
    """
    spans: list[SentenceSpan] = []
    for part in list_parts(text, list(find_paragraphs(text))):
        if part.role in _WHOLE:
            cuts: Iterable[tuple[int, int]] = [(part.start, part.end)]
        else:
            cuts = cut_sentences(text, part.start, part.end)
        for start, end in cuts:
            if end - start <= LONGEST:
                spans.append(SentenceSpan(start, end, part.role))
            else:
                spans += [SentenceSpan(*piece, part.role) for piece in _cut_to_size(text, start, end)]
    return spans


def _cut_to_size(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Pieces of a long sentence, of at most LONGEST code points, cut between words."""
    while end - start > LONGEST:
        words = text[start : start + LONGEST].rsplit(maxsplit=1)
        cut = start + (len(words[0]) if len(words) == 2 else LONGEST)
        yield start, cut
        visible = _VISIBLE.search(text, cut, end)
        start = visible.start() if visible else end
    yield start, end
