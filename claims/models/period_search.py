"""Claims by period: those whose stated period shares a day with a wanted one.

One index of ranges (GiST) holds the days of the claims that have a period, so that a year that few claims
are about is found without walking all of them. A year that many are about is walked from the newest claim
on: which of the two it is the planner sees from `claim_days`, the statistics of the days.
"""

from datetime import date
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Case, Func, Q, QuerySet, When

from sources.models.written import Written

HAS_DAYS = Q(period_start__isnull=False) | Q(period_end__isnull=False)
"""Whether a claim's period is told by a day; without one it is unknown, and not "always"."""

DAYS = Case(
    When(HAS_DAYS, then=Func("period_start", "period_end", template="daterange(%(expressions)s, '[]')")),
    output_field=DateRangeField(),
)
"""The days of a claim's period, open on a side that is not told; NULL where there are none."""

BY_DAYS = GistIndex(DAYS, name="claim_by_days", condition=HAS_DAYS)
"""Finds the claims whose period shares a day with a range of days."""


def filter_by_days(rows: QuerySet[Any], first: date | None, last: date | None) -> QuerySet[Any]:
    """Claims whose period shares a day with those from first to last, an end that is None being open."""
    wanted = Written(DateRange(first, last, "[]"), DateRangeField())
    found: QuerySet[Any] = rows.filter(HAS_DAYS).alias(days=DAYS).filter(days__overlap=wanted)
    return found
