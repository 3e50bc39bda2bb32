"""Where a text's source stands among the others."""

from typing import Any

import pytest

from sources.shelf import Shelf, find_taken_slugs
from tests.builders import make_source

pytestmark = pytest.mark.django_db


def test_only_a_stem_and_its_numbers_are_taken() -> None:
    for slug in ("port", "port-2", "port-10", "port-report", "port2", "portal", "other"):
        make_source(slug)

    assert find_taken_slugs(["port", "harbour"]) == {"port", "port-2", "port-10"}


def test_the_first_free_number_is_taken() -> None:
    shelf = Shelf(slugs={"port", "port-2", "port-4"})

    assert [shelf.take_slug("port") for _ in range(3)] == ["port-3", "port-5", "port-6"]


class Watched(set[str]):
    """Slugs that count how often they are looked through."""

    looks = 0

    def __contains__(self, slug: Any) -> bool:
        self.looks += 1
        return super().__contains__(slug)


def test_a_thousand_texts_of_one_title_look_for_each_number_once() -> None:
    slugs = Watched({"minutes", "minutes-3"})
    shelf = Shelf(slugs=slugs)

    taken = [shelf.take_slug("minutes") for _ in range(1000)]

    assert taken[:3] == ["minutes-2", "minutes-4", "minutes-5"]
    assert taken[-1] == "minutes-1002"
    assert len(slugs) == len(set(slugs)) == 1002
    assert slugs.looks == 1002


def test_a_stem_that_is_another_with_a_number_takes_a_slug_of_its_own() -> None:
    shelf = Shelf(slugs=set())

    assert [shelf.take_slug(stem) for stem in ("port", "port-2", "port", "port-2", "port")] == [
        "port",
        "port-2",
        "port-3",
        "port-2-2",
        "port-4",
    ]
