"""What one sentence asserts."""

from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.postgres.indexes import GistIndex
from django.db import models, transaction
from django.utils import timezone

from claims.codelists import Kind, Voice
from claims.measures.quantity import Comparator
from claims.models.claim_rules import CLAIM_CONSTRAINTS, VALUE_RANGE
from claims.models.figure import Figure
from claims.models.numbers import NumericField
from claims.models.review import Review
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic, validate_unit
from claims.models.subject import Subject
from claims.review import Action, NotAReviewerError, Status, find_next_status
from sources.models.identity import Identified
from sources.models.sentence import Sentence

REVIEW_PERMISSION = "claims.review_claim"


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about many claims."""

    def accepted(self) -> Self:
        """Claims that a person found rightly transcribed."""
        return self.filter(status=Status.ACCEPTED)

    def untouched(self) -> Self:
        """Claims that only an extractor has worked on: no person made, decided or reviewed them."""
        return self.filter(status=Status.PROPOSED, created_by=None, status_by=None, figure__decided_by=None)

    def with_context(self) -> Self:
        """Claims with all that a list shows of them, in one query."""
        return self.select_related(
            "figure", "sentence__snapshot__source__publisher", "speaker", "subject", "statistic", "status_by"
        ).defer("sentence__snapshot__text")


class ClaimManager(models.Manager.from_queryset(ClaimQuerySet)):  # type: ignore[misc]  # made at run time
    """Finds claims by uid."""

    def get_by_natural_key(self, uid: str) -> "Claim":
        """The claim of a uid."""
        claim: Claim = self.get(uid=uid)
        return claim


class Claim(Identified):
    """Claim 12 says that sentence 7 states 20 to 30 percent of cybercrime, according to speaker 4.

    A numeric claim asserts that the true value lies in the range low..high and has exactly one figure;
    a factual one is text only. A period that is not stated is unknown, not "always". The status says
    whether it is transcribed right, not whether it is true, and changes only through `accept`,
    `reject` and `reopen`.
    """

    kind = models.CharField(max_length=8, choices=[(k.value, k.value) for k in Kind])
    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="claims")
    figure = models.OneToOneField(
        Figure, on_delete=models.PROTECT, null=True, blank=True, related_name="claim"
    )
    start = models.PositiveIntegerField(
        help_text="Offset of the quote in the snapshot's text, in code points."
    )
    end = models.PositiveIntegerField(help_text="Offset behind the quote.")
    quote = models.TextField(help_text="The words that state it, exactly as in the text.")

    low = NumericField(null=True, blank=True, help_text="The low bound; empty where open.")
    high = NumericField(null=True, blank=True, help_text="The high bound; empty where open.")
    low_inclusive = models.BooleanField(default=False)
    high_inclusive = models.BooleanField(default=False)
    value = VALUE_RANGE
    comparator = models.CharField(max_length=5, choices=[(c.value, c.value) for c in Comparator], blank=True)
    approximation = models.CharField(
        max_length=60, blank=True, help_text="The approximating word as written."
    )
    significant_digits = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(
        max_length=60,
        blank=True,
        validators=[validate_unit],
        help_text="A unit code; empty for a bare count.",
    )
    noun = models.CharField(max_length=300, blank=True, help_text="What is counted or measured, as written.")

    period = models.CharField(
        max_length=200, blank=True, help_text="The period as written; empty is unknown."
    )
    period_start = models.DateField(null=True, blank=True, help_text="The first day, where the words tell.")
    period_end = models.DateField(null=True, blank=True, help_text="The last day, where the words tell.")
    speaker = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    voice = models.CharField(max_length=10, choices=[(v.value, v.value) for v in Voice], default=Voice.OWN)
    subject = models.ForeignKey(
        Subject, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )
    statistic = models.ForeignKey(
        Statistic, on_delete=models.PROTECT, null=True, blank=True, related_name="claims"
    )

    status = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in Status], default=Status.PROPOSED, editable=False
    )
    status_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        db_index=False,
    )
    status_at = models.DateTimeField(null=True, blank=True, editable=False)
    extractor = models.CharField(max_length=60, blank=True, help_text="The extractor's version, or empty.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ClaimManager()

    class Meta:
        ordering = ["-id"]
        permissions = [("review_claim", "Can accept, reject and reopen claims")]
        constraints = CLAIM_CONSTRAINTS
        indexes = [
            models.Index(fields=["status", "-id"], name="claim_by_status"),
            models.Index(fields=["unit", "-id"], name="claim_by_unit"),
            GistIndex(fields=["value"], name="claim_by_value"),
        ]

    def __str__(self) -> str:
        return self.quote if len(self.quote) <= 80 else f"{self.quote[:79]}…"

    def natural_key(self) -> tuple[str]:
        """The uid."""
        return (str(self.uid),)

    natural_key.dependencies = [  # type: ignore[attr-defined]  # read by Django's serializers
        "sources.sentence",
        "claims.figure",
        "claims.speaker",
        "claims.subject",
        "claims.statistic",
        "auth.user",
    ]

    def accept(self, *, by: User, reason: str = "") -> Review:
        """Say that the claim is transcribed right."""
        return self._move(Action.ACCEPT, by=by, reason=reason)

    def reject(self, *, by: User, reason: str = "") -> Review:
        """Say that the claim is not what the sentence states."""
        return self._move(Action.REJECT, by=by, reason=reason)

    def reopen(self, *, by: User, reason: str) -> Review:
        """Take a decision back; the reason is required."""
        return self._move(Action.REOPEN, by=by, reason=reason)

    def review(self, action: Action, *, by: User, reason: str = "") -> Review:
        """Make the move of that name, for doors that get it as a word."""
        return self._move(action, by=by, reason=reason)

    def _move(self, action: Action, *, by: User, reason: str) -> Review:
        """The only writer of a status: checks, changes it and appends the review row, all or nothing.

        Raises NotAReviewerError, IllegalMoveError or ReasonRequiredError; then nothing has changed.
        """
        if not by.has_perm(REVIEW_PERMISSION):
            raise NotAReviewerError(
                f"{by.get_username()} may not review claims; an administrator can allow it."
            )
        with transaction.atomic():
            # The lock keeps two reviewers from both moving the claim from the status that each of them saw.
            claim = Claim.objects.select_for_update(of=("self",)).get(pk=self.pk)
            before = Status(claim.status)
            after = find_next_status(before, action, reason=reason)
            now = timezone.now()
            Claim.objects.filter(pk=claim.pk).update(
                status=after, status_by=by, status_at=now, updated_at=now
            )
            review = Review.objects.create(
                claim=claim,
                number=claim.reviews.count() + 1,
                action=action,
                from_status=before,
                to_status=after,
                reason=reason.strip(),
                by=by,
                at=now,
            )
        self.status, self.status_by, self.status_at, self.updated_at = after, by, now, now
        return review
