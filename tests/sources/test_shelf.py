"""Where a text's source stands among the others."""

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
