"""Every list and page of the admin opens, at a cost that does not grow with its rows."""

import re

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.desk import assign
from claims.models import (
    Assignment,
    Claim,
    Evidence,
    Figure,
    Harvest,
    Review,
    SecondPass,
    Speaker,
    Statistic,
    Subject,
    Verdict,
)
from claims.review import Status
from claims.roles import ASK_SECOND_PASS, ASSIGN_WORK
from claims.second_pass import ask_for
from sources.models import Publisher, Sentence, Snapshot, Source
from tests.builders import (
    make_claim,
    make_judge,
    make_judgement,
    make_person,
    make_quantity,
    make_reviewer,
    make_snapshot,
    make_speaker,
    make_statistic,
    make_subject,
)

pytestmark = pytest.mark.django_db

OURS = [
    Publisher, Source, Snapshot, Sentence, Figure, Claim, Harvest, Review, Speaker, Statistic, Subject,
    Verdict, Evidence, Assignment, SecondPass,
]  # fmt: skip
WHOLE_TABLE = re.compile(r'^SELECT COUNT\(\*\) AS "__count" FROM "\w+"$')


def make_rows(number: int) -> list[Claim]:
    """Claims with everything a list may show of them, one source each."""
    reviewer, judge, editor = make_reviewer(), make_judge(), make_person(ASSIGN_WORK, ASK_SECOND_PASS)
    claims = []
    for _ in range(number):
        claim = make_claim(
            speaker=make_speaker(),
            subject=make_subject(),
            statistic=make_statistic(),
            status=Status.ACCEPTED,
            by=reviewer,
        )
        claim.give_verdict(make_judgement(), by=judge)
        assign(reviewer, by=editor, source=claim.sentence.snapshot.source, speaker=claim.speaker)
        ask_for([claim], by=editor)
        Harvest.objects.create(snapshot=claim.sentence.snapshot, extractor="test")
        claims.append(claim)
    return claims


def locate(model: type[Model], page: str, *arguments: object) -> str:
    """The address of a model's page."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def list_queries(client: Client, address: str) -> list[str]:
    """The queries that a page costs."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in queries]


def test_every_model_of_ours_is_there() -> None:
    assert set(OURS) <= set(admin.site._registry)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_a_list_costs_the_same_with_one_row_and_with_twenty(
    administrator: Client, model: type[Model]
) -> None:
    address = locate(model, "changelist")
    make_rows(1)
    administrator.get(address)
    with_one = list_queries(administrator, address)
    make_rows(19)
    with_twenty = list_queries(administrator, address)
    assert len(with_one) == len(with_twenty) <= 8
    assert not [sql for sql in with_twenty if WHOLE_TABLE.match(sql)]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_a_row_has_its_page(administrator: Client, model: type[Model]) -> None:
    make_rows(1)
    row = model._default_manager.all()[0]
    assert administrator.get(locate(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", [*OURS, Claim], ids=lambda model: model.__name__)
def test_a_list_takes_a_search(administrator: Client, model: type[Model]) -> None:
    make_rows(1)
    assert administrator.get(locate(model, "changelist"), {"q": "100% of 'it'"}).status_code == 200


@pytest.mark.parametrize("name", ["+", "claims", "nothing", "id__in"])
def test_an_address_names_rows_by_a_column_alone(administrator: Client, name: str) -> None:
    address = locate(Speaker, "changelist")
    assert administrator.get(address, {"_to_field": name}).status_code == 400
    assert administrator.get(address, {"_to_field": "id"}).status_code == 200


def test_the_page_of_a_source_costs_the_same_with_more_claims(administrator: Client) -> None:
    text = " ".join(f"The port handled {number} ships." for number in range(101, 121))
    counts = []
    for stop in (1, 20):
        snapshot = make_text(text, stop)
        address = locate(Source, "change", snapshot.source_id)
        administrator.get(address)
        counts.append(len(list_queries(administrator, address)))
    assert counts[0] == counts[1] <= 20


def make_text(text: str, claims: int) -> Snapshot:
    """A snapshot with a claim in each of its first sentences."""
    snapshot = make_snapshot(text)
    for sentence in snapshot.sentences.order_by("ordinal")[:claims]:
        number = re.findall(r"\d+", sentence.text)[0]
        make_claim(make_quantity("=", number), sentence=sentence, surface=number)
    return snapshot


WRITTEN = [Snapshot, Sentence, Figure, Review, Harvest, Verdict, Evidence]


@pytest.mark.parametrize("model", WRITTEN, ids=lambda model: model.__name__)
def test_what_the_record_writes_itself_is_only_looked_at(administrator: Client, model: type[Model]) -> None:
    make_rows(1)
    row = model._default_manager.all()[0]
    before = list(model._default_manager.values())
    assert administrator.get(locate(model, "add")).status_code == 403
    assert administrator.post(locate(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert (
        administrator.post(locate(model, "change", row.pk), {"reason": "x", "text": "x"}).status_code == 403
    )
    assert list(model._default_manager.values()) == before


def test_a_claim_is_neither_added_nor_deleted_by_hand(administrator: Client) -> None:
    (claim,) = make_rows(1)
    assert administrator.get(locate(Claim, "add")).status_code == 403
    assert administrator.post(locate(Claim, "delete", claim.pk), {"post": "yes"}).status_code == 403
    assert Claim.objects.count() == 1


def test_nobody_looks_without_a_login() -> None:
    answer = Client().get(locate(Claim, "changelist"))
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.ACCEPTED])
def test_the_page_of_a_claim_leads_to_the_desk_for_who_may_review(
    reviewing: Client, reading: Client, status: Status
) -> None:
    claim = make_claim(status=status)
    page = locate(Claim, "change", claim.pk)
    assert f'href="/admin/desk/{claim.pk}/"' in reviewing.get(page).content.decode()
    assert "/admin/desk/" not in reading.get(page).content.decode()


def test_rows_that_no_page_reaches_are_told_of(
    administrator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sources.admin.paging.DEPTH", 2)
    address = reverse("admin:claims_speaker_changelist")
    make_speaker()
    make_speaker()
    assert "can be paged through" not in administrator.get(address).content.decode()

    make_speaker()

    assert "the first 2 can be paged through" in administrator.get(address).content.decode()
