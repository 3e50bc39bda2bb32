"""A page's rows first, then what is shown of them: joins are made for a hundred rows, not for a table."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db import connections
from django.db.models import BigIntegerField, Expression, QuerySet, TextField

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


class AllColumns(Expression):
    """Every column of a table without their names: to write forty of them costs more than to read them."""

    def __init__(self, table: str) -> None:
        """The table, by its name in the query."""
        super().__init__(output_field=TextField())
        self.table = table

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        """The star of the table."""
        return f"{connection.ops.quote_name(self.table)}.*", ()


@dataclass(frozen=True, slots=True)
class Body:
    """What is shown of a page's rows; make: all rows of the model with their joins, and the serializer.

    Bodies with the same key are the same: to make one and to write its statement costs more than to run it.
    """

    key: Hashable
    make: Callable[[], tuple[QuerySet[Any], Serializer]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement in two halves with their parameters; the page's own stands between them."""

    before: str
    behind: str
    params_before: tuple[Any, ...]
    params_behind: tuple[Any, ...]


class PageTable:
    """Where the page's statement stands instead of the whole table; a table to the compiler."""

    parent_alias = None
    join_type = None
    filtered_relation = None
    mark = "/* the page */"

    def __init__(self, table: str) -> None:
        """Stand for a table."""
        self.table_name = self.table_alias = table

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The mark in parentheses, under the table's name, and the mark as the parameter at its place."""
        return f"({self.mark}) {connection.ops.quote_name(self.table_alias)}", [self.mark]


def read_lines(page: QuerySet[Any], body: Body, *, keyed: bool) -> list[Line]:
    """The rows of a sorted and cut page, in its order; keyed: whether they carry a sort key."""
    statement = write_statement(body, page.db, tuple(page.query.order_by), keyed)
    connection: Any = connections[page.db]
    query = page.select_related(None).query
    # What is sorted by a key of its own names it by its position, which a star would shift.
    if not keyed:
        query.default_cols, query.select = False, (AllColumns(query.get_initial_alias()),)
    sql, params = query.get_compiler(connection=connection).as_sql()
    rows = connection.read(
        f"{statement.before}{sql}{statement.behind}",
        (*statement.params_before, *params, *statement.params_behind),
    )
    return [Line(*row) for row in rows]


@lru_cache(maxsize=500)
def write_statement(body: Body, database: str, order: tuple[Any, ...], keyed: bool) -> Statement:
    """The statement that joins a page to its body, in an order."""
    rows, row = body.make()
    table = rows.model._meta.db_table
    shown = rows.select_related(None).order_by().annotate(**{LINE: express(row)})
    if keyed:
        shown = shown.annotate(**{KEY: PageColumn(table, KEY)})
    query = shown.order_by(*order).values_list(LINE, "pk", *([KEY] if keyed else [])).query
    query.get_initial_alias()
    query.alias_map[table] = PageTable(table)
    sql, params = query.get_compiler(connection=connections[database]).as_sql()
    before, _, behind = sql.partition(PageTable.mark)
    place = params.index(PageTable.mark)
    return Statement(before, behind, tuple(params[:place]), tuple(params[place + 1 :]))
