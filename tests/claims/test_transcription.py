"""What was found in a text, as columns."""

from datetime import date

from claims.codelists import Change, Modality
from claims.extraction import Assertion
from claims.measures.periods import Period
from claims.transcription import fit_name, list_columns
from tests.builders import make_quantity

STATED = Assertion(
    quantity=make_quantity(">", "100", unit="percent"), noun="ships", quote_start=0, quote_end=9
)


def test_every_part_of_an_assertion_has_its_column() -> None:
    assertion = Assertion(
        quantity=make_quantity("=", "4.2", unit="percent", approximation="about", significant_digits=2),
        noun="growth",
        denominator="its workforce",
        scope="only",
        change=Change.UP_BY,
        modality=Modality.FORECAST,
        period=Period(text="in 2027", start=date(2027, 1, 1), end=date(2027, 12, 31)),
        quote_start=0,
        quote_end=9,
    )
    columns = list_columns(assertion)
    named = ("noun", "denominator", "scope", "direction", "modality", "period", "period_end", "approximation")
    assert [columns[name] for name in named] == [
        "growth", "its workforce", "only", "up by", "forecast", "in 2027", date(2027, 12, 31), "about",
    ]  # fmt: skip


def test_a_period_that_is_not_stated_stays_empty() -> None:
    columns = list_columns(STATED)
    assert (columns["period"], columns["period_start"], columns["period_end"]) == ("", None, None)


def test_words_that_are_longer_than_their_column_are_cut() -> None:
    assertion = Assertion(quantity=STATED.quantity, noun="n" * 301, quote_start=0, quote_end=9)
    assert list_columns(assertion)["noun"] == "n" * 300
    assert fit_name("s" * 301) == "s" * 300
