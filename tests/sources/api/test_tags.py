"""ETags of what is read, and If-Match of what is changed."""

import pytest
from rest_framework.test import APIClient

from claims.models import Claim
from sources.api.tags import find_state
from tests.builders import make_claim, make_figure, make_publisher, make_source, make_speaker, make_user
from tests.clients import call_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor_api() -> APIClient:
    """A client of somebody who may change everything."""
    return call_as(make_user("edith", is_superuser=True))


def test_detail_has_an_etag_and_is_not_sent_again(api: APIClient) -> None:
    address = f"/api/v1/publishers/{make_publisher().uid}/"
    tag = api.get(address)["ETag"]

    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        answer = api.get(address, headers={"if-none-match": known})
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    assert api.get(address, headers={"if-none-match": '"other"'}).status_code == 200


def test_etag_changes_with_the_row_and_with_what_the_answer_takes_from_other_rows(api: APIClient) -> None:
    speaker = make_speaker("Rosa")
    address = f"/api/v1/claims/{make_claim(speaker=speaker).uid}/"
    before = api.get(address)["ETag"]

    type(speaker).objects.update(name="Ruth")
    renamed = api.get(address)["ETag"]
    Claim.objects.update(version=2)

    assert (before.partition(".")[0], renamed.partition(".")[0]) == ('"1', '"1')
    assert before != renamed
    assert api.get(address)["ETag"].startswith('"2.')


def test_state_of_a_row_is_that_of_its_columns() -> None:
    figure = make_figure()
    again = type(figure).objects.get()

    assert find_state(figure) == find_state(again)
    again.reason = "Looked at."
    assert find_state(figure) != find_state(again)


def test_list_has_no_etag(api: APIClient) -> None:
    assert "ETag" not in api.get("/api/v1/claims/")


@pytest.mark.parametrize("header", ['"1"', 'W/"1"', "the whole tag", "*"])
def test_change_of_the_state_that_was_seen_is_made(reviewer_api: APIClient, header: str) -> None:
    claim = make_claim()
    address = f"/api/v1/claims/{claim.uid}/"
    tag = reviewer_api.get(address)["ETag"]

    answer = reviewer_api.post(
        f"{address}accept/", headers={"if-match": tag if header == "the whole tag" else header}
    )

    assert answer.status_code == 200
    assert answer["ETag"] == reviewer_api.get(address)["ETag"]
    assert answer["ETag"].startswith('"2.')


def test_change_of_an_unknown_state_is_refused_with_the_way_to_mend_it(reviewer_api: APIClient) -> None:
    claim = make_claim()

    answer = reviewer_api.post(f"/api/v1/claims/{claim.uid}/accept/", headers={"if-match": ""})

    assert (answer.status_code, answer.json()["code"]) == (428, "precondition_required")
    assert "If-Match: *" in answer.json()["detail"]
    assert Claim.objects.get().status == "proposed"


@pytest.mark.parametrize(
    ("header", "status", "code"),
    [
        ('"0"', 412, "stale"),
        ('"2.5f0c"', 412, "stale"),
        ('"nonsense"', 412, "stale"),
        ('"99999999999"', 412, "stale"),
        ('W/"2.5f0c"', 412, "stale"),
        ('"1", "2"', 400, "invalid_input"),
        ("1", 400, "invalid_input"),
    ],
)
def test_change_of_another_state_is_refused(
    reviewer_api: APIClient, header: str, status: int, code: str
) -> None:
    claim = make_claim()

    answer = reviewer_api.post(f"/api/v1/claims/{claim.uid}/accept/", headers={"if-match": header})

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer["Content-Type"] == "application/problem+json"
    assert Claim.objects.get().status == "proposed"


def test_who_is_late_is_told_what_changed(reviewer_api: APIClient, reviewer: object) -> None:
    claim = make_claim()
    claim.correct(by=reviewer, changes={"noun": "imports"})  # type: ignore[arg-type]

    answer = reviewer_api.post(f"/api/v1/claims/{claim.uid}/reject/", headers={"if-match": '"1"'})

    assert answer.status_code == 412
    assert answer.json()["changes"] == {
        "noun": {"before": "exports", "after": "imports"},
        "status": {"before": "proposed", "after": "accepted"},
    }
    assert answer.json()["moves"] == ["reviewer moved it by “correct”"]


def test_stale_change_is_told_what_others_changed(editor_api: APIClient) -> None:
    publisher, other = make_publisher("Gazette"), make_publisher("Herald")
    source = make_source("port", publisher=publisher, url="https://old.example/")
    name, text = f"/api/v1/publishers/{publisher.uid}/", f"/api/v1/sources/{source.uid}/"
    seen = {address: editor_api.get(address)["ETag"] for address in (name, text)}
    editor_api.patch(name, {"name": "Daily Gazette"}, headers={"if-match": "*"})
    editor_api.patch(name, {"name": "Harbour Gazette"}, headers={"if-match": "*"})
    changed = {"publisher": str(other.uid), "page_url": "https://new.example/"}
    editor_api.patch(text, changed, headers={"if-match": "*"})

    stale = [editor_api.patch(address, {}, headers={"if-match": tag}).json() for address, tag in seen.items()]

    assert [answer["changes"] for answer in stale] == [
        {"name": {"before": "Gazette", "after": "Harbour Gazette"}},
        {
            "publisher": {"before": "Harbour Gazette", "after": "Herald"},
            "page_url": {"before": "https://old.example/", "after": "https://new.example/"},
        },
    ]
    assert stale[0]["detail"] == (
        "The row has changed since you read it: name was “Gazette”, is “Harbour Gazette”. "
        "Nothing was saved; read it again."
    )


def test_state_that_never_was_names_no_field(editor_api: APIClient) -> None:
    address = f"/api/v1/publishers/{make_publisher('Gazette').uid}/"

    answer = editor_api.patch(address, {}, headers={"if-match": '"0123456789abcdef"'})

    assert (answer.status_code, answer.json()["code"]) == (412, "stale")
    assert "changes" not in answer.json()
