"""Tokens in the admin: made by superusers, shown once, revoked by administrators."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from config.access.models import Token
from tests.builders import make_member, make_token, make_user
from tests.clients import browse_as

pytestmark = pytest.mark.django_db

ADD = "admin:access_token_add"
LIST = "admin:access_token_changelist"


@pytest.fixture
def superuser() -> Client:
    return browse_as(make_user("boss", is_staff=True, is_superuser=True))


@pytest.fixture
def administrator() -> Client:
    return browse_as(make_member("administrator", is_staff=True))


def test_token_is_shown_once_and_logged_never(superuser: Client) -> None:
    robot = make_user("robot")
    fields = {"user": robot.pk, "name": "crawler", "scope": "submit"}

    answer = superuser.post(reverse(ADD), fields, follow=True)

    token = Token.objects.get()
    (plain,) = set(re.findall(r"onr_[\w-]{43}", answer.content.decode()))
    assert Token.objects.of_plain(plain) == token
    assert (token.user, token.name, token.scope, token.expires_at) == (robot, "crawler", "submit", None)
    assert token.created_by is not None
    assert token.created_by.username == "boss"
    again = superuser.get(reverse(LIST)).content.decode()
    assert plain not in again
    assert f"{token.shown}…" in again
    assert list(LogEntry.objects.values_list("object_repr", flat=True)) == ["crawler of robot"]


def test_new_token_is_offered_to_last_for_ninety_days(superuser: Client) -> None:
    page = superuser.get(reverse(ADD)).content.decode()

    assert 'name="expires_at_0" value="' in page


def test_administrators_make_no_token_since_it_would_have_its_owners_rights(administrator: Client) -> None:
    fields = {"user": User.objects.get(username="administrator").pk, "name": "x", "scope": "read"}

    assert administrator.post(reverse(ADD), fields).status_code == 403
    assert not Token.objects.exists()


def test_administrators_see_and_revoke_tokens(administrator: Client) -> None:
    make_token(make_user("robot"), name="crawler")
    token = Token.objects.get()
    assert "crawler" in administrator.get(reverse(LIST)).content.decode()
    change = reverse("admin:access_token_change", args=[token.pk])
    assert token.digest not in administrator.get(change).content.decode()

    revoke = {"action": "revoke_selected", "_selected_action": [token.pk]}
    answer = administrator.post(reverse(LIST), revoke, follow=True)

    assert "Revoked: crawler of robot." in answer.content.decode()
    assert Token.objects.get().describe_state() == "revoked"


def test_nobody_deletes_or_changes_a_token(superuser: Client) -> None:
    make_token(make_user("robot"))
    token = Token.objects.get()

    assert superuser.post(reverse("admin:access_token_delete", args=[token.pk])).status_code == 403
    assert superuser.post(reverse("admin:access_token_change", args=[token.pk]), {}).status_code == 403


def test_sidebar_leads_administrators_to_the_tokens(administrator: Client) -> None:
    assert reverse(LIST) in administrator.get(reverse("admin:index")).content.decode()
