"""Makes a record of so many claims in an empty, migrated database, by INSERT ... SELECT.

Every rule of the database holds for it, so that what comes out could have come about by work:
text with sentences, a date and two claims in each, reviews, verdicts with evidence, second passes.
Frequencies fall as those of real names and words do: the first speaker has about a tenth of the claims.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.color import no_style
from django.db import connection, transaction
from tqdm import tqdm

from benchmarks.record_parts.words import RARE, RARE_EVERY, UNITS, list_words
from claims import models as claims
from sources import models as sources

FOLDER = Path(__file__).resolve().parent

SENTENCES = 20
"""Sentences of a text."""

A_SOURCE = 2 * SENTENCES
"""Claims of a source."""

AT_ONCE = 1_250
"""Sources a transaction."""

DAYS = 60
"""How many days decisions lie back at most."""

PEOPLE = ("ada", "ben", "cleo", "dev", "eva", "finn", "gus", "hana")
"""Reviewers, each an editor; whose decisions are everybody's alike."""

NUMBERED = (
    sources.Publisher,
    sources.Source,
    sources.Snapshot,
    sources.Sentence,
    claims.Speaker,
    claims.Subject,
    claims.Statistic,
    claims.Figure,
    claims.Claim,
    claims.Review,
    claims.Verdict,
    claims.Evidence,
    claims.SecondPass,
    claims.SecondDecision,
)
"""Whose keys are given by their place, so that their sequences have to be moved behind them."""


def make_record(number: int, *, silent: bool = False) -> None:
    """Make a record with that many claims, a multiple of A_SOURCE. Raises ValueError."""
    if number % A_SOURCE or number <= 0:
        raise ValueError(f"Every source has {A_SOURCE} claims: {number} cannot be made.")
    count = number // A_SOURCE
    values = {
        "publishers": max(4, count // 100),
        "speakers": max(20, count // 12),
        "subjects": max(10, count // 25),
        "statistics": max(40, count // 5),
        "sentences": SENTENCES,
        "days": DAYS,
        "words": list_words(),
        "rare": RARE,
        "rare_every": RARE_EVERY,
        "units": [unit for unit, _ in UNITS],
        "nouns": [noun for _, noun in UNITS],
        "people": [make_person(name).pk for name in PEOPLE],
    }
    run("functions.sql", {})
    run("names.sql", values)
    with tqdm(total=number, unit="claim", desc="record", disable=silent or None) as bar:
        for first, last in cut(count):
            run("batch.sql", {**values, "first": first, "last": last})
            bar.update((last - first + 1) * A_SOURCE)
    move_sequences()


def make_person(name: str) -> User:
    """An editor who may log in to the admin."""
    person, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    person.groups.set(Group.objects.filter(name="editor"))
    return person


def cut(count: int) -> Iterator[tuple[int, int]]:
    """The sources from 1 to count in batches, each as its first and last."""
    for first in range(1, count + 1, AT_ONCE):
        yield first, min(first + AT_ONCE - 1, count)


def run(file: str, values: Mapping[str, Any]) -> None:
    """Run the statements of a file beside this one, as one transaction."""
    statements = (FOLDER / file).read_text(encoding="utf-8").split(";\n\n")
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, values or None)


def move_sequences() -> None:
    """Have the next row of each table take the number behind the last."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), NUMBERED):
            cursor.execute(statement)
