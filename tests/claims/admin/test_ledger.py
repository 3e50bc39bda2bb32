"""The ledger of a source: what became of each figure, figures promoted and dismissed, claims of words."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.codelists import Disposition
from claims.harvest import harvest
from claims.models import Claim, Figure
from claims.promotion import promote
from claims.roles import ADD_CLAIM, DECIDE_FIGURE, REVIEW_CLAIM
from sources.models import Snapshot
from tests.builders import make_figure, make_person, make_snapshot
from tests.claims.admin.conftest import let_view
from tests.claims.admin.test_second_pass import list_messages, read
from tests.clients import browse_as

pytestmark = pytest.mark.django_db

TEXT = "Hall 3 holds 🚢 more than 40 percent of the grain.\r\nIn 2019 it held 70 percent. Hall 3 is shut."


@pytest.fixture
def curator() -> User:
    """A person who may decide about figures and make claims."""
    person = make_person(DECIDE_FIGURE, ADD_CLAIM, REVIEW_CLAIM, username="cora", is_staff=True)
    return let_view(person)


@pytest.fixture
def curating(curator: User) -> Client:
    """A browser in which that person has logged in."""
    return browse_as(curator)


@pytest.fixture
def snapshot(db: None) -> Snapshot:
    """A text that was harvested."""
    snapshot = make_snapshot(TEXT)
    harvest(snapshot)
    return snapshot


def locate(snapshot: Snapshot) -> str:
    """The address of the source's page."""
    return reverse("admin:sources_source_change", args=[snapshot.source_id])


def ask(client: Client, figure: Figure, doing: str, **written: str) -> list[str]:
    """Promote or dismiss a figure; what the page tells."""
    address = reverse(f"admin:claims_figure_{doing}", args=[figure.pk])
    return list_messages(client.post(address, written, follow=True))


def select(client: Client, snapshot: Snapshot, words: str, /, **written: Any) -> Any:
    """Post the form that makes a claim of words."""
    address = reverse("admin:sources_source_claim", args=[snapshot.source_id])
    given = {"snapshot": snapshot.number, "words": words, "kind": "numeric", **written}
    return client.post(address, given, follow=True)


def test_the_ledger_counts_every_figure_and_narrows_down(administrator: Client) -> None:
    snapshot = make_snapshot("It handled 12 ships in its 3rd year.")
    sentence = snapshot.sentences.get()
    make_figure(sentence, "12")
    make_figure(sentence, "3rd", disposition=Disposition.ORDINAL, rule="ordinal_suffix")
    whole = administrator.get(locate(snapshot)).context
    assert [(c.disposition, c.number, c.share) for c in whole["coverage"]] == [
        ("claim", 1, 0.5), ("ordinal", 1, 0.5),
    ]  # fmt: skip
    assert [row.figure.surface for row in whole["figures"]] == ["12", "3rd"]
    ordinals = administrator.get(locate(snapshot), {"show": "ordinal"})
    assert [row.figure.surface for row in ordinals.context["figures"]] == ["3rd"]
    assert "rule “ordinal_suffix”" in read(ordinals)
    assert administrator.get(locate(snapshot), {"show": "parsnip"}).context["show"] == ""


def test_a_long_ledger_is_read_page_by_page(administrator: Client) -> None:
    snapshot = make_snapshot(" ".join(f"The port handled {n} ships." for n in range(100, 250)))
    for sentence in snapshot.sentences.all():
        make_figure(sentence, sentence.text.split()[3])
    first = administrator.get(locate(snapshot)).context
    assert len(first["figures"]) == 100
    second = administrator.get(locate(snapshot) + first["later_url"]).context
    assert [row.figure.surface for row in second["figures"]] == [str(n) for n in range(200, 250)]
    assert (second["starts_late"], second["later_url"]) == (True, "")


