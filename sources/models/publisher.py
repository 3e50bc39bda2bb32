"""Who put texts out."""

from django.db import models

from sources.models.identity import Identified
from sources.models.names import HIDDEN, validate_name
from sources.models.web_address import WEB_ADDRESS


class PublisherManager(models.Manager["Publisher"]):
    """Finds publishers by name."""

    def get_by_natural_key(self, name: str) -> "Publisher":
        """The publisher of a name."""
        return self.get(name=name)


class Publisher(Identified):
    """Publisher 3 says that "UNODC Iran" puts out texts, and where its home page is."""

    name = models.CharField(max_length=200, unique=True, validators=[validate_name])
    home_page = models.URLField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = PublisherManager()

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["updated_at", "id"], name="publisher_by_change")]
        constraints = [
            models.CheckConstraint(name="publisher_has_a_name", condition=~models.Q(name="")),
            models.CheckConstraint(
                name="publisher_name_hides_nothing", condition=~models.Q(name__regex=HIDDEN)
            ),
            models.CheckConstraint(
                name="publisher_home_page_is_a_web_address",
                condition=models.Q(home_page="") | models.Q(home_page__iregex=WEB_ADDRESS),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The name, which no two publishers share."""
        return (self.name,)
