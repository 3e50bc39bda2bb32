"""Agreement of two people, by examples worked out by hand."""

import pytest

from claims.measures.agreement import compute_kappa, compute_share

YES, NO = "accepted", "rejected"


@pytest.mark.parametrize(
    ("counts", "kappa"),
    [
        # Observed 35 of 50; by chance 25/50 * 30/50 + 25/50 * 20/50 = 0.5.
        ((20, 5, 10, 15), 0.4),
        ((3, 0, 0, 2), 1.0),
        # They always differ: observed 0, by chance 0.5.
        ((0, 2, 2, 0), -1.0),
        # 1 of each: observed 0.5, by chance 0.5.
        ((1, 1, 1, 1), 0.0),
    ],
)
def test_kappa_is_agreement_beyond_chance(counts: tuple[int, int, int, int], kappa: float) -> None:
    both, first, second, neither = counts
    pairs = [(YES, YES)] * both + [(YES, NO)] * first + [(NO, YES)] * second + [(NO, NO)] * neither
    assert compute_kappa(pairs) == pytest.approx(kappa)


@pytest.mark.parametrize("pairs", [[], [(YES, YES)], [(YES, YES)] * 9])
def test_kappa_is_not_defined_where_chance_would_agree_as_well(pairs: list[tuple[str, str]]) -> None:
    assert compute_kappa(pairs) is None


def test_kappa_of_two_who_always_say_different_things_is_chance() -> None:
    assert compute_kappa([(YES, NO)] * 3) == 0.0


@pytest.mark.parametrize(("same", "share"), [([], None), ([True, False, True, True], 0.75)])
def test_share_is_the_part_that_is_the_same(same: list[bool], share: float | None) -> None:
    assert compute_share(same) == share
