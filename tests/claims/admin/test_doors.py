"""Which role comes through which door of the admin, and what is left behind by people and claims that go."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from claims.desk import Queue as ClaimQueue
from claims.desk import assign, hold, take_next
from claims.harvest import harvest
from claims.models import Assignment, Claim, Figure, Resolution, SecondDecision, SecondPass
from claims.review import Status
from claims.roles import ASSIGN_WORK, ROLES
from claims.second_pass import decide
from tests.builders import (
    make_claim,
    make_figure,
    make_member,
    make_person,
    make_quantity,
    make_reviewer,
    make_second_pass,
    make_snapshot,
)
from tests.claims.admin.test_second_pass import list_messages
from tests.clients import browse_as

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A request to a door: where it goes, what it says, and how to tell that it did something."""

    address: str
    written: dict[str, object]
    has_worked: Callable[[], bool]


def review() -> Post:
    claim = make_claim()
    return Post(
        address=reverse("admin:claims_claim_review", args=[claim.pk]),
        written={"move": "accept"},
        has_worked=lambda: Claim.objects.get().status == "accepted",
    )


def promote_a_figure() -> Post:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    return Post(
        address=reverse("admin:claims_figure_promote", args=[figure.pk]),
        written={},
        has_worked=Claim.objects.exists,
    )


def dismiss_a_figure() -> Post:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    return Post(
        address=reverse("admin:claims_figure_dismiss", args=[figure.pk]),
        written={"disposition": "name", "reason": "A name."},
        has_worked=lambda: Figure.objects.get().disposition == "name",
    )


def make_a_claim_of_words() -> Post:
    snapshot = make_snapshot("It holds 40 percent.")
    return Post(
        address=reverse("admin:sources_source_claim", args=[snapshot.source_id]),
        written={"snapshot": 1, "words": "40 percent", "kind": "numeric"},
        has_worked=Claim.objects.exists,
    )


def make_a_second_pass() -> Post:
    waiting = make_second_pass()
    return Post(
        address=reverse("admin:claims_secondpass_decide", args=[waiting.pk]),
        written={"decision": "reject"},
        has_worked=SecondDecision.objects.exists,
    )


def assign_work() -> Post:
    return Post(
        address=reverse("admin:claims_assignment_add"),
        written={"assignee": make_reviewer().pk, "unit": "percent"},
        has_worked=Assignment.objects.exists,
    )


def resolve_a_disagreement() -> Post:
    make_a_second_pass()
    decision = decide(SecondPass.objects.get(), Status.REJECTED, by=make_reviewer())
    return Post(
        address=reverse("admin:claims_secondpass_resolve", args=[decision.pk]),
        written={"kept": "first"},
        has_worked=Resolution.objects.exists,
    )


def mix_in_known_claims() -> Post:
    make_a_second_pass()
    decide(SecondPass.objects.get(), Status.ACCEPTED, by=make_reviewer())
    return Post(
        address=reverse("admin:claims_secondpass_plant"),
        written={"person": make_reviewer().pk, "number": 1},
        has_worked=lambda: SecondPass.objects.count() == 2,
    )


LEAST = {
    review: "reviewer",
    promote_a_figure: "reviewer",
    dismiss_a_figure: "reviewer",
    make_a_claim_of_words: "reviewer",
    make_a_second_pass: "reviewer",
    assign_work: "editor",
    resolve_a_disagreement: "editor",
    mix_in_known_claims: "editor",
}
"""The first role that may, each door by its builder; every later role may too."""


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("door", LEAST, ids=lambda door: door.__name__)
def test_a_door_is_open_from_its_role_on(door: Callable[[], Post], role: str) -> None:
    post, order = door(), list(ROLES)
    answer = browse_as(make_member(role, is_staff=True)).post(post.address, post.written)
    may = order.index(role) >= order.index(LEAST[door])
    assert (answer.status_code, post.has_worked()) == ((302, True) if may else (403, False))


@pytest.mark.parametrize("door", LEAST, ids=lambda door: door.__name__)
def test_nobody_comes_in_without_a_login(door: Callable[[], Post]) -> None:
    post = door()
    answer = Client().post(post.address, post.written)
    assert "/admin/login/" in answer["Location"]
    assert not post.has_worked()


def test_a_move_of_a_claim_that_a_newer_reading_replaced_is_told(reviewing: Client) -> None:
    snapshot = make_snapshot("The port handled 12 ships in 2019.")
    claim = make_claim(
        make_quantity("=", "1"), sentence=snapshot.sentences.get(), surface="port", extractor="0"
    )
    address = reverse("admin:claims_claim_review", args=[claim.pk])
    harvest(snapshot)
    answer = reviewing.post(address, {"move": "accept"}, follow=True)
    assert list_messages(answer) == ["The claim is no longer there: a newer reading of its text replaced it."]
    assert not Claim.objects.filter(status="accepted").exists()


def test_the_claim_of_a_deleted_person_is_handed_to_the_next() -> None:
    gone, other, claim = make_reviewer("gone"), make_reviewer("other"), make_claim()
    hold(claim, by=gone)
    assert take_next(ClaimQueue(), by=other) is None
    gone.delete()
    assert take_next(ClaimQueue(), by=other) == claim


def test_who_has_work_or_gave_a_second_decision_is_not_deleted() -> None:
    assignee, second = make_reviewer("assignee"), make_reviewer("second")
    assign(assignee, by=make_person(ASSIGN_WORK), unit="percent")
    waiting = make_second_pass()
    decide(waiting, Status.ACCEPTED, by=second)
    for person in (assignee, second):
        with pytest.raises(ProtectedError):
            person.delete()
