"""The ledger of a snapshot: what became of every figure of its text, as counts, shares and a list."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from claims.codelists import Disposition
from claims.models import Claim, Figure
from claims.roles import DECIDE_FIGURE
from sources.admin.parameters import read_number
from sources.admin.words import isolate
from sources.models import Snapshot

MOST_FIGURES = 100
"""Figures of one page of the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many of a text's figures have a disposition, and which part of them all that is."""

    disposition: str
    number: int
    share: float

    @property
    def percent(self) -> str:
        """The share in words."""
        return f"{self.share:.0%}" if self.share >= 0.01 else "under 1%"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """What the ledger shows of a figure."""

    figure: Figure

    @property
    def claim(self) -> Claim | None:
        """Its claim, if it claims something."""
        return getattr(self.figure, "claim", None)

    @property
    def words(self) -> SafeString:
        """Its words."""
        return isolate(self.figure.surface)

    @property
    def decider(self) -> SafeString:
        """The person or the rule that decided it."""
        person = self.figure.decided_by
        return isolate(person.get_username() if person else f"rule “{self.figure.rule}”")

    @property
    def reason(self) -> SafeString | str:
        """Why a person decided so."""
        return isolate(self.figure.reason) if self.figure.reason else ""


def describe_ledger(request: HttpRequest, snapshot: Snapshot) -> dict[str, Any]:
    """The context of the ledger's part of a source's page; the address says what is shown of it."""
    coverage = measure_coverage(snapshot)
    show = request.GET.get("show", "")
    show = show if show in set(Disposition) else ""
    start = read_number(request.GET, "from") or 0
    figures = list_figures(snapshot, disposition=show, start=start)
    behind = figures[MOST_FIGURES].start if len(figures) > MOST_FIGURES else None
    query: dict[str, str | int] = {"snapshot": snapshot.number, **({"show": show} if show else {})}
    return {
        "coverage": coverage,
        "figures_in_all": sum(each.number for each in coverage),
        "show": show,
        "starts_late": start > 0,
        "figures": [FigureRow(figure=figure) for figure in figures[:MOST_FIGURES]],
        "first_url": f"?{urlencode(query)}#ledger",
        "later_url": f"?{urlencode({**query, 'from': behind})}#ledger" if behind is not None else "",
        "may_decide": request.user.has_perm(DECIDE_FIGURE),
        "may_open_figures": request.user.has_perm("claims.view_figure"),
    }


def measure_coverage(snapshot: Snapshot) -> list[Coverage]:
    """How many figures there are of each disposition, in the order of the code list."""
    found = Figure.objects.filter(sentence__snapshot=snapshot).order_by().values_list("disposition")
    counts = dict(found.annotate(Count("pk")))
    in_all = sum(counts.values())
    return [
        Coverage(disposition=d.value, number=counts[d.value], share=counts[d.value] / in_all)
        for d in Disposition
        if d.value in counts
    ]


def list_figures(snapshot: Snapshot, *, disposition: str, start: int) -> list[Figure]:
    """One page of figures from a place of the text on, and one more where there are more."""
    figures = Figure.objects.filter(sentence__snapshot=snapshot, start__gte=start)
    if disposition:
        figures = figures.filter(disposition=disposition)
    related = figures.select_related("claim", "decided_by").order_by("start")
    return list(related[: MOST_FIGURES + 1])
