"""Who made a claim."""

from django.db import models

from sources.models.identity import Identified
from sources.models.names import HIDDEN, validate_name


class SpeakerManager(models.Manager["Speaker"]):
    """Finds speakers by name."""

    def get_by_natural_key(self, name: str) -> "Speaker":
        """The speaker of a name."""
        return self.get(name=name)


class Speaker(Identified):
    """Speaker 4 says that claims are attributed to "Jürgen Stock": a person or body, not the publisher."""

    name = models.CharField(max_length=300, unique=True, validators=[validate_name])
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SpeakerManager()

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["updated_at", "id"], name="speaker_by_change")]
        constraints = [
            models.CheckConstraint(name="speaker_has_a_name", condition=~models.Q(name="")),
            models.CheckConstraint(
                name="speaker_name_hides_nothing", condition=~models.Q(name__regex=HIDDEN)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The name, which no two speakers share."""
        return (self.name,)
