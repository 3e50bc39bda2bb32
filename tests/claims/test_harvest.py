"""What harvesting writes, changes and leaves alone."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.codelists import Disposition
from claims.extraction import VERSION
from claims.harvest import Counts, harvest, select_due
from claims.models import Claim, Figure, Harvest, Speaker
from sources.models import Snapshot
from tests.builders import make_claim, make_figure, make_quantity, make_reviewer, make_snapshot, make_user
from tests.racing import run_at_once

pytestmark = pytest.mark.django_db

TEXT = "The port handled 12 ships in 2019."


def list_rows() -> tuple[list[Any], list[Any]]:
    """Every column of every figure and claim."""
    return list(Figure.objects.order_by("pk").values()), list(Claim.objects.order_by("pk").values())


def test_every_number_becomes_a_figure_and_a_quantity_a_claim() -> None:
    snapshot = make_snapshot(TEXT)

    counts = harvest(snapshot)

    assert counts == Counts(snapshots=1, added=2)
    figures = Figure.objects.order_by("start").values_list("surface", "disposition", "extractor")
    assert list(figures) == [("12", "claim", VERSION), ("2019", "date", VERSION)]
    claim = Claim.objects.get()
    assert (claim.low, claim.high, claim.comparator, claim.noun, claim.status) == (
        Decimal(12), Decimal(12), "=", "ships", "proposed",
    )  # fmt: skip
    assert snapshot.text[claim.start : claim.end] == claim.quote


def test_a_second_run_changes_no_row() -> None:
    snapshot = make_snapshot(TEXT)
    harvest(snapshot)
    before = list_rows()
    assert harvest(snapshot) == Counts(snapshots=1)
    assert list_rows() == before
    assert Harvest.objects.count() == 1


def test_a_figure_that_is_read_differently_now_is_changed_and_keeps_its_id() -> None:
    snapshot = make_snapshot(TEXT)
    old = make_figure(snapshot.sentences.get(), "12", disposition=Disposition.NAME, extractor="0")

    counts = harvest(snapshot)

    assert (counts.added, counts.changed) == (1, 1)
    old.refresh_from_db()
    assert (old.disposition, old.extractor, old.claim.noun) == ("claim", VERSION, "ships")


def test_an_untouched_claim_gets_the_value_that_is_read_now() -> None:
    snapshot = make_snapshot(TEXT)
    old = make_claim(make_quantity("=", "13"), sentence=snapshot.sentences.get(), surface="12", extractor="0")
    harvest(snapshot)
    old.refresh_from_db()
    assert (old.low, old.extractor) == (Decimal(12), VERSION)


def test_a_figure_that_is_no_longer_found_goes_with_its_untouched_claim() -> None:
    snapshot = make_snapshot(TEXT)
    make_claim(make_quantity("=", "1"), sentence=snapshot.sentences.get(), surface="port", extractor="0")
    assert harvest(snapshot).removed == 1
    assert not Figure.objects.filter(surface="port").exists()


def test_a_figure_that_no_longer_claims_loses_its_untouched_claim() -> None:
    snapshot = make_snapshot(TEXT)
    make_claim(make_quantity("=", "2019"), sentence=snapshot.sentences.get(), surface="2019", extractor="0")
    harvest(snapshot)
    assert Figure.objects.get(surface="2019").disposition == Disposition.DATE
    assert list(Claim.objects.values_list("figure__surface", flat=True)) == ["12"]


def accept(claim: Claim) -> None:
    """Review a claim."""
    claim.accept(by=make_reviewer())


def accept_and_reopen(claim: Claim) -> None:
    """Review a claim and take it back."""
    claim.accept(by=make_reviewer("first"))
    claim.reopen(by=make_reviewer("second"), reason="Look again.")


def adopt(claim: Claim) -> None:
    """Make a claim a person's own."""
    Claim.objects.filter(pk=claim.pk).update(created_by=make_user())


def decide(claim: Claim) -> None:
    """Have a person decide about the figure."""
    Figure.objects.filter(claim=claim).update(decided_by=make_user(), decided_at=timezone.now())


@pytest.mark.parametrize("touch", [accept, accept_and_reopen, adopt, decide])
def test_what_a_person_worked_on_is_left_alone(touch: Callable[[Claim], None]) -> None:
    snapshot = make_snapshot(TEXT)
    claim = make_claim(
        make_quantity("=", "13"), sentence=snapshot.sentences.get(), surface="12 ships", extractor="0"
    )
    touch(claim)
    before = Claim.objects.values().get(pk=claim.pk)

    counts = harvest(snapshot)

    assert Claim.objects.values().get(pk=claim.pk) == before
    assert counts.kept == 1
    assert list(Figure.objects.order_by("start").values_list("surface", flat=True)) == ["12 ships", "2019"]


def test_snapshots_are_due_until_this_version_has_read_them() -> None:
    read, unread = make_snapshot(TEXT), make_snapshot("There were 5 boats.")
    harvest(read)
    Harvest.objects.create(snapshot=unread, extractor="0")
    assert list(select_due()) == [unread]
    assert list(select_due(again=True)) == [read, unread]


def test_texts_share_a_speaker() -> None:
    for text in ("There were 5 boats, Rosa Brandt said.", "There were 6 boats, Rosa Brandt said."):
        harvest(make_snapshot(text))
    assert Speaker.objects.get().claims.count() == 2


def test_a_speaker_has_the_fuller_name_that_another_text_gave() -> None:
    harvest(make_snapshot("Colonel Anna Lee Berg said there were 5 boats."))

    harvest(make_snapshot("Colonel Anna Berg said there were 6 boats."))

    assert Speaker.objects.get().name == "Colonel Anna Lee Berg"


def test_a_speaker_whose_fuller_name_is_not_sure_keeps_the_written_one() -> None:
    for name in ("Colonel Anna Lee Berg", "Colonel Anna Eva Berg", "Colonel Anna Berg"):
        harvest(make_snapshot(f"{name} said there were 5 boats."))

    assert Speaker.objects.filter(name="Colonel Anna Berg").get().claims.count() == 1


def test_a_fuller_name_that_came_later_is_given_when_the_text_is_read_again() -> None:
    earlier = make_snapshot("Colonel Anna Berg said there were 6 boats.")
    harvest(earlier)
    harvest(make_snapshot("Colonel Anna Lee Berg said there were 5 boats."))

    assert harvest(earlier).changed == 1
    assert set(Claim.objects.values_list("speaker__name", flat=True)) == {"Colonel Anna Lee Berg"}


@pytest.mark.usefixtures("committed")
def test_two_harvests_at_once_write_each_figure_once() -> None:
    snapshot = make_snapshot(TEXT)

    counts = run_at_once(*[lambda: harvest(Snapshot.objects.get(pk=snapshot.pk))] * 3)

    assert sorted(count.added for count in counts) == [0, 0, 2]
    assert Figure.objects.count() == 2


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    pieces=st.lists(
        st.sampled_from(
            ["12", "1e999", "٣", "½", "%", "$", "more than ", "ships ", "said Rosa. ", "\n", "x" * 400, "– "]
        )
        | st.text(max_size=8),
        max_size=25,
    )
)
def test_any_text_is_harvested_twice_with_the_same_rows(pieces: list[str]) -> None:
    text = "".join(pieces).encode("utf-8", "ignore").decode().replace("\0", "")
    if not text.strip():
        return
    snapshot = make_snapshot(text)
    harvest(snapshot)
    assert harvest(snapshot) == Counts(snapshots=1)
    for figure in Figure.objects.filter(sentence__snapshot=snapshot):
        assert text[figure.start : figure.end] == figure.surface
