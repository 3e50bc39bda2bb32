"""How far reviewers agree, as a page: figures, disagreements to resolve, known claims to measure by."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from claims.agreement import (
    NEWEST,
    Agreement,
    list_disagreements,
    list_most,
    measure_agreement,
    measure_by_pair,
    measure_by_person,
    measure_by_source,
    plant,
    select_calibrations,
    select_decisions,
)
from claims.errors import ClaimsError
from claims.models import Resolution, SecondDecision
from claims.roles import ASK_SECOND_PASS, RESOLVE_SECOND_PASS, REVIEW_CLAIM
from claims.second_pass import COMPARED, list_differences, resolve
from sources.admin.faults import tell_faults
from sources.admin.look import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget
from sources.admin.people import get_person
from sources.models import Source

MOST_DISAGREEMENTS = 50
"""Disagreements on one page; resolved ones make room for others."""

MOST_PLANTED = 100

VIEW_DECISION = "claims.view_seconddecision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a table of figures: whose they are, and each figure in words."""

    names: tuple[str, ...]
    agreement: Agreement

    @property
    def cells(self) -> list[str]:
        """Kappa to two digits, shares as percent; a dash where there is nothing to compute from."""
        kappa = "–" if self.agreement.kappa is None else f"{self.agreement.kappa:.2f}"
        shares = ("–" if s is None else f"{s:.0%}" for s in self.agreement.shares.values())
        return [f"{self.agreement.decisions:,}", kappa, *shares]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A decision that differs from the first one, with what differs as field, first and second."""

    decision: SecondDecision

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """What the two people see differently."""
        found = list_differences(self.decision)
        if found == ["status"]:
            return [("status", self.decision.second_pass.first.to_status, self.decision.status)]
        first, second = self.decision.first_reading, self.decision.reading
        fields = (field for name in found for field in COMPARED[name])
        return [
            (field.replace("_", " "), _show(first.get(field)), _show(second.get(field)))
            for field in fields
            if first.get(field) != second.get(field)
        ]


class PairForm(forms.Form):
    """Whose decisions are measured."""

    first = forms.CharField(required=False, max_length=150, widget=UnfoldAdminTextInputWidget())
    second = forms.CharField(required=False, max_length=150, widget=UnfoldAdminTextInputWidget())
    source = forms.SlugField(required=False, max_length=100, widget=UnfoldAdminTextInputWidget())

    def clean_source(self) -> Source | None:
        """The source of that slug."""
        slug = self.cleaned_data["source"]
        found = Source.objects.filter(slug=slug).first() if slug else None
        if slug and found is None:
            raise forms.ValidationError(f"There is no source “{slug}”.")
        return found


class PlantForm(forms.Form):
    """To whom how many known claims are handed."""

    person = forms.ModelChoiceField(queryset=User.objects.none(), widget=UnfoldAdminSelectWidget())
    number = forms.IntegerField(
        min_value=1,
        max_value=MOST_PLANTED,
        initial=10,
        widget=UnfoldAdminTextInputWidget(attrs={"type": "number"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = list_reviewers()  # type: ignore[attr-defined]


class ResolveForm(forms.Form):
    """Whose decision was right, and why."""

    kept = forms.ChoiceField(choices=Resolution.Kept.choices)
    note = forms.CharField(required=False, max_length=2000)


if TYPE_CHECKING:
    from claims.models import SecondPass
    from sources.admin.record import ReadOnlyAdmin

    _Admin = ReadOnlyAdmin[SecondPass]
else:
    _Admin = object


class AgreementPages(_Admin):
    """The pages about agreement, under the address of the second passes."""

    def list_agreement_urls(self) -> list[URLPattern]:
        """The page, and where its forms go."""
        view = self.admin_site.admin_view
        return [
            path("agreement/", view(self.agreement_view), name="claims_secondpass_agreement"),
            path("agreement/plant/", view(self.plant_view), name="claims_secondpass_plant"),
            path("agreement/<int:key>/", view(self.resolve_view), name="claims_secondpass_resolve"),
        ]

    def agreement_view(self, request: HttpRequest) -> HttpResponse:
        """The figures, the disagreements and the measured people."""
        if not request.user.has_perm(VIEW_DECISION):
            raise PermissionDenied("You may not see second decisions; an administrator can allow it.")
        form = PairForm(request.GET)
        decisions = select_decisions(**form.cleaned_data) if form.is_valid() else None
        context = {
            **self.admin_site.each_context(request),
            "title": "Agreement",
            "opts": self.opts,
            "form": form,
            "newest": NEWEST,
            "measures": ("Decisions", "Kappa", *(name.capitalize() for name in COMPARED)),
            "scores": list_scores(request),
            "may_plant": request.user.has_perm(ASK_SECOND_PASS),
            "may_resolve": request.user.has_perm(RESOLVE_SECOND_PASS),
            "plant_form": PlantForm() if request.user.has_perm(ASK_SECOND_PASS) else None,
            **(describe_decisions(decisions) if decisions is not None else {}),
        }
        return TemplateResponse(request, "claims/admin/agreement.html", context)

    def plant_view(self, request: HttpRequest) -> HttpResponse:
        """Mix known claims into a person's second passes."""
        if not request.user.has_perm(ASK_SECOND_PASS):
            raise PermissionDenied("You may not ask for second passes; an administrator can allow it.")
        form = PlantForm(request.POST)
        if request.method == "POST" and form.is_valid():
            person = form.cleaned_data["person"]
            planted = plant(person, form.cleaned_data["number"], by=get_person(request))
            messages.success(request, f"{len(planted)} known claims are mixed into {person}'s second passes.")
        tell_faults(request, form)
        return redirect("admin:claims_secondpass_agreement")

    def resolve_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Say whose decision was right."""
        if not request.user.has_perm(RESOLVE_SECOND_PASS):
            raise PermissionDenied("You may not resolve disagreements; an administrator can allow it.")
        decision = get_object_or_404(SecondDecision.objects.select_related("second_pass__first"), pk=key)
        form = ResolveForm(request.POST)
        if request.method == "POST" and form.is_valid():
            try:
                kept, note = Resolution.Kept(form.cleaned_data["kept"]), form.cleaned_data["note"]
                resolve(decision, kept, by=get_person(request), note=note)
            except ClaimsError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, "The disagreement is resolved.")
        tell_faults(request, form)
        return redirect("admin:claims_secondpass_agreement")


def describe_decisions(decisions: QuerySet[SecondDecision]) -> Mapping[str, Any]:
    """What the page tells of some decisions."""
    differing = list(list_disagreements(decisions)[: MOST_DISAGREEMENTS + 1])
    return {
        "overall": Line(names=("All",), agreement=measure_agreement(decisions)),
        "pairs": [
            Line(names=pair, agreement=agreement) for pair, agreement in list_most(measure_by_pair(decisions))
        ],
        "sources": [
            (source, Line(names=(source.title,), agreement=agreement))
            for source, agreement in list_most(measure_by_source(decisions))
        ],
        "disagreements": [Disagreement(decision=d) for d in differing[:MOST_DISAGREEMENTS]],
        "has_more_disagreements": len(differing) > MOST_DISAGREEMENTS,
        "kept": Resolution.Kept.choices,
    }


def list_scores(request: HttpRequest) -> list[Line]:
    """How people agree with known claims: everybody's for who hands them out, one's own for all others."""
    person = None if request.user.has_perm(ASK_SECOND_PASS) else get_person(request)
    scores = measure_by_person(select_calibrations(by=person))
    return [Line(names=(name,), agreement=agreement) for name, agreement in scores.items()]


def list_reviewers() -> QuerySet[User]:
    """The active people who may review, by name."""
    backend = "django.contrib.auth.backends.ModelBackend"
    people: QuerySet[User] = User.objects.with_perm(REVIEW_CLAIM, backend=backend)
    return people.order_by("username")


def _show(value: Any) -> str:
    """A value of a reading in words."""
    return {None: "–", "": "–", True: "yes", False: "no"}.get(value, str(value))
