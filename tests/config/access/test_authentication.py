"""Tokens in the header of a request."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings
from rest_framework.test import APIClient

from claims.models import ClaimEvent
from config.access.models import Token
from sources.api.needs import Scope
from tests.builders import make_claim, make_reviewer, make_token, make_user

LIST = "/api/v1/claims/"

pytestmark = pytest.mark.django_db


def send(plain: str) -> dict[str, str]:
    """The header with a token."""
    return {"authorization": f"Bearer {plain}"}


@pytest.mark.parametrize("keyword", ["Bearer", "Token"])
def test_token_is_a_login(api: APIClient, settings: Settings, keyword: str) -> None:
    settings.ONRECORD_ANONYMOUS_READ = False
    key = make_token(make_reviewer())

    assert api.get(LIST, headers={"authorization": f"{keyword} {key}"}).status_code == 200


@pytest.mark.parametrize("header", ["Bearer nonsense", "Token nonsense", "Bearer", "Bearer two words"])
def test_unknown_token_is_refused_even_for_reading(api: APIClient, header: str) -> None:
    answer = api.get(LIST, headers={"authorization": header})

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["code"] == "authentication_failed"


def test_token_of_a_person_who_has_left_is_refused(api: APIClient) -> None:
    plain = make_token(make_reviewer(is_active=False))

    answer = api.get(LIST, headers=send(plain))

    assert (answer.status_code, answer.json()["code"]) == (401, "person_inactive")


def test_revoked_token_is_refused_from_then_on(api: APIClient) -> None:
    plain = make_token(make_reviewer())
    assert api.get(LIST, headers=send(plain)).status_code == 200

    Token.objects.get().revoke(by=None)

    answer = api.get(LIST, headers=send(plain))
    assert (answer.status_code, answer.json()["code"]) == (401, "token_revoked")
    assert answer["WWW-Authenticate"] == "Bearer"


def test_token_works_until_it_expires(api: APIClient) -> None:
    person, now = make_reviewer(), timezone.now()
    later = make_token(person, expires_at=now + timedelta(minutes=1))
    earlier = make_token(person, expires_at=now - timedelta(seconds=1))

    assert api.get(LIST, headers=send(later)).status_code == 200
    answer = api.get(LIST, headers=send(earlier))
    assert (answer.status_code, answer.json()["code"]) == (401, "token_expired")


@pytest.mark.parametrize("plain", ["onr_ü", "onr_" + "x" * 5000])
def test_token_of_strange_characters_or_length_is_unknown(api: APIClient, plain: str) -> None:
    answer = api.get(LIST, HTTP_AUTHORIZATION=f"Bearer {plain}")

    assert (answer.status_code, answer.json()["code"]) == (401, "authentication_failed")


def test_event_tells_which_token_it_was(api: APIClient) -> None:
    claim, person = make_claim(), make_reviewer()
    plain = make_token(person, Scope.REVIEW)

    api.post(f"{LIST}{claim.uid}/accept/", {}, headers={**send(plain), "if-match": "*"})

    event: Any = ClaimEvent._default_manager.get()
    assert event.pgh_context["user"] == person.pk
    assert event.pgh_context["token"] == str(Token.objects.get().uid)


def test_use_is_noted_once_an_hour(api: APIClient) -> None:
    plain = make_token(make_user())
    long_ago = timezone.now() - timedelta(hours=2)
    for before, noted in ((None, True), (long_ago, True), (timezone.now() - timedelta(minutes=59), False)):
        Token.objects.update(last_used_at=before)

        api.get(LIST, headers=send(plain))

        assert (Token.objects.get().last_used_at != before) is noted
