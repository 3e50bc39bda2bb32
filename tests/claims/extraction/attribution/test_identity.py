"""When a name is a fuller one's short form."""

import pytest

from claims.extraction import find_fuller

FULL = "Colonel Anna Lee Berg"


@pytest.mark.parametrize(
    "short",
    [
        pytest.param("Colonel Anna Berg", id="a middle name left out"),
        pytest.param("Colonel Lee Berg", id="the first of two given names left out"),
    ],
)
def test_same_rank_given_name_and_surname_are_one_person(short: str) -> None:
    assert find_fuller(short, [FULL, "Colonel Jon Ek"]) == FULL


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Colonel Berg", id="a rank and a surname alone"),
        pytest.param("Anna Berg", id="no rank"),
        pytest.param("Major Anna Berg", id="another rank"),
        pytest.param("Colonel Anna Ek", id="another surname"),
        pytest.param("Colonel Eva Berg", id="another first name"),
        pytest.param("Colonel Berg Anna", id="another order"),
        pytest.param("Colonel Anna Lee Berg", id="the full name itself"),
        pytest.param("Colonel", id="a rank alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_any_other_name_stays_as_it_is(name: str) -> None:
    assert find_fuller(name, [FULL]) == name


def test_a_choice_between_two_people_is_not_made() -> None:
    assert find_fuller("Colonel Anna Berg", [FULL, "Colonel Anna May Berg"]) == "Colonel Anna Berg"
