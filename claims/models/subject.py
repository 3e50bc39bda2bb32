"""What a claim is about."""

from django.db import models

from sources.models.identity import Identified
from sources.models.names import HIDDEN, validate_name


class SubjectManager(models.Manager["Subject"]):
    """Finds subjects by kind and name."""

    def get_by_natural_key(self, kind: str, name: str) -> "Subject":
        """The subject of a kind and name."""
        return self.get(kind=kind, name=name)


class Subject(Identified):
    """Subject 2 says that claims are about the place "Iran"."""

    class Kind(models.TextChoices):
        """What sort of thing it is."""

        PLACE = "place", "place"
        ORGANISATION = "organisation", "organisation"
        EVENT = "event", "event"
        GROUP = "group", "group"

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=300, validators=[validate_name])
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SubjectManager()

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["updated_at", "id"], name="subject_by_change")]
        constraints = [
            models.UniqueConstraint(name="subject_name_is_unique_in_its_kind", fields=["kind", "name"]),
            models.CheckConstraint(name="subject_has_a_name", condition=~models.Q(name="")),
            models.CheckConstraint(
                name="subject_name_hides_nothing", condition=~models.Q(name__regex=HIDDEN)
            ),
            models.CheckConstraint(
                name="subject_kind_is_known",
                condition=models.Q(kind__in=["place", "organisation", "event", "group"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str, str]:
        """The kind and the name."""
        return (self.kind, self.name)
