"""The review desk's work: which claim is next for whom, who holds it, and decisions about many at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from claims.errors import ClaimsError, InvalidChangeError, SupersededError
from claims.models.assignment import Assignment
from claims.models.claim import Claim
from claims.models.lease import Lease
from claims.models.review import Review
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic
from claims.review import Action, NotAReviewerError, Status
from claims.roles import ASSIGN_WORK, REVIEW_CLAIM, require
from sources.models.source import Source

TRIES = 20
"""How often a claim that somebody else was handed at the same moment is passed over before giving up."""

MOST_COUNTED = 1_000
"""Claims that a count goes up to: more are told as “1,000 and more”, so that no page counts a whole table."""

HOLD = """
INSERT INTO claims_lease AS lease (claim_id, holder_id, expires_at)
SELECT id, %(holder)s, %(until)s FROM claims_claim WHERE id = %(claim)s
ON CONFLICT (claim_id) DO UPDATE SET holder_id = EXCLUDED.holder_id, expires_at = EXCLUDED.expires_at
    WHERE lease.holder_id = EXCLUDED.holder_id OR lease.expires_at <= %(now)s
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Which claims a person works through, oldest first."""

    status: Status = Status.PROPOSED
    source: Source | None = None
    speaker: Speaker | None = None
    statistic: Statistic | None = None
    unit: str = ""
    assigned_to: User | None = None

    def list_parts(self) -> list[QuerySet[Claim]]:
        """The claims in the order of their making; with an assignee as one list an assignment.

        Each is read by one index: an OR over assignments would read the whole table.
        """
        wanted = {
            "sentence__snapshot__source": self.source,
            "speaker": self.speaker,
            "statistic": self.statistic,
            "unit": self.unit or None,
        }
        given = {name: value for name, value in wanted.items() if value is not None}
        claims: QuerySet[Claim] = Claim.objects.filter(status=self.status, **given)
        if self.assigned_to is None:
            return [_sort(claims, self.source is not None)]
        return [
            _sort(claims.filter(assignment.match()), (self.source or assignment.source_id) is not None)
            for assignment in Assignment.objects.filter(assignee=self.assigned_to, ended_at=None)
        ]

    def select(self) -> QuerySet[Claim]:
        """The claims as one list, for pages that show many."""
        parts = self.list_parts()
        if len(parts) == 1:
            return parts[0]
        claims: QuerySet[Claim] = Claim.objects.filter(pk__in=_join(parts) if parts else ())
        return claims.order_by("id")


def _sort(claims: QuerySet[Claim], is_of_a_source: bool) -> QuerySet[Claim]:
    """The claims by id, which is the order of their making."""
    # The claims of one source are few among all and found from their sentences. Sorted by the bare id,
    # PostgreSQL would rather walk the whole table in that order and meet the first of them late.
    return claims.order_by((F("id") + 0).asc() if is_of_a_source else F("id").asc())


def _join(parts: list[QuerySet[Claim]]) -> QuerySet[Any, Any]:
    """The keys of the claims of several lists, each once."""
    keys = [part.order_by().values_list("pk", flat=True) for part in parts]
    return keys[0].union(*keys[1:]) if len(keys) > 1 else keys[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one claim of many: its review, or why it was refused."""

    claim: Claim
    review: Review | None = None
    error: ClaimsError | None = None


def take_next(queue: Queue, *, by: User, after: Claim | None = None) -> Claim | None:
    """The queue's next claim, which nobody else is handed while the lease lasts; None at the queue's end.

    after: the claim that the person had, to go on behind it.
    """
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
    parts = queue.list_parts()
    return _take(parts if after is None else [part.filter(pk__gt=after.pk) for part in parts], by, min)


def take_previous(queue: Queue, *, by: User, before: Claim) -> Claim | None:
    """The claim before the one that the person has; None at the queue's start."""
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
    return _take([part.filter(pk__lt=before.pk).reverse() for part in queue.list_parts()], by, max)


