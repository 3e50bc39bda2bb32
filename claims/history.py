"""Proves that every claim stands where its reviews and verdicts put it, by replaying them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet

from claims.models.claim import Claim
from claims.models.review import Review
from claims.models.verdict import Verdict
from claims.review import MOVES, Action, Status
from claims.verdicts import MOVES as VERDICT_MOVES
from claims.verdicts import Outcome

BATCH = 5_000

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What does not follow: which claim, and why."""

    claim: str
    problem: str


@dataclass(slots=True, kw_only=True)
class Count:
    """How many claims were proven to stand where their rows put them."""

    claims: int = 0
    reviews: int = 0
    verdicts: int = 0


def verify(count: Count) -> Iterator[Fault]:
    """Replay every claim's rows, oldest claim first, in batches; the faults as they are found."""
    last = 0
    while claims := list(Claim.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        reviews = _group(Review.objects.filter(claim__in=claims))
        verdicts = _group(Verdict.objects.filter(claim__in=claims))
        for claim in claims:
            moves, judged = reviews.get(claim.pk, []), verdicts.get(claim.pk, [])
            count.claims, last = count.claims + 1, claim.pk
            count.reviews, count.verdicts = count.reviews + len(moves), count.verdicts + len(judged)
            problems = [*_replay_reviews(claim, moves), *_replay_verdicts(claim, judged)]
            if problems:
                problems = _replay_again(claim)
            yield from (Fault(claim=str(claim.uid), problem=problem) for problem in problems)


@transaction.atomic
def _replay_again(claim: Claim) -> list[str]:
    """What is wrong with a claim while nobody can move it.

    The first look reads the claim and its rows one after the other: a move in between looks like a fault.
    """
    standing = Claim.objects.select_for_update(of=("self",)).filter(pk=claim.pk).first()
    if standing is None:
        return []
    reviews = Review.objects.filter(claim=standing).order_by("number")
    verdicts = Verdict.objects.filter(claim=standing).order_by("number")
    return [*_replay_reviews(standing, reviews), *_replay_verdicts(standing, verdicts)]


def _group(rows: QuerySet[Row]) -> dict[int, list[Row]]:
    """The rows of each claim in their order."""
    ordered = rows.order_by("claim_id", "number")
    return {key: list(group) for key, group in groupby(ordered, key=attrgetter("claim_id"))}


def _replay_reviews(claim: Claim, reviews: Iterable[Review]) -> Iterator[str]:
    """What is wrong with the moves of a claim, and with where it stands after them."""
    status, before = Status.PROPOSED, None
    for number, review in enumerate(reviews, start=1):
        if review.number != number:
            yield f"review {number} is missing"
            return
        if review.from_status != status:
            yield f"review {number} starts from {review.from_status}, but the claim was {status}"
        if not _is_move(review, before):
            yield f"review {number} is no legal move: {review.action} to {review.to_status}"
        status, before = Status(review.to_status), review
    if claim.status != status:
        yield f"the claim is {claim.status}, but its reviews say {status}"
    decided = (None, None) if before is None else (before.by_id, before.at)
    if (claim.status_by_id, claim.status_at) != decided:
        yield "the claim names another decider or moment than its last review"


def _is_move(review: Review, before: Review | None) -> bool:
    """Whether the table has the move, or it undoes the same person's move before it."""
    if review.action != Action.UNDO:
        return MOVES.get((Status(review.from_status), Action(review.action))) == review.to_status
    return (
        before is not None
        and before.action != Action.UNDO
        and before.by_id == review.by_id
        and before.from_status == review.to_status
    )


def _replay_verdicts(claim: Any, verdicts: Iterable[Verdict]) -> Iterator[str]:
    """What is wrong with the verdicts of a claim, and with the one it has after them."""
    outcome = Outcome.UNCHECKED
    for number, verdict in enumerate(verdicts, start=1):
        if verdict.number != number:
            yield f"verdict {number} is missing"
            return
        if (outcome, Outcome(verdict.outcome)) not in VERDICT_MOVES:
            yield f"verdict {number} withdraws what was not there"
        outcome = Outcome(verdict.outcome)
    if claim.verdict != outcome:
        yield f"the claim is {claim.verdict}, but its verdicts say {outcome}"
    if outcome is not Outcome.UNCHECKED and claim.status != Status.ACCEPTED:
        yield f"the claim is {claim.status} and yet has a verdict"
