"""A claim's verdict: whether it is true, apart from whether it is transcribed right."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from claims.models.acting import acting
from claims.models.verdict import Evidence, Judgement, Verdict, VerdictConfirmation
from claims.models.versioned import Versioned
from claims.review import Status
from claims.roles import CONFIRM_VERDICT, GIVE_VERDICT, require
from claims.verdicts import Outcome, VerdictRefusedError, check_step, find_last_day


class Judged(Versioned):
    """A row with a verdict, which only `give_verdict`, `withdraw_verdict` and a reopening change.

    The column repeats the outcome of the newest verdict row, for lists and filters; the database checks
    that it does, and that only accepted claims have one.
    """

    verdict = models.CharField(
        max_length=12,
        choices=[(o.value, o.value) for o in Outcome],
        default=Outcome.UNCHECKED,
        editable=False,
    )

    class Meta:
        abstract = True

    def give_verdict(self, judgement: Judgement, *, by: User, expected_version: int | None = None) -> Verdict:
        """Say whether the accepted claim is true, superseding what was said before.

        A judgement of "unchecked" withdraws the verdict. Raises NotPermittedError, VerdictRefusedError,
        IncompleteVerdictError, ConflictError or SupersededError; then nothing has changed.
        """
        require(by, GIVE_VERDICT)
        now = timezone.now()
        judgement.check(today=find_last_day(now))
        with acting(by), transaction.atomic():
            standing = self.lock(expected_version)
            if standing.status != Status.ACCEPTED:  # type: ignore[attr-defined]  # the claim's own column
                raise VerdictRefusedError(
                    "Only accepted claims have a verdict: first say whether it is transcribed right."
                )
            check_step(Outcome(standing.verdict), judgement.outcome)
            verdict = _append(standing, judgement, by=by, at=now)
            self.write(standing, verdict=judgement.outcome, updated_at=now)
        return verdict

    def withdraw_verdict(self, *, by: User, reason: str, expected_version: int | None = None) -> Verdict:
        """Take the verdict back; the reason is required. Raises as `give_verdict` does."""
        withdrawal = Judgement(outcome=Outcome.UNCHECKED, rationale=reason)
        return self.give_verdict(withdrawal, by=by, expected_version=expected_version)

    def confirm_verdict(self, *, by: User, expected_version: int | None = None) -> VerdictConfirmation:
        """Stand by the verdict that another person gave last; raises as `Verdict.confirm` does."""
        require(by, CONFIRM_VERDICT)
        with acting(by), transaction.atomic():
            standing = self.lock(expected_version)
            newest = Verdict.objects.filter(claim_id=standing.pk).order_by("-number").first()
            if newest is None:
                raise VerdictRefusedError("The claim has no verdict that could be confirmed.")
            newest.claim = self  # which the confirmation counts up
            confirmation: VerdictConfirmation = newest.confirm(by=by)
        return confirmation


def withdraw_for_reopening(standing: Judged, *, by: User, reason: str, at: datetime) -> None:
    """Supersede the verdict of a locked claim that is being reopened, where it has one.

    What was judged may change now, so the old verdict no longer says anything about the claim.
    """
    if standing.verdict != Outcome.UNCHECKED:
        rationale = f"The claim was reopened: {reason}"
        _append(standing, Judgement(outcome=Outcome.UNCHECKED, rationale=rationale), by=by, at=at)


def _append(standing: Judged, judgement: Judgement, *, by: User, at: datetime) -> Verdict:
    """Add a verdict row with its evidence."""
    verdict: Verdict = Verdict.objects.create(
        claim_id=standing.pk,
        number=Verdict.objects.filter(claim_id=standing.pk).count() + 1,
        outcome=judgement.outcome,
        rationale=judgement.rationale.strip(),
        as_of=judgement.as_of or at.date(),
        evidence_count=len(judgement.evidence),
        by=by,
        at=at,
    )
    Evidence.objects.bulk_create(
        Evidence(
            verdict=verdict,
            stance=exhibit.stance,
            sentence=exhibit.sentence,
            link=exhibit.link,
            note=exhibit.note.strip(),
        )
        for exhibit in judgement.evidence
    )
    return verdict
