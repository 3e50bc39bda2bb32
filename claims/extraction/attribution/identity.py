"""Whether a name is the short form of a fuller one that another text gave.

Two texts may name one person differently: "Colonel Anna Berg", "Colonel Anna Lee Berg". They are taken for
one only where that is safe: the same rank, first name and surname in both, and one fuller name to choose.
"""

from collections.abc import Iterable

from claims.extraction.attribution.tables import RANKS

LEAST = 2
"""Words of a short form besides its rank: a rank and a surname alone are shared by many."""


def split_rank(name: str) -> tuple[str, list[str]]:
    """The ranks that lead a name as written, and its other words: "Colonel", ["Anna", "Berg"]."""
    words = name.split()
    count = 0
    while count < len(words) and words[count].lower().strip(".") in RANKS:
        count += 1
    return " ".join(words[:count]), words[count:]


def is_short_form(name: str) -> bool:
    """Whether a name may be another's short form: it has a rank, a first name and a surname."""
    rank, words = split_rank(name)
    return bool(rank) and len(words) >= LEAST


def find_fuller(name: str, known: Iterable[str]) -> str:
    """The one known name that this name is a short form of, or the name itself."""
    if not is_short_form(name):
        return name
    fuller = {other for other in known if _is_fuller(other, name)}
    return fuller.pop() if len(fuller) == 1 else name


def _is_fuller(other: str, name: str) -> bool:
    (rank, words), (other_rank, others) = split_rank(name), split_rank(other)
    if rank != other_rank or len(others) <= len(words) or others[-1] != words[-1]:
        return False
    remaining = iter(others)
    return all(word in remaining for word in words)
