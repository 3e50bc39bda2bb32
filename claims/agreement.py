"""How far first and second decisions agree, and known claims that measure one person."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db.models import Count, F, Func, JSONField, Q, QuerySet
from django.db.models.fields.json import KeyTransform
from django.db.models.lookups import Exact

from claims.measures.agreement import compute_kappa, compute_share
from claims.models.second_pass import Resolution, SecondDecision, SecondPass
from claims.review import NotAReviewerError, Status
from claims.roles import ASK_SECOND_PASS, REVIEW_CLAIM, require
from claims.second_pass import COMPARED, list_differences
from sources.models.source import Source

Group = TypeVar("Group")

NEWEST = 2_000
"""Decisions that are measured, the newest first: no page reads a table of any size."""

MOST_KNOWN = 1_000
"""Known claims among which those for one person are drawn, the newest first."""

MOST_GROUPS = 100
"""Pairs and sources that are told apart, those with the most decisions first."""

FIRST_STATUS = F("second_pass__first__to_status")
BOTH_ACCEPT = Q(status=Status.ACCEPTED, second_pass__first__to_status=Status.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far first and second decisions agree: kappa of the status, exact shares where both accept.

    A figure is None where there is nothing to compute it from.
    """

    decisions: int
    kappa: float | None
    shares: Mapping[str, float | None]


