"""The whole way from a text to its sentences."""

from sources.sentences.boundaries import sentences_within
from sources.sentences.paragraphs import paragraphs
from sources.sentences.spans import Role, SentenceSpan


def split(text: str) -> list[SentenceSpan]:
    """Cut a text into its sentences, in order; every visible character is in exactly one of them."""
    return [
        SentenceSpan(start=start, end=end, role=Role.BODY)
        for paragraph in paragraphs(text)
        for start, end in sentences_within(text, paragraph.start, paragraph.end)
    ]
