"""Sources in the admin, with their text, every figure of it marked, and its claims."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from claims.admin.rows import ClaimRow
from claims.admin.text_page import count_dispositions, count_statuses, find_part, read_part
from claims.models import Claim
from sources.admin.source import SourceAdmin
from sources.models import Snapshot, Source

MOST_SNAPSHOTS = 50
MOST_CLAIMS = 100
"""Rows that the page lists itself; the lists behind its links have all of them."""


@admin.register(Source)
class MarkedSourceAdmin(SourceAdmin):
    """A source whose page shows its text and what became of every figure in it."""

    change_form_outer_before_template = "claims/admin/source_page.html"

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
    number = _read_number(request, "snapshot")
    snapshot = next((s for s in snapshots if s.number == number), snapshots[0])
    ordinal = _read_number(request, "sentence")
    part = find_part(snapshot, ordinal) if ordinal else _read_number(request, "part") or 1
    return {
        "snapshots": snapshots,
        "snapshot": snapshot,
        "text_page": read_part(snapshot, part),
        "dispositions": count_dispositions(snapshot),
        "statuses": count_statuses(snapshot),
        "may_open_claims": request.user.has_perm("claims.view_claim"),
        **list_claims(snapshot),
    }


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


def _read_number(request: HttpRequest, name: str) -> int | None:
    """A number of the address, or None for what is none or too long for the database."""
    written = request.GET.get(name, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else None
