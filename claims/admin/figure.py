"""Figures in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from claims.admin.figure_page import describe_figure, dismiss_figure, promote_figure
from claims.models import Figure
from sources.admin.look import AutocompleteSelectFilter, ChoicesDropdownFilter, display
from sources.admin.places import link, locate_sentence
from sources.admin.record import ReadOnlyAdmin
from sources.admin.words import isolate


@admin.register(Figure)
class FigureAdmin(ReadOnlyAdmin[Figure]):
    """A numeric expression with what it turned out to be."""

    list_display = ("show_surface", "show_disposition", "rule", "show_source", "extractor")
    list_filter = (
        ("disposition", ChoicesDropdownFilter),
        ("sentence__snapshot__source", AutocompleteSelectFilter),
    )
    search_fields = ("@sentence",)
    search_help_text = "Words of the sentence that it stands in"
    ordering = ("-id",)
    fields = (
        "show_surface",
        "disposition",
        "rule",
        "link_to_text",
        "start",
        "end",
        "extractor",
        "decided_by",
        "decided_at",
        "reason",
        "created_at",
        "uid",
    )
    readonly_fields = ("show_surface", "link_to_text")
    change_form_outer_before_template = "claims/admin/figure_page.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Figure]:
        """Figures with their sources, without the texts."""
        return (
            super()
            .get_queryset(request)
            .select_related("sentence__snapshot__source", "decided_by")
            .defer("sentence__text", "sentence__snapshot__text")
        )

    @display("Words")
    def show_surface(self, figure: Figure) -> SafeString:
        """The words, exactly as in the text."""
        return isolate(figure.surface)

    @display("Disposition", label={"claim": "success"})
    def show_disposition(self, figure: Figure) -> str:
        """What it turned out to be."""
        return figure.disposition

    @display("Source")
    def show_source(self, figure: Figure) -> SafeString:
        """The source's title."""
        return isolate(figure.sentence.snapshot.source.title, limit=60)

    @display("In its text")
    def link_to_text(self, figure: Figure) -> SafeString:
        """The way to its sentence."""
        return link(locate_sentence(figure.sentence), figure.sentence.snapshot.source.title)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page: the sentence and the decision above the fields."""
        figure: Figure | None = kwargs.get("obj")
        if figure is not None:
            context.update(describe_figure(request, figure))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        """The admin's addresses and those that take a decision."""
        view = self.admin_site.admin_view
        return [
            path("<int:key>/promote/", view(promote_figure), name="claims_figure_promote"),
            path("<int:key>/dismiss/", view(dismiss_figure), name="claims_figure_dismiss"),
            *super().get_urls(),
        ]
