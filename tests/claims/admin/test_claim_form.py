"""Mending a proposed claim: what others have done since is neither lost nor overwritten."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from claims.review import Action
from claims.roles import CHANGE_CLAIM
from tests.builders import make_claim, make_person, make_reviewer, make_speaker, move_claim
from tests.claims.admin.posting import fill

pytestmark = pytest.mark.django_db


def save(client: Client, opened: Claim, **typed: Any) -> Any:
    """Save the claim's form as it was opened, with some fields typed anew."""
    address = reverse("admin:claims_claim_change", args=[opened.pk])
    return client.post(address, {"seen_version": opened.version, **fill(opened, **typed)})


def test_a_claim_that_was_decided_meanwhile_is_not_saved(administrator: Client) -> None:
    opened = make_claim()
    move_claim(Claim.objects.get(pk=opened.pk), Action.ACCEPT, by=make_reviewer("rosa"))
    assert save(administrator, opened, noun="imports").status_code == 403
    assert Claim.objects.get().noun == "exports"


def test_a_claim_that_was_changed_meanwhile_tells_what_and_keeps_what_was_typed(
    administrator: Client,
) -> None:
    opened, ines = make_claim(), make_person(CHANGE_CLAIM, username="ines")
    Claim.objects.get(pk=opened.pk).revise(by=ines, changes={"period": "in 2014"})

    refused = save(administrator, opened, noun="imports")

    assert "period was “”, is “in 2014”" in refused.content.decode()
    form = refused.context["adminform"].form
    shown = {name: form[name].value() for name in ("seen_version", "noun", "period")}
    assert shown == {"seen_version": "2", "noun": "imports", "period": "in 2014"}
    assert Claim.objects.get().noun == "exports"

    save(administrator, Claim.objects.get(), noun="imports")
    stored = Claim.objects.get()
    assert (stored.noun, stored.period, stored.version) == ("imports", "in 2014", 3)


def test_a_saved_change_is_told_in_the_claims_history(administrator: Client) -> None:
    claim = make_claim()
    save(administrator, claim, noun="imports", speaker=make_speaker("Ann").name)
    (change,) = Claim.objects.get().list_timeline()
    assert (change.by, change.changes) == (
        "administrator", {"noun": ("exports", "imports"), "speaker": ("", "Ann")}
    )  # fmt: skip


def test_a_mended_claim_is_no_longer_the_extractors(administrator: Client) -> None:
    claim = make_claim()
    save(administrator, claim, noun="imports")
    assert not Claim.objects.untouched().filter(pk=claim.pk).exists()


def test_saving_without_a_change_leaves_the_claim_to_the_extractor(administrator: Client) -> None:
    claim = make_claim()
    assert save(administrator, claim).status_code == 302
    assert Claim.objects.untouched().filter(pk=claim.pk, version=1).exists()


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
