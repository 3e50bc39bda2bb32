"""Review moves made in the admin: one claim or a selection, each by the claim's own method."""

import re
from collections import defaultdict
from collections.abc import Iterable

from django import forms
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from claims.desk import Result
from claims.models import Claim
from claims.review import MOVES, NEEDS_REASON, PLAIN_ACTIONS, Action, Status
from sources.admin.look import UnfoldAdminTextareaWidget

MOST_AT_ONCE = 1_000
"""Claims of one selection: each move is a transaction of its own, and the person waits for all of them."""

MOST_NAMED = 10
"""Refused claims that a message names before it only counts them."""

SEEN = re.compile(r"(\d{1,18}):(\d{1,9})", re.ASCII)
"""A claim's key and the version of it that the page showed."""

PAST = {Action.ACCEPT: "accepted", Action.REJECT: "rejected", Action.REOPEN: "reopened"}


class MoveForm(forms.Form):
    """Which move, and why."""

    move = forms.ChoiceField(choices=[(action.value, action.value) for action in PLAIN_ACTIONS])
    reason = forms.CharField(
        required=False, max_length=2000, widget=UnfoldAdminTextareaWidget(attrs={"rows": 3})
    )

    def clean(self) -> dict[str, object]:
        """Ask for the reason where the move needs one."""
        cleaned = super().clean() or {}
        if cleaned.get("move") in NEEDS_REASON and not cleaned.get("reason"):
            self.add_error("reason", "Say why: the reason stays on the record.")
        return cleaned


def find_moves(claim: Claim) -> list[Action]:
    """The plain moves that the claim's status allows."""
    return [action for action in PLAIN_ACTIONS if (Status(claim.status), action) in MOVES]


def read_seen(request: HttpRequest) -> dict[int, int]:
    """The versions that the person saw, by the claims' keys. Raises SuspiciousOperation."""
    matches = [SEEN.fullmatch(value) for value in request.POST.getlist("seen")]
    if None in matches:
        raise SuspiciousOperation("“seen” has to be a claim's key, a colon and its version.")
    return {int(match[1]): int(match[2]) for match in matches if match}


def report(request: HttpRequest, action: Action, results: Iterable[Result]) -> None:
    """Tell the person what moved and what was refused, and why."""
    moved, refused = 0, defaultdict[str, list[Claim]](list)
    for result in results:
        if result.error is None:
            moved += 1
        else:
            refused[str(result.error)].append(result.claim)
    if moved:
        messages.success(request, f"{_count(moved)} {PAST[action]}.")
    for why, claims in refused.items():
        named = ", ".join(f"“{claim}”" for claim in claims[:MOST_NAMED])
        more = f" and {len(claims) - MOST_NAMED} more" if len(claims) > MOST_NAMED else ""
        messages.error(request, f"{_count(len(claims))} not {PAST[action]}: {named}{more}. {why}")


def _count(number: int) -> str:
    """The number with its noun."""
    return f"{number} claim" if number == 1 else f"{number} claims"
