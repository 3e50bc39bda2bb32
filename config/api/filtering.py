"""Query parameters of the API: those that an endpoint knows, each at most once, and no other."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.renderers import BrowsableAPIRenderer
from rest_framework.request import Request
from rest_framework.settings import api_settings
from rest_framework.views import APIView

from sources.api.shapes import SHAPE_PARAMETERS


class StrictFilters(DjangoFilterBackend):
    """django-filter's filters for lists; a parameter that would be ignored is an error instead.

    A misspelt filter that is ignored answers with every row, which looks like an answer. django-filter
    cannot tell such a parameter from those of paging, so that the check stands here, where both are known.
    """

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: APIView) -> QuerySet[Any]:
        """The rows that match; raises ValidationError for an unknown, repeated or senseless parameter."""
        refuse_parameters(request, known=self.list_known(view))
        if not is_list(view):
            return queryset
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise ValidationError(list_faults(filterset))
        filtered: QuerySet[Any] = filterset.qs
        return filtered

    def get_filterset(self, request: Request, queryset: QuerySet[Any], view: APIView) -> FilterSet | None:
        """The filterset; where nobody sees its form, with the filters of the given parameters alone.

        django-filter copies every filter and every field of the form for each request: that costs as much
        as the list's statement does.
        """
        whole = self.get_filterset_class(view, queryset)
        if whole is None:
            return None
        options = self.get_filterset_kwargs(request, queryset, view)
        if isinstance(getattr(request, "accepted_renderer", None), BrowsableAPIRenderer):
            return whole(**options)
        return narrow(whole, tuple(name for name in whole.base_filters if name in request.query_params))(
            **options
        )

    def list_known(self, view: APIView) -> list[str]:
        """The parameters that a view understands, in order of the alphabet."""
        known = [api_settings.URL_FORMAT_OVERRIDE or ""]
        if is_list(view):
            filterset = self.get_filterset_class(view)
            known += filterset.base_filters if filterset else []
            paginator = getattr(view, "paginator", None)
            known += paginator.list_parameters() if paginator else []
        if shows_shaped_rows(view):
            known += SHAPE_PARAMETERS
        return sorted(filter(None, known))


def list_faults(filterset: FilterSet) -> dict[str, list[ErrorDetail]]:
    """What is wrong with each parameter; django-filter's own would format a message once more with "%"."""
    return {
        name: [ErrorDetail(text, code=fault.code) for fault in faults for text in fault.messages]
        for name, faults in filterset.errors.as_data().items()
    }


@lru_cache(maxsize=500)
def narrow(whole: type[FilterSet], names: tuple[str, ...]) -> type[FilterSet]:
    """A filterset with some of the filters alone."""
    narrowed: type[FilterSet] = type(whole.__name__, (whole,), {})
    narrowed.base_filters = {name: whole.base_filters[name] for name in names}
    return narrowed


def shows_shaped_rows(view: APIView) -> bool:
    """Whether a view shows rows by their serializer, which `fields` and `expand` shape.

    A page and a detail do. A file does where its format says so: tables have the same columns always.
    """
    action = getattr(view, "action", "")
    if action != "list":
        return bool(action == "retrieve")
    renderer = getattr(getattr(view, "request", None), "accepted_renderer", None)
    return bool(getattr(view, "paginator", None) or getattr(renderer, "is_shaped", False))


def is_list(view: APIView) -> bool:
    """Whether a view answers with many rows, rather than with one or with what became of one."""
    return getattr(view, "action", "") in getattr(view, "list_actions", ("list",))


def refuse_parameters(request: Request, *, known: Iterable[str]) -> None:
    """Raise ValidationError with an entry for each parameter that is unknown or given twice."""
    known = list(known)
    errors: dict[str, list[ErrorDetail]] = {}
    for name, values in request.query_params.lists():
        if name not in known:
            message = f"There is no such parameter here. Known are: {', '.join(known)}."
            errors[name] = [ErrorDetail(message, code="unknown_parameter")]
        elif len(values) > 1:
            errors[name] = [ErrorDetail("Give this parameter once.", code="repeated_parameter")]
    if errors:
        raise ValidationError(errors)
