"""Rows of the claims, one file a model; importing this package also makes their audit trails."""

from claims.models.claim import Claim
from claims.models.events import (
    AccountEvent,
    ClaimEvent,
    FigureEvent,
    MembershipEvent,
    SpeakerEvent,
    StatisticEvent,
    SubjectEvent,
)
from claims.models.figure import Figure
from claims.models.harvest import Harvest
from claims.models.people import Account, Membership
from claims.models.review import Review
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic
from claims.models.subject import Subject
from claims.models.verdict import Evidence, Exhibit, Judgement, Verdict, VerdictConfirmation

__all__ = [
    "Account",
    "AccountEvent",
    "Claim",
    "ClaimEvent",
    "Evidence",
    "Exhibit",
    "Figure",
    "FigureEvent",
    "Harvest",
    "Judgement",
    "Membership",
    "MembershipEvent",
    "Review",
    "Speaker",
    "SpeakerEvent",
    "Statistic",
    "StatisticEvent",
    "Subject",
    "SubjectEvent",
    "Verdict",
    "VerdictConfirmation",
]
