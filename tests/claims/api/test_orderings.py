"""Claims in other orders than that of their making: every row once, ties and unknowns included."""

from datetime import UTC, date, datetime

import pytest
from rest_framework.test import APIClient

from claims.models import Claim
from tests.builders import make_claim, make_fact, make_publisher, make_quantity, make_sentence, make_source

LIST = "/api/v1/claims/"

pytestmark = pytest.mark.django_db


def walk(api: APIClient, address: str | None, link: str = "next") -> list[list[str]]:
    """The nouns on each page, following a link."""
    pages = []
    while address:
        answer = api.get(address)
        assert answer.status_code == 200, answer.json()
        pages.append([row["noun"] for row in answer.json()["results"]])
        address = answer.json()[link]
    return pages


def find_last(api: APIClient, address: str) -> str:
    """The address of the last page."""
    while following := api.get(address).json()["next"]:
        address = following
    return address


def make_published(noun: str, day: date | None) -> None:
    source = make_source(published_on=day)
    make_claim(sentence=make_sentence("The harbour handled 70 percent.", source=source), noun=noun)


def make_value(noun: str, *stated: str, unit: str = "metre") -> None:
    make_claim(make_quantity(*stated, unit=unit), noun=noun)


@pytest.fixture
def published() -> None:
    """a and c on one day, b later, d and e on no known day."""
    for noun, day in [
        ("a", date(2018, 1, 1)),
        ("b", date(2019, 1, 1)),
        ("c", date(2018, 1, 1)),
        ("d", None),
        ("e", None),
    ]:
        make_published(noun, day)


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("size", [1, 2, 3, 5])
@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("-published", "bcaed"),
        ("published", "deacb"),
        ("-id", "edcba"),
        ("id", "abcde"),
        ("-created", "edcba"),
    ],
)
def test_every_row_comes_once_forward_and_back(
    api: APIClient, ordering: str, expected: str, size: int
) -> None:
    address = f"{LIST}?ordering={ordering}&page_size={size}"

    pages = walk(api, address)

    assert "".join(noun for page in pages for noun in page) == expected
    assert walk(api, find_last(api, address), "previous") == pages[::-1]


def test_what_changed_last_comes_first(api: APIClient) -> None:
    for noun, hour in [("a", 3), ("b", 5), ("c", 3)]:
        claim = make_claim(noun=noun)
        Claim.objects.filter(pk=claim.pk).update(updated_at=datetime(2026, 1, 1, hour, tzinfo=UTC))

    assert walk(api, f"{LIST}?ordering=-updated&page_size=1") == [["b"], ["c"], ["a"]]
    assert walk(api, f"{LIST}?ordering=updated&page_size=2") == [["a", "c"], ["b"]]


def test_values_are_sorted_by_size_whatever_their_unit(api: APIClient) -> None:
    make_value("1 km", "=", "1", unit="kilometre")
    make_value("999 m", "=", "999")
    make_value("up to 5 m", "<=", "5")
    make_value("1000.5 m", "=", "1000.5")
    make_fact()

    pages = walk(api, f"{LIST}?ordering=-value&unit=metre&value_above=-1&page_size=1")

    assert pages == [["1000.5 m"], ["1 km"], ["999 m"], ["up to 5 m"]]


def test_values_have_no_order_without_a_unit(api: APIClient) -> None:
    answer = api.get(f"{LIST}?ordering=value")

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["ordering"]


def test_equal_values_of_other_digits_are_ties(api: APIClient) -> None:
    for noun, stated in [("a", "5"), ("b", "5.00"), ("c", "5.0")]:
        make_value(noun, "=", stated)

    assert walk(api, f"{LIST}?ordering=value&unit=metre&page_size=1") == [["a"], ["b"], ["c"]]


def test_names_are_sorted(api: APIClient) -> None:
    for name in ("Gazette", "Argus", "Zeitung"):
        make_publisher(name)

    rows = api.get("/api/v1/publishers/?ordering=name").json()["results"]

    assert [row["name"] for row in rows] == ["Argus", "Gazette", "Zeitung"]


def test_unknown_order_is_refused_with_the_known_ones(api: APIClient) -> None:
    answer = api.get(f"{LIST}?ordering=quote")

    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {
            "field": "ordering",
            "code": "unknown_ordering",
            "detail": "The list cannot be sorted by “quote”. Known are: id, -id, created, -created, updated, "
            "-updated, published, -published, value, -value.",
        }
    ]


def test_cursor_of_another_order_is_refused(api: APIClient) -> None:
    make_claim()
    make_claim()
    cursor = api.get(f"{LIST}?page_size=1").json()["next"].partition("cursor=")[2].partition("&")[0]

    answer = api.get(f"{LIST}?page_size=1&ordering=-updated&cursor={cursor}")

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("count", ["yes", "1", "True"])
def test_count_is_true_or_false(api: APIClient, count: str) -> None:
    assert api.get(f"{LIST}?count={count}").status_code == 400


def test_rows_are_counted_on_request(api: APIClient) -> None:
    make_claim()
    make_claim(noun="ships")

    counted = api.get(f"{LIST}?count=true&noun=ships&page_size=1").json()

    assert (counted["count"], counted["count_is_estimate"]) == (1, False)
    assert "count" not in api.get(f"{LIST}?count=false").json()
