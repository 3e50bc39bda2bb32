"""Users and groups: rights go down, never up."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse

from tests.builders import make_user
from tests.clients import browse_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk() -> Client:
    """A browser of somebody who may edit users, and is no superuser."""
    user = make_user("clerk", is_staff=True)
    user.user_permissions.add(*Permission.objects.filter(content_type__model__in=["user", "group"]))
    return browse_as(user)


def test_who_edits_users_gives_nobody_rights(clerk: Client) -> None:
    user = User.objects.get(username="clerk")
    address = reverse("admin:auth_user_change", args=[user.pk])
    fields = {"username": "clerk", "is_active": "on", "is_superuser": "on", "date_joined_0": "2026-01-01"}
    answer = clerk.post(address, {**fields, "date_joined_1": "10:00:00", "first_name": "Carla"})
    assert answer.status_code == 302
    user.refresh_from_db()
    assert (user.first_name, user.is_superuser, user.is_staff) == ("Carla", False, True)


def test_a_superuser_and_his_password_are_out_of_reach(clerk: Client) -> None:
    boss = make_user("boss", is_superuser=True)
    before = boss.password
    passwords = {"password1": "anew-and-long-1", "password2": "anew-and-long-1", "usable_password": "true"}
    assert (
        clerk.post(reverse("admin:auth_user_password_change", args=[boss.pk]), passwords).status_code == 403
    )
    assert clerk.post(reverse("admin:auth_user_change", args=[boss.pk]), {}).status_code == 403
    boss.refresh_from_db()
    assert boss.password == before


def test_groups_are_a_matter_of_superusers(clerk: Client) -> None:
    group = Group.objects.create(name="guests")
    assert clerk.post(reverse("admin:auth_group_change", args=[group.pk]), {"name": "x"}).status_code == 403
    assert clerk.post(reverse("admin:auth_group_add"), {"name": "x"}).status_code == 403


def test_nobody_deletes_a_user(administrator: Client) -> None:
    user = make_user("gone")
    address = reverse("admin:auth_user_delete", args=[user.pk])
    assert administrator.post(address, {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.parametrize("name", ["auth_user_add", "auth_group_add"])
def test_people_are_added_on_pages_of_their_own(administrator: Client, name: str) -> None:
    assert administrator.get(reverse(f"admin:{name}")).status_code == 200


def test_the_sidebar_has_what_a_person_may_see(reading: Client, clerk: Client) -> None:
    for client, seen, hidden in ((reading, "claims_claim", None), (clerk, "auth_user", "claims_claim")):
        page = client.get(reverse("admin:index")).content.decode()
        assert reverse(f"admin:{seen}_changelist") in page
        assert hidden is None or reverse(f"admin:{hidden}_changelist") not in page
