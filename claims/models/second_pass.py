"""A decision that a second person makes without seeing the first one."""

from uuid import UUID

from django.conf import settings
from django.db import models

from claims.models.review import Review
from claims.review import Status
from sources.models.identity import Identified

DRAWS = 1_000_000
DECIDED = (Status.ACCEPTED, Status.REJECTED)


class SecondPass(Identified):
    """Second pass 6 says that somebody else is to decide about claim 12 without seeing review 40.

    One that is handed to a named person is of a claim about which two people agree already: it measures
    that person and says nothing about the claim.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="second_passes")
    first = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="second_passes", db_index=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text="Who asked for it; empty where it was drawn.",
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    handed_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whom it calibrates; empty for one that anybody else may make.",
    )

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "second passes"
        constraints = [
            models.UniqueConstraint(
                name="second_pass_comes_once_a_decision_and_person",
                fields=["first", "handed_to"],
                nulls_distinct=False,
            )
        ]
        permissions = [
            ("ask_second_pass", "Can send claims to a second reviewer"),
            ("resolve_second_pass", "Can resolve disagreements between reviewers"),
        ]

    def __str__(self) -> str:
        return f"second pass of {self.claim}"


class Unblinding(Identified):
    """Unblinding 2 says that a person looked at the decision that second pass 6 is about.

    So that person no longer makes that pass. Rows are only ever added.
    """

    second_pass = models.ForeignKey(
        SecondPass, on_delete=models.PROTECT, related_name="unblindings", db_index=False
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(name="unblinding_comes_once_a_person", fields=["second_pass", "person"])
        ]

    def __str__(self) -> str:
        return f"{self.person} has looked at {self.second_pass}"


class SecondDecision(Identified):
    """Decision 5 says that a second person found claim 12 rightly transcribed, and how that person reads it.

    The readings hold value, comparator, unit and period as text; the first one is the claim's as the first
    person left it. It never moves the claim. Rows are only ever added.
    """

    second_pass = models.OneToOneField(SecondPass, on_delete=models.PROTECT, related_name="decision")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="second_decisions"
    )
    at = models.DateTimeField()
    status = models.CharField(max_length=8, choices=[(s.value, s.value) for s in DECIDED])
    reading = models.JSONField()
    first_reading = models.JSONField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="second_decision_is_a_decision",
                condition=models.Q(status__in=[status.value for status in DECIDED]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} by {self.by}"


class Resolution(Identified):
    """Resolution 2 says which of two differing decisions a third look found right, and why; only ever added.

    The claim itself is mended by its own moves.
    """

    class Kept(models.TextChoices):
        """Whose decision was right."""

        FIRST = "first", "the first"
        SECOND = "second", "the second"
        NEITHER = "neither", "neither"

    decision = models.OneToOneField(SecondDecision, on_delete=models.PROTECT, related_name="resolution")
    kept = models.CharField(max_length=7, choices=Kept)
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="resolutions")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="resolution_keeps_one_or_neither",
                condition=models.Q(kept__in=["first", "second", "neither"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kept} by {self.by}"


def is_drawn(uid: UUID, share: float) -> bool:
    """Whether a review is of the share that is decided twice: by its id's random bits, so always the same."""
    return uid.int % DRAWS < share * DRAWS
