"""`manage.py token create|list|revoke`: the tokens with which programs use the API."""

import re
from argparse import ArgumentTypeError
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from config.access.models import DEFAULT_LIFE, Token
from sources.api.needs import Scope

UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1)}


def read_expiry(text: str) -> datetime | None:
    """The moment that "90d", "12h", a day or "never" (None) means; raises ArgumentTypeError."""
    if text == "never":
        return None
    span = re.fullmatch(r"(\d{1,5})([hd])", text, re.ASCII)
    if span:
        return timezone.now() + int(span[1]) * UNITS[span[2]]
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no time: write 90d, 12h, 2027-01-31 or never") from None


class Command(BaseCommand):
    """Makes, lists and revokes tokens."""

    help = "Make, list and revoke the tokens with which programs use the API."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the three actions."""
        actions = parser.add_subparsers(dest="action", required=True)
        create = actions.add_parser("create", help="make a token and print it, this once")
        create.add_argument("user", help="the username of the person as whom it acts")
        create.add_argument("--name", required=True, help="what it is for")
        create.add_argument("--scope", required=True, choices=[str(scope) for scope in Scope])
        create.add_argument(
            "--expires",
            type=read_expiry,
            default=timezone.now() + DEFAULT_LIFE,
            metavar="WHEN",
            help="90d (the default), 12h, 2027-01-31 or never",
        )
        listing = actions.add_parser("list", help="what tokens there are, never the tokens themselves")
        listing.add_argument("user", nargs="?", help="only those of this person")
        revoke = actions.add_parser("revoke", help="make a token useless")
        revoke.add_argument("user")
        revoke.add_argument("name")

    def handle(self, *, action: str, **options: Any) -> None:
        """Do the one that is named."""
        if action == "create":
            self._create(options)
        elif action == "list":
            self._list(options["user"])
        else:
            self._revoke(options)

    def _create(self, options: dict[str, Any]) -> None:
        """Print the token alone, so that a shell can catch it."""
        token = Token(
            user=find_user(options["user"]),
            name=options["name"],
            scope=options["scope"],
            expires_at=options["expires"],
        )
        try:
            token.full_clean(exclude=["digest", "shown"])
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(token.issue(by=None))

    def _list(self, username: str | None) -> None:
        """A line for each token, the newest first."""
        tokens = Token.objects.select_related("user")
        for token in tokens.filter(user=find_user(username)) if username else tokens:
            used = f"{token.last_used_at:%Y-%m-%d %H:00}" if token.last_used_at else "never"
            expires = f"{token.expires_at:%Y-%m-%d %H:%M}" if token.expires_at else "never"
            self.stdout.write(
                f"{token.shown}…  {token.describe_state():<7}  {token.scope:<6}  {token.user}  “{token.name}”"
                f"  expires {expires}, last used {used}"
            )

    def _revoke(self, options: dict[str, Any]) -> None:
        """Revoke the person's token of that name that is not revoked yet."""
        person = find_user(options["user"])
        token = Token.objects.filter(user=person, name=options["name"], revoked_at=None).first()
        if token is None:
            raise CommandError(f"{person} has no token named “{options['name']}” to revoke.")
        token.revoke(by=None)
        self.stdout.write("revoked")


def find_user(username: str) -> User:
    """The person of a username; raises CommandError."""
    person = User.objects.filter(username=username).first()
    if person is None:
        raise CommandError(f"Nobody has the username “{username}”.")
    return person
