"""Assignments in the admin: given to people who may review, listed as one's own, ended."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.desk import assign
from claims.models import Assignment
from claims.roles import ASSIGN_WORK
from tests.builders import make_person, make_reviewer, make_source, make_speaker, make_user
from tests.claims.admin.test_second_pass import list_messages, read

pytestmark = pytest.mark.django_db
LIST = "admin:claims_assignment_changelist"
ADD = "admin:claims_assignment_add"


def give(assignee: User, **criteria: Any) -> Assignment:
    """Work of a person: the claims in percent unless named otherwise."""
    return assign(assignee, by=make_person(ASSIGN_WORK), **(criteria or {"unit": "percent"}))


def end(client: Client, *assignments: Assignment) -> list[str]:
    """End assignments by the list's action; what the page tells."""
    answer = client.post(
        reverse(LIST),
        {"action": "end_selected", "_selected_action": [a.pk for a in assignments]},
        follow=True,
    )
    return list_messages(answer)


def test_work_is_given_to_a_reviewer(administrator: Client) -> None:
    person, source, speaker = make_reviewer(), make_source(), make_speaker()
    administrator.post(
        reverse(ADD),
        {
            "assignee": person.pk,
            "source": source.pk,
            "speaker": speaker.pk,
            "unit": "percent",
            "note": "First.",
        },
    )
    given = Assignment.objects.get()
    assert (given.assignee, given.source, given.speaker, given.unit) == (person, source, speaker, "percent")
    assert given.assigned_by.get_username() == "administrator"


@pytest.mark.parametrize(
    ("written", "told"),
    [({}, "Name a source, a speaker, a statistic or a unit."), ({"unit": "parsnip"}, "is no unit code")],
)
def test_work_that_names_nothing_or_no_unit_is_refused(
    administrator: Client, written: dict[str, str], told: str
) -> None:
    page = read(administrator.post(reverse(ADD), {"assignee": make_reviewer().pk, **written}))
    assert told in page
    assert not Assignment.objects.exists()


def test_an_address_that_names_no_row_leaves_the_field_empty(administrator: Client) -> None:
    source = make_source()

    filled = administrator.get(reverse(ADD), {"source": str(source.pk), "speaker": "nobody"})

    assert filled.status_code == 200
    assert filled.context["adminform"].form.initial == {"source": str(source.pk)}


def test_who_may_not_review_is_not_offered_any_work(administrator: Client) -> None:
    outsider = make_user("outsider")
    administrator.post(reverse(ADD), {"assignee": outsider.pk, "unit": "percent"})
    assert not Assignment.objects.exists()


def test_a_reviewer_gives_no_work(reviewing: Client) -> None:
    person = make_reviewer()
    assert reviewing.post(reverse(ADD), {"assignee": person.pk, "unit": "percent"}).status_code == 403
    assert not Assignment.objects.exists()


def test_ones_own_open_work_is_listed(reviewing: Client) -> None:
    rosa = User.objects.get(username="rosa")
    own, ended = give(rosa), give(rosa, unit="year")
    give(make_reviewer(), unit="hour")
    ended.end(by=rosa)
    found = reviewing.get(reverse(LIST), {"mine": "yes", "state": "open"}).context["cl"].queryset
    assert list(found) == [own]


def test_a_reviewer_ends_ones_own_work_and_nobody_elses(reviewing: Client) -> None:
    own, others = give(User.objects.get(username="rosa")), give(make_reviewer())
    told = end(reviewing, own, others)
    assert told == ["1 assignment ended.", "rosa may not assign work; an administrator can allow it."]
    own.refresh_from_db()
    others.refresh_from_db()
    assert own.ended_at is not None
    assert others.ended_at is None


def test_who_assigns_ends_anybodys_work(administrator: Client) -> None:
    assert end(administrator, give(make_reviewer()), give(make_reviewer())) == ["2 assignments ended."]


def test_work_is_neither_changed_nor_deleted(administrator: Client) -> None:
    given = give(make_reviewer())
    for page in ("change", "delete"):
        address = reverse(f"admin:claims_assignment_{page}", args=[given.pk])
        assert administrator.post(address, {"unit": "year", "post": "yes"}).status_code == 403
    given.refresh_from_db()
    assert given.unit == "percent"
