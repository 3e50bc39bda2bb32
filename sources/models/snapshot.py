"""A source's text as it was read at one moment."""

from django.db import models

from sources.models.identity import Identified
from sources.models.source import Source

SHA256 = r"^[0-9a-f]{64}$"


class SnapshotManager(models.Manager["Snapshot"]):
    """Finds snapshots by their source's slug and their number."""

    def get_by_natural_key(self, slug: str, number: int) -> "Snapshot":
        """Snapshot `number` of the source with that slug."""
        return self.get(source__slug=slug, number=number)


class Snapshot(Identified):
    """Snapshot 7 says that source 5 read exactly so on 24 November 2026.

    Never changed or deleted: the database refuses it. A page that changes gets another snapshot.
    bytes_sha256 is of the bytes as they came, text_sha256 of the text in UTF-8.
    encoding_detected: the encoding was found by statistics, not declared: a guess.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="snapshots", db_index=False)
    number = models.PositiveIntegerField(
        help_text="1 for the first snapshot of its source, then counting up."
    )
    media_type = models.CharField(max_length=100, default="text/plain")
    encoding = models.CharField(max_length=40)
    encoding_detected = models.BooleanField(default=False)
    bytes_sha256 = models.CharField("SHA-256 of the bytes", max_length=64)
    text_sha256 = models.CharField("SHA-256 of the text", max_length=64)
    text = models.TextField()
    read_at = models.DateTimeField()

    objects = SnapshotManager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="snapshot_number_is_unique_in_its_source", fields=["source", "number"]
            ),
            models.UniqueConstraint(
                name="snapshot_bytes_come_once_a_source", fields=["source", "bytes_sha256"]
            ),
            models.CheckConstraint(name="snapshot_numbers_start_at_one", condition=models.Q(number__gte=1)),
            models.CheckConstraint(name="snapshot_has_text", condition=~models.Q(text="")),
            models.CheckConstraint(
                name="snapshot_hashes_are_sha256",
                condition=models.Q(bytes_sha256__regex=SHA256, text_sha256__regex=SHA256),
            ),
        ]
        indexes = [models.Index(fields=["bytes_sha256"], name="snapshot_by_bytes")]

    def __str__(self) -> str:
        return f"{self.source} ({self.number})"

    def natural_key(self) -> tuple[str, int]:
        """The source's slug and the number."""
        return (self.source.slug, self.number)

    natural_key.dependencies = ["sources.source"]  # type: ignore[attr-defined]  # read by Django's serializers
