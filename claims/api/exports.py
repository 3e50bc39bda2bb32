"""Lists of claims as files: the whole filtered set as one stream, however long."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import structlog
from django.db.models import QuerySet
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse
from rest_framework.generics import GenericAPIView
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.viewsets import ReadOnlyModelViewSet

from claims.exports.csv_file import stream_csv
from claims.exports.json_lines import stream_json_lines
from claims.exports.parquet import stream_parquet
from claims.models import Claim
from sources.api.json_rows import express
from sources.api.resources import keep_site

logger = structlog.get_logger(__name__)

WHOLE = (
    "The whole filtered list, oldest first, without pages. The answer has a file name; where the connection "
    "ends early, which clients report as an error, the file is not whole."
)


class FileRenderer(BaseRenderer):
    """A format of whole lists; its bytes are streamed past DRF's rendering."""

    charset = None
    render_style = "binary"
    content_type: str
    """The media type as the answer names it."""
    is_shaped = False
    """Whether `?fields=` and `?expand=` say what of a row the file has."""

    def stream(self, claims: QuerySet[Claim], view: GenericAPIView[Any]) -> Iterator[bytes]:
        """The file of a view's claims, piece by piece."""
        raise NotImplementedError

    def render(self, data: Any, *_: Any, **__: Any) -> Any:
        """Raise TypeError: nothing is ever rendered whole."""
        raise TypeError("A file is streamed.")


class CsvRenderer(FileRenderer):
    """RFC 4180, with a header."""

    media_type = "text/csv"
    format = "csv"
    content_type = "text/csv; charset=utf-8"

    def stream(self, claims: QuerySet[Claim], view: GenericAPIView[Any]) -> Iterator[bytes]:
        """The header, then a line a claim."""
        return stream_csv(claims)


class JsonLinesRenderer(FileRenderer):
    """A JSON object a line, each as the list has it."""

    media_type = "application/x-ndjson"
    format = "jsonl"
    content_type = media_type
    is_shaped = True

    def stream(self, claims: QuerySet[Claim], view: GenericAPIView[Any]) -> Iterator[bytes]:
        """A line a claim."""
        # Links lead to rows, not to rows in this format: DRF would take `?format=` over into them.
        context = {**view.get_serializer_context(), "request": keep_site(view.request, [])}
        row = express(view.get_serializer_class()(context=context))
        return stream_json_lines(view.show(claims), row)  # type: ignore[attr-defined]  # a resource's view


class ParquetRenderer(FileRenderer):
    """Apache Parquet."""

    media_type = "application/vnd.apache.parquet"
    format = "parquet"
    content_type = media_type

    def stream(self, claims: QuerySet[Claim], view: GenericAPIView[Any]) -> Iterator[bytes]:
        """A row group a batch of claims."""
        return stream_parquet(claims)


RENDERERS = (CsvRenderer, JsonLinesRenderer, ParquetRenderer)

FILE_ANSWERS = {
    (200, CsvRenderer.media_type): OpenApiResponse(OpenApiTypes.STR, description=WHOLE),
    (200, JsonLinesRenderer.media_type): OpenApiResponse(OpenApiTypes.STR, description=WHOLE),
    (200, ParquetRenderer.media_type): OpenApiResponse(OpenApiTypes.BINARY, description=WHOLE),
}


class ExportedList(ReadOnlyModelViewSet[Any]):
    """A list that is also given as a file: `?format=csv`, or by `Accept`."""

    def get_renderers(self) -> list[Any]:
        """The usual formats, and those of files for the list."""
        renderers = super().get_renderers()
        return [*renderers, *(renderer() for renderer in RENDERERS)] if self.action == "list" else renderers

    @property
    def paginator(self) -> Any:
        """None for a file, so that the parameters of pages are refused there as unknown."""
        return None if find_renderer(self.request) else super().paginator

    def list(  # type: ignore[override]  # a file is no DRF response
        self, request: Request, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        """A page of rows, or all of them as a file."""
        renderer = find_renderer(request)
        if renderer is None:
            return super().list(request, *args, **kwargs)
        rows = self.filter_queryset(self.get_queryset())
        return answer_with_file(request, renderer, renderer.stream(rows, self), name="claims")


def find_renderer(request: Request | None) -> FileRenderer | None:
    """The format of files that a request asks for, if it does."""
    renderer = getattr(request, "accepted_renderer", None)
    return renderer if isinstance(renderer, FileRenderer) else None


def answer_with_file(
    request: Request, renderer: FileRenderer, stream: Iterator[bytes], *, name: str
) -> HttpResponseBase:
    """A stream as a download; to HEAD the same without its content."""
    headers = {
        "Content-Type": renderer.content_type,
        "Content-Disposition": f'attachment; filename="{name_file(name, renderer, timezone.now().date())}"',
        "X-Content-Type-Options": "nosniff",
    }
    if request.method == "HEAD":
        return HttpResponse(headers=headers)
    log = logger.bind(**structlog.contextvars.get_contextvars())
    return StreamingHttpResponse(Download(stream, log=log), headers=headers)


def name_file(name: str, renderer: FileRenderer, day: date) -> str:
    """What a download is called: onrecord-claims-2026-11-25.csv."""
    return f"onrecord-{name}-{day.isoformat()}.{renderer.format}"


class Download:
    """A stream whose first piece is read at once: what fails at its start is still answered as an error.

    What fails later breaks the connection: a server that has begun to send a body in chunks has no other
    way to say that it is not whole. Who hangs up ends the query.
    """

    def __init__(self, stream: Iterator[bytes], *, log: Any) -> None:
        self._stream = stream
        self._first: bytes | None = next(stream, b"")
        self._log = log
        self._ended = False

    def __iter__(self) -> "Download":
        return self

    def __next__(self) -> bytes:
        """The next piece."""
        if self._first is not None:
            first, self._first = self._first, None
            return first
        try:
            return next(self._stream)
        except BaseException:
            self._ended = True  # whole, or failed: the latter is logged with its reason by what streams it
            raise

    def close(self) -> None:
        """End the query that is still running, where the client has hung up."""
        if not self._ended:
            self._log.info("export_abandoned")
            self._ended = True
        close = getattr(self._stream, "close", None)
        if close:
            close()
