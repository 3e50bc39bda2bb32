"""Second passes: asked for, handed out blind, decided apart from the status, and resolved."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from claims.errors import ClaimsError, NotPermittedError
from claims.models.claim import Claim
from claims.models.differences import CORRECTABLE, apply_changes, encode, restore_columns
from claims.models.lease import Lease
from claims.models.review import Review
from claims.models.second_pass import DECIDED, Resolution, SecondDecision, SecondPass, Unblinding
from claims.review import NotAReviewerError, Status
from claims.roles import ASK_SECOND_PASS, RESOLVE_SECOND_PASS, REVIEW_CLAIM, require

COMPARED: Mapping[str, tuple[str, ...]] = {
    "value": ("low", "high", "low_inclusive", "high_inclusive"),
    "unit": ("unit",),
    "comparator": ("comparator",),
    "period": ("period_start", "period_end", "period"),
}
"""What is compared where both accept, and the fields that make it."""


class SecondPassRefusedError(ClaimsError):
    """The second pass cannot be asked for, decided or resolved: of the admin alone, so without a code."""


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
                first=last, handed_to=None, defaults={"claim_id": claim.pk, "asked_by": by}
            )
            passes += [asked] if is_new else []
    return passes


def select_waiting(by: User) -> QuerySet[SecondPass]:
    """The second passes that a person may decide, in the order of their claims.

    They are of others' decisions that are still the last and that the person has not looked at. Known claims
    that are handed to the person stand among them and look alike.
    """
    looked = Unblinding.objects.filter(second_pass=OuterRef("pk"), person=by)
    made = SecondDecision.objects.filter(second_pass=OuterRef("pk"))
    # No claim was decided before its first decision, so "not later" means "the same". Of an equation, and of
    # `decision=None`, the planner expects a single row, and sorts all that wait to find it.
    waiting = SecondPass.objects.filter(~Exists(made), claim__status_at__lte=F("first__at"))
    return (
        waiting.filter(Q(handed_to=None) | Q(handed_to=by))
        .exclude(first__by=by)
        .exclude(Exists(looked))
        .order_by("claim_id")
    )


def take_next_pass(*, by: User, after: SecondPass | None = None) -> SecondPass | None:
    """The next second pass for a person; None where none waits.

    One whose claim somebody else holds is left out: two people would both decide, and one in vain.
    """
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
    held = Lease.objects.filter(claim=OuterRef("claim_id"), expires_at__gt=timezone.now()).exclude(holder=by)
    waiting = select_waiting(by).exclude(Exists(held))
    if after is not None:
        waiting = waiting.filter(claim_id__gt=after.claim_id)
    return waiting.first()


def find_waiting(claim: Claim, *, by: User) -> SecondPass | None:
    """The second pass over a claim that the person may still make blind, so should not see its decision."""
    return select_waiting(by).filter(claim_id=claim.pk).first() if by.has_perm(REVIEW_CLAIM) else None


def unblind(second_pass: SecondPass, *, by: User) -> None:
    """Note that a person looks at the decision, and so no longer makes the pass; twice is as once."""
    Unblinding.objects.get_or_create(second_pass=second_pass, person=by)


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
    _check_blind(second_pass, by)
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


def _check_blind(second_pass: SecondPass, by: User) -> None:
    """Refuse who knows the first decision, or whom the pass is not for; raises NotPermittedError."""
    if second_pass.first.by_id == by.pk:
        raise NotPermittedError("Nobody makes the second pass over a decision of their own.")
    if second_pass.handed_to_id not in (None, by.pk):
        raise NotPermittedError("This second pass is handed to somebody else: take the next one.")
    if second_pass.unblindings.filter(person=by).exists():
        raise NotPermittedError("You have looked at the first decision: leave this second pass to others.")


def _read(claim: Any) -> dict[str, Any]:
    """What a claim means, as JSON keeps it."""
    return {name: encode(getattr(claim, name)) for name in CORRECTABLE}


def list_differences(decision: SecondDecision) -> list[str]:
    """What the two people see differently: "status", or where both accept the parts of the meaning."""
    if decision.status != decision.second_pass.first.to_status:
        return ["status"]
    if decision.status == Status.REJECTED:
        return []
    return [name for name in COMPARED if not _is_same(decision, name)]


def resolve(decision: SecondDecision, kept: Resolution.Kept, *, by: User, note: str = "") -> Resolution:
    """Say whose decision was right; the claim itself is mended by its own moves.

    Raises NotPermittedError or SecondPassRefusedError.
    """
    require(by, RESOLVE_SECOND_PASS)
    if decision.second_pass.handed_to_id is not None:
        raise SecondPassRefusedError("A known claim measures a person: there is nothing to resolve.")
    if not list_differences(decision):
        raise SecondPassRefusedError("The two decisions agree: there is nothing to resolve.")
    with transaction.atomic():
        SecondDecision.objects.select_for_update().get(pk=decision.pk)
        if Resolution.objects.filter(decision=decision).exists():
            raise SecondPassRefusedError("The disagreement is resolved already.")
        return Resolution.objects.create(
            decision=decision, kept=kept, note=note.strip(), by=by, at=timezone.now()
        )


def _is_same(decision: SecondDecision, name: str) -> bool:
    """Whether both people read a part of the meaning alike."""
    return all(decision.reading.get(f) == decision.first_reading.get(f) for f in COMPARED[name])
