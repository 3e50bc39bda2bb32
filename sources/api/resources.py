"""What every resource of the API is: a list whose pages the database builds, and a detail with an ETag."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db.models import F, QuerySet
from rest_framework.mixins import ListModelMixin, RetrieveModelMixin
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from sources.api.json_rows import RowsOf
from sources.api.keyset import Key, Keys, read_decimal, read_moment, read_words
from sources.api.late_join import Body
from sources.api.passing import join_page
from sources.api.shapes import EXPANDED, SHAPE_PARAMETERS, Shape, read_shape
from sources.api.tags import answer_tagged
from sources.models.words import RANK

RELEVANCE = Key(expression=F(RANK), read=read_decimal)
"""How well a row fits the words that are searched for."""

NAME = Key(expression=F("name"), read=read_words)
AT = Key(expression=F("at"), read=read_moment)
UPDATED = Key(expression=F("updated_at"), read=read_moment)
CREATED = None
"""The order of making: to sort ten million rows by their moments as well would take seconds."""


class ListViewSet(ListModelMixin, GenericViewSet[Any]):
    """Rows as a list: its pages are built by the database itself."""

    list_actions: tuple[str, ...] = ("list",)
    keys: Keys = {}
    heading = ""
    """What the rows are called on a page, where their model's name does not say it."""

    def get_queryset(self) -> QuerySet[Any]:
        """For a list the bare rows: what is shown of them is joined to one page alone. Else whole ones."""
        rows: QuerySet[Any] = super().get_queryset()
        return rows if self.action in self.list_actions else self.show(rows)

    def get_view_name(self) -> str:
        """The heading of a page: what is done with a row, or what the rows are called."""
        action: str | None = getattr(self, "name", None)
        names = super().get_queryset().model._meta
        rows = self.heading or (names.verbose_name if self.detail else names.verbose_name_plural)
        return action or str(rows).capitalize()

    def show(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with all that their serializer shows, and with what `?expand=` adds."""
        return rows.prefetch_related(*self.list_prefetches())

    def list_prefetches(self) -> list[Any]:
        """What has to be read beside the rows for `?expand=`."""
        names = self.read_shape().expand
        around = self._make_row().fields[EXPANDED] if names else None
        fields = [around.fields[name] for name in sorted(names)] if around else []
        return [field.prefetch() for field in fields if isinstance(field, RowsOf)]

    def read_shape(self) -> Shape:
        """What the request wants to see of a row; all of it in answers to writes."""
        asked = self.request.query_params if self.action in {"list", "retrieve"} else {}
        if not any(asked.get(name) for name in SHAPE_PARAMETERS):
            return Shape()
        return read_shape(asked, self._make_row())

    def _make_row(self) -> Any:
        return self.get_serializer_class()()

    def get_serializer_context(self) -> dict[str, Any]:
        """DRF's context with the shape."""
        return {**super().get_serializer_context(), "shape": self.read_shape()}

    def get_keys(self) -> Keys:
        """What the list can be sorted by, beside the order of making; a search by how well rows fit."""
        return {**self.keys, "relevance": RELEVANCE} if self._is_search() else self.keys

    def get_default_ordering(self) -> str:
        """The newest first; what fits best where something is searched for."""
        return "-relevance" if self._is_search() else "-id"

    def _is_search(self) -> bool:
        # The schema is made without a request: there the order is told of.
        request: Request | None = self.request
        return request is None or bool(request.query_params.get("search", "").strip())

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """A page: where JSON is asked for, as the database itself builds it."""
        if not isinstance(request.accepted_renderer, JSONRenderer):
            return super().list(request, *args, **kwargs)
        rows = self.filter_queryset(self.get_queryset())
        pages: Any = self.paginator
        lines = pages.read_json(rows, request, self, self.describe_body(request))
        return Response(join_page(pages.describe_page(), lines))

    def describe_body(self, request: Request) -> Body:
        """What the list shows, which follows from all that is in the key.

        What makes it is kept for later requests, so that it must not hold this one, which says whose it is.
        """
        plain = keep_site(request, [*SHAPE_PARAMETERS, "format"])
        view = type(self)(request=plain, action=self.action, args=(), kwargs={}, format_kwarg=None)

        def make() -> tuple[QuerySet[Any], Any]:
            return view.show(super(ListViewSet, view).get_queryset().all()), view.get_serializer()

        # Links lead to the same site, and keep the format where the address names it.
        links = request.build_absolute_uri("/"), request.query_params.get("format")
        return Body((type(self), self.read_shape(), links, settings.ONRECORD_CONFIRM_VERDICTS), make)


class ResourceViewSet(RetrieveModelMixin, ListViewSet):
    """Rows named by their uid, which stands as `id` in their address; a detail has an ETag."""

    lookup_field = "uid"
    lookup_url_kwarg = "id"

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The row, or 304 where the client has it as it is."""
        row = self.get_object()
        return answer_tagged(request, Response(self.get_serializer(row).data), row)


def keep_site(request: Request, parameters: Iterable[str]) -> Request:
    """A request to the same site with some of the parameters, and nothing else of the one that came."""
    given = {name: request.query_params[name] for name in parameters if name in request.query_params}
    site = {"wsgi.url_scheme": request.scheme, "HTTP_HOST": request.get_host()}
    return Request(
        WSGIRequest(
            {**site, "REQUEST_METHOD": "GET", "QUERY_STRING": urlencode(given), "wsgi.input": BytesIO()}
        )
    )
