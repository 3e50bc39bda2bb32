"""The rows of tokens."""

import hashlib
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from config.access.models import Token, TokenEvent
from sources.api.needs import Scope
from tests.builders import make_token, make_user

pytestmark = pytest.mark.django_db


def test_token_is_kept_as_its_hash_alone() -> None:
    plain = make_token(make_user())

    token = Token.objects.get()
    assert plain.startswith("onr_")
    assert len(plain) >= 43  # 256 bits in base 64
    assert token.digest == hashlib.sha256(plain.encode()).hexdigest()
    assert plain not in repr(list(Token.objects.values()))
    assert plain.startswith(token.shown)
    assert len(token.shown) == 10


def test_no_two_tokens_are_alike() -> None:
    person = make_user()

    assert len({make_token(person) for _ in range(20)}) == 20


def test_revoking_twice_is_as_once() -> None:
    make_token(make_user())
    token = Token.objects.get()
    token.revoke(by=None)
    first = token.revoked_at

    token.revoke(by=None)

    assert Token.objects.get().revoked_at == first
    assert token.describe_state() == "revoked"


def test_revoking_is_audited_and_use_is_not() -> None:
    person = make_user()
    make_token(person)
    token = Token.objects.get()
    token.note_use()
    token.revoke(by=person)

    event: Any = TokenEvent._default_manager.get()
    assert (event.pgh_label, event.revoked_at, event.pgh_context["user"]) == ("update", None, person.pk)
    assert not hasattr(event, "digest")


def test_name_is_free_again_once_its_token_is_revoked() -> None:
    person = make_user()
    make_token(person, name="crawler")
    with pytest.raises(IntegrityError, match="token_name_is_unique"), transaction.atomic():
        make_token(person, name="crawler")

    Token.objects.get().revoke(by=None)

    make_token(person, name="crawler")


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({"name": ""}, "token_has_a_name"),
        ({"scope": "all"}, "token_scope_is_known"),
        ({"digest": "onr_plain"}, "token_digest_is_sha256"),
    ],
)
def test_the_database_refuses(columns: dict[str, str], constraint: str) -> None:
    make_token(make_user())

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Token.objects.update(**columns)


@pytest.mark.parametrize("held", Scope)
@pytest.mark.parametrize("needed", Scope)
def test_scope_allows_itself_and_lesser_ones(held: Scope, needed: Scope) -> None:
    rank = {"read": 1, "submit": 2, "review": 3, "admin": 4}

    assert held.allows(needed) is (rank[held] >= rank[needed])
