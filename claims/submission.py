"""Puts a text that a person delivers on the record, with its figures and proposed claims, all or nothing."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from claims.harvest import harvest_new
from claims.models.acting import acting
from claims.roles import ADD_SOURCE, require
from sources.ingest import Ingested, prepare, put_on_record
from sources.models.unhurried import unhurried
from sources.readers import DEFAULT_LIMIT
from sources.shelf import NOTHING_KNOWN, Description


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A text as it is delivered: its bytes, what they are called, and what is known of them.

    media_type: as in an HTTP header; where it is not told, the ending of the name decides.
    """

    data: bytes
    name: str = ""
    media_type: str | None = None
    description: Description = NOTHING_KNOWN
    limit: int = DEFAULT_LIMIT


def submit(submission: Submission, *, by: User) -> Ingested:
    """Keep the text and harvest it; the same bytes again add nothing.

    Raises NotPermittedError or a SourcesError, and then nothing was written.
    """
    require(by, ADD_SOURCE)
    prepared = prepare(
        submission.data,
        name=submission.name,
        media_type=submission.media_type,
        description=submission.description,
        limit=submission.limit,
    )
    with acting(by), unhurried():
        (ingested,) = put_on_record([prepared])
        harvest_new([ingested])
    return ingested
