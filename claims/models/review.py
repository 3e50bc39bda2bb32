"""One move of a claim's status."""

from typing import Self

from django.conf import settings
from django.db import models

from claims.review import MOVES, NEEDS_REASON, UNDONE, Action, Status
from sources.models.identity import Identified


class ReviewQuerySet(models.QuerySet["Review"]):
    """Questions about many reviews."""

    def with_people(self) -> Self:
        """Reviews with all that a list shows of them, in one query."""
        return self.select_related("claim", "by")


class ReviewManager(models.Manager.from_queryset(ReviewQuerySet)):  # type: ignore[misc]  # made at run time
    """Finds reviews by claim and number."""

    def get_by_natural_key(self, uid: str, number: int) -> "Review":
        """Review `number` of the claim with that uid."""
        review: Review = self.get(claim__uid=uid, number=number)
        return review


def _match_moves() -> models.Q:
    """The moves of `claims.review.MOVES`, and the undo of each, as a condition."""
    condition = models.Q()
    for (start, action), end in MOVES.items():
        condition |= models.Q(from_status=start.value, action=action.value, to_status=end.value)
    for start, end in sorted(UNDONE):
        condition |= models.Q(from_status=start.value, action=Action.UNDO.value, to_status=end.value)
    return condition


class Review(Identified):
    """Review 40 says that a person moved claim 12 from proposed to accepted at a moment, and why.

    Rows are only ever added: the database refuses every change, deletion and truncation.
    """

    claim = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, related_name="reviews", db_index=False
    )
    number = models.PositiveIntegerField(help_text="1 for the first move of its claim, then counting up.")
    action = models.CharField(max_length=8, choices=[(a.value, a.value) for a in Action])
    from_status = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Status])
    to_status = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Status])
    reason = models.TextField(blank=True)
    difference = models.JSONField(
        null=True,
        blank=True,
        help_text="Before and after of each field that a correction, or its undo, changed.",
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reviews")
    at = models.DateTimeField()

    objects = ReviewManager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="review_number_is_unique_in_its_claim", fields=["claim", "number"]),
            models.CheckConstraint(name="review_numbers_start_at_one", condition=models.Q(number__gte=1)),
            models.CheckConstraint(name="review_is_a_legal_move", condition=_match_moves()),
            models.CheckConstraint(
                name="review_that_reopens_has_a_reason",
                condition=~models.Q(action__in=[a.value for a in NEEDS_REASON]) | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="review_has_a_difference_where_it_corrects",
                condition=models.Q(action=Action.CORRECT.value, difference__isnull=False)
                | models.Q(action=Action.UNDO.value)
                | ~models.Q(action__in=[Action.CORRECT.value, Action.UNDO.value])
                & models.Q(difference__isnull=True),
            ),
        ]

        indexes = [models.Index(fields=["at"], name="review_by_moment")]

    def __str__(self) -> str:
        return f"{self.action} by {self.by}"

    def natural_key(self) -> tuple[str, int]:
        """The claim's uid and the number."""
        return (str(self.claim.uid), self.number)

    natural_key.dependencies = ["claims.claim", "auth.user"]  # type: ignore[attr-defined]  # read by serializers
