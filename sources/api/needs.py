"""What a request to an endpoint needs: how much its token may do, and what its person may do (PURE)."""

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """How much of what its owner may do a token may do; each allows what the ones before it allow."""

    READ = "read"  # look at the record
    SUBMIT = "submit"  # put texts on it
    REVIEW = "review"  # work on claims, figures and verdicts
    ADMIN = "admin"  # name, change and delete publishers, sources, speakers, subjects, statistics; assign

    def allows(self, needed: "Scope") -> bool:
        """Whether a token of this scope is enough."""
        order = list(Scope)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a change through the API needs; a view has one for each of its actions, as `needs`.

    permission: as `app.codename`, or "" where anybody who is logged in may do it.
    refusal: the stable code that tells a person without it.
    """

    scope: Scope
    permission: str = ""
    refusal: str = "not_permitted"


UNDECLARED = Need(scope=Scope.ADMIN)
"""What a change needs of which its view says nothing."""
