"""Review moves of a claim, and what the database refuses to hold about one."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import NumericRange

from claims.models import Claim, Review
from claims.review import IllegalMoveError, NotAReviewerError, ReasonRequiredError, Status
from tests.builders import (
    check_deferred,
    make_claim,
    make_fact,
    make_figure,
    make_quantity,
    make_reviewer,
    make_sentence,
    make_user,
)

pytestmark = pytest.mark.django_db

ABOVE = {"high": None, "comparator": ">", "low_inclusive": False, "high_inclusive": False}
BELOW = {"low": None, "comparator": "<", "low_inclusive": False, "high_inclusive": False}


def test_accepting_writes_status_who_when_and_a_review() -> None:
    claim, reviewer = make_claim(), make_reviewer("rosa")

    review = claim.accept(by=reviewer, reason=" Read it twice. ")

    claim.refresh_from_db()
    assert (claim.status, claim.status_by, claim.status_at) == ("accepted", reviewer, review.at)
    assert (review.number, review.action, review.from_status, review.to_status, review.reason) == (
        1, "accept", "proposed", "accepted", "Read it twice.",
    )  # fmt: skip
    check_deferred()


def test_moves_are_numbered_and_follow_each_other() -> None:
    claim, reviewer = make_claim(), make_reviewer()

    claim.reject(by=reviewer, reason="Wrong unit.")
    claim.reopen(by=reviewer, reason="The unit was right.")
    claim.accept(by=reviewer)

    moves = claim.reviews.order_by("number").values_list("number", "from_status", "to_status")
    assert list(moves) == [
        (1, "proposed", "rejected"), (2, "rejected", "proposed"), (3, "proposed", "accepted"),
    ]  # fmt: skip
    check_deferred()


def test_refused_move_changes_nothing() -> None:
    claim = make_claim(status=Status.ACCEPTED)
    before = Claim.objects.values().get(pk=claim.pk)

    with pytest.raises(IllegalMoveError):
        claim.accept(by=make_reviewer("other"))

    assert Claim.objects.values().get(pk=claim.pk) == before
    assert claim.reviews.count() == 1


def test_reopening_without_a_reason_is_refused() -> None:
    claim = make_claim(status=Status.REJECTED)
    with pytest.raises(ReasonRequiredError):
        claim.reopen(by=make_reviewer("other"), reason=" ")
    assert Claim.objects.get(pk=claim.pk).status == Status.REJECTED


def test_who_may_not_review_is_refused() -> None:
    claim = make_claim()
    with pytest.raises(NotAReviewerError, match="ann may not review"):
        claim.accept(by=make_user("ann"))
    assert not Review.objects.exists()


def test_a_claim_that_stands_for_an_older_status_moves_from_the_status_in_the_database() -> None:
    claim = make_claim()
    stale = Claim.objects.get(pk=claim.pk)
    claim.accept(by=make_reviewer("first"))
    with pytest.raises(IllegalMoveError):
        stale.reject(by=make_reviewer("second"))


@pytest.mark.parametrize(
    ("comparator", "numbers", "expected"),
    [
        ("=", ("70",), NumericRange(Decimal(70), Decimal(70), "[]")),
        (">", ("100",), NumericRange(Decimal(100), None, "()")),
        (">=", ("24",), NumericRange(Decimal(24), None, "[)")),
        ("<=", ("4",), NumericRange(None, Decimal(4), "(]")),
        ("<", ("4.5",), NumericRange(None, Decimal("4.5"), "()")),
        ("range", ("20", "30"), NumericRange(Decimal(20), Decimal(30), "[]")),
    ],
)
def test_the_database_makes_the_range_of_the_bounds(
    comparator: str, numbers: tuple[str, ...], expected: NumericRange
) -> None:
    claim = make_claim(make_quantity(comparator, *numbers))
    claim.refresh_from_db()
    assert claim.value == expected


def test_a_factual_claim_has_no_range() -> None:
    fact = make_fact()
    fact.refresh_from_db()
    assert fact.value is None


@pytest.mark.parametrize("number", ["4.20", "0.000000000000000000001", "9" * 100, "-12"])
def test_numbers_come_back_digit_by_digit(number: str) -> None:
    claim = make_claim(make_quantity("=", number))
    claim.refresh_from_db()
    assert str(claim.low) == str(Decimal(number))


@pytest.mark.parametrize(
    ("columns", "constraint"),
    [
        ({**ABOVE, "low": "NaN"}, "claim_bounds_are_finite"),
        ({**ABOVE, "low": "Infinity"}, "claim_bounds_are_finite"),
        ({**BELOW, "high": "-Infinity"}, "claim_bounds_are_finite"),
        ({**ABOVE, "low": "1E+100"}, "claim_bounds_are_finite"),
        ({"high_inclusive": False}, "claim_comparator_fits_its_bounds"),
        ({"high": None, "high_inclusive": False}, "claim_comparator_fits_its_bounds"),
        ({"comparator": ">"}, "claim_comparator_fits_its_bounds"),
        ({"comparator": ""}, "claim_comparator_fits_its_bounds"),
        ({"low": None, "low_inclusive": True, "comparator": "<="}, "claim_"),
        ({"low": None, "high": None, "low_inclusive": False, "high_inclusive": False}, "claim_"),
        ({"kind": "factual"}, "claim_"),
        ({"kind": "guess"}, "claim_"),
        ({"figure": None}, "claim_is_numeric_with_a_figure_or_factual_without"),
        ({"period_start": date(2013, 1, 1)}, "claim_period_has_words"),
        ({"period": "2013", "period_start": date(2013, 12, 31), "period_end": date(2013, 1, 1)},
         "claim_period_starts_before_it_ends"),
        ({"voice": "whisper"}, "claim_voice_is_known"),
        ({"status": "perhaps"}, "claim_"),
        ({"status": "accepted"}, "claim_decisions_have_a_decider"),
        ({"extractor": ""}, "claim_has_a_maker"),
        ({"quote": "other words"}, "claim_quote_is_as_long_as_its_span"),
    ],
)  # fmt: skip
def test_the_database_refuses(columns: dict[str, Any], constraint: str) -> None:
    claim = make_claim()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**columns)


def test_a_reversed_range_cannot_even_be_formed() -> None:
    claim = make_claim(make_quantity("range", "20", "30"))
    with pytest.raises(Exception, match="range lower bound must be less"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(low=Decimal(40))


def test_a_second_claim_of_a_figure_is_refused() -> None:
    claim = make_claim()
    with pytest.raises(IntegrityError, match="figure_id"), transaction.atomic():
        Claim.objects.create(
            kind="numeric", sentence=claim.sentence, figure=claim.figure, start=claim.start, end=claim.end,
            quote=claim.quote, low=1, high=1, low_inclusive=True, high_inclusive=True, comparator="=",
            extractor="test",
        )  # fmt: skip


def test_a_quote_that_is_not_the_sentences_words_is_refused() -> None:
    claim = make_claim(surface="70 percent")
    with pytest.raises(IntegrityError, match="does not stand at"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(quote="71 percent")


def test_a_quote_outside_its_sentence_is_refused() -> None:
    sentence = make_sentence("There were 12 ships.")
    fact = make_fact(sentence)
    with pytest.raises(IntegrityError, match="does not stand at"), transaction.atomic():
        Claim.objects.filter(pk=fact.pk).update(start=100, end=120)


def test_a_quote_without_its_figure_is_refused() -> None:
    sentence = make_sentence("There were 12 ships and 12 boats.")
    claim = make_claim(make_quantity("=", "12"), sentence=sentence, surface="12")
    with pytest.raises(IntegrityError, match="with its figure in it"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(start=24, end=32, quote="12 boats")


def test_a_status_set_by_raw_sql_is_refused_at_the_end_of_the_transaction() -> None:
    claim, reviewer = make_claim(), make_reviewer()
    with pytest.raises(IntegrityError, match="move it by a review"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE claims_claim SET status='accepted', status_by_id=%s, status_at=now() WHERE id=%s",
                [reviewer.pk, claim.pk],
            )
        check_deferred()


def test_another_decider_than_the_review_says_is_refused() -> None:
    claim = make_claim(status=Status.ACCEPTED)
    with pytest.raises(IntegrityError, match="move it by a review"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(status_by=make_user("somebody"))
        check_deferred()


def test_untouched_claims_are_those_no_person_worked_on() -> None:
    untouched = make_claim()
    make_claim(status=Status.ACCEPTED)
    make_claim(created_by=make_user())
    reopened = make_claim(status=Status.REJECTED)
    reopened.reopen(by=make_reviewer("again"), reason="Look again.")
    assert list(Claim.objects.untouched()) == [untouched]


def test_a_figure_that_does_not_stand_there_is_refused() -> None:
    figure = make_figure(make_sentence("There were 12 ships."), "12")
    with pytest.raises(IntegrityError, match="does not stand at"), transaction.atomic():
        type(figure).objects.filter(pk=figure.pk).update(surface="13")
