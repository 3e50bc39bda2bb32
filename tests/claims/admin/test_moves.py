"""Review moves from the list and from the claim's page."""

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from claims.admin.moves import MOST_AT_ONCE
from claims.models import Claim, Review
from claims.review import Status
from claims.roles import CHANGE_CLAIM
from tests.builders import make_claim, make_person, make_quantity
from tests.claims.admin.posting import fill

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/claim/"


def select(client: Client, action: str, claims: list[Claim], **fields: str) -> Any:
    """Post a list action and confirm it."""
    chosen = {"action": f"{action}_selected", "_selected_action": [claim.pk for claim in claims]}
    return client.post(LIST, {**chosen, "confirmed": "yes", **fields})


def review(client: Client, claim: Claim, **fields: str) -> Any:
    """Press a button of the claim's page."""
    return client.post(reverse("admin:claims_claim_review", args=[claim.pk]), fields)


def tell(answer: Any) -> str:
    """The messages that the next page shows."""
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def list_statuses() -> list[str]:
    """The status of every claim, in the order of their making."""
    return list(Claim.objects.order_by("id").values_list("status", flat=True))


def test_a_selection_is_shown_before_it_is_moved(reviewing: Client) -> None:
    claim = make_claim()
    answer = reviewing.post(LIST, {"action": "accept_selected", "_selected_action": [claim.pk]})
    assert answer.status_code == 200
    assert "Accept 1 selected claims" in answer.content.decode()
    assert list_statuses() == ["proposed"]


def test_a_selection_moves_each_claim_with_the_comment(reviewing: Client) -> None:
    claims = [make_claim(), make_claim()]
    answer = select(reviewing, "accept", claims, reason="Read twice.")
    assert "2 claims accepted." in tell(answer)
    assert list_statuses() == ["accepted", "accepted"]
    assert list(Review.objects.values_list("reason", "by__username")) == [("Read twice.", "rosa")] * 2


def test_what_a_selection_may_not_move_is_named_and_the_rest_moves(reviewing: Client) -> None:
    decided, proposed = make_claim(status=Status.REJECTED), make_claim()
    told = tell(select(reviewing, "accept", [decided, proposed]))
    assert "1 claim accepted." in told
    assert "1 claim not accepted: “70 percent”. The claim is rejected" in told
    assert list_statuses() == ["rejected", "accepted"]


def test_reopening_a_selection_asks_for_the_reason(reviewing: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    answer = select(reviewing, "reopen", [claim], reason=" ")
    assert "Say why" in answer.content.decode()
    assert list_statuses() == ["accepted"]
    select(reviewing, "reopen", [claim], reason="Look again.")
    assert list_statuses() == ["proposed"]


def test_who_may_only_look_has_no_action(reading: Client) -> None:
    claim = make_claim()
    assert "accept_selected" not in reading.get(LIST).content.decode()
    select(reading, "accept", [claim])
    assert list_statuses() == ["proposed"]


def test_the_page_has_the_buttons_that_its_status_allows(reviewing: Client) -> None:
    page = reviewing.get(reverse("admin:claims_claim_change", args=[make_claim().pk])).content.decode()
    assert 'value="accept"' in page
    assert 'value="reject"' in page
    assert 'value="reopen"' not in page


def test_a_button_moves_the_claim_and_shows_it_in_the_history(reviewing: Client) -> None:
    claim = make_claim()
    answer = review(reviewing, claim, move="reject", reason="Wrong unit.")
    page = reviewing.get(answer["Location"]).content.decode()
    assert list_statuses() == ["rejected"]
    assert "Wrong unit." in page
    assert "rosa" in page


@pytest.mark.parametrize("fields", [{"move": "reopen"}, {"move": "burn"}, {}, {"move": "undo"}])
def test_a_crafted_move_is_refused_with_a_message(reviewing: Client, fields: dict[str, str]) -> None:
    assert tell(review(reviewing, make_claim(), **fields))
    assert list_statuses() == ["proposed"]


def test_a_crafted_move_without_the_right_is_forbidden(reading: Client) -> None:
    assert review(reading, make_claim(), move="accept").status_code == 403
    assert list_statuses() == ["proposed"]


def test_a_decision_posted_twice_is_made_once(reviewing: Client) -> None:
    claim = make_claim()
    review(reviewing, claim, move="accept")
    assert "is accepted" in tell(review(reviewing, claim, move="accept"))
    assert Review.objects.count() == 1


def save(client: Client, claim: Claim, **typed: str) -> Any:
    """Save the claim's form with some fields typed anew."""
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    return client.post(address, {"seen_version": claim.version, **fill(claim, **typed)})


def test_a_proposed_claim_is_mended(administrator: Client) -> None:
    claim = make_claim()
    assert save(administrator, claim, low="60", comparator="range").status_code == 302
    claim.refresh_from_db()
    assert (str(claim.low), str(claim.high), claim.comparator, claim.version) == ("60", "70", "range", 2)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"low": "80", "comparator": "range"}, "low bound"),
        ({"comparator": ">"}, "comparator does not fit"),
        ({"low": "seventy"}, "Enter a number"),
        ({"low": "1e101", "high": "1e101"}, "below 10^100"),
        ({"low": "NaN"}, "number"),
        ({"unit": "smoot"}, "is no unit code"),
        ({"period_start": "2013-01-01"}, "need the words"),
        ({"period": "x", "period_start": "2014-01-01", "period_end": "2013-01-01"}, "after its last"),
    ],
)
def test_values_that_contradict_are_told_and_nothing_is_saved(
    administrator: Client, fields: dict[str, str], told: str
) -> None:
    claim = make_claim()
    before = Claim.objects.values().get(pk=claim.pk)
    answer = save(administrator, claim, **fields)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert Claim.objects.values().get(pk=claim.pk) == before


