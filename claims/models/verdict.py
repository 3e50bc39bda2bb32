"""Whether an accepted claim is true: one finding, what it rests on, and who confirmed it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.utils import timezone

from claims.errors import NotPermittedError
from claims.roles import CONFIRM_VERDICT, require
from claims.verdicts import (
    GIVEN,
    NEEDS_NO_EVIDENCE,
    IncompleteVerdictError,
    Outcome,
    Stance,
    VerdictRefusedError,
    check_complete,
    is_published,
)
from sources.models.identity import Identified
from sources.models.sentence import Sentence
from sources.models.web_address import WEB_ADDRESS


class VerdictQuerySet(models.QuerySet["Verdict"]):
    """Questions about many verdicts."""

    def with_standing(self) -> Self:
        """Verdicts with whether each is its claim's newest (`current`) and the record's own (`published`)."""
        newer = Verdict.objects.filter(claim=models.OuterRef("claim"), number__gt=models.OuterRef("number"))
        rows = self.annotate(current=~models.Exists(newer))
        return rows.annotate(
            published=models.ExpressionWrapper(
                models.Q(current=True) & match_published(""), models.BooleanField()
            )
        )

    def with_people(self) -> Self:
        """Verdicts with all that a list shows of them, in one query."""
        return self.with_standing().select_related("claim", "by", "confirmation__by")


class VerdictManager(models.Manager.from_queryset(VerdictQuerySet)):  # type: ignore[misc]  # made at run time
    """Finds verdicts by claim and number."""

    def get_by_natural_key(self, uid: str, number: int) -> "Verdict":
        """Verdict `number` of the claim with that uid."""
        verdict: Verdict = self.get(claim__uid=uid, number=number)
        return verdict


class Verdict(Identified):
    """Verdict 3 says that a person found claim 12 refuted as of 24 November 2026, and why.

    Rows are only ever added: a newer one supersedes it, and one whose outcome is unchecked withdraws it.
    It does not say whether the claim is transcribed right: that is its status.
    """

    claim = models.ForeignKey(
        "claims.Claim", on_delete=models.PROTECT, related_name="verdicts", db_index=False
    )
    number = models.PositiveIntegerField(help_text="1 for the first verdict of its claim, then counting up.")
    outcome = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Outcome])
    rationale = models.TextField(help_text="Why.")
    as_of = models.DateField(help_text="The day up to which it was looked into.")
    evidence_count = models.PositiveSmallIntegerField(
        help_text="How many pieces of evidence it was given with; none is added later."
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    at = models.DateTimeField()

    objects = VerdictManager()

    class Meta:
        ordering = ["-id"]
        permissions = [
            ("give_verdict", "Can say whether accepted claims are true"),
            ("confirm_verdict", "Can confirm the verdicts of others"),
        ]
        constraints = [
            models.UniqueConstraint(name="verdict_number_is_unique_in_its_claim", fields=["claim", "number"]),
            models.CheckConstraint(name="verdict_numbers_start_at_one", condition=models.Q(number__gte=1)),
            models.CheckConstraint(
                name="verdict_outcome_is_known", condition=models.Q(outcome__in=[o.value for o in Outcome])
            ),
            models.CheckConstraint(name="verdict_has_a_rationale", condition=~models.Q(rationale="")),
            models.CheckConstraint(
                name="verdict_rests_on_evidence",
                condition=models.Q(evidence_count__gte=1)
                | models.Q(outcome__in=sorted(o.value for o in NEEDS_NO_EVIDENCE)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} by {self.by}"

    def natural_key(self) -> tuple[str, int]:
        """The claim's uid and the number."""
        return (str(self.claim.uid), self.number)

    natural_key.dependencies = ["claims.claim", "auth.user"]  # type: ignore[attr-defined]  # read by serializers

    def is_current(self) -> bool:
        """Whether no newer verdict supersedes it."""
        return not Verdict.objects.filter(claim_id=self.claim_id, number__gt=self.number).exists()

    def is_confirmed(self) -> bool:
        """Whether a second person stands by it."""
        return VerdictConfirmation.objects.filter(verdict=self).exists()

    def is_published(self) -> bool:
        """Whether it may be shown as the record's own; ONRECORD_CONFIRM_VERDICTS asks for a second person."""
        return self.is_current() and is_published(
            Outcome(self.outcome),
            confirmed=self.is_confirmed(),
            needs_confirmation=settings.ONRECORD_CONFIRM_VERDICTS,
        )

    def confirm(self, *, by: User) -> "VerdictConfirmation":
        """Stand by another person's verdict; raises NotPermittedError or VerdictRefusedError."""
        require(by, CONFIRM_VERDICT)
        if by.pk == self.by_id:
            raise NotPermittedError("Nobody confirms a verdict of their own: ask a second person.")
        with transaction.atomic():
            # The claim's lock keeps a newer verdict from superseding this one at the same moment.
            standing = self.claim.lock()
            if not self.is_current() or self.outcome == Outcome.UNCHECKED:
                raise VerdictRefusedError("The verdict no longer stands: look at the newest one.")
            if self.is_confirmed():
                raise VerdictRefusedError("The verdict is confirmed already.")
            now = timezone.now()
            # What the claim shows may be published by it, which copies that are kept up ask for.
            self.claim.write(standing, updated_at=now)
            return VerdictConfirmation.objects.create(verdict=self, by=by, at=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A piece of evidence as a person hands it in: a sentence on the record or a link, and what it does."""

    stance: Stance
    sentence: Sentence | None = None
    link: str = ""
    note: str = ""

    def check(self) -> None:
        """Refuse what points nowhere or to two places; raises IncompleteVerdictError."""
        if (self.sentence is None) == (not self.link):
            raise IncompleteVerdictError(
                "Evidence is a sentence or a link: give one of the two.", field="evidence"
            )
        if self.link and not _is_link(self.link):
            raise IncompleteVerdictError(
                f"“{self.link[:200]}” is no link: write one such as https://example.org/report.",
                field="evidence",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person finds of a claim's truth, why, and on what it rests.

    as_of: the day up to which it was looked into, today unless given.
    """

    outcome: Outcome
    rationale: str
    evidence: tuple[Exhibit, ...] = ()
    as_of: date | None = None

    def check(self, *, today: date) -> None:
        """Refuse one that lacks something; raises IncompleteVerdictError."""
        for exhibit in self.evidence:
            exhibit.check()
        check_complete(
            self.outcome,
            rationale=self.rationale,
            evidence=len(self.evidence),
            as_of=self.as_of or today,
            today=today,
        )


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Questions about many pieces of evidence."""

    def with_context(self) -> Self:
        """Evidence with all that a list shows of it, in one query."""
        return self.select_related("verdict__claim", "sentence")


class EvidenceManager(models.Manager.from_queryset(EvidenceQuerySet)):  # type: ignore[misc]  # made at run time
    """Finds evidence by uid."""

    def get_by_natural_key(self, uid: str) -> "Evidence":
        """The piece of evidence of a uid."""
        evidence: Evidence = self.get(uid=uid)
        return evidence


class Evidence(Identified):
    """Evidence 9 says that sentence 31 refutes what verdict 3 looked into, and where in it to look.

    Rows are only ever added, together with their verdict.
    """

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="evidence")
    stance = models.CharField(max_length=8, choices=[(s.value, s.value) for s in Stance])
    sentence = models.ForeignKey(
        Sentence, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    link = models.URLField(max_length=2000, blank=True)
    note = models.TextField(blank=True)

    objects = EvidenceManager()

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                name="evidence_stance_is_known", condition=models.Q(stance__in=[s.value for s in Stance])
            ),
            models.CheckConstraint(
                name="evidence_is_a_sentence_or_a_link",
                condition=models.Q(sentence__isnull=False, link="")
                | models.Q(sentence__isnull=True) & ~models.Q(link=""),
            ),
            models.CheckConstraint(
                name="evidence_link_is_a_web_address",
                condition=models.Q(link="") | models.Q(link__iregex=WEB_ADDRESS),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stance}: {self.link or self.sentence}"

    def natural_key(self) -> tuple[str]:
        """The uid."""
        return (str(self.uid),)

    natural_key.dependencies = ["claims.verdict"]  # type: ignore[attr-defined]  # read by serializers


class VerdictConfirmation(Identified):
    """Confirmation 2 says that a second person stands by verdict 3 since a moment; only ever added."""

    verdict = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="confirmation")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="confirmations")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"confirmed by {self.by}"


def match_published(verdict: str) -> models.Q:
    """What `Verdict.is_published` asks of a newest verdict, as a condition; `verdict` is the way to it."""
    prefix = f"{verdict}__" if verdict else ""
    given = models.Q(**{f"{prefix}outcome__in": [o.value for o in GIVEN]})
    if settings.ONRECORD_CONFIRM_VERDICTS:
        given &= models.Q(**{f"{prefix}confirmation__isnull": False})
    return given


def _is_link(text: Any) -> bool:
    """Whether a browser can follow it and it can be stored."""
    try:
        URLValidator(schemes=["http", "https"])(text)
    except ValidationError:
        return False
    return len(text) <= 2000