def test_the_ledger_costs_the_same_with_more_figures(administrator: Client) -> None:
    counts = []
    for number in (2, 30):
        snapshot = make_snapshot(" ".join(f"The port handled {n} ships." for n in range(10, 10 + number)))
        for sentence in snapshot.sentences.all():
            make_figure(sentence, sentence.text.split()[3])
        administrator.get(locate(snapshot))
        with CaptureQueriesContext(connection) as queries:
            administrator.get(locate(snapshot))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_figure_is_promoted_to_a_claim(curating: Client, curator: User) -> None:
    snapshot = make_snapshot("Hall 3 holds more than 40 percent of the grain.")
    figure = make_figure(snapshot.sentences.get(), "more than 40 percent", disposition=Disposition.LABEL)
    assert ask(curating, figure, "promote", seen=figure.state) == [
        "“more than 40 percent” is promoted to a claim."
    ]
    claim = Claim.objects.get()
    assert (claim.figure, claim.low, claim.created_by) == (figure, Decimal(40), curator)


def test_a_figure_without_a_value_is_not_promoted(curating: Client) -> None:
    figure = make_figure(make_snapshot("The sixth hall is shut.").sentences.get(), "sixth",
                         disposition=Disposition.ORDINAL)  # fmt: skip
    assert "No value can be read" in ask(curating, figure, "promote")[0]
    assert not Claim.objects.exists()


def test_a_figure_is_dismissed_with_a_reason(curating: Client, curator: User) -> None:
    figure = make_figure(make_snapshot("Turn to page 40 now.").sentences.get(), "40")
    told = ask(curating, figure, "dismiss", disposition="label", reason="A page number.", seen=figure.state)
    figure.refresh_from_db()
    assert told == ["“40” is dismissed: label."]
    assert (figure.disposition, figure.decided_by, figure.reason) == ("label", curator, "A page number.")
    page = read(curating.get(locate(figure.sentence.snapshot)))
    assert "<bdi>cora</bdi>: <q><bdi>A page number.</bdi></q>" in page


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"disposition": "label", "reason": " "}, "This field is required."),
        ({"disposition": "claim", "reason": "x"}, "not one of the available choices"),
        ({"disposition": "parsnip", "reason": "x"}, "not one of the available choices"),
    ],
)
def test_a_dismissal_without_reason_or_disposition_is_refused(
    curating: Client, written: dict[str, str], told: str
) -> None:
    figure = make_figure(make_snapshot("Turn to page 40 now.").sentences.get(), "40")
    assert told in ask(curating, figure, "dismiss", **written)[0]
    figure.refresh_from_db()
    assert figure.decided_by is None


@pytest.mark.parametrize("doing", ["promote", "dismiss"])
def test_a_figure_that_was_decided_meanwhile_is_told(curating: Client, doing: str) -> None:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    seen = figure.state
    other = make_person(DECIDE_FIGURE, username="otto")
    figure.dismiss(by=other, reason="A label.", disposition=Disposition.LABEL)
    (told,) = ask(curating, figure, doing, seen=seen, disposition="name", reason="A name.")
    assert told == "“40 percent” was decided about meanwhile: label, by otto. Nothing was changed."
    figure.refresh_from_db()
    assert (figure.disposition, figure.decided_by) == ("label", other)


@pytest.mark.parametrize("doing", ["promote", "dismiss"])
def test_a_figure_that_has_a_claim_by_now_is_told(curating: Client, doing: str) -> None:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    promote(figure, by=make_person(DECIDE_FIGURE))
    assert "has a claim" in ask(curating, figure, doing, disposition="name", reason="A name.")[0]
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("doing", ["promote", "dismiss"])
def test_a_figure_that_a_newer_reading_replaced_is_told(curating: Client, doing: str) -> None:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    Figure.objects.filter(pk=figure.pk).delete()
    assert "newer reading" in ask(curating, figure, doing, disposition="name", reason="A name.")[0]


@pytest.mark.parametrize("doing", ["promote", "dismiss"])
def test_who_may_not_decide_about_figures_is_refused(reviewing: Client, doing: str) -> None:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    address = reverse(f"admin:claims_figure_{doing}", args=[figure.pk])
    assert reviewing.post(address, {"disposition": "name", "reason": "x"}).status_code == 403
    assert not Claim.objects.exists()
    page = read(reviewing.get(reverse("admin:claims_figure_change", args=[figure.pk])))
    assert "Promote" not in page


