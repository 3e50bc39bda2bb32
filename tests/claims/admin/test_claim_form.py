"""Mending a proposed claim: what others have done since is neither lost nor overwritten."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from claims.admin.claim_form import CONTEXT_FIELDS, VALUE_FIELDS, ClaimForm, save_changes
from claims.models import Claim
from claims.review import Action
from tests.builders import make_claim, make_reviewer, make_speaker, make_user, move_claim

pytestmark = pytest.mark.django_db


def fill(claim: Claim, **changes: Any) -> ClaimForm:
    """The claim's form as a browser posts it, with some fields changed."""
    shown = ClaimForm(instance=claim).initial
    posted = {name: shown[name] for name in (*VALUE_FIELDS, *CONTEXT_FIELDS) if shown.get(name) is not None}
    return ClaimForm({**posted, **changes}, instance=claim)


def test_a_claim_that_was_decided_meanwhile_is_not_saved() -> None:
    opened = make_claim()
    move_claim(Claim.objects.get(pk=opened.pk), Action.ACCEPT, by=make_reviewer("rosa"))
    form = fill(opened, noun="imports")
    assert form.non_field_errors() == [
        "The claim was accepted in the meantime by rosa; nothing was saved. Reopen it to change it."
    ]


def test_saving_writes_nothing_but_what_was_changed() -> None:
    opened = make_claim()
    form = fill(opened, noun="imports")
    assert form.is_valid(), form.errors
    Claim.objects.filter(pk=opened.pk).update(period="in 2014")
    save_changes(form.save(commit=False), form.changed_data, by=make_user())
    stored = Claim.objects.get(pk=opened.pk)
    assert (stored.noun, stored.period) == ("imports", "in 2014")


def test_a_mended_claim_is_no_longer_the_extractors(administrator: Client) -> None:
    claim = make_claim()
    form = fill(claim, noun="imports")
    assert form.is_valid(), form.errors
    save_changes(form.save(commit=False), form.changed_data, by=User.objects.get(username="administrator"))
    assert not Claim.objects.untouched().filter(pk=claim.pk).exists()


def test_saving_without_a_change_leaves_the_claim_to_the_extractor() -> None:
    claim = make_claim()
    form = fill(claim)
    assert form.is_valid(), form.errors
    save_changes(form.save(commit=False), form.changed_data, by=make_user())
    assert Claim.objects.untouched().filter(pk=claim.pk).exists()


def test_a_reviewer_without_the_right_to_change_sees_no_field(reviewing: Client) -> None:
    address = reverse("admin:claims_claim_change", args=[make_claim().pk])
    page = reviewing.get(address).content.decode()
    assert 'name="noun"' not in page
    assert reviewing.post(address, {"noun": "imports"}).status_code == 403


def test_a_name_that_claims_use_is_not_deleted(administrator: Client) -> None:
    used, unused = make_speaker("Used"), make_speaker("Unused")
    make_claim(speaker=used)
    answers = [
        administrator.post(reverse("admin:claims_speaker_delete", args=[speaker.pk]), {"post": "yes"})
        for speaker in (used, unused)
    ]
    assert [answer.status_code for answer in answers] == [403, 302]


@pytest.mark.parametrize(
    "query",
    [
        {"status__exact": "\x00"},
        {"q": "\x00"},
        {"unit": "\x00"},
        {"comparator": "\x00"},
        {"value_from": "1e999"},
        {"value_from": "NaN", "value_to": "-Infinity"},
        {"speaker__id__exact": "abc"},
        {"sentence__snapshot__source__id__exact": "9" * 30},
        {"p": "99999"},
        {"p": "x"},
        {"o": "1.2.-9"},
        {"all": ""},
        {"noun__regex": "("},
    ],
    ids=str,
)
def test_an_address_of_nonsense_is_no_server_error(administrator: Client, query: dict[str, str]) -> None:
    make_claim()
    assert administrator.get("/admin/claims/claim/", query).status_code in {200, 302, 400}


def test_more_than_a_thousand_at_once_are_refused(reviewing: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.admin.claim.MOST_AT_ONCE", 1)
    claims = [make_claim(), make_claim()]
    fields = {"action": "accept_selected", "_selected_action": [c.pk for c in claims], "confirmed": "yes"}
    answer = reviewing.post("/admin/claims/claim/", {**fields, "select_across": "1"}, follow=True)
    assert "at most 1 claims at once" in answer.content.decode()
    assert set(Claim.objects.values_list("status", flat=True)) == {"proposed"}
