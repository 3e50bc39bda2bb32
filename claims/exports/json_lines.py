"""Claims as JSON lines."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import orjson
from django.db import transaction
from django.db.models import QuerySet

from claims.models import Claim

BATCH = 1_000
"""Claims that are held at a time."""


def stream_json_lines(claims: QuerySet[Claim], describe: Callable[[Claim], Any]) -> Iterator[bytes]:
    """A line a claim, oldest first; `describe` gives what it shows."""
    with transaction.atomic():
        remaining = claims.order_by("pk").iterator(chunk_size=BATCH)
        while batch := list(islice(remaining, BATCH)):
            yield b"".join(orjson.dumps(describe(claim), option=orjson.OPT_APPEND_NEWLINE) for claim in batch)
