"""Pages of the API: a cursor walks the rows, from the newest on unless another order is asked for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from sources.api.keyset import KEY, Cursor, Keys, Sorting, read_cursor, select_page
from sources.api.late_join import Body, read_lines
from sources.models.counting import count_rows

MAX_PAGE_SIZE = 1000
PAGE_SIZE = 50
CURSOR, SIZE, ORDERING, COUNT = "cursor", "page_size", "ordering", "count"
NEWEST = "id"
"""The order in which rows were put on the record; their ids are in it."""


class KeysetPages(BasePagination):
    """A walk sees every row once, however many are added meanwhile; nothing is counted unless asked for.

    What is wrong is refused, never ignored.
    """

    cursor_param = CURSOR

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """The rows of the page that the request asks for, as the view shows them; raises ValidationError."""
        page = self._cut(queryset, request, view)
        keyed = self.sorting.key is not None
        rows = list(view.show(page))
        places = [(getattr(row, KEY) if keyed else None, row.pk) for row in rows]
        return self._keep(rows, places)

    def read_json(self, rows: QuerySet[Any], request: Request, view: Any, body: Body) -> list[str]:
        """The same rows as JSON from the database."""
        page = self._cut(rows, request, view)
        lines = read_lines(page, body, keyed=self.sorting.key is not None)
        return self._keep([line.json for line in lines], [(line.key, line.number) for line in lines])

    def _cut(self, rows: QuerySet[Any], request: Request, view: Any) -> QuerySet[Any]:
        self.request, parameters = request, request.query_params
        self.size = read_size(parameters)
        self.sorting = read_sorting(parameters, view.get_keys(), default=view.get_default_ordering())
        self.cursor = None
        if CURSOR in parameters:
            self.cursor = read_cursor(parameters[CURSOR], self.sorting)
            if self.cursor is None:
                message = "This is no cursor of this list: follow `next` or `previous` of a page."
                raise ValidationError({CURSOR: message})
        self.counted = count_rows(rows) if read_flag(parameters, COUNT) else None
        return select_page(rows, self.sorting, self.cursor, self.size)

    def _keep(self, rows: list[Any], places: list[tuple[Any, int]]) -> list[Any]:
        """The page's own rows in their order; notes where the pages before and behind begin."""
        has_more = len(rows) > self.size
        back = self.cursor is not None and self.cursor.back
        rows, places = rows[: self.size], places[: self.size]
        if back:
            rows, places = rows[::-1], places[::-1]
        is_first = self.cursor is None or (back and not has_more)
        self.previous = self._write(places[0], back=True) if places and not is_first else None
        self.next = self._write(places[-1]) if places and (has_more or back) else None
        return rows

    def _write(self, place: tuple[Any, int], *, back: bool = False) -> str:
        value, number = place
        cursor = Cursor(value=None if value is None else str(value), number=number, back=back)
        return replace_query_param(self.request.build_absolute_uri(), CURSOR, cursor.write(self.sorting.name))

    def describe_page(self) -> dict[str, Any]:
        """What a page says beside its rows."""
        links: dict[str, Any] = {"next": self.next, "previous": self.previous}
        if self.counted is None:
            return links
        return {**links, "count": self.counted.value, "count_is_estimate": self.counted.is_estimate}

    def get_paginated_response(self, data: Any) -> Response:
        """The page."""
        return Response({**self.describe_page(), "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A page for the schema."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "Where the following page is, or null."},
                "previous": {**link, "description": "Where the page before is, or null."},
                "count": {"type": "integer", "description": "How many rows there are; with `count=true`."},
                "count_is_estimate": {
                    "type": "boolean",
                    "description": "Whether `count` is the database's guess, beyond 1,000 rows.",
                },
                "results": schema,
            },
        }

    def list_parameters(self) -> list[str]:
        """The parameters of every list."""
        return [CURSOR, SIZE, ORDERING, COUNT]

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """The parameters for the schema, with their limits."""
        names = list_orderings(view.get_keys())  # type: ignore[attr-defined]  # a resource's view
        size = {"type": "integer", "minimum": 1, "maximum": MAX_PAGE_SIZE, "default": PAGE_SIZE}
        return [
            _describe(CURSOR, {"type": "string"}, "Where the page starts: follow `next` and `previous`."),
            _describe(SIZE, size, "How many rows a page has.", example=100),
            _describe(
                ORDERING, {"type": "string", "enum": names}, "What to sort by; - puts the largest first."
            ),
            _describe(COUNT, {"type": "boolean"}, "Whether to say how many rows there are.", example=True),
        ]


def _describe(name: str, schema: Mapping[str, Any], description: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": dict(schema),
        **more,
    }


def read_size(parameters: Mapping[str, str]) -> int:
    """The page size asked for; raises ValidationError for anything but 1 to 1000."""
    asked = parameters.get(SIZE)
    if asked is None:
        return PAGE_SIZE
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 4 and 1 <= int(asked) <= MAX_PAGE_SIZE):
        raise ValidationError({SIZE: f"A page has 1 to {MAX_PAGE_SIZE} rows, not “{asked[:50]}”."})
    return int(asked)


def read_flag(parameters: Mapping[str, str], name: str) -> bool:
    """Whether a parameter is true; raises ValidationError for anything but true and false."""
    asked = parameters.get(name) or "false"
    if asked not in {"true", "false"}:
        raise ValidationError({name: f"Write true or false, not “{asked[:50]}”."})
    return asked == "true"


def read_sorting(parameters: Mapping[str, str], keys: Keys, *, default: str) -> Sorting:
    """The order asked for; raises ValidationError with the orders that there are."""
    asked = parameters.get(ORDERING) or default
    known = list_orderings(keys)
    if asked not in known:
        message = f"The list cannot be sorted by “{asked[:50]}”. Known are: {', '.join(known)}."
        raise ValidationError({ORDERING: [ErrorDetail(message, code="unknown_ordering")]})
    name = asked.removeprefix("-")
    return Sorting(name=asked, key=keys.get(name), descending=asked.startswith("-"))


def list_orderings(keys: Iterable[str]) -> Sequence[str]:
    """Every order of a list, rising and falling."""
    return [sign + name for name in (NEWEST, *keys) for sign in ("", "-")]
