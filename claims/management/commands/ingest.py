"""`manage.py ingest`: put files on the record and propose claims from their figures."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.harvest import Counts
from claims.intake import take_in
from claims.management.processes import add_processes, ending_named
from sources.ingest import Prepared, UnknownPublisherError, find_publisher, prepare
from sources.models.names import validate_name
from sources.models.source import Source
from sources.shelf import Description


class Refusal(NamedTuple):
    """An input that could not be put on the record, and why."""

    name: str
    reason: str


class Command(BaseCommand):
    """Reads each file, keeps its text, and writes its figures and proposed claims."""

    help = "Put texts on the record: files, folders (with all that is in them), or - for standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The inputs and what is known of them."""
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, a folder, or - (standard input)"
        )
        parser.add_argument("--publisher", help="who put the texts out, by name")
        parser.add_argument(
            "--new-publisher", action="store_true", help="make the publisher if it is not known"
        )
        parser.add_argument("--published", type=date.fromisoformat, metavar="YYYY-MM-DD", help="when")
        parser.add_argument("--url", default="", help="where the text stands (one input only)")
        parser.add_argument("--title", default="", help="the title (one input only; else its headline)")
        parser.add_argument("--kind", choices=Source.Kind.values, default=Source.Kind.UNKNOWN)
        parser.add_argument("--language", default="", metavar="TAG", help="a language tag such as en or fa")
        parser.add_argument("--reference", default="", help="the publisher's own number of the text")
        add_processes(parser)

    def handle(self, *_: object, **options: Any) -> None:
        """Ingest every input; those that cannot be read are named at the end and set the exit status."""
        inputs, refusals = find_inputs(options["paths"])
        if len(inputs) > 1 and (options["url"] or options["title"]):
            raise CommandError("--url and --title are for one input: there are several.")
        description = describe(options)
        new, known, counts = 0, 0, Counts()
        batches = take_in(
            inputs, partial(prepare_one, description=description), processes=options["processes"]
        )
        with tqdm(total=len(inputs), unit="file", disable=None) as progress, ending_named():
            for taken in batches:
                added = sum(one.is_new for one in taken.ingested)
                new, known, counts = new + added, known + len(taken.ingested) - added, counts + taken.counts
                refusals += [Refusal(name_input(one.given), explain(one.problem)) for one in taken.refused]
                progress.update(len(taken.ingested) + len(taken.refused))
        self.stdout.write(
            f"{new} new, {known} known already, {len(refusals)} refused; "
            f"figures: {counts.added} added, {counts.changed} changed, {counts.removed} removed"
        )
        if refusals:
            raise CommandError("\n".join(f"{refusal.name}: {refusal.reason}" for refusal in refusals))


def describe(options: dict[str, Any]) -> Description:
    """What the options say of the texts; an unknown publisher is a CommandError."""
    publisher = None
    if options["publisher"]:
        try:
            validate_name(options["publisher"])
            publisher = find_publisher(options["publisher"], make=options["new_publisher"])
        except ValidationError as problem:
            raise CommandError(f"--publisher: {problem.message}") from problem
        except UnknownPublisherError as problem:
            raise CommandError(f"{problem} To add it, give --new-publisher.") from problem
    return Description(
        publisher=publisher,
        title=options["title"],
        url=read_address(options["url"]),
        kind=options["kind"],
        language=options["language"],
        published_on=options["published"],
        reference=options["reference"],
    )


def read_address(url: str) -> str:
    """The address of a text, if any is given; one that no browser should follow is a CommandError."""
    try:
        return str(Source._meta.get_field("url").clean(url, None))
    except ValidationError as problem:
        raise CommandError(
            f"--url: “{url[:200]}” is no address: write one such as https://example.org/report."
        ) from problem


def find_inputs(paths: list[str]) -> tuple[list[Path | None], list[Refusal]]:
    """The files under the paths, in order (None is standard input), and the folders that cannot be read."""
    inputs: list[Path | None] = []
    refusals: list[Refusal] = []

    def refuse(problem: OSError) -> None:
        refusals.append(Refusal(str(problem.filename), explain(problem)))

    for path in paths:
        if path == "-":
            inputs.append(None)
        elif Path(path).is_dir():
            inputs.extend(walk(Path(path), refuse))
        else:
            inputs.append(Path(path))
    return inputs, refusals


def walk(folder: Path, refuse: Any) -> Iterator[Path]:
    """The files of a folder and its folders, by name, without hidden ones."""
    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent) / name for name in sorted(files) if not name.startswith("."))


def prepare_one(path: Path | None, *, description: Description) -> Prepared:
    """The text of one input; raises SourcesError or OSError."""
    limit = settings.ONRECORD_MAX_BYTES
    if path is None:
        data = sys.stdin.buffer.read(limit + 1)
    else:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    return prepare(data, name=name_input(path), description=description, limit=limit)


def name_input(path: Path | None) -> str:
    """What an input is called in messages."""
    return "standard input" if path is None else str(path)


def explain(problem: Exception) -> str:
    """The reason in words, without the file name that stands beside it."""
    return problem.strerror or str(problem) if isinstance(problem, OSError) else str(problem)
