"""The admin's lists by the words of their sentences and by names."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model, QuerySet
from django.test import Client, RequestFactory

from claims.models import Claim, Evidence, Figure, Review, SecondPass, Verdict
from claims.review import Status
from sources.models import Sentence, Snapshot, Source, words
from tests.builders import (
    make_claim,
    make_exhibit,
    make_judge,
    make_judgement,
    make_publisher,
    make_reviewer,
    make_second_pass,
    make_sentence,
    make_snapshot,
    make_source,
    make_speaker,
)
from tests.claims.admin.test_pages import locate

pytestmark = pytest.mark.django_db

OF_SENTENCES: tuple[type[Model], ...] = (Claim, Sentence, Figure, Review, Verdict, SecondPass, Evidence)


def find(browser: Client, model: type[Model], written: str, **filters: str) -> list[Any]:
    """The rows that a list shows for a search, by their keys."""
    answer = browser.get(locate(model, "changelist"), {"q": written, **filters})
    assert answer.status_code == 200
    return [row.pk for row in answer.context["cl"].result_list]


def search(model: type[Model], text: str) -> QuerySet[Any]:
    """The rows of a list's search, in the list's order."""
    lists = admin.site._registry[model]
    request = RequestFactory().get("/")
    request.user = User(is_superuser=True)
    rows = lists.get_queryset(request).order_by(*(lists.ordering or ("-pk",)))
    return lists.get_search_results(request, rows, text)[0]


def forbid_whole_tables() -> None:
    """Have the planner take an index wherever there is one, for the rest of the test."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_indexscan = off")


@pytest.mark.parametrize(
    ("written", "is_found"),
    [
        ("cranes", True),
        ("crane ports", True),
        ('"four cranes"', True),
        ("crane -port", False),
        ("osric", True),
        ("Vale Osric", True),
        ("quayside LOG", True),
        ("osric elsewhere", False),
        ("of", False),
        ("' \"", False),
    ],
)
def test_claims_are_found_by_words_and_names(administrator: Client, written: str, is_found: bool) -> None:
    source = make_source(title="The Quayside Log")
    text = make_snapshot("The port has four cranes: 70 percent of them.", source=source)
    claim = make_claim(sentence=text.sentences.get(), speaker=make_speaker("Osric Vale"))
    make_claim(speaker=make_speaker("Somebody"))
    assert find(administrator, Claim, written) == ([claim.pk] if is_found else [])


def test_a_claim_that_is_found_in_two_ways_is_shown_once(administrator: Client) -> None:
    claims = [make_claim(speaker=make_speaker(f"Harbour office {number}")) for number in range(3)]
    assert find(administrator, Claim, "harbour") == [claim.pk for claim in reversed(claims)]


def test_a_limited_search_shows_the_newest_that_pass_the_filters(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MOST_RANKED", 2)
    rejected = make_claim(status=Status.REJECTED)
    _, second, third = (make_claim() for _ in range(3))
    assert find(administrator, Claim, "harbour", status__exact="proposed") == [third.pk, second.pk]
    assert find(administrator, Claim, "harbour", status__exact="rejected") == [rejected.pk]


def test_each_list_is_found_by_the_words_of_its_sentences(administrator: Client) -> None:
    for claim in (make_claim(), make_claim(sentence=make_sentence("The crane lifts 70 percent."))):
        claim.accept(by=make_reviewer())
        make_second_pass(claim)
        evidence = make_exhibit(sentence=claim.sentence, link="")
        claim.give_verdict(make_judgement(evidence=(evidence,)), by=make_judge(f"judge {claim.pk}"))
    for model in OF_SENTENCES:
        newest = model._default_manager.order_by("-pk")[0]
        assert find(administrator, model, "cranes") == [newest.pk], model


def test_what_people_wrote_is_found(administrator: Client) -> None:
    claim = make_claim(status=Status.ACCEPTED, by=make_reviewer("ines"))
    claim.reopen(by=make_reviewer("tomas"), reason="Of 2019 already.")
    taken, reopened = claim.reviews.order_by("pk")
    assert find(administrator, Review, "INES") == [taken.pk]
    assert find(administrator, Review, "2019 already") == [reopened.pk]


def test_sources_and_their_texts_are_found(administrator: Client) -> None:
    publisher = make_publisher("Harbour Office")
    source = make_source("crane-log", title="Lifts", reference="HO/7", publisher=publisher)
    snapshot = make_snapshot("It lifts 70 percent.", source=source)
    make_snapshot("It lifts 71 percent.")
    for written in ("lift", "ane-lo", "ho/7", "office"):
        assert find(administrator, Source, written) == [source.pk], written
    assert find(administrator, Snapshot, "lifts") == [snapshot.pk]
    assert find(administrator, Snapshot, snapshot.bytes_sha256) == [snapshot.pk]
    assert find(administrator, Snapshot, snapshot.bytes_sha256[:9]) == []


@pytest.mark.parametrize("model", OF_SENTENCES, ids=lambda model: model.__name__)
def test_each_way_of_a_search_is_asked_by_itself(model: type[Model]) -> None:
    sql = str(search(model, "kingfisher").query)
    assert "words @@ websearch_to_tsquery" in sql
    assert '"text"::text' not in sql
    assert '"quote"::text' not in sql
    assert " OR " not in sql
    assert sql.count("UNION ALL") == sql.count("LIKE UPPER")


def test_words_are_found_by_their_index() -> None:
    forbid_whole_tables()
    assert "sentence_by_words" in search(Sentence, "kingfisher").explain()


@pytest.mark.parametrize(
    ("model", "column", "index"),
    [
        (Review, "reason", "review_by_letters"),
        (Verdict, "rationale", "verdict_by_letters"),
        (Evidence, "link", "evidence_by_letters_of_link"),
        (Evidence, "note", "evidence_by_letters_of_note"),
        (Source, "slug", "source_by_letters_of_slug"),
        (Source, "reference", "source_by_letters_of_reference"),
    ],
)
def test_what_people_wrote_is_found_by_an_index(model: type[Model], column: str, index: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if cursor.fetchone() is None:
            pytest.skip("this server has no pg_trgm")
    forbid_whole_tables()
    rows = model._default_manager.order_by()
    assert index in rows.filter(**{f"{column}__icontains": "kingfisher"}).explain()