def select_decisions(
    *, source: Source | None = None, first: str = "", second: str = ""
) -> QuerySet[SecondDecision]:
    """The newest second decisions, of one source and by people of these usernames if given."""
    wanted = {
        "second_pass__claim__sentence__snapshot__source": source,
        "second_pass__first__by__username": first or None,
        "by__username": second or None,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    return take_newest(SecondDecision.objects.filter(second_pass__handed_to=None, **given))


def select_calibrations(*, by: User | None = None) -> QuerySet[SecondDecision]:
    """The newest decisions about known claims, of one person if given."""
    known = SecondDecision.objects.exclude(second_pass__handed_to=None)
    return take_newest(known if by is None else known.filter(by=by))


def take_newest(decisions: QuerySet[SecondDecision]) -> QuerySet[SecondDecision]:
    """As many of the newest of these decisions as are measured."""
    before = decisions.order_by("-pk").values_list("pk", flat=True)[NEWEST : NEWEST + 1].first()
    return decisions if before is None else decisions.filter(pk__gt=before)


def measure_agreement(decisions: QuerySet[SecondDecision]) -> Agreement:
    """How far the decisions agree with the first ones."""
    return _measure(decisions).get((), Agreement(decisions=0, kappa=None, shares=dict.fromkeys(COMPARED)))


def measure_by_pair(decisions: QuerySet[SecondDecision]) -> dict[tuple[str, str], Agreement]:
    """The agreement of each first with each second person, by their usernames."""
    return _measure(decisions, "second_pass__first__by__username", "by__username")


def measure_by_source(decisions: QuerySet[SecondDecision]) -> dict[Source, Agreement]:
    """The agreement over the claims of each source."""
    by_key = _measure(decisions, "second_pass__claim__sentence__snapshot__source")
    sources = Source.objects.select_related("publisher").in_bulk([key for (key,) in by_key])
    return {sources[key]: agreement for (key,), agreement in by_key.items()}


def measure_by_person(calibrations: QuerySet[SecondDecision]) -> dict[str, Agreement]:
    """How far each person agrees with what is known."""
    return {name: agreement for (name,), agreement in _measure(calibrations, "by__username").items()}


def list_most(groups: Mapping[Group, Agreement]) -> list[tuple[Group, Agreement]]:
    """The groups with the most decisions, those first."""
    return sorted(groups.items(), key=lambda item: -item[1].decisions)[:MOST_GROUPS]


def list_disagreements(decisions: QuerySet[SecondDecision]) -> QuerySet[SecondDecision]:
    """The decisions that differ from the first ones and that nobody has resolved yet, newest first."""
    alike = Q(*(_is_same(name) for name in COMPARED))
    differ = ~Q(status=FIRST_STATUS) | BOTH_ACCEPT & ~alike
    return (
        decisions.filter(differ, resolution=None)
        .select_related("by", "second_pass__first__by", "second_pass__claim__sentence__snapshot__source")
        .defer("second_pass__claim__sentence__snapshot__text")
        .order_by("-pk")
    )


def plant(person: User, number: int, *, by: User) -> list[SecondPass]:
    """Mix known claims into a person's second passes; as many of them as there are, up to the number.

    Known is a claim about which two other people agree in everything, or whose first decision a third one
    found right, and which nobody has moved since. Raises NotPermittedError or NotAReviewerError.
    """
    require(by, ASK_SECOND_PASS)
    require(person, REVIEW_CLAIM, refusal=NotAReviewerError)
    known = _list_known(person)
    chosen = random.sample(known, min(number, len(known)))
    return [
        SecondPass.objects.create(
            claim_id=decision.second_pass.claim_id,
            first=decision.second_pass.first,
            asked_by=by,
            handed_to=person,
        )
        for decision in chosen
    ]


def _list_known(person: User) -> list[SecondDecision]:
    """Second decisions that make their claims known, about claims that the person has not decided about."""
    decisions = (
        SecondDecision.objects.filter(
            second_pass__handed_to=None, second_pass__claim__status_at=F("second_pass__first__at")
        )
        .exclude(by=person)
        .exclude(second_pass__first__by=person)
        .exclude(second_pass__unblindings__person=person)
        .exclude(second_pass__first__second_passes__handed_to=person)
        .select_related("second_pass__first", "resolution")
        .order_by("-pk")[:MOST_KNOWN]
    )
    return [decision for decision in decisions if _is_known(decision)]


def _is_known(decision: SecondDecision) -> bool:
    """Whether the first decision is right, as two people see it."""
    resolution = getattr(decision, "resolution", None)
    if resolution is not None:
        return bool(resolution.kept == Resolution.Kept.FIRST)
    return not list_differences(decision)


def _measure(decisions: QuerySet[SecondDecision], *keys: str) -> dict[tuple[Any, ...], Agreement]:
    """The agreement of each group of decisions, counted by the database in one query."""
    same = {name: Count("pk", filter=BOTH_ACCEPT & Q(_is_same(name))) for name in COMPARED}
    rows = (
        decisions.order_by()
        .values_list(*keys, "second_pass__first__to_status", "status")
        .annotate(Count("pk"), **same)
    )
    groups: dict[tuple[Any, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        groups[row[: len(keys)]].append(row[len(keys) :])
    return {key: _sum_up(groups[key]) for key in sorted(groups)}


def _sum_up(rows: Iterable[tuple[Any, ...]]) -> Agreement:
    """The agreement of one group: its pairs of statuses, and how often each part was the same, counted up."""
    pairs: Counter[tuple[str, str]] = Counter()
    same: Counter[str] = Counter()
    for first, second, number, *counts in rows:
        pairs[first, second] += number
        same.update(dict(zip(COMPARED, counts, strict=True)))
    both = pairs[Status.ACCEPTED.value, Status.ACCEPTED.value]
    return Agreement(
        decisions=pairs.total(),
        kappa=compute_kappa(list(pairs.elements())),
        shares={
            name: compute_share([True] * same[name] + [False] * (both - same[name])) for name in COMPARED
        },
    )


def _is_same(name: str) -> Exact:
    """Whether both people read a part of the meaning alike, as a condition of the database."""
    return Exact(_read(name, "reading"), _read(name, "first_reading"))


def _read(name: str, column: str) -> Func:
    """The fields that make a part of the meaning, of one of the two readings."""
    fields = [KeyTransform(field, column) for field in COMPARED[name]]
    return Func(*fields, function="jsonb_build_array", output_field=JSONField())
