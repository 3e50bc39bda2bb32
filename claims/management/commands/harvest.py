"""`manage.py harvest`: bring figures and proposed claims to what the extractor finds now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from claims.extraction import VERSION
from claims.harvest import Counts, select_due
from claims.management.processes import add_processes, ending_named
from claims.reharvest import BATCH, harvest_all


class Command(BaseCommand):
    """Runs the extractor over snapshots that this version of it has not read."""

    help = "Propose claims from every snapshot that this version of the extractor has not read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which snapshots."""
        parser.add_argument(
            "--again", action="store_true", help="read every snapshot, also those already read"
        )
        add_processes(parser)

    def handle(self, *_: object, **options: Any) -> None:
        """Harvest snapshot by snapshot, each in a transaction of its own."""
        due = select_due(again=options["again"])
        harvests = harvest_all(due.iterator(chunk_size=BATCH), processes=options["processes"])
        counts = Counts()
        with ending_named():
            for one in tqdm(harvests, total=due.count(), unit="text", disable=None):
                counts += one
        self.stdout.write(
            f"{counts.snapshots} texts read by extractor {VERSION}; figures: {counts.added} added, "
            f"{counts.changed} changed, {counts.removed} removed, {counts.kept} kept as people left them"
        )