def test_looking_at_a_decisions_address_decides_nothing(curating: Client) -> None:
    figure = make_figure(make_snapshot("It holds 40 percent.").sentences.get(), "40 percent")
    for doing in ("promote", "dismiss"):
        assert curating.get(reverse(f"admin:claims_figure_{doing}", args=[figure.pk])).status_code == 302
    assert not Claim.objects.exists()


def test_written_words_become_a_numeric_claim(curating: Client) -> None:
    snapshot = make_snapshot(TEXT)
    assert list_messages(select(curating, snapshot, " more than 40 percent ")) == [
        "A claim was made: more than 40 percent."
    ]
    claim = Claim.objects.get()
    assert (claim.quote, claim.low) == ("more than 40 percent", Decimal(40))
    assert snapshot.text[claim.start : claim.end] == claim.quote


def test_selected_words_become_a_factual_claim_at_their_place(curating: Client) -> None:
    snapshot = make_snapshot(TEXT)
    start = TEXT.rindex("Hall 3")
    answer = select(curating, snapshot, "Hall 3 is shut", kind="factual", start=start, end=start + 14)
    assert list_messages(answer) == ["A claim was made of the words."]
    claim = Claim.objects.get()
    assert (claim.kind, claim.quote, claim.start) == ("factual", "Hall 3 is shut", start)


@pytest.mark.parametrize(
    ("words", "written", "told"),
    [
        ("parsnip", {}, "does not stand in the text"),
        ("Hall 3", {}, "stands in the text 2 times"),
        ("Hall 3", {"occurrence": "3"}, "there is no 3"),
        (" ", {}, "Select words"),
        ("", {}, "This field is required."),
        ("the grain", {}, "No value can be read"),
        ("it held", {"start": 0, "end": 7}, "not what was selected"),
        ("x", {"start": 5000, "end": 5001}, "not what was selected"),
        ("x", {"start": -1, "end": 3}, "greater than or equal to 0"),
        ("it held", {"snapshot": "9"}, "no such snapshot"),
        ("it held", {"kind": "poem"}, "not one of the available choices"),
        ("grain.\r\nIn 2019", {}, "over two sentences"),
    ],
)
def test_words_that_cannot_be_a_claim_are_refused_and_kept(
    curating: Client, words: str, written: dict[str, Any], told: str
) -> None:
    answer = select(curating, make_snapshot(TEXT), words, **written)
    assert told in list_messages(answer)[0]
    assert not Claim.objects.exists()
    if words.strip():
        assert answer.context["span_form"].initial["words"] == words


def test_the_one_meant_of_words_that_come_twice_is_named(curating: Client) -> None:
    select(curating, make_snapshot(TEXT), "Hall 3", kind="factual", occurrence="2")
    assert Claim.objects.get().start == TEXT.rindex("Hall 3")


def test_a_figure_with_a_claim_makes_no_second_one(curating: Client, snapshot: Snapshot) -> None:
    before = Claim.objects.count()
    assert "has a claim already" in list_messages(select(curating, snapshot, "70 percent"))[0]
    assert Claim.objects.count() == before


def test_who_may_not_make_claims_is_refused(reviewing: Client) -> None:
    snapshot = make_snapshot(TEXT)
    assert select(reviewing, snapshot, "70 percent").status_code == 403
    assert "Make the claim" not in read(reviewing.get(locate(snapshot)))
    assert not Claim.objects.exists()


def test_a_source_that_is_not_there_is_not_found(curating: Client) -> None:
    assert curating.post(reverse("admin:sources_source_claim", args=[99]), {}).status_code == 404


def test_line_ends_reach_the_browser_as_they_are_stored(administrator: Client) -> None:
    page = administrator.get(locate(make_snapshot("It holds\r\n40 percent."))).content.decode()
    assert "&#13;\n" in page
