"""Pages of the API."""

from base64 import b64encode

import pytest
from rest_framework.test import APIClient

from tests.builders import make_publisher

LIST = "/api/v1/publishers/"

pytestmark = pytest.mark.django_db


def make_publishers(*names: str) -> None:
    for name in names:
        make_publisher(name)


def walk(api: APIClient, address: str | None, *, back: bool = False) -> list[list[str]]:
    """The names on each page, following the links."""
    pages = []
    while address:
        page = api.get(address).json()
        pages.append([row["name"] for row in page["results"]])
        address = page["previous" if back else "next"]
    return pages


def test_walk_sees_every_row_once_from_the_newest_on(api: APIClient) -> None:
    make_publishers("A", "B", "C", "D", "E")

    assert walk(api, f"{LIST}?page_size=2") == [["E", "D"], ["C", "B"], ["A"]]


def test_rows_that_exactly_fill_their_pages_leave_no_empty_page(api: APIClient) -> None:
    make_publishers("A", "B", "C", "D")

    assert walk(api, f"{LIST}?page_size=2") == [["D", "C"], ["B", "A"]]


def test_row_added_during_a_walk_moves_no_other(api: APIClient) -> None:
    make_publishers("A", "B", "C")
    first = api.get(f"{LIST}?page_size=2").json()

    make_publishers("D")

    assert [row["name"] for row in first["results"]] == ["C", "B"]
    assert walk(api, first["next"]) == [["A"]]


def test_walk_leads_back_to_the_first_page(api: APIClient) -> None:
    make_publishers("A", "B", "C", "D", "E")
    first = api.get(f"{LIST}?page_size=2").json()
    second = api.get(first["next"]).json()
    last = api.get(second["next"]).json()

    assert first["previous"] is None
    assert walk(api, last["previous"], back=True) == [["C", "B"], ["E", "D"]]


def test_links_keep_filters_and_page_size(api: APIClient) -> None:
    make_publishers("Port A", "Port B", "Town", "Port C")

    assert walk(api, f"{LIST}?page_size=2&name=port") == [["Port C", "Port B"], ["Port A"]]


def test_page_has_fifty_rows_unless_asked_otherwise(api: APIClient) -> None:
    make_publishers(*(f"P{number}" for number in range(51)))

    assert len(api.get(LIST).json()["results"]) == 50
    assert len(api.get(f"{LIST}?page_size=1000").json()["results"]) == 51


@pytest.mark.parametrize("size", ["0", "-1", "1001", "9" * 5000, "1.5", "ten", "", "²", "٣"])
def test_page_size_that_is_none_is_refused(api: APIClient, size: str) -> None:
    answer = api.get(LIST, {"page_size": size})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["page_size"]


@pytest.mark.parametrize(
    "content",
    [
        "p=abc",
        "p=-1",
        "p=1.5",
        "p=%00",
        "p=9223372036854775808",
        "p=" + "9" * 5000,
        "p=",
        "r=1",
        "o=5",
        "o=5&p=3",
        "o=x&p=3",
        "r=x&p=3",
        "",
    ],
)
def test_forged_cursor_is_refused(api: APIClient, content: str) -> None:
    answer = api.get(LIST, {"cursor": b64encode(content.encode()).decode()})

    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("cursor", ["", "abc", "%", "🙂", "a" * 5000])
def test_cursor_that_is_no_base64_is_refused(api: APIClient, cursor: str) -> None:
    assert api.get(LIST, {"cursor": cursor}).status_code == 400
