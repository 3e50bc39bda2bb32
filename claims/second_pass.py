"""Second passes: handed out blind, decided apart from the status, compared, and resolved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from claims.errors import ClaimsError, NotPermittedError
from claims.measures.agreement import compute_kappa, compute_share
from claims.models.claim import Claim
from claims.models.differences import CORRECTABLE, apply_changes, encode, restore_columns
from claims.models.review import Review
from claims.models.second_pass import DECIDED, Resolution, SecondDecision, SecondPass
from claims.review import NotAReviewerError, Status
from claims.roles import ASK_SECOND_PASS, RESOLVE_SECOND_PASS, REVIEW_CLAIM, require
from sources.models.source import Source

COMPARED: Mapping[str, tuple[str, ...]] = {
    "value": ("low", "high", "low_inclusive", "high_inclusive"),
    "unit": ("unit",),
    "comparator": ("comparator",),
    "period": ("period_start", "period_end", "period"),
}
"""What is compared where both accept, and the fields that make it."""


class SecondPassRefusedError(ClaimsError):
    """The second pass cannot be asked for, decided or resolved."""

    code = "second_pass_refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far first and second decisions agree: kappa of the status, exact shares where both accept.

    A figure is None where there is nothing to compute it from.
    """

    decisions: int
    kappa: float | None
    shares: Mapping[str, float | None]


def ask_for(claims: Iterable[Claim], *, by: User) -> list[SecondPass]:
    """Send decided claims to a second person; those that are undecided or were sent already are left out."""
    require(by, ASK_SECOND_PASS)
    passes = []
    for claim in claims:
        with transaction.atomic():
            standing = claim.lock()
            last = Review.objects.filter(claim_id=claim.pk).order_by("-number").first()
            if last is None or standing.status not in DECIDED:
                continue
            asked, is_new = SecondPass.objects.get_or_create(
                first=last, defaults={"claim_id": claim.pk, "asked_by": by}
            )
            passes += [asked] if is_new else []
    return passes


def select_open(by: User) -> QuerySet[SecondPass]:
    """The second passes that a person may decide: of others' decisions that are still the last."""
    waiting = SecondPass.objects.filter(decision=None, claim__status_at=F("first__at"))
    return waiting.exclude(first__by=by).order_by("id")


def take_next_pass(*, by: User, after: SecondPass | None = None) -> SecondPass | None:
    """The next second pass for a person; None where none waits."""
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
    waiting = select_open(by) if after is None else select_open(by).filter(pk__gt=after.pk)
    return waiting.select_related("claim__sentence__snapshot__source", "claim__figure").first()


def read_blind(second_pass: SecondPass) -> Claim:
    """The claim as the first person saw it: proposed, without corrections or names. Not to be saved."""
    claim: Claim = Claim.objects.with_context().get(pk=second_pass.claim_id)
    for name, value in restore_columns(claim, second_pass.first.difference or {}).items():
        setattr(claim, name, value)
    claim.status, claim.status_by, claim.status_at, claim.verdict = Status.PROPOSED, None, None, "unchecked"
    return claim


def decide(
    second_pass: SecondPass, status: Status, *, by: User, changes: Mapping[str, Any] | None = None
) -> SecondDecision:
    """Write the second person's decision, and for an acceptance how that person reads the claim.

    changes: what that person would correct of the claim as `read_blind` gives it. Raises NotAReviewerError,
    NotPermittedError, SecondPassRefusedError or InvalidChangeError.
    """
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
    if status not in DECIDED:
        raise SecondPassRefusedError("A second pass accepts or rejects.")
    if second_pass.first.by_id == by.pk:
        raise NotPermittedError("Nobody makes the second pass over a decision of their own.")
    with transaction.atomic():
        # The claim's lock keeps a second decision, or a newer review, from being written at the same moment.
        standing = second_pass.claim.lock()
        if SecondDecision.objects.filter(second_pass=second_pass).exists():
            raise SecondPassRefusedError("Somebody has made this second pass already: take the next one.")
        if standing.status_at != second_pass.first.at:
            raise SecondPassRefusedError("The claim was decided about anew since: take the next one.")
        seen = read_blind(second_pass)
        apply_changes(seen, changes or {})
        return SecondDecision.objects.create(
            second_pass=second_pass,
            by=by,
            at=timezone.now(),
            status=status,
            reading=_read(seen),
            first_reading=_read(standing),
        )


