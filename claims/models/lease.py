"""Who is looking at a claim just now."""

from django.conf import settings
from django.db import models


class Lease(models.Model):
    """Lease 8 says that the desk hands claim 12 to nobody but one person until a moment.

    It keeps two people from working on one claim; it forbids nothing. When it lapses nothing is lost: who
    decides later is told by the claim's version whether somebody else was faster.
    """

    claim = models.OneToOneField("claims.Claim", on_delete=models.CASCADE, related_name="lease")
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leases")
    expires_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.claim} is with {self.holder} until {self.expires_at}"
