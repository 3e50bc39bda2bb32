"""The page of a source and of a claim: what they show, and at which cost."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.admin.text_page import PART, TextPage, read_part
from claims.codelists import Disposition
from claims.models import Figure
from claims.review import Status
from sources.models import Sentence, Snapshot
from tests.builders import (
    make_claim,
    make_figure,
    make_quantity,
    make_reviewer,
    make_snapshot,
    make_source,
    make_user,
)
from tests.clients import browse_as

pytestmark = pytest.mark.django_db


def join(page: TextPage) -> str:
    """All the words that a page shows."""
    return "".join(piece.words for block in page.blocks for piece in block.words)


def show(client: Client, shown: Snapshot, /, **query: str) -> str:
    """The source's page."""
    address = reverse("admin:sources_source_change", args=[shown.source_id])
    return client.get(address, query).content.decode()


def test_a_page_shows_every_code_point_once() -> None:
    text = "Ports grow\n\nThe port 🚢 handled 12 ships.  It was the 3rd year.\r\n"
    snapshot = make_snapshot(text)
    make_figure(snapshot.sentences.get(text__contains="3rd"), "3rd", disposition=Disposition.ORDINAL)
    assert join(read_part(snapshot, 1)) == text


def test_the_parts_of_a_long_text_are_the_text() -> None:
    text = "The port handled 12 ships today. " * (2 * PART // 33 + 100)
    snapshot = make_snapshot(text)
    assert "".join(join(read_part(snapshot, part)) for part in (1, 2, 3)) == text


def test_marks_say_what_a_figure_is_and_what_decided_it(administrator: Client) -> None:
    snapshot = make_snapshot("It handled 12 ships in its 3rd year.")
    sentence = snapshot.sentences.get()
    claim = make_claim(make_quantity("=", "12"), sentence=sentence, surface="12 ships")
    make_figure(sentence, "3rd", disposition=Disposition.ORDINAL, rule="ordinal_suffix")
    page = show(administrator, snapshot)
    figure = Figure.objects.get(surface="3rd")
    way = f'<a href="{reverse("admin:claims_figure_change", args=[figure.pk])}">3rd</a>'
    assert f'title="ordinal; decided by rule “ordinal_suffix”">{way}<small>ordinal</small></mark>' in page
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    assert f'<a href="{address}">12 ships</a><small>proposed</small></mark>' in page
    assert "claim, proposed; decided by rule “quantity”" in page


def test_the_newest_snapshot_is_shown_unless_another_is_chosen(administrator: Client) -> None:
    source = make_source()
    make_snapshot("The first reading had 11 ships.", source=source)
    newest = make_snapshot("The second reading had 12 ships.", source=source)
    assert "second reading" in show(administrator, newest)
    assert "first reading" in show(administrator, newest, snapshot="1")


@pytest.mark.parametrize("written", ["0", "99", "-1", "abc", "٣", "9" * 40, "1' OR 1=1", "\x00"])
def test_an_address_that_names_nothing_shows_the_newest(administrator: Client, written: str) -> None:
    snapshot = make_snapshot("The only reading had 12 ships.")
    assert "only reading" in show(administrator, snapshot, snapshot=written, sentence=written, part=written)


def test_who_may_not_see_claims_sees_marks_without_links() -> None:
    claim = make_claim()
    librarian = make_user("librarian", is_staff=True)
    librarian.user_permissions.add(Permission.objects.get(codename="view_source"))
    client = browse_as(librarian)
    page = show(client, claim.sentence.snapshot)
    assert "70 percent" in page
    assert reverse("admin:claims_claim_change", args=[claim.pk]) not in page


def test_a_claims_page_lights_the_quote_between_its_neighbours(administrator: Client) -> None:
    snapshot = make_snapshot(
        "A first one.\n\nA second one. It handled 12 ships. A fourth one. A fifth. A sixth."
    )
    sentence = snapshot.sentences.get(text__contains="12")
    claim = make_claim(make_quantity("=", "12"), sentence=sentence, surface="12 ships")
    answer = administrator.get(reverse("admin:claims_claim_change", args=[claim.pk]))
    page: TextPage = answer.context["text_page"]
    assert join(page) == "A first one.\n\nA second one. It handled 12 ships. A fourth one. A fifth."
    assert [piece.words for block in page.blocks for piece in block.words if piece.is_lit] == ["12 ships"]
    address = reverse("admin:sources_source_change", args=[snapshot.source_id])
    anchor = f"#sentence-{sentence.ordinal}"
    assert f'href="{address}?snapshot=1&amp;sentence={sentence.ordinal}{anchor}"' in answer.content.decode()
    assert f'id="sentence-{sentence.ordinal}"' in show(administrator, snapshot)


def test_a_claims_page_costs_the_same_with_a_long_history(administrator: Client) -> None:
    snapshot = make_snapshot("It handled 12 ships. " * 20)
    claims = [
        make_claim(make_quantity("=", "12"), sentence=s, surface="12 ships") for s in _list(snapshot)[:1]
    ]
    address = reverse("admin:claims_claim_change", args=[claims[0].pk])
    administrator.get(address)
    short = count_queries(administrator, address)
    for sentence in _list(snapshot)[1:]:
        make_claim(make_quantity("=", "12"), sentence=sentence, surface="12 ships")
    for _ in range(10):
        claims[0].accept(by=make_reviewer())
        claims[0].reopen(by=make_reviewer(), reason="Again.")
    assert count_queries(administrator, address) == short <= 25


def _list(snapshot: Snapshot) -> list[Sentence]:
    """The snapshot's sentences in their order."""
    return list(snapshot.sentences.order_by("ordinal"))


def count_queries(client: Client, address: str) -> int:
    """How many queries a page costs."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_very_long_sentence_is_shown_around_its_quote(administrator: Client) -> None:
    text = "so " * 20_000 + "12 ships" + " on" * 20_000
    snapshot = make_snapshot(text)
    sentence = snapshot.sentences.get(text__contains="12 ships")
    claim = make_claim(make_quantity("=", "12"), sentence=sentence, surface="12 ships")
    answer = administrator.get(reverse("admin:claims_claim_change", args=[claim.pk]))
    shown = join(answer.context["text_page"])
    assert "12 ships" in shown
    assert len(shown) < 10_000


def test_the_legend_counts_dispositions_and_statuses(administrator: Client) -> None:
    snapshot = make_snapshot("It handled 12 ships in its 3rd year.")
    sentence = snapshot.sentences.get()
    make_claim(make_quantity("=", "12"), sentence=sentence, surface="12 ships", status=Status.ACCEPTED)
    make_figure(sentence, "3rd", disposition=Disposition.ORDINAL)
    answer = administrator.get(reverse("admin:sources_source_change", args=[snapshot.source_id]))
    assert [(c.disposition, c.number, c.percent) for c in answer.context["coverage"]] == [
        ("claim", 1, "50%"),
        ("ordinal", 1, "50%"),
    ]
    assert answer.context["statuses"] == [("proposed", 0), ("accepted", 1), ("rejected", 0)]
