"""A figure's page: its sentence, and the forms that promote or dismiss it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from claims.admin.about_claim import locate_claim
from claims.admin.claim_page import read_surroundings
from claims.admin.ledger import FigureRow
from claims.codelists import Disposition
from claims.errors import ClaimsError
from claims.models import Figure
from claims.promotion import promote
from claims.roles import DECIDE_FIGURE
from sources.admin.faults import tell_faults
from sources.admin.look import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget
from sources.admin.people import get_person
from sources.admin.places import locate_sentence
from sources.admin.words import isolate

INSTEAD = [(d.value, d.value) for d in Disposition if d is not Disposition.CLAIM]


class DismissForm(forms.Form):
    """What the figure is instead of a claim, and why."""

    seen = forms.CharField(required=False, max_length=100)
    disposition = forms.ChoiceField(choices=INSTEAD, widget=UnfoldAdminSelectWidget())
    reason = forms.CharField(max_length=2000, widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}))


def describe_figure(request: HttpRequest, figure: Figure) -> dict[str, Any]:
    """The context of the page's template."""
    source = figure.sentence.snapshot.source
    kept = figure.disposition if figure.disposition != Disposition.CLAIM else None
    return {
        "row": FigureRow(figure=figure),
        "text_page": read_surroundings(figure),
        "text_url": f"{locate_sentence(figure.sentence)}",
        "source_title": isolate(source.title, limit=60),
        "may_open_claims": request.user.has_perm("claims.view_claim"),
        "may_decide": request.user.has_perm(DECIDE_FIGURE),
        "dismiss_form": DismissForm(initial={"disposition": kept}),
    }


def promote_figure(request: HttpRequest, key: int) -> HttpResponse:
    """Make a claim of the figure and open it, or say why not."""
    figure = find_figure(request, key)
    if figure is None:
        return redirect("admin:claims_figure_changelist")
    if request.method == "POST":
        try:
            claim = promote(figure, by=get_person(request), seen=request.POST.get("seen", ""))
        except ClaimsError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"“{figure}” is promoted to a claim.")
            return redirect(locate_claim(claim.pk))
    return redirect(locate_figure(figure))


def dismiss_figure(request: HttpRequest, key: int) -> HttpResponse:
    """Say what the figure is instead of a claim, and lead back to its text, or say why not."""
    figure = find_figure(request, key)
    if figure is None:
        return redirect("admin:claims_figure_changelist")
    form = DismissForm(request.POST)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            figure.dismiss(
                by=get_person(request),
                reason=given["reason"],
                disposition=Disposition(given["disposition"]),
                seen=given["seen"],
            )
        except ClaimsError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, f"“{figure}” is dismissed: {figure.disposition}.")
            return redirect(locate_sentence(figure.sentence))
    tell_faults(request, form)
    return redirect(f"{locate_figure(figure)}#dismiss")


def find_figure(request: HttpRequest, key: int) -> Figure | None:
    """The figure; None, and a message, where a newer reading has replaced it. Raises PermissionDenied."""
    if not request.user.has_perm(DECIDE_FIGURE):
        raise PermissionDenied("You may not decide about figures; an administrator can allow it.")
    figures = Figure.objects.select_related("sentence__snapshot__source").defer("sentence__snapshot__text")
    figure = figures.filter(pk=key).first()
    if figure is None:
        messages.error(request, "The figure is no longer there: a newer reading of its text replaced it.")
    return figure


def locate_figure(figure: Figure) -> str:
    """The address of the figure's page."""
    return reverse("admin:claims_figure_change", args=[figure.pk])
