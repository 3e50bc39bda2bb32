"""Pages of a list whose table may be of any size."""

import re
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.utils.functional import cached_property

EXACT_UP_TO = 1_000
"""Counting stops here: beyond it nobody reads every row, and PostgreSQL would have to."""

DEPTH = 10_000
"""How many rows can be paged through: to skip a row PostgreSQL still has to read it."""

PLAN_ROWS = re.compile(r"rows=(\d+)")


class EstimatingPaginator(Paginator):  # type: ignore[type-arg]  # Django's class takes no subscript at run time
    """Counts exactly up to a limit and takes PostgreSQL's own estimate beyond it.

    `count` is what the list says it has; no page lies deeper than `DEPTH` rows. The estimate is as
    good as the table's statistics: within a few percent after ANALYZE, poorer for rare combinations.
    """

    object_list: QuerySet[Any]
    template_name = "sources/admin/paging.html"  # read by the look's list page

    @cached_property
    def count(self) -> int:
        """How many rows: exact up to the limit, else an estimate that is never below it."""
        rows = self._strip()
        counted = rows[: EXACT_UP_TO + 1].count()
        return counted if counted <= EXACT_UP_TO else max(counted, estimate_rows(rows))

    @property
    def is_estimate(self) -> bool:
        """Whether `count` is PostgreSQL's guess."""
        return self.count > EXACT_UP_TO

    @property
    def shown_count(self) -> str:
        """The count as people read it; an estimate with two digits that mean something."""
        if not self.is_estimate:
            return f"{self.count:,}"
        return f"{round(self.count, 2 - len(str(self.count))):,}"

    @cached_property
    def num_pages(self) -> int:
        """How many pages can be asked for."""
        reachable = min(self.count, DEPTH)
        return max(1, -(-reachable // self.per_page))

    @property
    def is_cut(self) -> bool:
        """Whether there are rows that no page reaches."""
        return self.count > DEPTH

    def _strip(self) -> QuerySet[Any]:
        """The same rows without order and joined columns, which counting does not need."""
        return self.object_list.order_by().select_related(None).only("pk")


def estimate_rows(rows: QuerySet[Model]) -> int:
    """How many rows PostgreSQL's planner expects, without reading them."""
    top_node = rows.explain().splitlines()[0]
    found = PLAN_ROWS.search(top_node)
    return int(found.group(1)) if found else 0
