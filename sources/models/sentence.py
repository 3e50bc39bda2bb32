"""A sentence of a snapshot."""

from django.db import models
from django.db.models.functions import Length

from sources.models.identity import Identified
from sources.models.snapshot import Snapshot


class SentenceManager(models.Manager["Sentence"]):
    """Finds sentences by source, snapshot and ordinal."""

    def get_by_natural_key(self, slug: str, number: int, ordinal: int) -> "Sentence":
        """Sentence `ordinal` of snapshot `number` of the source with that slug."""
        return self.get(snapshot__source__slug=slug, snapshot__number=number, ordinal=ordinal)


class Sentence(Identified):
    """Sentence 31 says that code points 437 to 520 of snapshot 7 are its 6th sentence, in the body.

    `snapshot.text[start:end] == text`, always. Never changed or deleted: the database refuses it.
    """

    class Role(models.TextChoices):
        """What a sentence does on its page."""

        HEADLINE = "headline", "headline"
        SUBHEAD = "subhead", "subhead"
        BODY = "body", "body"
        DATELINE = "dateline", "dateline"
        FURNITURE = "furniture", "furniture"
        LIST_ITEM = "list_item", "list item"

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="sentences", db_index=False)
    ordinal = models.PositiveIntegerField(help_text="1 for the first sentence of the snapshot.")
    start = models.PositiveIntegerField(help_text="Offset of the first code point in the snapshot's text.")
    end = models.PositiveIntegerField(help_text="Offset behind the last code point.")
    role = models.CharField(max_length=10, choices=Role)
    text = models.TextField()

    objects = SentenceManager()

    class Meta:
        ordering = ["snapshot", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                name="sentence_ordinal_is_unique_in_its_snapshot", fields=["snapshot", "ordinal"]
            ),
            models.CheckConstraint(name="sentence_ordinals_start_at_one", condition=models.Q(ordinal__gte=1)),
            models.CheckConstraint(
                name="sentence_span_is_not_empty", condition=models.Q(end__gt=models.F("start"))
            ),
            models.CheckConstraint(
                name="sentence_text_is_as_long_as_its_span",
                condition=models.Q(end=models.F("start") + Length("text")),
            ),
            models.CheckConstraint(
                name="sentence_role_is_known",
                condition=models.Q(
                    role__in=["headline", "subhead", "body", "dateline", "furniture", "list_item"]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text if len(self.text) <= 80 else f"{self.text[:79]}…"

    def natural_key(self) -> tuple[str, int, int]:
        """The source's slug, the snapshot's number and the ordinal."""
        return (*self.snapshot.natural_key(), self.ordinal)

    natural_key.dependencies = ["sources.snapshot"]  # type: ignore[attr-defined]  # read by Django's serializers
