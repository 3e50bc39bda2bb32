"""Parameters in the address of a change."""

import pytest

from tests.builders import make_claim, make_user
from tests.clients import call_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "resource",
    [
        *("sources", "publishers", "speakers", "assignments", "extract"),
        *("claims", "claims/batch", "claims/moves", "claims/next"),
    ],
)
def test_what_is_written_knows_no_filter(resource: str) -> None:
    api = call_as(make_user("administrator", is_superuser=True))
    make_claim()

    answer = api.post(f"/api/v1/{resource}/?language=en&format=json", {"text": "The port handled 12 ships."})

    assert (answer.status_code, answer.json()["code"]) == (400, "invalid_input")
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"] == [
        {
            "field": "language",
            "code": "unknown_parameter",
            "detail": "There is no such parameter here. Known are: format.",
        }
    ]
