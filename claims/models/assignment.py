"""Work that is somebody's."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from claims.models.acting import acting
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic, validate_unit
from claims.roles import ASSIGN_WORK, require
from sources.models.identity import Identified
from sources.models.source import Source

CRITERIA = ("source", "speaker", "statistic", "unit")
"""What an assignment may name."""


class Assignment(Identified):
    """Assignment 4 says that one person reviews the claims of source 5 in percent, as another asked.

    Its criteria hold together: source and unit mean claims of that source in that unit.
    """

    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    speaker = models.ForeignKey(
        Speaker, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    statistic = models.ForeignKey(
        Statistic, on_delete=models.PROTECT, null=True, blank=True, related_name="assignments"
    )
    unit = models.CharField(max_length=60, blank=True, validators=[validate_unit])
    note = models.TextField(blank=True)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    assigned_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-id"]
        permissions = [("assign_work", "Can assign sources and filters to people")]
        constraints = [
            models.CheckConstraint(
                name="assignment_names_what_is_assigned",
                condition=models.Q(source__isnull=False)
                | models.Q(speaker__isnull=False)
                | models.Q(statistic__isnull=False)
                | ~models.Q(unit=""),
                violation_error_message="Name a source, a speaker, a statistic or a unit.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name_work()}: {self.assignee}"

    @property
    def criteria(self) -> dict[str, Any]:
        """All that it may name, by what it is called; None or "" where it names nothing."""
        return {name: getattr(self, name) for name in CRITERIA}

    def name_work(self) -> str:
        """What it names, in words."""
        return ", ".join(str(named) for named in self.criteria.values() if named)

    def match(self) -> models.Q:
        """The claims that are assigned, as a condition."""
        condition = models.Q()
        if self.source_id is not None:
            condition &= models.Q(sentence__snapshot__source_id=self.source_id)
        if self.speaker_id is not None:
            condition &= models.Q(speaker_id=self.speaker_id)
        if self.statistic_id is not None:
            condition &= models.Q(statistic_id=self.statistic_id)
        if self.unit:
            condition &= models.Q(unit=self.unit)
        return condition

    def end(self, *, by: User) -> None:
        """Take the work back, or say that it is done; twice is as once."""
        if by.pk != self.assignee_id:
            require(by, ASSIGN_WORK)
        if self.ended_at is None:
            self.ended_at = timezone.now()
            with acting(by):
                self.save(update_fields=["ended_at"])
