"""How errors are answered."""

import pytest
from django.test import Client
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.test import APIClient

from claims.errors import ClaimsError, ConflictError, InvalidChangeError, NotPermittedError, SupersededError
from claims.models.figure import FigureDecidedError
from claims.promotion import NoValueError, SpanRefusedError
from claims.review import IllegalMoveError, NotAReviewerError, NothingToUndoError, ReasonRequiredError
from claims.verdicts import IncompleteVerdictError, VerdictRefusedError
from config.api.errors import describe, find_status, translate
from sources.errors import EmptyTextError, SourcesError
from tests.builders import make_claim, make_user

FAILING = "/api/v1/failing/"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (ClaimsError, 400),
        (SourcesError, 400),
        (EmptyTextError, 400),
        (ReasonRequiredError, 400),
        (NotAReviewerError, 403),
        (IllegalMoveError, 409),
        (NothingToUndoError, 409),
        (ConflictError, 412),
        (VerdictRefusedError, 409),
        (FigureDecidedError, 409),
        (SpanRefusedError, 400),
        (NoValueError, 400),
        (IncompleteVerdictError, 400),
        (InvalidChangeError, 400),
        (NotPermittedError, 403),
        (SupersededError, 404),
    ],
)
def test_error_of_the_domain_has_a_status(error: type[Exception], status: int) -> None:
    assert find_status(error) == status


def test_error_of_the_domain_keeps_its_code_and_words() -> None:
    problem = translate(IllegalMoveError("The claim is accepted."))

    assert problem is not None
    assert describe(problem) == {
        "type": "urn:problem-type:onrecord:illegal_move",
        "title": "Conflict",
        "status": 409,
        "detail": "The claim is accepted.",
        "code": "illegal_move",
    }


def test_nested_errors_are_told_with_the_way_to_their_field() -> None:
    error = ValidationError(
        {
            "value": {"low": [ErrorDetail("Not a number.", code="not_a_number")]},
            "non_field_errors": ["Both are missing."],
        }
    )

    problem = describe(error)

    assert problem["code"] == "invalid_input"
    assert problem["detail"] == "value.low: Not a number. Both are missing."
    assert problem["errors"] == [
        {"field": "value.low", "code": "not_a_number", "detail": "Not a number."},
        {"field": "", "code": "invalid", "detail": "Both are missing."},
    ]


@pytest.mark.urls("tests.config.failing_urls")
def test_error_that_the_table_does_not_name_is_answered_as_its_parent(reviewer_api: APIClient) -> None:
    answer = reviewer_api.patch(FAILING, {})

    assert (answer.status_code, answer.json()["code"]) == (400, "new_case")


@pytest.mark.urls("tests.config.failing_urls")
def test_throttled_request_is_told_how_long_to_wait(reviewer_api: APIClient) -> None:
    answer = reviewer_api.put(FAILING, {})

    assert answer.status_code == 429
    assert answer["Retry-After"] == "7"
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "throttled"
    assert answer.json()["detail"] == "Too many requests: send it again in 7 s."


@pytest.mark.urls("tests.config.failing_urls")
def test_unforeseen_error_is_a_problem_that_tells_no_secret() -> None:
    answer = APIClient(raise_request_exception=False).get(FAILING)

    assert answer.status_code == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "server_error"
    assert "secret" not in answer.content.decode()


@pytest.mark.urls("tests.config.failing_urls")
def test_unforeseen_error_outside_the_api_is_a_page() -> None:
    answer = Client(raise_request_exception=False).get("/failing/")

    assert answer.status_code == 500
    assert answer["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    ("path", "media_type"), [("/api/v1/", "application/problem+json"), ("/", "text/html")]
)
def test_unknown_host_is_answered_in_the_format_of_the_address(path: str, media_type: str) -> None:
    answer = Client(raise_request_exception=False).get(path, headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    assert answer["Content-Type"].startswith(media_type)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/json", "application/problem+json"),
        ("*/*", "application/problem+json"),
        ("text/html", "text/html; charset=utf-8"),
    ],
)
def test_problem_is_json_but_for_a_browser(api: APIClient, accept: str, media_type: str) -> None:
    answer = api.get("/api/v1/claims/no/", headers={"accept": accept})

    assert answer.status_code == 404
    assert answer["Content-Type"] == media_type


@pytest.mark.django_db
def test_answer_that_cannot_be_given_in_the_accepted_form_is_a_problem(api: APIClient) -> None:
    answer = api.get("/api/v1/claims/", headers={"accept": "image/png"})

    assert (answer.status_code, answer.json()["code"]) == (406, "not_acceptable")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "media_type", "status", "code"),
    [
        (b'{"reason": ', "application/json", 400, "parse_error"),
        (b'{"reason": "\xff"}', "application/json", 400, "parse_error"),
        (b"reason=fine", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        (b"reason", "text/plain", 415, "unsupported_media_type"),
    ],
)
def test_body_that_cannot_be_read_is_a_problem(
    reviewer_api: APIClient, body: bytes, media_type: str, status: int, code: str
) -> None:
    claim = make_claim()

    answer = reviewer_api.post(f"/api/v1/claims/{claim.uid}/accept/", body, content_type=media_type)

    claim.refresh_from_db()
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert claim.status == "proposed"


@pytest.mark.django_db
def test_person_who_may_not_review_is_told_so(api: APIClient) -> None:
    claim = make_claim()
    api.force_authenticate(make_user("visitor"))

    answer = api.post(f"/api/v1/claims/{claim.uid}/accept/", {})

    assert answer.status_code == 403
    assert answer.json() == {
        "type": "urn:problem-type:onrecord:not_a_reviewer",
        "title": "Forbidden",
        "status": 403,
        "detail": "visitor may not review claims; an administrator can allow it.",
        "code": "not_a_reviewer",
    }


@pytest.mark.parametrize(
    ("method", "headers", "status", "told"),
    [
        ("delete", {}, 405, "Allowed are: GET, POST, HEAD, OPTIONS."),
        ("post", {"content-type": "text/xml"}, 415, "Send application/json."),
        ("get", {"accept": "text/turtle"}, 406, "There is: application/json, text/html."),
    ],
)
def test_refused_method_or_format_is_told_with_those_that_there_are(
    reviewer_api: APIClient, method: str, headers: dict[str, str], status: int, told: str
) -> None:
    reviewer_api.force_authenticate(make_user("administrator", is_superuser=True))

    answer = reviewer_api.generic(method.upper(), "/api/v1/publishers/", "<a/>", headers=headers)

    assert answer.status_code == status
    assert answer.json()["detail"].endswith(told)


@pytest.mark.django_db
@pytest.mark.parametrize("row", ["nope", "7", "01a19b7f-dad0-7000-8000-0000000000ff"])
def test_row_that_there_is_not_is_told_without_names_of_ours(api: APIClient, row: str) -> None:
    answer = api.get(f"/api/v1/claims/{row}/")

    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer.json()["detail"].startswith("There is no row of this id here")
