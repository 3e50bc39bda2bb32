"""Expressions that PostgreSQL computes to the text of JSON.

They are put together with `concat`, which knows after its first row how each of its parts is written;
`json_build_object` looks the type of each part up for every row, which takes two fifths of a page's time.
Only what holds words goes through `to_json`, which escapes it.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db.models import (
    BooleanField,
    CharField,
    F,
    Field,
    Func,
    IntegerField,
    TextField,
    UUIDField,
    Value,
)
from django.db.models.functions import Cast

MOST_PARTS = 90
"""Parts of one call: PostgreSQL allows a hundred."""


class Constant(str):
    """Text that is the same in every row, without a quote in it: keys and brackets."""

    __slots__ = ()


class JsonText(TextField):  # type: ignore[type-arg]  # as Django's own subclasses
    """What an expression has in it: text that is JSON already, or NULL."""


class JsonObject(Func):
    """An object with these keys."""

    def __init__(self, pairs: dict[str, Any]) -> None:
        """Take the expressions by their keys."""
        super().__init__(*pairs.values(), output_field=JsonText())
        self.keys = list(pairs)

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """The calls of concat, and the parameters of the values."""
        params: list[Any] = []
        return concat(self.list_parts(compiler, params)), params

    def list_parts(self, compiler: Any, params: list[Any]) -> Iterator[str]:
        """The object's text piece by piece; an object inside it gives its own pieces."""
        yield Constant("{")
        for place, (key, source) in enumerate(zip(self.keys, self.get_source_expressions(), strict=True)):
            yield Constant(f"{', ' if place else ''}{json.dumps(key)}: ")
            if isinstance(source, JsonObject):
                yield from source.list_parts(compiler, params)
            else:
                sql, found = compiler.compile(source)
                params.extend(found)
                yield write_value(sql, source.output_field)
        yield Constant("}")


class JsonArray(Func):
    """The JSON of all rows as one array, ordered by the second expression; `[]` without a row."""

    template = "concat('[', string_agg(%(expressions)s), ']')"
    arg_joiner = ", ', ' ORDER BY "
    output_field = JsonText()


class Moment(Func):
    """A moment as DRF writes it: in UTC, with six digits of a second's fraction or none."""

    template = (
        "'\"' || replace(to_char(%(expressions)s AT TIME ZONE 'UTC', "
        "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'), '.000000', '') || '\"'"
    )
    output_field = JsonText()


class JsonString(Func):
    """A string of constant texts and of columns that hold nothing to escape, such as a UUID."""

    template = "(%(expressions)s)"
    arg_joiner = " || "
    output_field = JsonText()

    def __init__(self, *parts: str | F) -> None:
        """Escape the texts; the columns are written as they are."""
        written = (Value(escape(p)) if isinstance(p, str) else Cast(p, TextField()) for p in parts)
        super().__init__(Value('"'), *written, Value('"'))


def escape(text: str) -> str:
    """Text as it stands inside a string of JSON."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def as_text(path: str) -> Cast:
    """A column as text: exact numbers in plain digits, a UUID with its hyphens."""
    return Cast(F(path), TextField())


def write_value(sql: str, field: "Field[Any, Any]") -> str:
    """The JSON of a value of a column; NULL is null."""
    match field:
        case JsonText():
            return f"coalesce({sql}, 'null')"
        case IntegerField() | BooleanField():
            return f"coalesce(({sql})::text, 'null')"
        case CharField() | TextField():
            return f"coalesce(to_json(({sql})::text), 'null')"
        case UUIDField():
            return f"coalesce('\"' || ({sql})::text || '\"', 'null')"
    return f"coalesce(to_json({sql}), 'null')"


def concat(parts: Iterable[str]) -> str:
    """A call that makes one text of many, in which NULL counts as nothing."""
    calls = merge(parts)
    while len(calls) > MOST_PARTS:
        places = range(0, len(calls), MOST_PARTS)
        calls = [f"concat({', '.join(calls[place : place + MOST_PARTS])})" for place in places]
    return f"concat({', '.join(calls)})"


def merge(parts: Iterable[str]) -> list[str]:
    """The parts as SQL, constants that stand beside each other as one."""
    runs = groupby(parts, key=lambda part: isinstance(part, Constant))
    return [sql for is_constant, run in runs for sql in ([f"'{''.join(run)}'"] if is_constant else run)]
