"""What the desk shows of a claim and around it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.models import Review
from claims.review import Action
from tests.builders import (
    make_claim,
    make_fact,
    make_reviewer,
    make_sentence,
    make_snapshot,
    make_statistic,
    move_claim,
)
from tests.claims.admin.posting import decide, locate, tell

pytestmark = pytest.mark.django_db

DESK = "/admin/desk/"


def test_the_page_lights_the_sentence_and_marks_every_figure(desk: Client) -> None:
    snapshot = make_snapshot("The port has 4 cranes. It handled 70 percent of all exports.")
    first, second = snapshot.sentences.order_by("ordinal")
    make_claim(sentence=first, surface="4 cranes")
    claim = make_claim(sentence=second)
    page = desk.get(locate(claim)).content.decode()
    assert 'class="sentence role-body own" id="sentence-2" data-start="23"' in page
    assert page.count('<mark class="figure') == 2


def test_a_page_is_of_one_size_whatever_the_texts(desk: Client) -> None:
    snapshot = make_snapshot(
        "The port is open. " * 5_000 + "It handled 70 percent. " + "It is large. " * 5_000
    )
    sentence = snapshot.sentences.get(text__contains="70 percent")
    answer = desk.get(locate(make_claim(sentence=sentence)))
    page = answer.context["text_page"]
    assert page.end - page.start == 18_000
    assert page.start <= sentence.start < sentence.end <= page.end


def test_other_claims_with_the_statistic_or_the_words_are_listed(desk: Client) -> None:
    statistic = make_statistic()
    claim = make_claim(statistic=statistic)
    same_measure = make_fact(statistic=statistic)
    same_words = make_claim(sentence=make_sentence("Some 70 percent of it."))
    make_fact()
    context = desk.get(locate(claim)).context
    assert [row.claim for row in context["same_statistic"]] == [same_measure]
    assert [row.claim for row in context["same_quote"]] == [same_words]


def test_identical_sentences_are_decided_together_each_with_its_review(desk: Client, rosa: User) -> None:
    claim, twin, moved = make_claim(), make_claim(), make_claim()
    shown = [row.claim for row in desk.get(locate(claim)).context["twins"]]
    assert shown == [twin, moved]
    move_claim(moved, Action.REJECT, by=make_reviewer("ines"))
    answer = decide(desk, claim, "accept_identical", twin=[f"{t.pk}:{t.version}" for t in shown])
    assert "Accepted 2 of 3 identical ones" in tell(answer)
    assert "ines moved it by “reject”" in tell(answer)
    assert list(Review.objects.filter(by=rosa).order_by("id").values_list("claim", flat=True)) == [
        claim.pk,
        twin.pk,
    ]


def test_a_claim_with_other_words_is_no_twin(desk: Client) -> None:
    claim, other = make_claim(), make_fact()
    decide(desk, claim, "accept_identical", twin=f"{other.pk}:1")
    other.refresh_from_db()
    assert other.status == "proposed"


def test_progress_counts_what_was_decided_and_what_is_left(desk: Client) -> None:
    first, *_ = [make_claim() for _ in range(3)]
    answer = desk.get(decide(desk, first, "accept")["Location"])
    assert answer.context["progress"].told == "2 left, 1 decided since you logged in"
