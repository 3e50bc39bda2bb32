"""The desk page by page: what is handed out, decided and refused."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.desk import hold
from claims.models import Claim, Lease, Review
from claims.review import Status
from tests.builders import (
    make_claim,
    make_reviewer,
    make_source,
    make_speaker,
    make_statistic,
    make_user,
)
from tests.claims.admin.posting import decide, locate, tell

pytestmark = pytest.mark.django_db

DESK = "/admin/desk/"


def test_the_desk_hands_out_the_oldest_claim_and_holds_it(desk: Client, rosa: User) -> None:
    oldest = make_claim()
    make_claim()
    answer = desk.get(DESK)
    assert answer["Location"] == locate(oldest)
    assert Lease.objects.get().holder == rosa


def test_an_accepted_claim_is_followed_by_the_next(desk: Client, rosa: User) -> None:
    first, second = make_claim(), make_claim()
    answer = decide(desk, first, "accept")
    assert answer["Location"] == locate(second)
    assert "Accepted: “70 percent”" in tell(answer)
    review = Review.objects.get()
    assert (review.claim, review.action, review.by) == (first, "accept", rosa)


def test_what_was_passed_over_comes_again_at_the_end(desk: Client) -> None:
    first, second = make_claim(), make_claim()
    answer = desk.get(reverse("desk:next", args=[first.pk]))
    assert answer["Location"] == locate(second)
    assert decide(desk, second, "accept")["Location"] == locate(first)


def test_the_last_decision_leads_to_the_end(desk: Client) -> None:
    answer = decide(desk, make_claim(), "accept")
    assert answer["Location"] == DESK
    assert "Nothing is left in this queue" in desk.get(DESK).content.decode()


def test_walking_gives_the_claim_back_and_stays_at_an_end(desk: Client) -> None:
    first, second = make_claim(), make_claim()
    desk.get(DESK)
    desk.get(reverse("desk:next", args=[first.pk]))
    assert list(Lease.objects.values_list("claim", flat=True)) == [second.pk]
    answer = desk.get(reverse("desk:next", args=[second.pk]))
    assert answer["Location"] == locate(second)
    assert "last claim" in tell(answer)
    assert desk.get(reverse("desk:previous", args=[second.pk]))["Location"] == locate(first)


def test_a_rejection_keeps_its_reason(desk: Client) -> None:
    decide(desk, make_claim(), "reject", reason="It is a date or a time.")
    assert Review.objects.values_list("action", "reason").get() == ("reject", "It is a date or a time.")


def test_a_rejection_without_a_reason_is_refused(desk: Client) -> None:
    claim = make_claim()
    answer = decide(desk, claim, "reject", reason=" ")
    assert answer.status_code == 400
    assert "Say why it is rejected" in answer.content.decode()
    assert not Review.objects.exists()


def test_reopening_stays_at_the_claim(desk: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    answer = decide(desk, claim, "reopen", reason="Look again.")
    assert answer["Location"] == locate(claim)
    claim.refresh_from_db()
    assert claim.status == "proposed"


def test_undo_takes_back_the_move_before_the_undone_one_too(desk: Client, rosa: User) -> None:
    first, second = make_claim(), make_claim()
    for claim in (first, second):
        claim.accept(by=rosa)
    for claim in (second, first):
        shown = desk.get(DESK, follow=True).context["last_move"]["claim"]
        assert shown == claim
        answer = desk.post(reverse("desk:undo"), {"claim": shown.pk, "seen_version": shown.version})
        assert answer["Location"] == locate(claim)
        assert "is proposed again" in tell(answer)
    assert desk.get(DESK, follow=True).context["last_move"] is None


def test_an_undo_sent_twice_is_made_once(desk: Client, rosa: User) -> None:
    claim = make_claim()
    claim.accept(by=rosa)
    fields = {"claim": claim.pk, "seen_version": claim.version}
    desk.post(reverse("desk:undo"), fields)
    answer = desk.post(reverse("desk:undo"), fields)
    assert answer.status_code == 409
    assert "rosa moved it by “undo”" in answer.content.decode()
    assert Review.objects.count() == 2


def test_a_decision_sent_twice_is_made_once(desk: Client) -> None:
    claim = make_claim()
    decide(desk, claim, "accept")
    answer = decide(desk, claim, "accept")
    assert answer.status_code == 409
    assert "rosa moved it by “accept”" in answer.content.decode()
    assert Review.objects.count() == 1


def test_who_is_slower_is_told_what_changed(desk: Client) -> None:
    claim = make_claim()
    quicker = make_reviewer("ines")
    Claim.objects.get(pk=claim.pk).correct(by=quicker, changes={"noun": "imports"})
    answer = decide(desk, claim, "reject", reason="The number was read wrongly.")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ines moved it by “correct”" in page
    assert "<strong>noun</strong> was <bdi>“exports”</bdi>, is <bdi>“imports”</bdi>" in page
    assert list(Review.objects.values_list("by__username", flat=True)) == ["ines"]


def test_a_claim_that_a_newer_reading_replaced_is_told_of(desk: Client) -> None:
    claim = make_claim()
    gone = Claim.objects.get(pk=claim.pk)
    gone.delete()
    for answer in (desk.get(locate(claim)), decide(desk, claim, "accept")):
        assert answer.status_code == 404
        assert "newer reading of its text has replaced it" in answer.content.decode()


def test_a_lapsed_lease_loses_nothing(desk: Client, rosa: User) -> None:
    claim = make_claim()
    desk.get(DESK)
    Lease.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    hold(claim, by=make_reviewer("ines"))
    decide(desk, claim, "accept")
    claim.refresh_from_db()
    assert (claim.status, claim.status_by) == ("accepted", rosa)


def test_a_claim_that_somebody_else_holds_says_so(desk: Client) -> None:
    claim = make_claim()
    hold(claim, by=make_reviewer("ines"))
    assert "ines is looking at this claim too" in desk.get(locate(claim)).content.decode()
    assert desk.post(reverse("desk:hold", args=[claim.pk])).json()["told"].startswith("ines was handed")


def test_activity_renews_the_lease(desk: Client) -> None:
    claim = make_claim()
    assert desk.post(reverse("desk:hold", args=[claim.pk])).json() == {"told": ""}
    assert Lease.objects.get().claim == claim
    assert desk.post(reverse("desk:hold", args=[claim.pk + 1])).status_code == 404


def test_who_may_not_review_gets_nothing(reading: Client) -> None:
    claim = make_claim()
    addresses = [DESK, locate(claim), *(reverse(f"desk:{n}", args=[claim.pk]) for n in ("next", "previous"))]
    assert {reading.get(address).status_code for address in addresses} == {403}
    assert decide(reading, claim, "accept").status_code == 403
    posts = [reverse("desk:undo"), reverse("desk:hold", args=[claim.pk])]
    assert {reading.post(address, {"claim": claim.pk}).status_code for address in posts} == {403}
    assert not Review.objects.exists()
    assert not Lease.objects.exists()


@pytest.mark.parametrize("action", ["revise", "verdict", "make"])
def test_each_action_asks_for_its_own_right(reviewing: Client, action: str) -> None:
    claim = make_claim(status=Status.ACCEPTED) if action == "verdict" else make_claim()
    fields = {
        "outcome": "unverifiable", "rationale": "Nothing to be found.", "as_of": "2026-01-01",
        "evidence-0-stance": "supports", "evidence-1-stance": "supports", "evidence-2-stance": "supports",
        "words": "70 percent", "kind": "factual", "comparator": "=", "modality": "stated", "voice": "own",
    }  # fmt: skip
    before = Claim.objects.values().get(pk=claim.pk)
    assert decide(reviewing, claim, action, **fields).status_code == 403
    assert Claim.objects.values().get() == before


@pytest.mark.parametrize(
    "fields",
    [
        {"action": "burn"},
        {"action": ""},
        {"action": "accept", "seen_version": ""},
        {"action": "accept", "seen_version": "x"},
        {"action": "accept_identical", "twin": "1;2"},
        {"action": "verdict"},
        {"action": "make", "words": " \n"},
        {"action": "make", "words": "\x00"},
    ],
    ids=str,
)
def test_nonsense_is_refused_and_changes_nothing(desk: Client, fields: dict[str, str]) -> None:
    claim = make_claim()
    answer = desk.post(locate(claim), {"seen_version": "1", **fields})
    assert answer.status_code == 400
    assert not Review.objects.exists()


def test_a_person_who_was_deactivated_meanwhile_decides_nothing(desk: Client, rosa: User) -> None:
    claim = make_claim()
    User.objects.filter(pk=rosa.pk).update(is_active=False)
    answer = decide(desk, claim, "accept")
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]
    assert not Review.objects.exists()


def test_a_person_who_was_deleted_meanwhile_decides_nothing(desk: Client, rosa: User) -> None:
    claim = make_claim()
    desk.get(DESK)
    rosa.delete()
    assert "/admin/login/" in decide(desk, claim, "accept")["Location"]
    assert not Review.objects.exists()
    assert not Lease.objects.exists()


def test_the_next_claim_costs_the_same_in_a_longer_queue(desk: Client) -> None:
    speaker, statistic = make_speaker(), make_statistic()

    def count_queries() -> int:
        claim = Claim.objects.filter(status="proposed").order_by("id")[0]
        with CaptureQueriesContext(connection) as queries:
            page = desk.get(decide(desk, claim, "accept")["Location"])
        assert page.status_code == 200
        return len(queries)

    for _ in range(3):
        make_claim(speaker=speaker, statistic=statistic)
    count_queries()
    short = count_queries()
    for _ in range(12):
        make_claim(speaker=speaker, statistic=statistic)
    assert count_queries() == short <= 60


def test_names_are_suggested(desk: Client) -> None:
    make_speaker("Ann Port"), make_source("port-report", title="On the port")
    assert desk.get("/admin/desk/suggest/speaker/?term=por").json() == {
        "results": [{"value": "Ann Port", "label": "Ann Port"}]
    }
    assert desk.get("/admin/desk/suggest/source/?term=on the").json() == {
        "results": [{"value": "port-report", "label": "On the port"}]
    }
    assert {"value": "percentage point", "label": "pp"} in (
        desk.get("/admin/desk/suggest/unit/?term=percent").json()["results"]
    )
    assert desk.get("/admin/desk/suggest/speaker/").json() == {"results": []}
    assert desk.get("/admin/desk/suggest/user/?term=a").status_code == 404


def test_the_desk_is_linked_from_where_people_are(desk: Client, reading: Client) -> None:
    source = make_claim().sentence.snapshot.source
    addresses = ["/admin/", "/admin/claims/claim/", f"/admin/sources/source/{source.pk}/change/"]
    for address in addresses:
        assert "/admin/desk/" in desk.get(address).content.decode()
        assert "/admin/desk/" not in reading.get(address).content.decode()
    assert f"/admin/desk/?source={source.slug}" in desk.get(addresses[2]).content.decode()


def test_nobody_reviews_without_a_login() -> None:
    make_user("ann")
    assert "/admin/login/" in Client().get(DESK)["Location"]
