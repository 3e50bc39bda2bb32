"""Who may do what through the API: every endpoint, by person and scope of the token, in one table.

A new endpoint needs a row: the scope that its token needs and the least role whose people may do it. What
an address answers besides 401 and 403 is not looked at here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, URLResolver, get_resolver
from pytest_django import Settings
from rest_framework.test import APIClient

from sources.api.needs import Scope
from tests.builders import make_member, make_token, make_user

UNKNOWN = "01a20bd7-aca6-70da-804f-fcfefc3fa4c1"
ROLES = ("anonymous", "reader", "reviewer", "editor", "administrator")
METHODS = ("get", "post", "put", "patch", "delete")
# "everywhere else": it answers 404 to everybody, before anything else.
NOT_ENDPOINTS = {"/api/"}


@dataclass(frozen=True)
class Row:
    """What a change needs: a token of that scope or more, a person of that role or more."""

    scope: Scope
    role: str


READ = Row(Scope.READ, "anonymous")  # whom the setting lets read: anybody, or who is logged in
REVIEW = Row(Scope.REVIEW, "reviewer")
NAME = Row(Scope.ADMIN, "editor")
DELETE = Row(Scope.ADMIN, "administrator")

TABLE: dict[str, Row] = {
    "GET /api/v1/": READ,
    "GET /api/v1/schema/": READ,
    "GET /api/v1/docs/": READ,
    "POST /api/v1/extract/": Row(Scope.READ, "reader"),
    "GET /api/v1/publishers/": READ,
    "POST /api/v1/publishers/": NAME,
    "GET /api/v1/publishers/<id>/": READ,
    "PATCH /api/v1/publishers/<id>/": NAME,
    "DELETE /api/v1/publishers/<id>/": DELETE,
    "GET /api/v1/sources/": READ,
    "POST /api/v1/sources/": Row(Scope.SUBMIT, "editor"),
    "GET /api/v1/sources/<id>/": READ,
    "PATCH /api/v1/sources/<id>/": NAME,
    "DELETE /api/v1/sources/<id>/": DELETE,
    "GET /api/v1/snapshots/": READ,
    "GET /api/v1/snapshots/<id>/": READ,
    "GET /api/v1/sentences/": READ,
    "GET /api/v1/sentences/<id>/": READ,
    "GET /api/v1/figures/": READ,
    "GET /api/v1/figures/deleted/": READ,
    "GET /api/v1/figures/<id>/": READ,
    "POST /api/v1/figures/<id>/promote/": REVIEW,
    "POST /api/v1/figures/<id>/dismiss/": REVIEW,
    "GET /api/v1/claims/": READ,
    "GET /api/v1/claims/deleted/": READ,
    "POST /api/v1/claims/": REVIEW,
    "POST /api/v1/claims/batch/": REVIEW,
    "POST /api/v1/claims/moves/": REVIEW,
    "POST /api/v1/claims/next/": REVIEW,
    "POST /api/v1/claims/<id>/release/": REVIEW,
    "GET /api/v1/claims/<id>/": READ,
    "PATCH /api/v1/claims/<id>/": REVIEW,
    "GET /api/v1/claims/<id>/annotation/": READ,
    "GET /api/v1/claims/<id>/claim-review/": READ,
    "GET /api/v1/claims/annotations/": READ,
    "GET /api/v1/claims/observations/": READ,
    "POST /api/v1/claims/<id>/accept/": REVIEW,
    "POST /api/v1/claims/<id>/reject/": REVIEW,
    "POST /api/v1/claims/<id>/reopen/": REVIEW,
    "POST /api/v1/claims/<id>/correct/": REVIEW,
    "POST /api/v1/claims/<id>/undo/": REVIEW,
    "POST /api/v1/claims/<id>/verdict/": REVIEW,
    "POST /api/v1/claims/<id>/verdict/withdraw/": REVIEW,
    "POST /api/v1/claims/<id>/verdict/confirm/": REVIEW,
    "GET /api/v1/speakers/": READ,
    "POST /api/v1/speakers/": NAME,
    "GET /api/v1/speakers/<id>/": READ,
    "PATCH /api/v1/speakers/<id>/": NAME,
    "DELETE /api/v1/speakers/<id>/": DELETE,
    "GET /api/v1/subjects/": READ,
    "POST /api/v1/subjects/": NAME,
    "GET /api/v1/subjects/<id>/": READ,
    "PATCH /api/v1/subjects/<id>/": NAME,
    "DELETE /api/v1/subjects/<id>/": DELETE,
    "GET /api/v1/statistics/": READ,
    "POST /api/v1/statistics/": NAME,
    "GET /api/v1/statistics/<id>/": READ,
    "PATCH /api/v1/statistics/<id>/": NAME,
    "DELETE /api/v1/statistics/<id>/": DELETE,
    "GET /api/v1/reviews/": READ,
    "GET /api/v1/reviews/<id>/": READ,
    "GET /api/v1/verdicts/": READ,
    "GET /api/v1/verdicts/<id>/": READ,
    "GET /api/v1/evidence/": READ,
    "GET /api/v1/evidence/<id>/": READ,
    "GET /api/v1/agreement/": READ,
    "GET /api/v1/assignments/": Row(Scope.READ, "reader"),
    "POST /api/v1/assignments/": NAME,
    "GET /api/v1/assignments/<id>/": Row(Scope.READ, "reader"),
    "POST /api/v1/assignments/<id>/end/": Row(Scope.REVIEW, "reader"),
}


def list_endpoints(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Every method of every address under the API's, from the URLs as they are resolved."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from list_endpoints(pattern.url_patterns, route)
        elif route.startswith("api/") and simplify_regex(route) not in NOT_ENDPOINTS:
            for method in list_methods(pattern):
                yield f"{method.upper()} {simplify_regex(route)}"


def list_methods(pattern: URLPattern) -> list[str]:
    """The methods that a view answers."""
    actions = getattr(pattern.callback, "actions", None)
    known = actions or dir(getattr(pattern.callback, "view_class", pattern.callback))
    return [method for method in METHODS if method in known]


def ask(client: APIClient, endpoint: str, plain: str = "") -> int:
    """The status that answers an empty request about a row that is not there."""
    method, address = endpoint.split()
    headers = {"if-match": "*", **({"authorization": f"Bearer {plain}"} if plain else {})}
    data: dict[str, str] | None = None if method == "GET" else {}
    answer = getattr(client, method.lower())(address.replace("<id>", UNKNOWN), data, headers=headers)
    return int(answer.status_code)


def test_every_endpoint_has_a_row_and_every_row_an_endpoint() -> None:
    assert sorted(list_endpoints(get_resolver().url_patterns)) == sorted(TABLE)


@pytest.mark.django_db
@pytest.mark.parametrize("endpoint", TABLE)
def test_who_may(endpoint: str) -> None:
    row = TABLE[endpoint]
    assert (ask(APIClient(), endpoint) == 401) is (row != READ)

    for role in ROLES[1:]:
        person = make_member(role)
        permitted = ROLES.index(role) >= ROLES.index(row.role)
        browser = APIClient()
        browser.force_login(person)
        assert (ask(browser, endpoint) not in {401, 403}) is permitted, (role, "session")
        for scope in Scope:
            status = ask(APIClient(), endpoint, make_token(person, scope))
            if permitted and scope.allows(row.scope):
                assert status not in {401, 403}, (role, scope, status)
            else:
                assert status == 403, (role, scope, status)


@pytest.mark.django_db
@pytest.mark.parametrize("endpoint", [endpoint for endpoint, row in TABLE.items() if row == READ])
def test_reading_needs_any_login_where_the_setting_is_off(endpoint: str, settings: Settings) -> None:
    settings.ONRECORD_ANONYMOUS_READ = False

    assert ask(APIClient(), endpoint) == 401
    assert ask(APIClient(), endpoint, make_token(make_user(), Scope.READ)) not in {401, 403}
