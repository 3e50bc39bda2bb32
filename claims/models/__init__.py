"""Rows of the claims, one file a model."""

from claims.models.claim import Claim
from claims.models.figure import Figure
from claims.models.harvest import Harvest
from claims.models.review import Review
from claims.models.speaker import Speaker
from claims.models.statistic import Statistic
from claims.models.subject import Subject

__all__ = ["Claim", "Figure", "Harvest", "Review", "Speaker", "Statistic", "Subject"]
