"""`manage.py verify_history`: prove that every status and verdict follows from the rows beneath it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.history import Count, verify


class Command(BaseCommand):
    """Replays every review and verdict; the exit status is 1 if anything does not follow."""

    help = "Replay the reviews and verdicts of every claim and compare with where the claim stands."

    def handle(self, *_: object, **__: Any) -> None:
        """Print each fault as it is found, then the counts."""
        count, faults = Count(), 0
        for fault in verify(count):
            faults += 1
            self.stderr.write(f"claim {fault.claim}: {fault.problem}")
        replayed = f"{count.claims} claims, {count.reviews} reviews and {count.verdicts} verdicts replayed"
        if faults:
            raise CommandError(f"{replayed}: {faults} faults. The database was changed behind its guards.")
        self.stdout.write(f"{replayed}: every status and verdict follows from them")