def _take(parts: list[QuerySet[Claim]], by: User, choose: Callable[..., Claim]) -> Claim | None:
    """The first claim of several lists that nobody else holds, leased."""
    for _ in range(TRIES):
        others = Lease.objects.filter(claim=OuterRef("pk"), expires_at__gt=timezone.now()).exclude(holder=by)
        # Whoever asks at the same moment skips the locked claims instead of waiting for them.
        free = [
            part.exclude(Exists(others)).select_for_update(of=("self",), skip_locked=True) for part in parts
        ]
        with transaction.atomic():
            found = [claim for claim in (part.first() for part in free) if claim is not None]
            if not found:
                return None
            claim = choose(found, key=attrgetter("pk"))
            # The query may miss a lease that is committed meanwhile: then holding fails, and we look again.
            if hold(claim, by=by).holder_id == by.pk:
                return claim
    return None


def hold(claim: Claim, *, by: User) -> Lease:
    """Take or renew the lease of a claim unless somebody else has it; the lease that stands.

    Raises NotAReviewerError, or SupersededError where the claim is gone.
    """
    require(by, REVIEW_CLAIM, refusal=NotAReviewerError)
    now = timezone.now()
    until = now + timedelta(minutes=settings.ONRECORD_LEASE_MINUTES)
    with connection.cursor() as cursor:
        cursor.execute(HOLD, {"claim": claim.pk, "holder": by.pk, "until": until, "now": now})
    lease = Lease.objects.select_related("holder").filter(claim_id=claim.pk).first()
    if lease is None:
        raise SupersededError("The claim is no longer there: a newer reading of its text replaced it.")
    return lease


def release(claim: Claim, *, by: User) -> None:
    """Give a claim back; another person's lease stays."""
    Lease.objects.filter(claim_id=claim.pk, holder=by).delete()


def count_left(queue: Queue) -> int:
    """How many claims the queue has, up to one more than MOST_COUNTED."""
    parts = queue.list_parts()
    return _join(parts)[: MOST_COUNTED + 1].count() if parts else 0


def select_identical(claim: Claim) -> QuerySet[Claim]:
    """The other claims of its status with the same quote in a sentence of the same words."""
    alike: QuerySet[Claim] = Claim.objects.filter(
        quote=claim.quote, sentence__text=claim.sentence.text, status=claim.status
    )
    return alike.exclude(pk=claim.pk).order_by("id")


def review_each(claims: Iterable[Claim], action: Action, *, by: User, reason: str = "") -> list[Result]:
    """Make a plain move with every claim, each in a transaction of its own with its own review row.

    A claim counts with the version that it was read with; what one refuses keeps no other from moving.
    """
    results = []
    for claim in claims:
        try:
            review = claim.review(action, by=by, reason=reason, expected_version=claim.version)
        except ClaimsError as error:
            results.append(Result(claim=claim, error=error))
        else:
            results.append(Result(claim=claim, review=review))
    return results


def assign(assignee: User, *, by: User, note: str = "", **criteria: Any) -> Assignment:
    """Give a source, speaker, statistic or unit, or claims that share several of them, to a person.

    Raises NotPermittedError, NotAReviewerError where the assignee may not review, InvalidChangeError.
    """
    require(by, ASSIGN_WORK)
    require(assignee, REVIEW_CLAIM, refusal=NotAReviewerError)
    assignment = Assignment(assignee=assignee, assigned_by=by, note=note.strip(), **criteria)
    try:
        assignment.full_clean()
    except ValidationError as error:
        raise InvalidChangeError(error.message_dict) from None
    assignment.save()
    return assignment


def find_last_move(by: User) -> Review | None:
    """The newest move of a person that nobody has moved on from or taken back; an undo is none."""
    newer = Review.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"))
    moves = Review.objects.filter(~Exists(newer), by=by).exclude(action=Action.UNDO)
    newest: Review | None = moves.select_related("claim").order_by("-id").first()
    return newest


def select_same_quote(claim: Claim) -> QuerySet[Claim]:
    """The other claims with the very same words, in no order: many may share short ones."""
    alike: QuerySet[Claim] = Claim.objects.filter(quote=claim.quote)
    return alike.exclude(pk=claim.pk).order_by()


def select_same_statistic(claim: Claim) -> QuerySet[Claim]:
    """The other claims about what this one measures, newest first; none where that is not said."""
    if claim.statistic_id is None:
        nothing: QuerySet[Claim] = Claim.objects.none()
        return nothing
    alike: QuerySet[Claim] = Claim.objects.filter(statistic=claim.statistic_id)
    return alike.exclude(pk=claim.pk).order_by("-id")
