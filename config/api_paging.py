"""Pages of the API: a cursor walks the rows from the newest to the oldest."""

from typing import Any

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request
from rest_framework.views import APIView

MAX_PAGE_SIZE = 1000
MAX_KEY = 2**63 - 1
"""The largest key that a bigint column holds."""


class NewestFirst(CursorPagination):
    """Rows by falling key: a walk sees every row once, however many are added meanwhile; nothing is counted.

    What is wrong is refused: DRF would take its own page size or the first page in silence, and fail on
    a cursor whose position is no number.
    """

    ordering = "-id"
    page_size_query_param = "page_size"
    max_page_size = MAX_PAGE_SIZE
    page_size_query_description = "How many rows a page has, 1 to 1000; 50 unless given."
    cursor_query_description = "Where the page starts. Follow `next` and `previous` instead of making one."

    def get_page_size(self, request: Request) -> int | None:
        """The page size asked for; raises ValidationError for anything but 1 to 1000."""
        asked = request.query_params.get("page_size")
        if asked is None:
            return self.page_size
        if not _is_number(asked, most=MAX_PAGE_SIZE) or int(asked) == 0:
            raise ValidationError({"page_size": f"A page has 1 to {MAX_PAGE_SIZE} rows, not “{asked}”."})
        return int(asked)

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """The parameters for the schema, with the limits of the page size."""
        parameters: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            if parameter["name"] == self.page_size_query_param:
                parameter["schema"] |= {"minimum": 1, "maximum": MAX_PAGE_SIZE, "default": self.page_size}
        return parameters

    def decode_cursor(self, request: Request) -> Cursor | None:
        """The cursor of the request, None without one; raises ValidationError for a made-up one."""
        if self.cursor_query_param not in request.query_params:
            return None
        try:
            cursor = super().decode_cursor(request)
        except NotFound:
            cursor = None
        # Keys are unique, so that every cursor given out has a position and none has an offset.
        if cursor is None or cursor.offset or not _is_number(str(cursor.position), most=MAX_KEY):
            raise ValidationError({"cursor": "This is no cursor: follow `next` or `previous` of a page."})
        return cursor


def _is_number(text: str, *, most: int) -> bool:
    """Whether a text is a whole number of ASCII digits up to a limit."""
    return text.isascii() and text.isdigit() and len(text) <= len(str(most)) and int(text) <= most
