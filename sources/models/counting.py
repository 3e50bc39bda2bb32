"""How many rows a list has, without reading all of them."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

EXACT_UP_TO = 1_000
"""Counting stops here: beyond it nobody reads every row, and PostgreSQL would have to."""

PLAN_ROWS = re.compile(r"rows=(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many rows; an estimate is PostgreSQL's own, as good as the table's statistics."""

    value: int
    is_estimate: bool


def count_rows(rows: QuerySet[Any]) -> Count:
    """Exact up to the limit, beyond it the planner's estimate, which is never below it."""
    bare = rows.order_by().select_related(None).only("pk")
    counted = bare[: EXACT_UP_TO + 1].count()
    if counted <= EXACT_UP_TO:
        return Count(value=counted, is_estimate=False)
    return Count(value=max(counted, estimate_rows(bare)), is_estimate=True)


def estimate_rows(rows: QuerySet[Any]) -> int:
    """How many rows PostgreSQL's planner expects, without reading them."""
    top_node = rows.explain().splitlines()[0]
    found = PLAN_ROWS.search(top_node)
    return int(found.group(1)) if found else 0
