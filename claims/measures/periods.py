"""Periods: when a claim holds, as stated; a period that is not stated is unknown, not "always"."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stated period: the words, and the days they cover (both included) as far as the words tell.

    "2013" is 2013-01-01 to 2013-12-31; "since early 2018" has a start and no end; "last year" has
    neither unless the text's own date is known.
    """

    text: str
    start: date | None = None
    end: date | None = None
