"""`manage.py import`: a record that `manage.py export` wrote, into this database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.transfer.reading import read_record


class Command(BaseCommand):
    """Adds the rows that are not there yet; reports every bad line."""

    help = "Add the rows of an export that are not there yet; with a bad line nothing, unless --continue."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from, and what to do about bad lines."""
        parser.add_argument("path", metavar="FILE", help="what `manage.py export` wrote")
        parser.add_argument(
            "--continue", action="store_true", dest="go_on", help="leave bad lines out and add the others"
        )

    def handle(self, *_: object, **options: Any) -> None:
        """Read the file; problems go to standard error, and the exit status is 1 where there are any."""
        try:
            with Path(options["path"]).open("rb") as lines:
                imported = read_record(tqdm(lines, unit="row", disable=None), go_on=options["go_on"])
        except OSError as error:
            raise CommandError(f"{options['path']}: {error.strerror}") from error
        for problem in imported.problems:
            where = f"line {problem.line}" if problem.line else "the file"
            self.stderr.write(f"{where}: {problem.reason}")
        counts = f"{imported.added} rows added, {imported.known} there already"
        if imported.problems:
            raise CommandError(f"{counts}, {len(imported.problems)} problems.")
        self.stdout.write(counts)
