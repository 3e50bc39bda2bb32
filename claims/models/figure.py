"""A numeric expression in a sentence."""

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models.functions import Length
from django.utils import timezone

from claims.codelists import Disposition
from claims.errors import ClaimsError, SupersededError
from claims.models.acting import acting
from claims.review import ReasonRequiredError
from claims.roles import DECIDE_FIGURE, require
from sources.models.identity import Identified
from sources.models.sentence import Sentence


class FigureDecidedError(ClaimsError):
    """The figure stands in the way of what is asked: it has a claim, or is no claim."""

    code = "figure_decided"


class FigureManager(models.Manager["Figure"]):
    """Finds figures by their sentence and start."""

    def get_by_natural_key(self, slug: str, number: int, ordinal: int, start: int) -> "Figure":
        """The figure that starts there in that sentence."""
        return self.get(
            sentence__snapshot__source__slug=slug,
            sentence__snapshot__number=number,
            sentence__ordinal=ordinal,
            start=start,
        )


class Figure(Identified):
    """Figure 90 says that "6th" at code points 223 to 226 is an ordinal, as the rule "ordinal" decided.

    Every numeric expression of a text has exactly one row, so nothing is missed in silence. It does
    not say what a number means: that is its claim's, where the disposition is "claim".
    """

    sentence = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="figures", db_index=False)
    start = models.PositiveIntegerField(help_text="Offset of the first code point in the snapshot's text.")
    end = models.PositiveIntegerField(help_text="Offset behind the last code point.")
    surface = models.TextField(help_text="The words, exactly as in the text.")
    disposition = models.CharField(max_length=12, choices=[(d.value, d.value) for d in Disposition])
    rule = models.CharField(max_length=60, help_text="The rule that decided the disposition.")
    extractor = models.CharField(max_length=60, help_text="The extractor's version, or empty.", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True, help_text="Why a person decided so.")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = FigureManager()

    class Meta:
        ordering = ["sentence", "start"]
        permissions = [("decide_figure", "Can promote figures to claims and dismiss them")]
        constraints = [
            models.UniqueConstraint(name="figure_starts_once_in_its_sentence", fields=["sentence", "start"]),
            models.CheckConstraint(
                name="figure_span_is_not_empty", condition=models.Q(end__gt=models.F("start"))
            ),
            models.CheckConstraint(
                name="figure_surface_is_as_long_as_its_span",
                condition=models.Q(end=models.F("start") + Length("surface")),
            ),
            models.CheckConstraint(
                name="figure_disposition_is_known",
                condition=models.Q(disposition__in=[d.value for d in Disposition]),
            ),
            models.CheckConstraint(
                name="figure_has_a_decider",
                condition=~models.Q(rule="") | models.Q(decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="figure_decided_by_and_at_go_together",
                condition=models.Q(decided_by__isnull=True, decided_at__isnull=True)
                | models.Q(decided_by__isnull=False, decided_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["disposition", "-id"], name="figure_by_disposition")]

    def __str__(self) -> str:
        return self.surface

    def natural_key(self) -> tuple[str, int, int, int]:
        """The sentence and where the figure starts."""
        return (*self.sentence.natural_key(), self.start)

    natural_key.dependencies = ["sources.sentence"]  # type: ignore[attr-defined]  # read by Django's serializers

    @property
    def state(self) -> str:
        """How it is decided, as a page hands it back to tell whether somebody has decided since."""
        return f"{self.disposition} {self.decided_at.isoformat() if self.decided_at else ''}".strip()

    def dismiss(self, *, by: User, reason: str, disposition: Disposition, seen: str = "") -> None:
        """Say that the figure claims nothing, what it is instead, and why.

        seen: the `state` that the person saw, if it matters.
        Raises NotPermittedError, ReasonRequiredError, FigureDecidedError or SupersededError.
        """
        require(by, DECIDE_FIGURE)
        if not reason.strip():
            raise ReasonRequiredError("To dismiss a figure, give a reason.")
        if disposition is Disposition.CLAIM:
            raise FigureDecidedError("A dismissed figure claims nothing: say what it is instead.")
        with acting(by), transaction.atomic():
            standing = self.lock(seen)
            if hasattr(standing, "claim"):
                raise FigureDecidedError("The figure has a claim: reject the claim instead.")
            self.decide(standing, disposition, by=by, reason=reason)

    def lock(self, seen: str = "") -> "Figure":
        """The row as it stands, locked until the transaction ends.

        Raises SupersededError where it is gone, FigureDecidedError where its state is not the one seen.
        """
        standing = Figure.objects.select_for_update(of=("self",)).filter(pk=self.pk).first()
        if standing is None:
            raise SupersededError(
                "The figure is no longer there: a newer reading of its text replaced it. Open the text anew."
            )
        if seen and standing.state != seen:
            decider = standing.decided_by or f"the rule “{standing.rule}”"
            raise FigureDecidedError(
                f"“{standing}” was decided about meanwhile: {standing.disposition}, by {decider}. "
                "Nothing was changed."
            )
        return standing

    def decide(self, standing: "Figure", disposition: Disposition, *, by: User, reason: str) -> None:
        """Write a person's decision about a locked row, and take it over here."""
        columns = {
            "disposition": disposition,
            "rule": "",
            "decided_by": by,
            "decided_at": timezone.now(),
            "reason": reason.strip(),
        }
        Figure.objects.filter(pk=standing.pk).update(**columns)
        for row in (self, standing):
            for name, value in columns.items():
                setattr(row, name, value)
