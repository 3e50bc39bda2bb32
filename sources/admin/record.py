"""Parents of every list and page of the admin."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.admin import ShowFacets
from django.db.models import Model, QuerySet, URLField
from django.http import HttpRequest

from sources.admin.look import ChangeList, ModelAdmin, Row
from sources.admin.paging import EstimatingPaginator
from sources.admin.parameters import KEY_DIGITS, read_number
from sources.models.words import search_rows


class RecordList(ChangeList):
    """A list that says how many rows it has once, below, where an estimate is called one."""

    def get_results(self, request: HttpRequest) -> None:
        """The page's rows; the header compares these two counts and is silent where they are the same."""
        super().get_results(request)
        self.full_result_count = self.result_count


class RecordAdmin(ModelAdmin[Row]):
    """A list in one order that an index serves, with pages that count no table, and no bulk deletion.

    Sorting by any column and "show all" would read the whole table, so there is neither.
    """

    # An address that is typed without a scheme is taken for https, as Django will do by itself from 6.0.
    formfield_overrides: ClassVar[dict[type[Any], dict[str, Any]]] = {URLField: {"assume_scheme": "https"}}
    paginator = EstimatingPaginator
    show_full_result_count = False
    show_facets = ShowFacets.NEVER  # they count the whole table once for every choice
    list_per_page = 50
    list_max_show_all = 0
    sortable_by = ()
    list_filter_submit = True
    list_disable_select_all = True
    list_fullwidth = True
    compressed_fields = True
    warn_unsaved_form = True
    change_list_template = "sources/admin/record_list.html"

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Whether a part of the address may filter: only what the list's own filters write there.

        Django would take any lookup of any column: a regular expression over the whole table, say, or
        a word that the database cannot read as the column's type.
        """
        return "\x00" not in value and lookup in _list_parameters(self.get_list_filter(request))

    def to_field_allowed(self, request: HttpRequest, to_field: str) -> bool:
        """Whether an address may name rows by a column; Django fails at what other rows have, such as “+”."""
        columns = {field.name for field in self.opts.concrete_fields}
        return to_field in columns and bool(super().to_field_allowed(request, to_field))

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        """The list's own class."""
        return RecordList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Row], search_term: str
    ) -> tuple[QuerySet[Row], bool]:
        """The rows that a search finds, each once.

        Of `search_fields`, `@way` leads to a sentence for its words, `=column` is exactly what is searched
        for, and any other column contains it.
        """
        if not search_term:
            return queryset, False
        fields = list(map(str, self.get_search_fields(request)))
        return search_rows(
            queryset,
            search_term,
            sentences=[field[1:] for field in fields if field.startswith("@")],
            lookups=[_name_lookup(field) for field in fields if not field.startswith("@")],
        ), False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """What the address fills in; Django's field with suggestions fails for a row that no number names."""
        given: dict[str, Any] = super().get_changeform_initial_data(request)
        rows = {field.name for field in self.opts.fields if field.is_relation}
        return {
            name: value
            for name, value in given.items()
            if name not in rows or read_number(given, name, digits=KEY_DIGITS) is not None
        }

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The class's own actions; rows are deleted one by one, where at all."""
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions


def _name_lookup(field: str) -> str:
    """How a column of `search_fields` is compared."""
    return f"{field[1:]}__exact" if field.startswith("=") else f"{field}__icontains"


def _list_parameters(filters: Iterable[Any]) -> set[str]:
    """What filters may write into an address: their own parameter, or a column with a lookup or an end."""
    parameters = set()
    for each in filters:
        name = each[0] if isinstance(each, tuple) else getattr(each, "parameter_name", each)
        endings = ("", "__exact", "__id__exact", "__isnull", "_from", "_to")
        parameters |= {f"{name}{ending}" for ending in endings}
    return parameters


class ReadOnlyAdmin(RecordAdmin[Row]):
    """Rows that only the record itself adds: looked at here, changed nowhere."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody adds them by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes them."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody deletes them."""
        return False


class UnusedMayGoAdmin(RecordAdmin[Row]):
    """Rows that may be deleted while nothing refers to them."""

    used_by: tuple[str, ...]

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        """Only with the permission, and only for a row that nothing refers to."""
        if obj is None or not super().has_delete_permission(request, obj):
            return False
        return not any(getattr(obj, relation).exists() for relation in self.used_by)
