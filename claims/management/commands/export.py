"""`manage.py export`: the whole record as JSON lines."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from claims.transfer.writing import write_record


class Command(BaseCommand):
    """Writes every row of the record, in an order in which `import` can read it."""

    help = "Write the whole record as JSON lines; the same record gives the same bytes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("path", nargs="?", default="-", metavar="FILE", help="a file, or - (the default)")

    def handle(self, *_: object, **options: Any) -> None:
        """Write the lines; a file is there under its name only when it is whole."""
        lines = tqdm(write_record(), unit="row", disable=None)
        if options["path"] == "-":
            for line in lines:
                self.stdout.write(line.decode(), ending="")
            return
        path = Path(options["path"])
        part = path.with_name(f"{path.name}.part")
        with part.open("wb") as file:
            file.writelines(lines)
        part.replace(path)
