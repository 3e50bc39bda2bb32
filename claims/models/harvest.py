"""What one run of the extractor over one snapshot gave."""

from django.db import models

from sources.models.identity import Identified
from sources.models.snapshot import Snapshot


class HarvestManager(models.Manager["Harvest"]):
    """Finds harvests by snapshot and extractor."""

    def get_by_natural_key(self, slug: str, number: int, extractor: str) -> "Harvest":
        """The run of that extractor over snapshot `number` of the source with that slug."""
        return self.get(snapshot__source__slug=slug, snapshot__number=number, extractor=extractor)


class Harvest(Identified):
    """Harvest 8 says that extractor 1.0 read snapshot 7 at a moment and what changed by it.

    kept: figures that a person had worked on and that the run therefore left alone.
    """

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="harvests", db_index=False)
    extractor = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)
    figures = models.PositiveIntegerField(default=0)
    claims = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)

    objects = HarvestManager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="harvest_comes_once_an_extractor", fields=["snapshot", "extractor"]),
        ]

    def __str__(self) -> str:
        return f"{self.snapshot} by {self.extractor}"

    def natural_key(self) -> tuple[str, int, str]:
        """The snapshot and the extractor."""
        return (*self.snapshot.natural_key(), self.extractor)

    natural_key.dependencies = ["sources.snapshot"]  # type: ignore[attr-defined]  # read by Django's serializers
