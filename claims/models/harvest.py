"""What one run of the extractor over one snapshot gave."""

from django.db import models

from sources.models.identity import Identified
from sources.models.snapshot import Snapshot


class Harvest(Identified):
    """Harvest 8 says that extractor 1.0 read snapshot 7 at a moment and what changed by it.

    kept: figures that a person had worked on and that the run therefore left alone.
    """

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="harvests")
    extractor = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    figures = models.PositiveIntegerField(default=0)
    claims = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="harvest_comes_once_an_extractor", fields=["snapshot", "extractor"]),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot} by {self.extractor}"
