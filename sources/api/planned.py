"""Filters whose value stands in the statement, where the planner sees it.

Of a parameter it knows nothing once a statement is prepared: it took the few claims of the last hour for a
third of all, and a name that nobody has for one that many have, and looked for a page of them in the whole
table.
"""

from typing import Any

from django.db.models import Field, QuerySet, TextField
from django_filters import rest_framework as filters

from sources.models.written import Written


class PlannedFilter(filters.Filter):
    """Rows whose column compares with what is written into the statement."""

    column: "Field[Any, Any]" = TextField()

    def filter(self, rows: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """The rows; all of them where nothing is asked for."""
        if value is None or value == "":
            return rows
        return rows.filter(**{f"{self.field_name}__{self.lookup_expr}": Written(value, self.column)})


class TextFilter(PlannedFilter, filters.CharFilter):
    """Rows by a text, or by letters in it."""
