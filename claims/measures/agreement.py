"""How far two people who decide about the same things agree (PURE)."""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


def compute_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa (Cohen 1960): agreement beyond what chance would give, 1 for all, 0 for chance alone.

    pairs: what the first and the second person said of each thing. None where it is not defined: without
    pairs, or where both always say the same one thing, so that chance alone would agree as well.
    """
    if not pairs:
        return None
    count = len(pairs)
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    observed = Fraction(sum(first == second for first, second in pairs), count)
    expected = sum((Fraction(firsts[said] * seconds[said], count * count) for said in firsts), Fraction(0))
    return None if expected == 1 else float((observed - expected) / (1 - expected))


def compute_share(same: Sequence[bool]) -> float | None:
    """The share of things that are the same; None of nothing."""
    return sum(same) / len(same) if same else None
