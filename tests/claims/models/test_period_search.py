"""Periods are looked for by the index of their days."""

from datetime import date

import pytest
from django.db import connection

from claims.models import Claim
from claims.models.period_search import filter_by_days
from tests.builders import make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def claims() -> None:
    """A claim for each of twenty years, and the planner's numbers."""
    for year in range(2000, 2020):
        make_claim(
            noun=f"{year}", period=f"{year}", period_start=date(year, 1, 1), period_end=date(year, 12, 31)
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE claims_claim")
        cursor.execute("SET LOCAL enable_seqscan = off")


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        (date(2003, 6, 1), date(2003, 6, 1), ["2003"]),
        (date(2018, 12, 31), None, ["2018", "2019"]),
        (None, date(2001, 1, 1), ["2000", "2001"]),
        (date(9999, 12, 31), date(9999, 12, 31), []),
    ],
)
def test_the_index_of_days_can_answer(first: date | None, last: date | None, found: list[str]) -> None:
    rows = filter_by_days(Claim.objects.order_by(), first, last)

    assert "claim_by_days" in rows.explain()
    assert sorted(rows.values_list("noun", flat=True)) == found


@pytest.mark.usefixtures("claims")
def test_the_planner_knows_how_rare_a_period_is() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT null_frac FROM pg_stats_ext_exprs WHERE statistics_name = 'claim_days'")
        assert cursor.fetchone() == (0.0,)