def _read(claim: Any) -> dict[str, Any]:
    """What a claim means, as JSON keeps it."""
    return {name: encode(getattr(claim, name)) for name in CORRECTABLE}


def measure_agreement(decisions: Iterable[SecondDecision]) -> Agreement:
    """How far the decisions agree with the first ones."""
    decisions = list(decisions)
    both = [d for d in decisions if d.status == _first_status(d) == Status.ACCEPTED]
    return Agreement(
        decisions=len(decisions),
        kappa=compute_kappa([(_first_status(d), d.status) for d in decisions]),
        shares={name: compute_share([_is_same(d, name) for d in both]) for name in COMPARED},
    )


def select_decisions(*, source: Source | None = None) -> QuerySet[SecondDecision]:
    """The second decisions with what a comparison needs, of one source if given."""
    decisions = SecondDecision.objects.select_related(
        "by", "second_pass__first__by", "second_pass__claim__sentence__snapshot__source"
    ).defer("second_pass__claim__sentence__snapshot__text")
    if source is not None:
        decisions = decisions.filter(second_pass__claim__sentence__snapshot__source=source)
    return decisions.order_by("id")


def measure_by_pair(decisions: Iterable[SecondDecision]) -> dict[tuple[str, str], Agreement]:
    """The agreement of each first with each second person, by their usernames."""
    groups: dict[tuple[str, str], list[SecondDecision]] = defaultdict(list)
    for decision in decisions:
        pair = (decision.second_pass.first.by.get_username(), decision.by.get_username())
        groups[pair].append(decision)
    return {pair: measure_agreement(group) for pair, group in sorted(groups.items())}


def measure_by_source(decisions: Iterable[SecondDecision]) -> dict[Source, Agreement]:
    """The agreement over the claims of each source."""
    groups: dict[Source, list[SecondDecision]] = defaultdict(list)
    for decision in decisions:
        groups[decision.second_pass.claim.sentence.snapshot.source].append(decision)
    return {source: measure_agreement(group) for source, group in groups.items()}


def list_differences(decision: SecondDecision) -> list[str]:
    """What the two people see differently: "status", or where both accept the parts of the meaning."""
    if decision.status != _first_status(decision):
        return ["status"]
    if decision.status == Status.REJECTED:
        return []
    return [name for name in COMPARED if not _is_same(decision, name)]


def list_disagreements(decisions: QuerySet[SecondDecision]) -> list[SecondDecision]:
    """The decisions that differ from the first ones and that nobody has resolved yet."""
    return [decision for decision in decisions.filter(resolution=None) if list_differences(decision)]


def resolve(decision: SecondDecision, kept: Resolution.Kept, *, by: User, note: str = "") -> Resolution:
    """Say whose decision was right; the claim itself is mended by its own moves.

    Raises NotPermittedError or SecondPassRefusedError.
    """
    require(by, RESOLVE_SECOND_PASS)
    if not list_differences(decision):
        raise SecondPassRefusedError("The two decisions agree: there is nothing to resolve.")
    with transaction.atomic():
        SecondDecision.objects.select_for_update().get(pk=decision.pk)
        if Resolution.objects.filter(decision=decision).exists():
            raise SecondPassRefusedError("The disagreement is resolved already.")
        return Resolution.objects.create(
            decision=decision, kept=kept, note=note.strip(), by=by, at=timezone.now()
        )


def _first_status(decision: SecondDecision) -> str:
    """What the first person decided."""
    return decision.second_pass.first.to_status


def _is_same(decision: SecondDecision, name: str) -> bool:
    """Whether both people read a part of the meaning alike."""
    return all(decision.reading.get(f) == decision.first_reading.get(f) for f in COMPARED[name])
