"""The benchmarks' made-up record is one that could have come about by work."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

from benchmarks.record_parts.record import make_record
from benchmarks.record_parts.words import RARE, list_words
from claims.models import Claim, Evidence, Figure, Review, SecondDecision, Verdict
from sources.models import Sentence, Snapshot, Source
from tests.builders import check_deferred, make_source

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> None:
    """A record of 800 claims, held against every rule of the database."""
    make_record(800, silent=True)
    check_deferred()


@pytest.mark.usefixtures("record")
def test_record_has_as_many_claims_as_asked_for_with_all_that_hangs_on_them() -> None:
    assert Claim.objects.count() == 800
    assert (Source.objects.count(), Sentence.objects.count(), Figure.objects.count()) == (20, 400, 1200)
    assert Review.objects.count() == Claim.objects.exclude(status="proposed").count() > 0
    assert Verdict.objects.count() == Evidence.objects.count() > 0
    assert SecondDecision.objects.exists()


@pytest.mark.usefixtures("record")
def test_every_status_follows_from_its_reviews() -> None:
    out = StringIO()
    call_command("verify_history", stdout=out)

    assert out.getvalue().startswith(f"800 claims, {Review.objects.count()} reviews")


@pytest.mark.usefixtures("record")
def test_texts_hold_their_sentences() -> None:
    snapshot = Snapshot.objects.order_by("-id")[0]
    sentences = list(snapshot.sentences.order_by("ordinal"))

    assert [snapshot.text[s.start : s.end] for s in sentences] == [s.text for s in sentences]
    assert sentences[-1].end == len(snapshot.text)


@pytest.mark.usefixtures("record")
def test_one_word_is_rare() -> None:
    assert RARE not in list_words()
    assert Sentence.objects.filter(text__contains=RARE).count() == 1


@pytest.mark.usefixtures("record")
def test_rows_can_be_added_behind_it() -> None:
    assert make_source().pk == 21


def test_people_are_editors_who_may_log_in() -> None:
    make_record(40, silent=True)

    ada = User.objects.get(username="ada")

    assert ada.is_staff
    assert ada.has_perm("claims.resolve_second_pass")


@pytest.mark.parametrize("number", [0, 39, 41])
def test_a_number_that_fills_no_source_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="40 claims"):
        make_record(number)
