"""Tables of words written as plain text."""


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a text parted by bars, in order; line breaks are spaces."""
    return tuple(filter(None, (" ".join(part.split()) for part in text.split("|"))))


def listed(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    return tuple(text.split())
