"""A text by a publisher."""

from django.db import models

from sources.models.identity import Identified
from sources.models.publisher import Publisher
from sources.models.web_address import WEB_ADDRESS

# An unknown day counts as before every other, rising and falling.
_DAY = models.OrderBy(models.F("published_on"), nulls_first=True)


class SourceManager(models.Manager["Source"]):
    """Finds sources by slug."""

    def get_by_natural_key(self, slug: str) -> "Source":
        """The source of a slug."""
        return self.get(slug=slug)


class Source(Identified):
    """Source 5 says that UNODC Iran put out "Tehran meeting" on 27 July 2017 at a URL, in English.

    What is not known stays empty: no publisher, date, URL or language is ever guessed. The words
    themselves are in its snapshots.
    """

    class Kind(models.TextChoices):
        """What sort of text it is."""

        NEWS = "news", "news item"
        REPORT = "report", "report"
        RELEASE = "release", "press release"
        SPEECH = "speech", "speech or interview"
        POST = "post", "post"
        OTHER = "other", "other"
        UNKNOWN = "unknown", "unknown"

    publisher = models.ForeignKey(
        Publisher, on_delete=models.PROTECT, null=True, blank=True, related_name="sources"
    )
    slug = models.SlugField(
        max_length=100, unique=True, help_text="A readable name that no other source has."
    )
    title = models.CharField(max_length=500)
    url = models.URLField("URL", max_length=2000, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.UNKNOWN)
    language = models.CharField(
        max_length=35,
        blank=True,
        help_text="A language tag (BCP 47), such as en or fa; empty where not known.",
    )
    published_on = models.DateField(null=True, blank=True)
    reference = models.CharField(
        max_length=200, blank=True, help_text="The publisher's own number or code of the text."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = SourceManager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(name="source_has_a_title", condition=~models.Q(title="")),
            models.CheckConstraint(
                name="source_url_is_a_web_address",
                condition=models.Q(url="") | models.Q(url__iregex=WEB_ADDRESS),
            ),
            models.CheckConstraint(
                name="source_kind_is_known",
                condition=models.Q(
                    kind__in=["news", "report", "release", "speech", "post", "other", "unknown"]
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["updated_at", "id"], name="source_by_change"),
            models.Index(fields=["publisher", "-id"], name="source_by_publisher"),
            models.Index(
                models.OrderBy(models.F("published_on"), nulls_first=True), "id", name="source_by_day"
            ),
            models.Index(fields=["url"], name="source_by_url", condition=~models.Q(url="")),
        ]

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """The slug, which no two sources share."""
        return (self.slug,)
