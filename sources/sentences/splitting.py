"""The whole way from a text to its sentences."""

from sources.sentences.boundaries import sentences_within
from sources.sentences.paragraphs import paragraphs
from sources.sentences.roles import parts
from sources.sentences.spans import Role, SentenceSpan

_WHOLE = frozenset({Role.FURNITURE, Role.DATELINE})


def split(text: str) -> list[SentenceSpan]:
    """Cut a text into its sentences, in order; every visible character is in exactly one of them.

    Any text will do: offsets count the code points of the text as it is, line breaks and all.
    """
    spans: list[SentenceSpan] = []
    for part in parts(text, list(paragraphs(text))):
        if part.role in _WHOLE:
            spans.append(SentenceSpan(start=part.start, end=part.end, role=part.role))
            continue
        spans += [
            SentenceSpan(start=start, end=end, role=part.role)
            for start, end in sentences_within(text, part.start, part.end)
        ]
    return spans
