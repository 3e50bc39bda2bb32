"""Second passes in the admin: their list, and the page on which a person decides without seeing the first."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from claims.admin.about_claim import AboutClaimAdmin, locate_claim
from claims.admin.agreement import AgreementPages
from claims.admin.claim_page import read_surroundings
from claims.admin.reading_form import make_reading_form
from claims.admin.rows import ClaimRow
from claims.admin.text_page import blind
from claims.desk import hold
from claims.errors import ClaimsError
from claims.models import Claim, SecondDecision, SecondPass
from claims.review import Status
from claims.roles import ASK_SECOND_PASS, REVIEW_CLAIM
from claims.second_pass import decide, find_waiting, read_blind, select_waiting, take_next_pass, unblind
from sources.admin.look import display
from sources.admin.parameters import KEY_DIGITS, read_number
from sources.admin.people import get_person

DECISIONS = {"accept": Status.ACCEPTED, "reject": Status.REJECTED}


@admin.register(SecondPass)
class SecondPassAdmin(AgreementPages, AboutClaimAdmin[SecondPass]):
    """Which decisions a second person makes again; known claims stand nowhere, or they would not measure."""

    list_display = ("show_claim", "show_state", "asked_by", "asked_at")
    search_fields = ("@claim__sentence",)
    search_help_text = "Words of the claim's sentence"
    ordering = ("-id",)
    fields = ("link_to_claim", "show_state", "asked_by", "asked_at", "uid")
    readonly_fields = ("link_to_claim", "show_state")
    list_before_template = "claims/admin/second_passes.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[SecondPass]:
        """Second passes that anybody may make, with their claims.

        Who only makes them sees none that still waits for them: what is missing there would tell
        which of their passes are over known claims.
        """
        made = SecondDecision.objects.filter(second_pass=OuterRef("pk"))
        passes = super().get_queryset(request).filter(handed_to=None).select_related("claim", "asked_by")
        person = get_person(request)
        if not person.has_perm(ASK_SECOND_PASS):
            passes = passes.exclude(pk__in=select_waiting(person).order_by().values("pk"))
        return passes.annotate(is_made=Exists(made))

    @display("State", label={"made": "success", "waits": "info"})
    def show_state(self, second_pass: Any) -> str:
        """Whether a second person has decided."""
        return "made" if second_pass.is_made else "waits"

    def get_urls(self) -> list[URLPattern]:
        """The admin's addresses and those of the pass itself."""
        view = self.admin_site.admin_view
        return [
            path("next/", view(self.next_view), name="claims_secondpass_next"),
            path("<int:key>/decide/", view(self.decide_view), name="claims_secondpass_decide"),
            path("<int:key>/look/", view(self.look_view), name="claims_secondpass_look"),
            *self.list_agreement_urls(),
            *super().get_urls(),
        ]

    def next_view(self, request: HttpRequest) -> HttpResponse:
        """Go on to the next second pass that waits for the person."""
        after = read_number(request.GET, "after", digits=KEY_DIGITS)
        last = None if after is None else SecondPass.objects.filter(pk=after).first()
        try:
            found = take_next_pass(by=get_person(request), after=last)
        except ClaimsError as error:
            raise PermissionDenied(str(error)) from None
        if found is None:
            messages.info(request, "No more second passes wait for you here.")
            return redirect("admin:claims_secondpass_changelist")
        return redirect("admin:claims_secondpass_decide", found.pk)

    def decide_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show the claim as the first person saw it, and take the second decision."""
        waiting = self._get_waiting(request, key)
        if isinstance(waiting, HttpResponseRedirect):
            return waiting
        hold(waiting.claim, by=get_person(request))
        claim = read_blind(waiting)
        form = make_reading_form(self.admin_site, request, claim)
        if request.method == "POST" and self._decide(request, waiting, form):
            return redirect(f"{reverse('admin:claims_secondpass_next')}?after={waiting.pk}")
        context = {
            **self.admin_site.each_context(request),
            "title": "Second pass",
            "opts": self.opts,
            "waiting": waiting,
            "row": ClaimRow(claim=claim),
            "text_page": blind(read_surroundings(claim)),
            "form": form,
        }
        return TemplateResponse(request, "claims/admin/second_pass.html", context)

    def _get_waiting(self, request: HttpRequest, key: int) -> SecondPass | HttpResponseRedirect:
        """The pass, or the way on where the person cannot make it; raises PermissionDenied or Http404."""
        person = get_person(request)
        if not person.has_perm(REVIEW_CLAIM):
            raise PermissionDenied("You may not review claims; an administrator can allow it.")
        waiting = select_waiting(person).filter(pk=key).select_related("claim", "first").first()
        if waiting is not None:
            return waiting
        if not SecondPass.objects.filter(pk=key).exists():
            raise Http404("There is no such second pass.")
        messages.warning(request, "This second pass is no longer for you to make: here is the next one.")
        return redirect(f"{reverse('admin:claims_secondpass_next')}?after={key}")

    def _decide(self, request: HttpRequest, waiting: SecondPass, form: Any) -> bool:
        """Write the posted decision, or say what is wrong with it."""
        status = DECISIONS.get(request.POST.get("decision", ""))
        if status is Status.ACCEPTED and not form.is_valid():
            return False
        changes = {name: form.cleaned_data[name] for name in form.changed_data} if form.is_valid() else {}
        try:
            decide(waiting, status or Status.PROPOSED, by=get_person(request),
                   changes=changes if status is Status.ACCEPTED else None)  # fmt: skip
        except ClaimsError as error:
            messages.error(request, str(error))
            return False
        messages.success(request, f"Your second decision is kept: {status}.")
        return True

    def look_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show the claim with its decision to who gives up making the pass."""
        waiting = self._get_waiting(request, key)
        if isinstance(waiting, HttpResponseRedirect):
            return waiting
        if request.method == "POST":
            unblind(waiting, by=get_person(request))
        return redirect(locate_claim(waiting.claim_id))


def show_notice(
    admin_site: Any, request: HttpRequest, claim: Claim, *, way_on: str = ""
) -> HttpResponse | None:
    """Instead of a claim's page, for who may still make its second pass: a choice; None for all others.

    way_on: the address of the next claim, where the page belongs to a queue.
    """
    waiting = find_waiting(claim, by=get_person(request))
    if waiting is None:
        return None
    context = {
        **admin_site.each_context(request),
        "title": "This claim waits for your second pass",
        "opts": Claim._meta,
        "waiting": waiting,
        "claim": claim,
        "way_on": way_on,
    }
    return TemplateResponse(request, "claims/admin/second_pass_notice.html", context)
