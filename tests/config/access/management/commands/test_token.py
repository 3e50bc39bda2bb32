"""`manage.py token`."""

from argparse import ArgumentTypeError
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from rest_framework.test import APIClient

from config.access.management.commands.token import read_expiry
from config.access.models import Token
from tests.builders import make_token, make_user

pytestmark = pytest.mark.django_db


def test_created_token_is_printed_alone_and_works(api: APIClient, capsys: pytest.CaptureFixture[str]) -> None:
    make_user("rosa")

    call_command("token", "create", "rosa", "--name", "crawler", "--scope", "submit", "--expires", "12h")

    plain = capsys.readouterr().out.removesuffix("\n")
    token = Token.objects.get()
    assert (token.user.username, token.name, token.scope, token.created_by) == (
        "rosa",
        "crawler",
        "submit",
        None,
    )
    assert token.expires_at is not None
    assert timedelta(hours=11, minutes=59) < token.expires_at - timezone.now() <= timedelta(hours=12)
    answer = api.get("/api/v1/claims/", headers={"authorization": f"Bearer {plain}"})
    assert answer.status_code == 200


def test_token_lasts_for_ninety_days_unless_told(capsys: pytest.CaptureFixture[str]) -> None:
    make_user("rosa")

    call_command("token", "create", "rosa", "--name", "crawler", "--scope", "read")

    expires_at = Token.objects.get().expires_at
    assert expires_at is not None
    assert (expires_at - timezone.now()).days in {89, 90}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["create", "nobody", "--name", "x", "--scope", "read"], "Nobody has the username “nobody”"),
        (["create", "rosa", "--name", "taken", "--scope", "read"], "has a token of that name"),
        (["create", "rosa", "--name", "", "--scope", "read"], "cannot be blank"),
        (["create", "rosa", "--name", "x\u200b", "--scope", "read"], "Character 2 is hidden"),
        (["create", "rosa", "--name", "x", "--scope", "all"], "invalid choice"),
        (["create", "rosa", "--name", "x", "--scope", "read", "--expires", "soon"], "write 90d, 12h"),
        (["create", "rosa", "--name", "x", "--scope", "read", "--expires", "2020-01-31"], "is past"),
        (["create", "rosa", "--name", "x", "--scope", "read", "--expires", "0h"], "is past"),
        (["revoke", "rosa", "other"], "no token named “other”"),
    ],
)
def test_what_cannot_be_done_is_refused(options: list[str], message: str) -> None:
    make_token(make_user("rosa"), name="taken")

    with pytest.raises(CommandError, match=message):
        call_command("token", *options)

    assert Token.objects.count() == 1


def test_list_tells_all_but_the_token(capsys: pytest.CaptureFixture[str]) -> None:
    plain = make_token(make_user("rosa"), name="crawler")
    make_token(make_user("ruth"), name="site")

    call_command("token", "list", "rosa")

    (line,) = capsys.readouterr().out.splitlines()
    assert line == f"{plain[:10]}…  usable   admin   rosa  “crawler”  expires never, last used never"


def test_revoked_token_is_useless(capsys: pytest.CaptureFixture[str]) -> None:
    make_token(make_user("rosa"), name="crawler")

    call_command("token", "revoke", "rosa", "crawler")

    assert Token.objects.get().describe_state() == "revoked"


def test_expiry_is_a_span_a_day_or_never() -> None:
    assert read_expiry("never") is None
    assert read_expiry("2027-01-31") == datetime(2027, 1, 31, tzinfo=UTC)
    with pytest.raises(ArgumentTypeError):
        read_expiry("٣d")
