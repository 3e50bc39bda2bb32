"""What one sentence asserts."""

from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.postgres.indexes import BrinIndex, HashIndex
from django.db import models
from django.db.models.functions import Greatest, Least, Substr
from django.utils import timezone

from claims.codelists import Change, Kind, Modality, Voice
from claims.measures.quantity import Comparator
from claims.models.base_values import BASE_VALUE, MEASURE
from claims.models.claim_rules import CLAIM_CONSTRAINTS, VALUE_RANGE
from claims.models.figure import Figure
from claims.models.numbers import NumericField
from claims.models.period_search import BY_DAYS
from claims.models.reviewed import Reviewed
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic, validate_unit
from claims.models.subject import Subject
from claims.models.timeline import Entry, list_timeline
from claims.models.value_search import BY_LOW, BY_MEASURE, BY_SIZE, NEWEST_OF_MEASURE, WIDE_BY_BOUNDS
from claims.models.verdict import Verdict, match_published
from claims.review import Status
from claims.verdicts import Outcome
from sources.models.sentence import Sentence

CONTEXT = 32
"""Code points before and behind a quote that tell it from the same words elsewhere in the text."""


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about many claims."""

    def untouched(self) -> Self:
        """Claims that only an extractor has worked on: no person made, decided or reviewed them."""
        return self.filter(status=Status.PROPOSED, created_by=None, status_by=None, figure__decided_by=None)

    def with_context(self) -> Self:
        """Claims with all that a list shows of them, in one query."""
        return self.select_related(
            "figure", "sentence__snapshot__source__publisher", "speaker", "subject", "statistic", "status_by"
        ).defer("sentence__snapshot__text")

    def with_verdict(self) -> Self:
        """Claims with their newest verdict row as `last_verdict`, and whether it is published."""
        newest = Verdict.objects.filter(claim=models.OuterRef("pk")).order_by("-number").values("pk")[:1]
        newest_only = models.Q(verdicts__pk=models.Subquery(newest))
        rows = self.annotate(last_verdict=models.FilteredRelation("verdicts", condition=newest_only))
        return rows.select_related("last_verdict__by").annotate(
            verdict_published=models.Case(
                models.When(match_published("last_verdict"), then=True),
                default=False,
                output_field=models.BooleanField(),
            )
        )

    def with_quote_context(self) -> Self:
        """Claims with what stands before and behind the quote in the text: `prefix` and `suffix`."""
        text = "sentence__snapshot__text"
        first = Greatest(models.F("start") - (CONTEXT - 1), 1)
        return self.annotate(
            prefix=Substr(text, first, Least(models.F("start"), CONTEXT)),
            suffix=Substr(text, models.F("end") + 1, CONTEXT),
        )


class ClaimManager(models.Manager.from_queryset(ClaimQuerySet)):  # type: ignore[misc]  # made at run time
    """Finds claims by uid."""

    def get_by_natural_key(self, uid: str) -> "Claim":
        """The claim of a uid."""
        claim: Claim = self.get(uid=uid)
        return claim


class Claim(Reviewed):
    """Claim 12 says that sentence 7 states 20 to 30 percent of cybercrime, according to speaker 4.

    A numeric claim asserts that the true value lies in the range low..high and has exactly one figure;
    a factual one is text only. A period that is not stated is unknown, not "always". The status says
    whether it is transcribed right and changes only through `accept`, `correct`, `reject`, `reopen` and
    `undo`; the verdict says whether it is true and changes only through `give_verdict` and
    `withdraw_verdict`.
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
    measure = MEASURE
    base_value = BASE_VALUE
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
    denominator = models.CharField(
        max_length=300, blank=True, help_text="What a share or rate is of, as written."
    )
    scope = models.CharField(
        max_length=100, blank=True, help_text="Words before it that narrow or widen it: “only”, “many of”."
    )
    direction = models.CharField(
        max_length=10,
        choices=[(c.value, c.value or "none") for c in Change],
        blank=True,
        help_text="Which way the value went, where the text says that it did.",
    )
    modality = models.CharField(
        max_length=12,
        choices=[(m.value, m.value) for m in Modality],
        default=Modality.STATED,
        help_text="Whether the text states it as a fact, or as a forecast, target, estimate, ...",
    )

    period = models.CharField(
        max_length=200, blank=True, help_text="The period as written; empty is unknown."
    )
    period_start = models.DateField(null=True, blank=True, help_text="The first day, where the words tell.")
    period_end = models.DateField(null=True, blank=True, help_text="The last day, where the words tell.")
    speaker = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="claims", db_index=False
    )
    voice = models.CharField(max_length=10, choices=[(v.value, v.value) for v in Voice], default=Voice.OWN)
    subject = models.ForeignKey(
        Subject, on_delete=models.PROTECT, null=True, blank=True, related_name="claims", db_index=False
    )
    statistic = models.ForeignKey(
        Statistic, on_delete=models.PROTECT, null=True, blank=True, related_name="claims", db_index=False
    )

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

    objects = ClaimManager()

    class Meta:
        ordering = ["-id"]
        permissions = [("review_claim", "Can accept, correct, reject, reopen and undo claims")]
        constraints = CLAIM_CONSTRAINTS
        # A claim that is loaded enters the ten of these that have no condition, the sentence's among them.
        indexes = [
            models.Index(fields=["status", "-id"], name="claim_by_status"),
            models.Index(fields=["unit", "-id"], name="claim_by_unit"),
            BY_LOW,
            BY_SIZE,
            NEWEST_OF_MEASURE,
            WIDE_BY_BOUNDS,
            BY_MEASURE,
            BY_DAYS,
            models.Index(fields=["updated_at", "id"], name="claim_by_change"),
            BrinIndex(fields=["created_at"], name="claim_by_making", autosummarize=True),
            HashIndex(fields=["quote"], name="claim_by_quote"),
            *(
                models.Index(
                    fields=[name, "-id"],
                    name=f"claim_by_{name}",
                    condition=models.Q((f"{name}__isnull", False)),
                )
                for name in ("speaker", "subject", "statistic")
            ),
            models.Index(
                fields=["verdict", "-id"],
                name="claim_by_verdict",
                condition=~models.Q(verdict=Outcome.UNCHECKED.value),
            ),
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

    def keep_from_harvests(self, by: User) -> None:
        """Note that a person has worked on it: its figure counts as decided by that person."""
        if self.figure_id is not None:
            undecided = Figure.objects.filter(pk=self.figure_id, decided_by=None)
            undecided.update(decided_by=by, decided_at=timezone.now())

    def list_timeline(self) -> list[Entry]:
        """What happened to it, oldest first: reviews, verdicts, confirmations and changes of its fields."""
        return list_timeline(self)
