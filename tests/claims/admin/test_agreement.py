"""The agreement's page: figures, disagreements to resolve, known claims to measure by."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.agreement import plant
from claims.models import Resolution, SecondDecision, SecondPass
from claims.review import Status
from claims.roles import ASK_SECOND_PASS
from claims.second_pass import decide
from tests.builders import make_person, make_reviewer, make_second_pass
from tests.claims.admin.test_second_pass import list_messages, read
from tests.clients import browse_as

pytestmark = pytest.mark.django_db
PAGE = "admin:claims_secondpass_agreement"


def decide_twice(
    second: Status = Status.ACCEPTED, *, by: User | None = None, **changes: str
) -> SecondDecision:
    """A claim that one person accepted and another decided about."""
    waiting = make_second_pass()
    return decide(waiting, second, by=by or make_reviewer(), changes=changes)


def test_the_page_tells_kappa_and_shares(administrator: Client) -> None:
    decide_twice()
    decide_twice(unit="")
    answer = administrator.get(reverse(PAGE))
    # Where both always accept, chance would agree as well: kappa is not defined.
    assert answer.context["overall"].cells == ["2", "–", "100%", "50%", "100%", "100%"]


def test_the_page_is_narrowed_down_by_pair_and_source(administrator: Client) -> None:
    decision = decide_twice(by=make_reviewer("ben"))
    decide_twice(by=make_reviewer("cy"))
    source = decision.second_pass.claim.sentence.snapshot.source
    for query in ({"second": "ben"}, {"source": source.slug}):
        assert administrator.get(reverse(PAGE), query).context["overall"].agreement.decisions == 1
    assert "There is no source" in read(administrator.get(reverse(PAGE), {"source": "nowhere"}))


def test_the_page_costs_as_many_queries_however_many_decisions(administrator: Client) -> None:
    counts = []
    for number in (1, 9):
        for _ in range(number):
            decide_twice(Status.REJECTED)
        administrator.get(reverse(PAGE))
        with CaptureQueriesContext(connection) as queries:
            administrator.get(reverse(PAGE))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


def test_disagreements_are_shown_with_what_differs(administrator: Client) -> None:
    decide_twice(low="71", high="71")
    decide_twice(Status.REJECTED)
    shown = [each.differences for each in administrator.get(reverse(PAGE)).context["disagreements"]]
    assert shown == [[("status", "accepted", "rejected")], [("low", "70", "71"), ("high", "70", "71")]]


def test_a_disagreement_is_resolved_once(administrator: Client) -> None:
    decision = decide_twice(Status.REJECTED)
    address = reverse("admin:claims_secondpass_resolve", args=[decision.pk])
    first = administrator.post(address, {"kept": "second", "note": "A page number."}, follow=True)
    second = administrator.post(address, {"kept": "first"}, follow=True)
    assert list_messages(first) == ["The disagreement is resolved."]
    assert list_messages(second) == ["The disagreement is resolved already."]
    assert Resolution.objects.get().kept == "second"


def test_what_is_no_resolution_is_refused(administrator: Client) -> None:
    address = reverse("admin:claims_secondpass_resolve", args=[decide_twice(Status.REJECTED).pk])
    assert "not one of the available choices" in list_messages(
        administrator.post(address, {"kept": "both"}, follow=True)
    )[0]  # fmt: skip
    administrator.get(address)
    assert not Resolution.objects.exists()
    assert administrator.post(reverse("admin:claims_secondpass_resolve", args=[99])).status_code == 404


def test_a_reviewer_resolves_and_mixes_in_nothing(reviewing: Client) -> None:
    decision = decide_twice(Status.REJECTED)
    resolve_url = reverse("admin:claims_secondpass_resolve", args=[decision.pk])
    assert reviewing.post(resolve_url, {"kept": "first"}).status_code == 403
    plant_url = reverse("admin:claims_secondpass_plant")
    assert reviewing.post(plant_url, {"person": decision.by_id, "number": "1"}).status_code == 403
    page = read(reviewing.get(reverse(PAGE)))
    assert "Resolve" not in page
    assert "Mix in" not in page
    assert not Resolution.objects.exists()


def test_who_may_not_see_second_decisions_sees_no_page() -> None:
    client = browse_as(make_person(username="outsider", is_staff=True))
    assert client.get(reverse(PAGE)).status_code == 403


def test_known_claims_are_mixed_in(administrator: Client) -> None:
    decide_twice()
    newcomer = make_reviewer("newcomer")
    answer = administrator.post(
        reverse("admin:claims_secondpass_plant"), {"person": newcomer.pk, "number": "5"}, follow=True
    )
    assert list_messages(answer) == ["1 known claims are mixed into newcomer's second passes."]
    assert SecondPass.objects.filter(handed_to=newcomer).count() == 1


@pytest.mark.parametrize("number", ["0", "101", "many", ""])
def test_a_senseless_number_of_known_claims_is_refused(administrator: Client, number: str) -> None:
    decide_twice()
    newcomer = make_reviewer("newcomer")
    administrator.post(reverse("admin:claims_secondpass_plant"), {"person": newcomer.pk, "number": number})
    assert not SecondPass.objects.exclude(handed_to=None).exists()


def test_a_reviewer_sees_ones_own_score_alone(reviewing: Client, administrator: Client) -> None:
    decide_twice()
    rosa, other = User.objects.get(username="rosa"), make_reviewer("other")
    for person in (rosa, other):
        (planted,) = plant(person, 1, by=make_person(ASK_SECOND_PASS))
        decide(planted, Status.ACCEPTED, by=person)
    assert [line.names for line in reviewing.get(reverse(PAGE)).context["scores"]] == [("rosa",)]
    assert [line.names for line in administrator.get(reverse(PAGE)).context["scores"]] == [
        ("other",), ("rosa",),
    ]  # fmt: skip


def test_more_disagreements_than_a_page_has_are_told_of(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.admin.agreement.MOST_DISAGREEMENTS", 2)
    for _ in range(2):
        decide_twice(Status.REJECTED)
    assert "of more" not in administrator.get(reverse(PAGE)).content.decode()

    decide_twice(Status.REJECTED)

    page = administrator.get(reverse(PAGE))
    assert "the newest 2 of more" in page.content.decode()
    assert len(page.context["disagreements"]) == 2
