"""Edits, verdicts and new claims from the desk: what was typed is used, told, and never lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Claim, Evidence, Review, Verdict
from claims.review import Status
from tests.builders import (
    make_claim,
    make_reviewer,
    make_sentence,
    make_snapshot,
    make_speaker,
    make_statistic,
    make_subject,
)
from tests.claims.admin.posting import decide, fill, locate, tell

pytestmark = pytest.mark.django_db


def test_an_edit_accepts_with_the_difference(desk: Client) -> None:
    claim, speaker, subject = make_claim(), make_speaker("Ann"), make_subject("Iran")
    decide(
        desk, claim, "correct", **fill(claim, unit="percentage point", speaker="Ann", subject="Iran (place)")
    )
    claim.refresh_from_db()
    assert (claim.unit, claim.speaker, claim.subject) == ("percentage point", speaker, subject)
    assert claim.status == "accepted"
    assert set(Review.objects.get().difference or ()) == {"unit", "speaker", "subject"}


def test_an_edit_that_changes_nothing_accepts(desk: Client) -> None:
    claim = make_claim(statistic=make_statistic())
    decide(desk, claim, "correct", **fill(claim))
    assert Review.objects.values_list("action", "difference").get() == ("accept", None)


def test_a_save_without_a_decision_stays_proposed(desk: Client) -> None:
    claim = make_claim()
    answer = decide(desk, claim, "revise", **fill(claim, noun="imports"))
    assert answer["Location"] == locate(claim)
    claim.refresh_from_db()
    assert (claim.noun, claim.status, claim.version) == ("imports", "proposed", 2)


def test_what_cannot_be_is_told_at_its_field_and_stays_typed(desk: Client) -> None:
    claim = make_claim()
    answer = decide(desk, claim, "correct", **fill(claim, unit="smoot", speaker="Nobody", noun="imports"))
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "is no unit code" in page
    assert "No speaker is called “Nobody”" in page
    assert 'value="imports"' in page
    assert not Review.objects.exists()


def test_an_edit_of_a_claim_that_was_rejected_meanwhile_is_kept_for_its_writer(desk: Client) -> None:
    claim = make_claim()
    typed = fill(claim, noun="imports")
    Claim.objects.get(pk=claim.pk).reject(by=make_reviewer("ines"), reason="No claim.")
    answer = decide(desk, claim, "correct", **typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ines moved it by “reject”" in page
    assert 'value="imports"' in page
    assert "Reopen and save" in page


def test_after_a_conflict_only_what_was_typed_is_saved(desk: Client) -> None:
    claim = make_claim()
    typed = fill(claim, unit="per mille")
    Claim.objects.get(pk=claim.pk).revise(by=User.objects.get(username="rosa"), changes={"noun": "imports"})
    answer = decide(desk, claim, "correct", **typed)
    assert answer.status_code == 409
    shown = answer.context["forms"].edit
    assert (shown["noun"].value(), shown["unit"].value()) == ("imports", "per mille")

    claim.refresh_from_db()
    decide(desk, claim, "correct", **fill(claim, unit="per mille"))
    claim.refresh_from_db()
    assert (claim.noun, claim.unit, claim.status) == ("imports", "per mille", "accepted")


def test_a_decided_claim_is_reopened_and_edited_at_once_or_not_at_all(desk: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    refused = decide(desk, claim, "revise_reopened", reason="Misread.", **fill(claim, unit="smoot"))
    assert refused.status_code == 400
    assert Review.objects.count() == 1
    assert decide(desk, claim, "revise_reopened", **fill(claim, noun="imports")).status_code == 400
    assert Review.objects.count() == 1

    decide(desk, claim, "revise_reopened", reason="Misread.", **fill(claim, noun="imports"))
    claim.refresh_from_db()
    assert (claim.noun, claim.status) == ("imports", "proposed")
    assert Review.objects.latest("id").reason == "Misread."


VERDICT = {
    "outcome": "refuted",
    "rationale": "The port's own list has 61.",
    "as_of": "2026-01-31",
    "evidence-0-place": "https://example.org/list",
    "evidence-0-stance": "refutes",
    "evidence-0-note": "Page 3.",
    "evidence-1-place": "",
    "evidence-1-stance": "supports",
    "evidence-2-place": "",
    "evidence-2-stance": "supports",
}


def test_a_verdict_comes_with_its_evidence(desk: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    other = make_sentence("It was 61 percent.")
    sentences = {
        "evidence-1-place": str(other.uid),
        "evidence-2-place": "harbour  handled\r\n70",
        "evidence-2-stance": "context",
    }
    answer = decide(desk, claim, "verdict", **{**VERDICT, **sentences})
    assert "Verdict “refuted”" in tell(answer)
    verdict = Verdict.objects.get()
    assert (verdict.outcome, verdict.as_of, verdict.rationale) == (
        "refuted", date(2026, 1, 31), "The port's own list has 61."
    )  # fmt: skip
    assert list(Evidence.objects.order_by("id").values_list("stance", "link", "sentence", "note")) == [
        ("refutes", "https://example.org/list", None, "Page 3."),
        ("supports", "", other.pk, ""),
        ("context", "", claim.sentence_id, ""),
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"evidence-0-place": ""}, "Say where"),
        ({"evidence-0-place": "", "evidence-0-note": ""}, "needs at least one piece of evidence"),
        ({"evidence-0-place": "https://"}, "is no link"),
        ({"evidence-0-place": "words that are not there"}, "The text does not have the words"),
        ({"evidence-0-place": "0199d3c8-0000-7000-8000-000000000000"}, "No sentence is found"),
        ({"as_of": "2999-01-01"}, "a day that has not come"),
        ({"rationale": " "}, "This field is required"),
        ({"outcome": "true"}, "is not one of the available choices"),
    ],
    ids=str,
)
def test_a_verdict_that_lacks_something_is_told_and_stays_typed(
    desk: Client, changed: dict[str, str], told: str
) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    answer = decide(desk, claim, "verdict", **{**VERDICT, **changed})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert not Verdict.objects.exists()
    if "rationale" not in changed:
        assert "The port&#x27;s own list has 61." in page


def test_a_verdict_on_a_claim_that_was_reopened_meanwhile_keeps_its_words(desk: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED)
    Claim.objects.get(pk=claim.pk).reopen(by=make_reviewer("ines"), reason="Look again.")
    answer = decide(desk, claim, "verdict", **VERDICT)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "ines moved it by “reopen”" in page
    assert "The port&#x27;s own list has 61." in page
    assert not Verdict.objects.exists()


def test_selected_words_become_a_claim_at_their_stored_place(desk: Client, rosa: User) -> None:
    text = "It has 4 cranes.\r\nIt handled 70 percent of all exports. It has 4 cranes."
    snapshot = make_snapshot(text)
    claim = make_claim(sentence=snapshot.sentences.get(text__contains="70"))
    second = text.rindex("4 cranes")
    answer = decide(desk, claim, "make", words="4  cranes", near=str(second), kind="numeric")
    assert answer["Location"] == locate(claim)
    made = Claim.objects.exclude(pk=claim.pk).get()
    assert (made.start, made.quote, made.low, made.created_by) == (second, "4 cranes", Decimal(4), rosa)


def test_words_alone_become_a_factual_claim(desk: Client) -> None:
    claim = make_claim(sentence=make_sentence("The harbour is closed to 70 percent."))
    decide(desk, claim, "make", words="The harbour is closed", kind="factual")
    made = Claim.objects.exclude(pk=claim.pk).get()
    assert (made.kind, made.quote, made.low) == ("factual", "The harbour is closed", None)


@pytest.mark.parametrize(
    ("words", "told", "status"),
    [
        ("words that are not there", "does not have the words", 400),
        ("of all exports", "No value can be read", 400),
        ("70 percent", "has a claim already", 409),
    ],
)
def test_words_that_make_no_claim_are_told_and_stay_typed(
    desk: Client, words: str, told: str, status: int
) -> None:
    answer = decide(desk, make_claim(), "make", words=words, kind="numeric")
    page = answer.content.decode()
    assert answer.status_code == status
    assert told in page
    assert f"{words}</textarea>" in page
    assert Claim.objects.count() == 1
