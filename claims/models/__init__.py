"""Rows of the claims, one file a model; importing this package also makes their audit trails."""

from claims.models.assignment import Assignment
from claims.models.claim import Claim
from claims.models.events import (
    AccountEvent,
    AssignmentEvent,
    ClaimEvent,
    FigureEvent,
    MembershipEvent,
    SpeakerEvent,
    StatisticEvent,
    SubjectEvent,
)
from claims.models.figure import Figure
from claims.models.harvest import Harvest
from claims.models.lease import Lease
from claims.models.people import Account, Membership
from claims.models.review import Review
from claims.models.second_pass import Resolution, SecondDecision, SecondPass, Unblinding
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic
from claims.models.subject import Subject
from claims.models.verdict import Evidence, Exhibit, Judgement, Verdict, VerdictConfirmation

__all__ = [
    "Account",
    "AccountEvent",
    "Assignment",
    "AssignmentEvent",
    "Claim",
    "ClaimEvent",
    "Evidence",
    "Exhibit",
    "Figure",
    "FigureEvent",
    "Harvest",
    "Judgement",
    "Lease",
    "Membership",
    "MembershipEvent",
    "Resolution",
    "Review",
    "SecondDecision",
    "SecondPass",
    "Speaker",
    "SpeakerEvent",
    "Statistic",
    "StatisticEvent",
    "Subject",
    "SubjectEvent",
    "Unblinding",
    "Verdict",
    "VerdictConfirmation",
]
