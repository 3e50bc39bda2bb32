"""The admin's first page: what waits, what moved this week, coverage, verdicts and the reviewers' pace.

No figure of it reads a table: counts stop at a limit and go on as PostgreSQL's own estimate, and the week's
moves are the newest ones.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.contrib import admin
from django.db.models import Count, Model
from django.db.models.functions import TruncDate
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from claims.codelists import Disposition
from claims.desk import MOST_COUNTED, Queue, count_left
from claims.models import Assignment, Claim, Figure, Review
from claims.review import DECISIONS, Status
from claims.roles import REVIEW_CLAIM
from claims.second_pass import select_waiting
from claims.verdicts import GIVEN
from sources.admin.paging import EstimatingPaginator
from sources.admin.people import get_person

DAYS = 7
MOST_MOVES = 10_000
"""Moves of the week that are looked at, the newest first."""

MOST_PASSES = 100
"""Second passes that are counted: nobody makes more of them in a day."""

MOST_PEOPLE = 8
MOST_ASSIGNMENTS = 5

COLOUR = "var(--color-primary-600)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many rows a list has, and where the list is."""

    name: str
    number: int
    words: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Counts as bars, each also a line of a table that leads to its list."""

    title: str
    note: str
    counts: list[Tally]

    @property
    def data(self) -> str:
        """The bars for the look's chart."""
        bars = {
            "data": [count.number for count in self.counts],
            "backgroundColor": COLOUR,
            "maxBarThickness": 28,
            "borderRadius": 3,
            "displayYAxis": True,
        }
        return json.dumps({"labels": [count.name for count in self.counts], "datasets": [bars]})


def describe_front_page(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The page's context; who may not see claims gets the plain list of what there is."""
    if not request.user.has_perm("claims.view_claim"):
        return context
    moves = read_moves()
    charts = [chart_statuses(), chart_days(moves), chart_verdicts(), chart_people(moves)]
    if request.user.has_perm("claims.view_figure"):
        charts.insert(2, chart_coverage())
    return {**context, "charts": charts, "work": list_work(request)}


def count_each(model: type[Model], column: str, codes: Iterable[StrEnum]) -> list[Tally]:
    """How many rows have each code in a column, exactly up to a limit and about so many beyond it."""
    tallies = []
    for code in codes:
        pages = EstimatingPaginator(model._default_manager.filter(**{column: code}), 1)
        words = f"about {pages.shown_count}" if pages.is_estimate else pages.shown_count
        url = locate(model._meta.model_name or "", **{f"{column}__exact": code.value})
        tallies.append(Tally(name=code.value, number=pages.count, words=words, url=url))
    return tallies


def chart_statuses() -> Chart:
    """What waits, and what is decided."""
    counts = count_each(Claim, "status", Status)
    return Chart(title="Claims in review", note="Proposed ones wait for a decision.", counts=counts)


def chart_coverage() -> Chart:
    """What the figures of all texts turned out to be."""
    counts = [count for count in count_each(Figure, "disposition", Disposition) if count.number]
    return Chart(title="Coverage", note="Every figure of every text has a disposition.", counts=counts)


def chart_verdicts() -> Chart:
    """What accepted claims were found to be."""
    counts = count_each(Claim, "verdict", GIVEN)
    return Chart(title="Verdicts", note="Of accepted claims, as they stand.", counts=counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """How many moves of one kind a person made on a day of the week."""

    day: date
    action: str
    person: int
    name: str
    number: int


def read_moves() -> list[Moves]:
    """The moves since the week's first day, the newest so many, counted by the database."""
    since = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=DAYS - 1)
    newest = Review.objects.filter(at__gte=since).order_by("-at").values("pk")[:MOST_MOVES]
    keys = (TruncDate("at"), "action", "by", "by__username")
    rows = Review.objects.filter(pk__in=newest).order_by().values_list(*keys).annotate(Count("pk"))
    return [
        Moves(day=day, action=action, person=person, name=name, number=number)
        for day, action, person, name, number in rows
    ]


def chart_days(moves: list[Moves]) -> Chart:
    """How many moves each day of the week had."""
    today = timezone.now().date()
    found: Counter[date] = Counter()
    for each in moves:
        found[each.day] += each.number
    days = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    counts = [
        Tally(name=f"{day:%a %-d}", number=found[day], words=f"{found[day]:,}", url=locate("review"))
        for day in days
    ]
    note = "Moves of claims, a day."
    if found.total() == MOST_MOVES:
        note = f"Moves of claims, a day; the newest {MOST_MOVES:,}."
    return Chart(title="Moved this week", note=note, counts=counts)


def chart_people(moves: list[Moves]) -> Chart:
    """How many decisions each person made this week, the most first."""
    found: Counter[tuple[str, int]] = Counter()
    for each in moves:
        if each.action in DECISIONS:
            found[each.name, each.person] += each.number
    counts = [
        Tally(name=name, number=number, words=f"{number:,}", url=locate("review", by__id__exact=person))
        for (name, person), number in found.most_common(MOST_PEOPLE)
    ]
    return Chart(title="Reviewers' pace", note="Decisions this week, by person.", counts=counts)


def list_work(request: HttpRequest) -> list[Tally]:
    """What waits for this person: second passes, then the newest assignments."""
    person = get_person(request)
    if not person.has_perm(REVIEW_CLAIM):
        return []
    # Without an order PostgreSQL stops at the limit instead of sorting them all.
    passes = select_waiting(person).order_by()[: MOST_PASSES + 1].count()
    next_url = reverse("admin:claims_secondpass_next")
    work = [_count("second passes", passes, next_url, most=MOST_PASSES)] if passes else []
    mine = Assignment.objects.filter(assignee=person, ended_at=None)
    for assignment in mine.select_related("source", "speaker", "statistic")[:MOST_ASSIGNMENTS]:
        left = count_left(Queue(**assignment.criteria))
        work.append(_count(assignment.name_work(), left, locate("claim", **_filter(assignment))))
    return work


def _filter(assignment: Assignment) -> dict[str, Any]:
    """The list's filters for the proposed claims of an assignment."""
    wanted = {
        "status__exact": Status.PROPOSED.value,
        "sentence__snapshot__source__id__exact": assignment.source_id,
        "speaker__id__exact": assignment.speaker_id,
        "unit": assignment.unit,
    }
    return {name: value for name, value in wanted.items() if value}


def _count(name: str, number: int, url: str, *, most: int = MOST_COUNTED) -> Tally:
    words = f"{most:,} and more" if number > most else f"{number:,}"
    return Tally(name=name, number=number, words=words, url=url)


def locate(model: str, **filters: Any) -> str:
    """The address of a list with these filters."""
    page = reverse(f"admin:claims_{model}_changelist")
    return f"{page}?{urlencode(filters)}" if filters else page


admin.site.index_template = "claims/admin/front_page.html"
