"""Sources in the admin, with their text, every figure of it marked, and its claims."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from claims.admin.about_claim import locate_claim
from claims.admin.ledger import describe_ledger
from claims.admin.rows import ClaimRow
from claims.admin.span import SpanForm, make_claim, make_span_form
from claims.admin.text_page import count_statuses, find_part, read_part
from claims.models import Claim
from claims.roles import ADD_CLAIM, REVIEW_CLAIM
from sources.admin.faults import tell_faults
from sources.admin.parameters import read_number
from sources.admin.source import SourceAdmin
from sources.models import Snapshot, Source

MOST_SNAPSHOTS = 50
MOST_CLAIMS = 100
"""Rows that the page lists itself; the lists behind its links have all of them."""


@admin.register(Source)
class MarkedSourceAdmin(SourceAdmin):
    """A source whose page shows its text and what became of every figure in it."""

    change_form_outer_before_template = "claims/admin/source_page.html"

    class Media:
        js = ("claims/select.js",)

    def get_urls(self) -> list[URLPattern]:
        """The admin's addresses and the one that makes a claim of selected words."""
        claim = path(
            "<path:object_id>/claim/",
            self.admin_site.admin_view(self.claim_view),
            name="sources_source_claim",
        )
        return [claim, *super().get_urls()]

    def claim_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Make a claim of the posted words, or lead back with what is wrong and the words kept."""
        source = self.get_object(request, unquote(object_id))
        if source is None:
            raise Http404("There is no such source.")
        if not (request.user.has_perm(ADD_CLAIM) and self.has_view_permission(request, source)):
            raise PermissionDenied("You may not make claims; an administrator can allow it.")
        form = SpanForm(request.POST or None)
        if form.is_valid():
            claim = make_claim(request, source, form)
            if claim is not None:
                return redirect(locate_claim(claim.pk))
        tell_faults(request, form)
        page = reverse("admin:sources_source_change", args=[source.pk])
        kept = {name: request.POST.get(name, "") for name in ("snapshot", "words", "kind")}
        return redirect(f"{page}?{urlencode(kept)}#make-claim")

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The page: the text above the fields that describe it."""
        source: Source | None = kwargs.get("obj")
        if source is not None:
            context.update(describe_source(request, source))
        return super().render_change_form(request, context, *args, **kwargs)


def describe_source(request: HttpRequest, source: Source) -> dict[str, Any]:
    """The context of the page's template; the newest snapshot unless the address names another."""
    snapshots = list(
        source.snapshots.defer("text").select_related("source").order_by("-number")[:MOST_SNAPSHOTS]
    )
    if not snapshots:
        return {"snapshots": []}
    number = read_number(request.GET, "snapshot")
    snapshot = next((s for s in snapshots if s.number == number), snapshots[0])
    ordinal = read_number(request.GET, "sentence")
    part = find_part(snapshot, ordinal) if ordinal else read_number(request.GET, "part") or 1
    return {
        "snapshots": snapshots,
        "snapshot": snapshot,
        "text_page": read_part(snapshot, part),
        "statuses": count_statuses(snapshot),
        "may_open_claims": request.user.has_perm("claims.view_claim"),
        "span_form": make_span_form(request, snapshot),
        **describe_ledger(request, snapshot),
        "desk_url": locate_queue(source) if request.user.has_perm(REVIEW_CLAIM) else "",
        **list_claims(snapshot),
    }


def locate_queue(source: Source) -> str:
    """The address of the desk with the source's claims."""
    return f"{reverse('desk:open')}?{urlencode({'source': source.slug})}"


def list_claims(snapshot: Snapshot) -> dict[str, Any]:
    """The snapshot's first claims in the order of its text."""
    claims = list(
        Claim.objects.filter(sentence__snapshot=snapshot)
        .select_related("figure", "speaker", "sentence")
        .defer("sentence__text")
        .order_by("start", "id")[: MOST_CLAIMS + 1]
    )
    page = reverse("admin:claims_claim_changelist")
    return {
        "claims": [ClaimRow(claim=claim) for claim in claims[:MOST_CLAIMS]],
        "has_more_claims": len(claims) > MOST_CLAIMS,
        "claims_url": f"{page}?sentence__snapshot__source__id__exact={snapshot.source_id}",
        "sentences_url": (
            f"{reverse('admin:sources_sentence_changelist')}?snapshot__source__id__exact={snapshot.source_id}"
        ),
    }
