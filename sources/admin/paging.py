"""Pages of a list whose table may be of any size."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

from sources.models.counting import Count, count_rows

DEPTH = 10_000
"""How many rows can be paged through: to skip a row PostgreSQL still has to read it."""


class EstimatingPaginator(Paginator):  # type: ignore[type-arg]  # Django's class takes no subscript at run time
    """Counts exactly up to a limit and takes PostgreSQL's own estimate beyond it.

    `count` is what the list says it has; no page lies deeper than `DEPTH` rows. The estimate is as
    good as the table's statistics: within a few percent after ANALYZE, poorer for rare combinations.
    """

    object_list: QuerySet[Any]
    template_name = "sources/admin/paging.html"  # read by the look's list page

    @cached_property
    def counted(self) -> Count:
        """How many rows, and whether that is PostgreSQL's guess."""
        return count_rows(self.object_list)

    @property
    def count(self) -> int:
        """How many rows: exact up to a limit, else an estimate that is never below it."""
        return self.counted.value

    @property
    def is_estimate(self) -> bool:
        """Whether `count` is PostgreSQL's guess."""
        return self.counted.is_estimate

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
    def shown_depth(self) -> str:
        """How many rows pages reach, as people read it."""
        return f"{DEPTH:,}"

    @property
    def is_cut(self) -> bool:
        """Whether there are rows that no page reaches."""
        return self.count > DEPTH
