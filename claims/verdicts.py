"""Verdicts: whether an accepted claim is true, which outcome may follow which, and what one needs (PURE)."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from claims.errors import ClaimsError


class Outcome(StrEnum):
    """What is known of a claim's truth; says nothing about whether it is transcribed right."""

    UNCHECKED = "unchecked"  # nobody has said yet, or the verdict was withdrawn
    SUPPORTED = "supported"
    REFUTED = "refuted"
    DISPUTED = "disputed"
    MISLEADING = "misleading"
    UNVERIFIABLE = "unverifiable"


class Stance(StrEnum):
    """What a piece of evidence does for the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


GIVEN = tuple(outcome for outcome in Outcome if outcome is not Outcome.UNCHECKED)
"""What a person can find; unchecked is what stands before a verdict and after its withdrawal."""

MOVES = frozenset(
    {
        *((before, after) for before in Outcome for after in GIVEN),  # given, or superseded by a newer one
        *((before, Outcome.UNCHECKED) for before in GIVEN),  # withdrawn
    }
)
"""Every legal step from one outcome to the next. The same outcome again is a newer verdict: a later day,
other evidence. What is not here is refused: where there is no verdict, none can be withdrawn."""

NEEDS_NO_EVIDENCE = frozenset({Outcome.UNVERIFIABLE, Outcome.UNCHECKED})
"""That nothing can be found, or that a verdict no longer stands, is told by the rationale alone."""


class VerdictRefusedError(ClaimsError):
    """The claim, or the verdict it has, does not allow this."""

    code = "verdict_refused"


class IncompleteVerdictError(ClaimsError):
    """The verdict lacks a rationale, evidence or a day that has come; `field` says which."""

    code = "verdict_incomplete"

    def __init__(self, message: str, *, field: str) -> None:
        super().__init__(message)
        self.field = field


def check_step(before: Outcome, after: Outcome) -> None:
    """Refuse a step that is not in the table; raises VerdictRefusedError."""
    if (before, after) not in MOVES:
        raise VerdictRefusedError("The claim has no verdict that could be withdrawn.")


FIRST_ZONE = timedelta(hours=14)
"""How far the earliest time zone is before UTC (Line Islands): a day begins there first."""


def find_last_day(moment: datetime) -> date:
    """The last day that has begun anywhere at a moment in UTC: who writes "today" means the own one."""
    return (moment + FIRST_ZONE).date()


def check_complete(outcome: Outcome, *, rationale: str, evidence: int, as_of: date, today: date) -> None:
    """Refuse a verdict that does not say why and when; raises IncompleteVerdictError.

    today: the last day that it may be as of.
    """
    if not rationale.strip():
        raise IncompleteVerdictError("Say why: a verdict needs a rationale.", field="rationale")
    if not evidence and outcome not in NEEDS_NO_EVIDENCE:
        raise IncompleteVerdictError(
            f"“{outcome}” needs at least one piece of evidence: a sentence or a link. "
            f"Where nothing can be found the verdict is “{Outcome.UNVERIFIABLE}”.",
            field="evidence",
        )
    if as_of > today:
        raise IncompleteVerdictError(
            f"The verdict is as of {as_of}, a day that has not come yet.", field="as_of"
        )


def is_published(outcome: Outcome, *, confirmed: bool, needs_confirmation: bool) -> bool:
    """Whether a claim's newest verdict may be shown as the record's own."""
    return outcome is not Outcome.UNCHECKED and (confirmed or not needs_confirmation)
