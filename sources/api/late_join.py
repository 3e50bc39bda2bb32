"""A page's rows first, then what is shown of them: joins are made for a hundred rows, not for a table."""

from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import BigIntegerField, Expression, QuerySet, TextField
from django.db.models.functions import Cast

from sources.api.json_rows import Serializer, express
from sources.api.keyset import KEY

LINE = "_line"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a page: its JSON, its number and what it is sorted by."""

    json: str
    number: int
    key: Any = None


class PageColumn(Expression):
    """A column of the page's own query, by its name there."""

    def __init__(self, table: str, name: str) -> None:
        """The table under whose name the page stands."""
        super().__init__(output_field=BigIntegerField())
        self.table, self.name = table, name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """The quoted column."""
        return f"{connection.ops.quote_name(self.table)}.{connection.ops.quote_name(self.name)}", ()


class PageTable:
    """The page's query where a statement would read the whole table; a table to the compiler."""

    parent_alias = None
    join_type = None
    filtered_relation = None

    def __init__(self, table: str, page: QuerySet[Any]) -> None:
        """Stand for a table."""
        self.table_name = self.table_alias = table
        self.page = page

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        """The page's statement in parentheses, under the table's name."""
        sql, params = self.page.query.get_compiler(connection=connection).as_sql()
        return f"({sql}) {connection.ops.quote_name(self.table_alias)}", params


def read_lines(page: QuerySet[Any], body: QuerySet[Any], row: Serializer, *, keyed: bool) -> list[Line]:
    """The rows of a page, in its order.

    page: the sorted and cut rows, bare. body: all rows of the model with the joins and annotations that
    the serializer's fields need. keyed: whether the page's rows carry a sort key.
    """
    table = page.model._meta.db_table
    columns = {LINE: Cast(express(row), TextField())}
    order = list(page.query.order_by)
    shown = body.select_related(None).order_by().annotate(**columns)
    if keyed:
        shown = shown.annotate(**{KEY: PageColumn(table, KEY)})
    shown = shown.order_by(*order).values_list(LINE, "pk", *([KEY] if keyed else []))
    query = shown.query
    query.get_initial_alias()
    query.alias_map[table] = PageTable(table, page.select_related(None))
    connection: Any = connections[page.db]
    sql, params = query.get_compiler(connection=connection).as_sql()
    return [Line(*row) for row in connection.read(sql, params)]
