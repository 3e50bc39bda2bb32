"""The second pass in the admin: nothing of the first decision shows, and the second one is kept."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.models import Claim, SecondDecision, SecondPass, Unblinding
from claims.review import Status
from claims.roles import REVIEW_CLAIM
from claims.second_pass import decide, unblind
from tests.builders import make_claim, make_person, make_reviewer, make_second_pass, make_user
from tests.claims.admin.conftest import let_view
from tests.clients import browse_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def second() -> User:
    """The person who is to decide without seeing the first decision."""
    return let_view(make_reviewer("second", is_staff=True))


@pytest.fixture
def deciding(second: User) -> Client:
    """A browser in which that person has logged in."""
    return browse_as(second)


@pytest.fixture
def waiting() -> SecondPass:
    """The second pass over a claim whose value the first person corrected, with a reason."""
    claim = make_claim()
    claim.correct(by=make_reviewer("first-person"), changes={"low": "71", "high": "71"}, reason="Misprinted.")
    return make_second_pass(claim)


def locate(waiting: SecondPass, page: str = "decide") -> str:
    """The address of a page of the pass."""
    return reverse(f"admin:claims_secondpass_{page}", args=[waiting.pk])


def read(answer: Any) -> str:
    """The page itself, without the navigation around it."""
    page: str = answer.content.decode()
    return page.split("<main", 1)[-1]


def list_messages(answer: Any) -> list[str]:
    """What the page tells the person."""
    return [str(message) for message in answer.context["messages"]]


def test_the_page_shows_nothing_of_the_first_decision(deciding: Client, waiting: SecondPass) -> None:
    page = read(deciding.get(locate(waiting)))
    assert "70 percent" in page
    for telling in ("first-person", "Misprinted", "71", "accepted", "rejected"):
        assert telling not in page


def test_the_claims_page_shows_a_choice_instead_of_the_decision(
    deciding: Client, waiting: SecondPass
) -> None:
    address = reverse("admin:claims_claim_change", args=[waiting.claim_id])
    page = read(deciding.get(address))
    assert "Make the second pass" in page
    for telling in ("first-person", "Misprinted", "71 percent", "accepted"):
        assert telling not in page


def test_the_desk_shows_the_same_choice_and_a_way_on_in_the_queue(
    deciding: Client, waiting: SecondPass
) -> None:
    page = read(deciding.get(reverse("desk:claim", args=[waiting.claim_id]), {"unit": "percent"}))
    assert "Make the second pass" in page
    assert f"{reverse('desk:next', args=[waiting.claim_id])}?unit=percent" in page
    for telling in ("first-person", "Misprinted", "71 percent", "accepted"):
        assert telling not in page


def test_who_looks_at_the_decision_gives_the_pass_up(
    deciding: Client, waiting: SecondPass, second: User
) -> None:
    page = read(deciding.post(locate(waiting, "look"), follow=True))
    assert "Misprinted" in page
    assert Unblinding.objects.get().person == second
    answer = deciding.get(locate(waiting), follow=True)
    assert "no longer for you" in list_messages(answer)[0]


def test_looking_needs_a_post(deciding: Client, waiting: SecondPass) -> None:
    assert "Misprinted" not in read(deciding.get(locate(waiting, "look"), follow=True))
    assert not Unblinding.objects.exists()


def test_the_first_person_and_who_only_reads_see_the_claim_itself(
    reading: Client, waiting: SecondPass
) -> None:
    first = waiting.first.by
    first.is_staff = True
    first.save()
    let_view(first)
    client = browse_as(first)
    address = reverse("admin:claims_claim_change", args=[waiting.claim_id])
    for browser in (client, reading):
        assert "Misprinted" in read(browser.get(address))


def test_accepting_keeps_the_reading_and_leads_on(deciding: Client, waiting: SecondPass) -> None:
    other = make_second_pass(make_claim(status=Status.ACCEPTED))
    answer = deciding.post(locate(waiting), fill(waiting, decision="accept"))
    assert SecondDecision.objects.get().status == "accepted"
    followed = deciding.get(answer["Location"])
    assert followed["Location"] == locate(other)


def fill(waiting: SecondPass, **written: str) -> dict[str, str]:
    """The form as the browser sends it: the claim as it was proposed, and what the person writes."""
    return {"low": "70", "high": "70", "low_inclusive": "on", "high_inclusive": "on", "unit": "percent",
            "comparator": "=", "period": "", "period_start": "", "period_end": "", **written}  # fmt: skip


def test_a_reading_of_ones_own_is_kept_and_the_claim_stays(deciding: Client, waiting: SecondPass) -> None:
    deciding.post(locate(waiting), fill(waiting, decision="accept", low="72", high="72"))
    decision = SecondDecision.objects.get()
    assert (decision.reading["low"], decision.first_reading["low"]) == ("72", "71")
    assert Claim.objects.get(pk=waiting.claim_id).low == Decimal(71)


def test_a_reading_that_no_claim_can_have_is_refused_with_a_message(
    deciding: Client, waiting: SecondPass
) -> None:
    page = read(deciding.post(locate(waiting), fill(waiting, decision="accept", low="80")))
    assert "above the high one" in page
    assert not SecondDecision.objects.exists()


def test_rejecting_needs_no_valid_reading(deciding: Client, waiting: SecondPass) -> None:
    deciding.post(locate(waiting), fill(waiting, decision="reject", low="80"))
    assert SecondDecision.objects.get().status == "rejected"


def test_what_is_no_decision_is_refused(deciding: Client, waiting: SecondPass) -> None:
    answer = deciding.post(locate(waiting), fill(waiting, decision="dance"))
    assert "accepts or rejects" in list_messages(answer)[0]
    assert not SecondDecision.objects.exists()


def test_a_decision_posted_twice_is_kept_once(deciding: Client, waiting: SecondPass) -> None:
    for _ in range(2):
        answer = deciding.post(locate(waiting), fill(waiting, decision="reject"), follow=True)
    assert "no longer for you" in list_messages(answer)[0]
    assert SecondDecision.objects.count() == 1


def test_a_claim_that_was_reopened_meanwhile_is_told(deciding: Client, waiting: SecondPass) -> None:
    waiting.claim.reopen(by=make_reviewer(), reason="Look again.")
    answer = deciding.post(locate(waiting), fill(waiting, decision="accept"), follow=True)
    assert "no longer for you" in list_messages(answer)[0]
    assert not SecondDecision.objects.exists()


def test_where_none_waits_the_list_says_so(deciding: Client) -> None:
    answer = deciding.get(reverse("admin:claims_secondpass_next"), follow=True)
    assert list_messages(answer) == ["No more second passes wait for you here."]


@pytest.mark.parametrize("after", ["²", "9" * 5000])
def test_a_made_up_place_in_the_queue_starts_it(deciding: Client, waiting: SecondPass, after: str) -> None:
    answer = deciding.get(reverse("admin:claims_secondpass_next"), {"after": after})
    assert answer["Location"] == locate(waiting)


@pytest.mark.parametrize("page", ["decide", "look"])
def test_who_may_not_review_is_refused(reading: Client, waiting: SecondPass, page: str) -> None:
    for answer in (
        reading.get(locate(waiting, page)),
        reading.post(locate(waiting, page), {"decision": "accept"}),
    ):
        assert answer.status_code == 403
    assert reading.get(reverse("admin:claims_secondpass_next")).status_code == 403
    assert not SecondDecision.objects.exists()


def test_a_pass_that_is_not_there_is_not_found(deciding: Client) -> None:
    assert deciding.get(reverse("admin:claims_secondpass_decide", args=[99])).status_code == 404


def test_a_pass_over_ones_own_decision_is_not_handed_out(second: User, deciding: Client) -> None:
    own = make_second_pass(make_claim(status=Status.ACCEPTED, by=second))
    assert deciding.get(locate(own)).status_code == 302


def test_a_list_shows_who_waits_but_no_known_claims(administrator: Client, waiting: SecondPass) -> None:
    decide(make_second_pass(make_claim(status=Status.ACCEPTED)), Status.ACCEPTED, by=make_reviewer())
    address = reverse("admin:claims_secondpass_changelist")
    assert administrator.get(address).context["cl"].result_count == 2
    SecondPass.objects.create(claim=waiting.claim, first=waiting.first, handed_to=make_reviewer())
    assert administrator.get(address).context["cl"].result_count == 2


def test_a_known_claim_looks_like_any_other_pass_to_who_makes_it(
    deciding: Client, waiting: SecondPass, second: User
) -> None:
    made = make_second_pass(make_claim(status=Status.ACCEPTED))
    decide(made, Status.ACCEPTED, by=make_reviewer())
    known = SecondPass.objects.create(claim=made.claim, first=made.first, handed_to=second)

    listed = deciding.get(reverse("admin:claims_secondpass_changelist")).context["cl"].queryset
    pages = [
        deciding.get(reverse("admin:claims_secondpass_change", args=[one.pk])).status_code
        for one in (waiting, known, made)
    ]

    assert list(listed) == [made]
    assert pages == [302, 302, 200]


def test_selected_claims_are_sent_by_who_may_ask(administrator: Client) -> None:
    decided, undecided = make_claim(status=Status.ACCEPTED), make_claim()
    answer = administrator.post(
        reverse("admin:claims_claim_changelist"),
        {"action": "ask_second_selected", "_selected_action": [decided.pk, undecided.pk]},
        follow=True,
    )
    assert list_messages(answer)[0] == "1 of 2 claims were sent to a second reviewer."
    assert SecondPass.objects.get().claim == decided


def test_a_reviewer_sends_nothing(deciding: Client) -> None:
    decided = make_claim(status=Status.ACCEPTED)
    deciding.post(
        reverse("admin:claims_claim_changelist"),
        {"action": "ask_second_selected", "_selected_action": [decided.pk]},
    )
    assert not SecondPass.objects.exists()


def test_who_has_looked_elsewhere_is_told(deciding: Client, waiting: SecondPass, second: User) -> None:
    unblind(waiting, by=second)
    assert deciding.post(locate(waiting), fill(waiting, decision="accept")).status_code == 302
    assert not SecondDecision.objects.exists()


def test_a_person_without_the_right_to_look_still_gets_no_claim(waiting: SecondPass) -> None:
    client = browse_as(make_person(REVIEW_CLAIM, username="blindfolded", is_staff=True))
    assert client.get(reverse("admin:claims_claim_change", args=[waiting.claim_id])).status_code == 403
    stranger = browse_as(make_user("stranger", is_staff=True))
    assert stranger.get(reverse("admin:claims_claim_change", args=[waiting.claim_id])).status_code == 403