def test_a_status_is_not_a_field_of_the_form(administrator: Client) -> None:
    claim = make_claim()
    save(administrator, claim, status="accepted", status_by="1")
    assert list_statuses() == ["proposed"]


def test_an_accepted_claim_is_not_mended(administrator: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    assert save(administrator, claim, noun="imports").status_code == 403
    assert Claim.objects.get().noun == "exports"


@pytest.mark.parametrize(
    ("query", "nouns"),
    [
        ({"value_from": "25", "value_to": "35"}, {"range", "more"}),
        ({"value_from": "101"}, {"more"}),
        ({"value_to": "4"}, {"few"}),
        ({"value_from": "9", "value_to": "1"}, set()),
        ({"value_from": "many"}, set()),
        ({"comparator": "range"}, {"range"}),
        ({"unit": "percent"}, {"range"}),
        ({"unit": "none"}, {"more", "few"}),
        ({"unit": "smoot"}, set()),
        ({"status__exact": "accepted"}, set()),
        ({"q": "harbour"}, {"range", "more", "few"}),
        ({"q": "nothing like it"}, set()),
    ],
)  # fmt: skip
def test_the_list_is_filtered(reviewing: Client, query: dict[str, str], nouns: set[str]) -> None:
    make_claim(make_quantity("range", "20", "30", unit="percent"), noun="range")
    make_claim(make_quantity(">", "30"), noun="more")
    make_claim(make_quantity("<=", "4"), noun="few")
    listed = reviewing.get(LIST, query).context["cl"].result_list
    assert {claim.noun for claim in listed} == nouns


def see(claim: Claim) -> str:
    """What a page posts of the claim as it is now."""
    return f"{claim.pk}:{claim.version}"


def test_a_button_refuses_a_claim_that_has_changed_since_its_page_was_opened(reviewing: Client) -> None:
    claim = make_claim(noun="ships")
    seen = see(claim)
    page = reviewing.get(reverse("admin:claims_claim_change", args=[claim.pk])).content.decode()
    assert f'name="seen" value="{seen}"' in page
    claim.revise(by=make_person(CHANGE_CLAIM, username="ines"), changes={"noun": "boats"})

    told = tell(review(reviewing, claim, move="accept", seen=seen))

    assert "1 claim not accepted" in told
    assert "“ships”" in told
    assert list_statuses() == ["proposed"]


def test_a_selection_leaves_out_what_has_changed_since_it_was_shown(reviewing: Client) -> None:
    claims = [make_claim(noun="ships"), make_claim()]
    chosen = {"action": "accept_selected", "_selected_action": [claim.pk for claim in claims]}
    shown = reviewing.post(LIST, chosen).content.decode()
    seen = [see(claim) for claim in claims]
    assert all(f'name="seen" value="{value}"' in shown for value in seen)
    claims[0].revise(by=make_person(CHANGE_CLAIM, username="ines"), changes={"noun": "boats"})

    told = tell(reviewing.post(LIST, {**chosen, "confirmed": "yes", "seen": seen}))

    assert "1 claim accepted." in told
    assert "1 claim not accepted" in told
    assert list_statuses() == ["proposed", "accepted"]


@pytest.mark.parametrize("seen", ["", "1", "1:", "x:1", "1:-1", "٣:1"])
def test_a_version_that_no_page_posts_moves_nothing(reviewing: Client, seen: str) -> None:
    claim = make_claim()
    assert review(reviewing, claim, move="accept", seen=seen).status_code == 400
    assert list_statuses() == ["proposed"]


def test_a_thousand_claims_are_moved_at_once(reviewing: Client) -> None:
    claim = make_claim()
    chosen = {"_selected_action": [claim.pk] * MOST_AT_ONCE, "seen": [see(claim)] * MOST_AT_ONCE}

    answer = reviewing.post(LIST, {**chosen, "action": "accept_selected", "confirmed": "yes"})

    assert "1 claim accepted." in tell(answer)
