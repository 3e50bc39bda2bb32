"""The audit trails of what people change in the claims, and of who belongs to which group."""

from claims.models.assignment import Assignment
from claims.models.claim import Claim
from claims.models.figure import Figure
from claims.models.people import Account, Membership
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic
from claims.models.subject import Subject
from sources.models.audit import keep_events

ClaimEvent = keep_events(
    Claim, leave_out=("value", "measure", "base_value", "updated_at"), lists_deletions=True
)
FigureEvent = keep_events(Figure, lists_deletions=True)
SpeakerEvent = keep_events(Speaker, leave_out=("updated_at",))
SubjectEvent = keep_events(Subject, leave_out=("updated_at",))
StatisticEvent = keep_events(Statistic, leave_out=("updated_at",))
AssignmentEvent = keep_events(Assignment)
AccountEvent = keep_events(Account, only=("username", "is_active", "is_staff", "is_superuser"))
MembershipEvent = keep_events(Membership, with_inserts=True)
