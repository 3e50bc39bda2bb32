"""Claims that people make of figures and of selected words."""

from decimal import Decimal

import pytest

from claims.codelists import Disposition, Kind
from claims.errors import NotPermittedError
from claims.harvest import harvest
from claims.models import Claim, Figure
from claims.models.figure import FigureDecidedError
from claims.promotion import NoValueError, SpanRefusedError, make_claim_from_span, promote
from claims.roles import ADD_CLAIM, DECIDE_FIGURE
from sources.models import Snapshot
from tests.builders import make_figure, make_person, make_snapshot, make_user

pytestmark = pytest.mark.django_db

TEXT = "Hall 3 holds more than 40 percent of the grain. Nobody knows why."


def select(snapshot: Snapshot, words: str, kind: Kind = Kind.NUMERIC) -> Claim:
    """The claim that a person makes of these words."""
    start = snapshot.text.index(words)
    return make_claim_from_span(snapshot, start, start + len(words), by=make_person(ADD_CLAIM), kind=kind)


def test_a_promoted_figure_gets_a_claim_with_its_value() -> None:
    snapshot, person = make_snapshot(TEXT), make_person(DECIDE_FIGURE)
    figure = make_figure(snapshot.sentences.first(), "more than 40 percent", disposition=Disposition.LABEL)

    claim = promote(figure, by=person)

    assert (claim.low, claim.high, claim.comparator, claim.unit) == (Decimal(40), None, ">", "percent")
    assert (claim.figure, claim.created_by, claim.extractor, claim.status) == (figure, person, "", "proposed")
    figure.refresh_from_db()
    assert (figure.disposition, figure.decided_by) == ("claim", person)
    assert snapshot.text[claim.start : claim.end] == claim.quote


def test_a_promoted_figure_is_kept_by_newer_harvests() -> None:
    snapshot = make_snapshot(TEXT)
    promote(make_figure(snapshot.sentences.first(), "40 percent"), by=make_person(DECIDE_FIGURE))
    harvest(snapshot)
    assert Claim.objects.get(figure__surface="40 percent").low == Decimal(40)


def test_a_figure_is_promoted_once() -> None:
    figure, person = (
        make_figure(make_snapshot(TEXT).sentences.first(), "40 percent"),
        make_person(DECIDE_FIGURE),
    )
    promote(figure, by=person)
    with pytest.raises(FigureDecidedError, match="has a claim already"):
        promote(figure, by=person)


def test_a_figure_without_a_value_is_not_promoted() -> None:
    snapshot = make_snapshot("The sixth hall is shut.")
    figure = make_figure(snapshot.sentences.first(), "sixth", disposition=Disposition.ORDINAL)
    with pytest.raises(NoValueError, match="No value can be read from “sixth”"):
        promote(figure, by=make_person(DECIDE_FIGURE))
    figure.refresh_from_db()
    assert (figure.disposition, figure.decided_by) == ("ordinal", None)


def test_who_may_not_decide_may_not_promote() -> None:
    with pytest.raises(NotPermittedError, match="ann may not decide"):
        promote(make_figure(), by=make_user("ann"))


def test_a_speaker_that_is_named_shortly_is_whom_another_text_names_in_full() -> None:
    harvest(make_snapshot("Colonel Anna Lee Berg said there were 5 boats."))
    snapshot = make_snapshot("Colonel Anna Berg said there were 9 boats.")

    claim = promote(make_figure(snapshot.sentences.first(), "9"), by=make_person(DECIDE_FIGURE))

    assert claim.speaker is not None
    assert claim.speaker.name == "Colonel Anna Lee Berg"


def test_selected_words_with_a_number_become_a_numeric_claim() -> None:
    snapshot = make_snapshot(TEXT)

    claim = select(snapshot, "holds more than 40 percent of the grain")

    assert (claim.kind, claim.low, claim.comparator, claim.unit) == ("numeric", Decimal(40), ">", "percent")
    assert claim.quote == "holds more than 40 percent of the grain"
    assert Figure.objects.get() == claim.figure
    assert claim.figure is not None
    assert (claim.figure.disposition, claim.figure.extractor) == ("claim", "")


def test_selected_words_take_over_the_figure_that_stands_there() -> None:
    snapshot = make_snapshot(TEXT)
    harvest(snapshot)
    Claim.objects.all().delete()
    figures = Figure.objects.count()
    claim = select(snapshot, "more than 40 percent of the grain")
    assert claim.low == Decimal(40)
    assert Figure.objects.count() == figures


def test_blank_space_around_a_selection_is_left_out() -> None:
    assert select(make_snapshot(TEXT), " Nobody knows why", Kind.FACTUAL).quote == "Nobody knows why"


def test_a_factual_claim_is_text_only() -> None:
    snapshot = make_snapshot(TEXT)
    claim = select(snapshot, "Nobody knows why", Kind.FACTUAL)
    assert (claim.kind, claim.low, claim.figure, claim.comparator) == ("factual", None, None, "")
    assert claim.sentence.ordinal == 2
    assert not Figure.objects.exists()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (20, 55, "two sentences"),
        (60, 70, "no words at 60..70"),
        (-1, 4, "no words"),
        (9, 9, "no words"),
        (12, 5, "no words"),
        (47, 48, "blank space"),
    ],
)
def test_a_span_that_is_no_part_of_one_sentence_is_refused(
    kind: Kind, start: int, end: int, message: str
) -> None:
    with pytest.raises(SpanRefusedError, match=message):
        make_claim_from_span(make_snapshot(TEXT), start, end, by=make_person(ADD_CLAIM), kind=kind)
    assert not Claim.objects.exists()


def test_words_without_a_value_are_no_numeric_claim() -> None:
    with pytest.raises(NoValueError, match="Nobody knows"):
        select(make_snapshot(TEXT), "Nobody knows")


def test_words_with_two_values_are_no_numeric_claim() -> None:
    with pytest.raises(NoValueError, match=r"“12 ships”, “9 tugs”|more than one value"):
        select(make_snapshot("They sold 12 ships and bought 9 tugs."), "12 ships and bought 9 tugs")


def test_words_that_are_claimed_already_are_refused() -> None:
    snapshot = make_snapshot(TEXT)
    harvest(snapshot)
    with pytest.raises(FigureDecidedError, match="has a claim already"):
        select(snapshot, "more than 40 percent")


def test_who_may_not_make_claims_is_refused() -> None:
    with pytest.raises(NotPermittedError, match="ann may not make claims"):
        make_claim_from_span(make_snapshot(TEXT), 0, 6, by=make_user("ann"), kind=Kind.FACTUAL)


def test_offsets_count_code_points_of_the_stored_text() -> None:
    snapshot = make_snapshot("🚢🚢 Çok: the fleet lost 12 ships.")
    claim = select(snapshot, "lost 12 ships")
    assert (claim.start, claim.end, claim.low) == (18, 31, Decimal(12))
