"""The admin of the claims: their review, the marked sources, figures, names and people."""

from claims.admin.assignment import AssignmentAdmin
from claims.admin.claim import ClaimAdmin
from claims.admin.figure import FigureAdmin
from claims.admin.front_page import describe_front_page
from claims.admin.harvest import HarvestAdmin
from claims.admin.names import SpeakerAdmin, StatisticAdmin, SubjectAdmin
from claims.admin.people import GroupAdmin, UserAdmin
from claims.admin.review import ReviewAdmin
from claims.admin.second_pass import SecondPassAdmin
from claims.admin.source import MarkedSourceAdmin
from claims.admin.verdict import EvidenceAdmin, VerdictAdmin

__all__ = [
    "AssignmentAdmin",
    "ClaimAdmin",
    "EvidenceAdmin",
    "FigureAdmin",
    "GroupAdmin",
    "HarvestAdmin",
    "MarkedSourceAdmin",
    "ReviewAdmin",
    "SecondPassAdmin",
    "SpeakerAdmin",
    "StatisticAdmin",
    "SubjectAdmin",
    "UserAdmin",
    "VerdictAdmin",
    "describe_front_page",
]
