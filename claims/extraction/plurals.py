"""Plural nouns by their form."""

from claims.extraction.vocabulary import words

PLURALS = words(
    """
    people men women children police feet teeth mice geese cattle fish sheep deer aircraft personnel
    staff species media data criteria phenomena bacteria alumni fishermen policemen firefighters
    women's series offspring salmon shrimp teu
    """
)
"""Plurals without an s."""
SINGULARS = words("gas bias lens canvas atlas news")
"""Singulars in s."""
SINGULAR_ENDINGS = ("ss", "us", "is", "'s", "’s")


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in PLURALS or word in SINGULARS:
        return word in PLURALS
    return len(word) > 2 and word.endswith("s") and not word.endswith(SINGULAR_ENDINGS)
