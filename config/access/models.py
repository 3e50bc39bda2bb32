"""Tokens with which programs act as a person."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone

from claims.models.acting import acting
from sources.api.needs import Scope
from sources.models.audit import keep_events
from sources.models.identity import Identified
from sources.models.names import HIDDEN, validate_name
from sources.models.snapshot import SHA256

MARK = "onr_"
"""What every token begins with, so that scanners for leaked secrets know one."""
SHOWN = len(MARK) + 6
"""How much of a token is kept in plain, to tell one from another."""
NOTED_EVERY = timedelta(hours=1)
"""How exactly the last use is known: a write for every request would cost more than it tells."""
DEFAULT_LIFE = timedelta(days=90)


class TokenQuerySet(models.QuerySet["Token"]):
    """Questions about many tokens."""

    def of_plain(self, plain: str) -> "Token | None":
        """The token that reads so in plain, with its person; None where there is none."""
        return self.filter(digest=hash_plain(plain)).select_related("user").first()


class Token(Identified):
    """Token 3 says that a program which knows it acts as Rosa, within the scope "review", until a moment.

    The token itself is shown once and not kept: `digest` is its SHA-256. It is 256 bits of chance, so
    that a slow password hash would protect nothing more. A revoked one stays, as its actions do.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(
        max_length=100, validators=[validate_name], help_text="What it is for, such as “nightly crawler”."
    )
    scope = models.CharField(max_length=6, choices=[(s.value, s.value) for s in Scope])
    digest = models.CharField("SHA-256 of the token", max_length=64, unique=True, editable=False)
    shown = models.CharField("begins with", max_length=SHOWN, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        help_text="Who made it; empty where a command did.",
    )
    expires_at = models.DateTimeField(
        null=True, blank=True, help_text="When it stops working; empty for never."
    )
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="To the hour.")
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = models.Manager.from_queryset(TokenQuerySet)()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                name="token_name_is_unique_among_a_persons_own",
                fields=["user", "name"],
                condition=Q(revoked_at=None),
                violation_error_message="The person has a token of that name: revoke it first.",
            ),
            models.CheckConstraint(name="token_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="token_name_hides_nothing", condition=~Q(name__regex=HIDDEN)),
            models.CheckConstraint(
                name="token_scope_is_known", condition=Q(scope__in=[s.value for s in Scope])
            ),
            models.CheckConstraint(name="token_digest_is_sha256", condition=Q(digest__regex=SHA256)),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.user}"

    def clean(self) -> None:
        """Refuse a new token that would not work; raises ValidationError."""
        if self._state.adding and self.is_expired():
            raise ValidationError({"expires_at": "The moment is past: the token would never work."})

    def issue(self, *, by: User | None) -> str:
        """Save the new token with a secret of its own, which is given back once and never again."""
        plain = MARK + secrets.token_urlsafe(32)
        self.digest, self.shown, self.created_by = hash_plain(plain), plain[:SHOWN], by
        self.save(force_insert=True)
        return plain

    def revoke(self, *, by: User | None) -> None:
        """Make it useless from now on; twice is as once."""
        if self.revoked_at is None:
            self.revoked_at = timezone.now()
            if by is None:
                self.save(update_fields=["revoked_at"])
                return
            with acting(by):
                self.save(update_fields=["revoked_at"])

    def is_expired(self, *, at: datetime | None = None) -> bool:
        """Whether its time is over."""
        return self.expires_at is not None and self.expires_at <= (at or timezone.now())

    def describe_state(self) -> str:
        """Whether it works, in a word."""
        if self.revoked_at is not None:
            return "revoked"
        return "expired" if self.is_expired() else "usable"

    def note_use(self) -> None:
        """Remember that it was used now; at most one write an hour."""
        now = timezone.now()
        if self.last_used_at is None or now - self.last_used_at >= NOTED_EVERY:
            Token.objects.filter(pk=self.pk).update(last_used_at=now)
            self.last_used_at = now


def hash_plain(plain: str) -> str:
    """The digest under which a token is kept."""
    return hashlib.sha256(plain.encode("utf-8", errors="surrogatepass")).hexdigest()


TokenEvent = keep_events(Token, leave_out=("digest", "last_used_at"))
