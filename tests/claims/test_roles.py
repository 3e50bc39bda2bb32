"""The groups that the migration makes, and what each may do."""

from itertools import pairwise

import pytest

from claims.errors import NotPermittedError
from claims.roles import DOINGS, ROLES, require
from tests.builders import make_member, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", ROLES)
def test_a_group_may_do_exactly_what_the_table_says(role: str) -> None:
    assert make_member(role).get_all_permissions() == set(ROLES[role])


def test_each_role_may_do_all_that_the_one_before_it_may() -> None:
    assert list(ROLES) == ["reader", "reviewer", "editor", "administrator"]
    assert all(lesser < greater for lesser, greater in pairwise(ROLES.values()))


@pytest.mark.parametrize(
    ("permission", "roles"),
    [
        ("claims.review_claim", {"reviewer", "editor", "administrator"}),
        ("claims.give_verdict", {"reviewer", "editor", "administrator"}),
        ("claims.assign_work", {"editor", "administrator"}),
        ("claims.resolve_second_pass", {"editor", "administrator"}),
        ("auth.change_user", {"administrator"}),
        ("claims.view_claim", set(ROLES)),
        ("claims.delete_claim", set()),
        ("claims.change_review", set()),
    ],
)
def test_who_may(permission: str, roles: set[str]) -> None:
    assert {role for role, permissions in ROLES.items() if permission in permissions} == roles


@pytest.mark.parametrize("permission", DOINGS)
def test_who_belongs_to_no_group_is_refused_in_words(permission: str) -> None:
    with pytest.raises(NotPermittedError, match=f"ann may not {DOINGS[permission]}; an administrator"):
        require(make_user("ann"), permission)
