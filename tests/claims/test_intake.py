"""Many texts at once: what is written while others are read."""

from concurrent.futures.process import BrokenProcessPool
from datetime import date
from multiprocessing import active_children
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from claims.harvest import PART, Counts, harvest_new
from claims.intake import Taken, take_in
from claims.models import Claim, Figure, Harvest
from sources.errors import SourcesError
from sources.ingest import Prepared, prepare, put_on_record
from sources.models import Sentence, Snapshot, Source
from sources.shelf import NOTHING_KNOWN, Description

pytestmark = pytest.mark.django_db

TEXTS = (
    "The port handled 12 ships in 2019.",
    "Ida Lund said 70 percent came by rail. It was cold.",
    "Nothing was counted here.",
    "More than 5,000 people waited. Between 20 and 30 boats lay at the quay.",
    "The fare rose by 3.5 euros.",
)


def cut(text: str, description: Description = NOTHING_KNOWN) -> Prepared:
    """A text as the command reads it; an empty one is refused."""
    return prepare(text.encode(), name="text.txt", description=description)


def take(*texts: str, size: int = 2, processes: int = 0) -> list[Taken[str]]:
    """What becomes of texts, batch by batch."""
    return list(take_in(texts, cut, size=size, processes=processes))


def list_rows() -> list[Any]:
    """What stands in every row that a text leads to, but for keys and moments."""
    return [
        list(Snapshot.objects.order_by("id").values_list("source__title", "number", "text")),
        list(
            Sentence.objects.order_by("id").values_list("snapshot__text", "ordinal", "start", "end", "role")
        ),
        list(Figure.objects.order_by("id").values_list("sentence__text", "surface", "disposition", "rule")),
        list(
            Claim.objects.order_by("id").values_list(
                "figure__surface", "quote", "low", "unit", "speaker__name"
            )
        ),
        list(Harvest.objects.order_by("id").values_list("snapshot__text", "extractor", "figures", "claims")),
    ]


def test_batches_come_in_the_order_of_their_inputs() -> None:
    taken = take(*TEXTS)
    assert [[one.snapshot.text for one in batch.ingested] for batch in taken] == [
        [TEXTS[0], TEXTS[1]], [TEXTS[2], TEXTS[3]], [TEXTS[4]],
    ]  # fmt: skip
    assert [batch.counts.snapshots for batch in taken] == [2, 2, 1]


@pytest.mark.parametrize("processes", [0, 2])
def test_rows_are_those_of_texts_that_are_put_on_record_one_by_one(processes: int) -> None:
    with transaction.atomic():
        for text in TEXTS:
            harvest_new(put_on_record([cut(text)]))
        one_by_one = list_rows()
        transaction.set_rollback(True)
    assert [len(rows) for rows in one_by_one] == [5, 7, 6, 5, 5]

    take(*TEXTS, processes=processes)

    assert list_rows() == one_by_one


def test_no_input_is_no_batch() -> None:
    assert take() == []


def test_an_input_that_cannot_be_read_is_told_and_the_rest_goes_on() -> None:
    first, second = take(TEXTS[0], "", TEXTS[1])
    assert [(one.given, type(one.problem).__mro__[1]) for one in first.refused] == [("", SourcesError)]
    assert [one.snapshot.text for one in (*first.ingested, *second.ingested)] == [TEXTS[0], TEXTS[1]]


def test_a_text_that_is_known_is_found_and_not_harvested_again() -> None:
    (first,) = take(TEXTS[0])
    (again,) = take(TEXTS[0])
    assert not again.ingested[0].is_new
    assert again.ingested[0].snapshot == first.ingested[0].snapshot
    assert again.counts == Counts()
    assert Figure.objects.count() == 2


def test_a_text_that_comes_twice_in_a_batch_is_written_once() -> None:
    (batch,) = take(TEXTS[0], TEXTS[0])
    assert [one.is_new for one in batch.ingested] == [True, False]
    assert Figure.objects.count() == 2


def test_a_known_source_keeps_its_day_and_figures_are_read_by_it() -> None:
    url = "https://example.org/report"
    put_on_record([cut("A first text.", Description(url=url, published_on=date(2020, 5, 1)))])
    later = Description(url=url, published_on=date(2024, 5, 1))

    list(take_in(["The port handled 12 ships last year."], lambda text: cut(text, later)))

    assert Source.objects.get().published_on == date(2020, 5, 1)
    assert Claim.objects.get().period_start == date(2019, 1, 1)


def test_what_nobody_expected_ends_it_and_leaves_no_half_batch() -> None:
    def fail_at_last(text: str) -> Prepared:
        if text == TEXTS[4]:
            raise ZeroDivisionError
        return cut(text)

    with pytest.raises(ZeroDivisionError):
        list(take_in(TEXTS, fail_at_last, size=1, processes=0))
    assert Snapshot.objects.count() == Harvest.objects.count() < 5


def test_a_single_batch_starts_no_process() -> None:
    take(*TEXTS, size=5, processes=2)
    assert not active_children()


def test_a_process_that_is_ended_from_outside_ends_it_and_leaves_whole_batches() -> None:
    taken = take_in([f"Report {number}: 12 ships." for number in range(40)], cut, size=1, processes=1)
    next(taken)
    for process in active_children():
        process.kill()
    with pytest.raises(BrokenProcessPool):
        list(taken)
    assert 0 < Snapshot.objects.count() == Harvest.objects.count() < 40


def test_a_text_of_more_figures_than_are_written_at_once_is_written_whole() -> None:
    text = (
        "Boats counted, day by day: " + "; ".join(f"{number} boats" for number in range(3, PART + 53)) + "."
    )

    (batch,) = take(text)

    figures = list(Figure.objects.order_by("id").values_list("surface", flat=True))
    assert figures == [str(number) for number in range(3, PART + 53)]
    note = Harvest.objects.get()
    assert (batch.counts.added, note.figures, note.claims) == (PART + 50, PART + 50, Claim.objects.count())


def test_more_texts_take_no_more_queries() -> None:
    asked = []
    for number in (3, 9):
        texts = [f"Report {number}.{place}: the port handled 12 ships." for place in range(number)]
        with CaptureQueriesContext(connection) as queries:
            take(*texts, size=10)
        asked.append(len(queries))
    assert asked[0] == asked[1]
