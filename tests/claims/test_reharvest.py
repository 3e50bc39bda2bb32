"""Many snapshots that are harvested while others are searched."""

from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from claims.harvest import Counts, harvest, select_due
from claims.models import Claim, Figure, Harvest
from claims.reharvest import BATCH, harvest_all
from sources.models import Source
from tests.builders import make_snapshot

pytestmark = pytest.mark.django_db

TEXTS = (
    "The port handled 12 ships last year.",
    "Nothing was counted here.",
    "Ida Lund said 70 percent came by rail. It was cold.",
    "More than 5,000 people waited. Between 20 and 30 boats lay at the quay.",
)


def list_rows() -> list[Any]:
    """What stands in every row that a harvest writes, but for keys and moments."""
    return [
        list(Figure.objects.order_by("id").values_list("sentence__text", "surface", "disposition", "rule")),
        list(Claim.objects.order_by("id").values_list("quote", "low", "speaker__name", "period_start")),
        list(Harvest.objects.order_by("id").values_list("snapshot__text", "extractor", "figures", "claims")),
    ]


@pytest.mark.parametrize("processes", [0, 2])
def test_rows_are_those_of_snapshots_that_are_harvested_one_by_one(processes: int) -> None:
    for number in range(BATCH // 2):
        for text in TEXTS:
            make_snapshot(f"Report {number}. {text}")
    Source.objects.update(published_on=date(2020, 5, 1))
    with transaction.atomic():
        for snapshot in select_due():
            harvest(snapshot)
        one_by_one = list_rows()
        transaction.set_rollback(True)
    assert len(one_by_one[2]) == BATCH * 2

    counts = sum(harvest_all(select_due(), processes=processes), start=Counts())

    assert list_rows() == one_by_one
    assert (counts.snapshots, counts.added) == (BATCH * 2, len(one_by_one[0]))


def test_a_text_that_was_read_before_takes_few_queries() -> None:
    for text in TEXTS:
        make_snapshot(text)
    list(harvest_all(select_due()))
    with CaptureQueriesContext(connection) as queries:
        list(harvest_all(select_due(again=True)))
    # Snapshots and sentences once; of each: a savepoint and its end, a lock, claims, figures and the note, of
    # the one that has a speaker that speaker.
    assert len(queries) == 2 + 6 * len(TEXTS) + 1
